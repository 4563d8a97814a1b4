import { isIP, Socket } from 'node:net'

// Loaded before every test file: no test reaches beyond this machine, not even by mistake.

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket

/** The host in any of the forms in which a connection can be asked for; `undefined` for a pipe. */
function hostIn([first, second]: readonly unknown[]): string | undefined {
  // `net.connect` hands over its arguments already put into a list.
  if (Array.isArray(first)) return hostIn(first)
  if (typeof first === 'object' && first !== null) {
    const { host, path } = first as { host?: string | null; path?: string | null }
    return path ? undefined : (host ?? 'localhost')
  }
  return typeof first === 'number' ? (typeof second === 'string' ? second : 'localhost') : undefined
}

Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
  const host = hostIn(args)
  if (host !== undefined && !LOOPBACK.test(host))
    throw new Error(`a test tried to reach ${isIP(host) ? 'an address' : 'a host'} beyond loopback`)
  return connect.apply(this, args)
} as typeof Socket.prototype.connect
