// Loaded into the Playground before anything of its own. The Playground listens on all interfaces,
// in front of a bot that checks nobody in local mode. This keeps everything it opens on loopback.
const { Server } = require('node:net')

const listen = Server.prototype.listen
Server.prototype.listen = function (at, ...rest) {
  const where = typeof at === 'object' && at !== null ? at : { port: Number(at) }
  const callbacks = rest.filter((arg) => typeof arg === 'function')
  return listen.call(this, { ...where, host: '127.0.0.1' }, ...callbacks)
}

// A killed program cannot stop what it started, and the port would stay taken.
process.on('disconnect', () => process.exit())
