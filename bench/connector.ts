import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runAsChild } from './as-child.ts'

// Stands in for Teams where a bot sends messages by itself. Accepts everything at once and gives it
// an id.
let ids = 0
const server = createServer((req, res) => {
  req.resume()
  req.on('end', () => {
    ids += 1
    res.writeHead(200, { 'content-type': 'application/json' })
    res.end(JSON.stringify({ id: `message-${ids}` }))
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo // it listens on a port
  runAsChild(`http://127.0.0.1:${port}`, {
    stop: async () => server.closeAllConnections(),
  })
})
