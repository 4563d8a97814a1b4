import type { AddressInfo, Server, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/** Where a request of the program meets its end. */
export type Cut =
  /** Half of the request arrives, then the connection is gone. */
  | 'inRequest'
  /** It is done, and half of the answer arrives before the connection is gone. */
  | 'inAnswer'
  /** It is done; the connection is gone before the answer. */
  | 'beforeAnswer'
  /** It is done; the answer never comes, and the connection stays open. */
  | 'answerLost'

/** A request to a MongoDB server, by its command and the collection it is about. */
interface Request {
  readonly command: string
  readonly collection: string
  /** Whether an operator or a key of this name is in it. */
  readonly names: (word: string) => boolean
}

interface Planned {
  readonly isMeant: (request: Request) => boolean
  readonly cut: Cut
  readonly done: (request: Request) => void
}

const HEADER_BYTES = 16
const OP_MSG = 2013
const OP_COMPRESSED = 2012

/** https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/: what one message asks for. */
function requestIn(message: Buffer): Request {
  const opcode = message.readInt32LE(12)
  if (opcode === OP_COMPRESSED) throw new Error('the proxy cannot read compressed messages')
  // Flags, the kind of the first section, the size of its document, the type of its first value.
  const at = HEADER_BYTES + 4 + 1 + 4 + 1
  if (opcode !== OP_MSG) return NOTHING
  const end = message.indexOf(0, at)
  const command = message.toString('utf8', at, end)
  const isText = message[at - 1] === 2
  const size = isText ? message.readInt32LE(end + 1) : 0
  return {
    command,
    collection: isText ? message.toString('utf8', end + 5, end + 4 + size) : '',
    names: (word) => message.includes(`${word}\0`, at),
  }
}

const NOTHING: Request = { command: '', collection: '', names: () => false }

/** Cuts a stream into whole messages of the protocol. */
function messagesOf(take: (message: Buffer) => void) {
  let rest = Buffer.alloc(0)
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const size = rest.readInt32LE(0)
      take(rest.subarray(0, size))
      rest = rest.subarray(size)
    }
  }
}

const ONE_SERVER =
  /^(mongodb:\/\/(?:[^/@]*@)?)([^/:?,]+):(\d+)(\/[^?]*)?(\?(?!.*(?:tls|ssl)=true).*)?$/

/** Whether the proxy can stand before it: one server with its port, spoken to in the open. */
export const canBeCut = (uri = ''): boolean => ONE_SERVER.test(uri)

/**
 * Stands between the program and its MongoDB server, and cuts connections where a test says, or
 * lets nothing through at all while the program believes it is connected.
 */
export async function startCuttingProxy(uri: string) {
  const target = ONE_SERVER.exec(uri)
  if (!target) throw new Error('the proxy cannot stand before this server')
  const [, before, host, port, path = '/', options = '?'] = target
  const planned: Planned[] = []
  const open = new Set<Socket>()
  const state = { passes: true, requests: 0 }

  function takePlan(request: Request): Planned | undefined {
    const place = planned.findIndex(({ isMeant }) => isMeant(request))
    return place < 0 ? undefined : planned.splice(place, 1)[0]
  }

  const server = createServer((client) => {
    open.add(client)
    const upstream = connect(Number(port), host)
    open.add(upstream)
    const end = () => {
      for (const socket of [client, upstream]) {
        socket.destroy()
        open.delete(socket)
      }
    }
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end)
    /** What becomes of the answer to the request that is under way. */
    let plan: Planned | undefined
    let request = NOTHING
    client.on(
      'data',
      messagesOf((message) => {
        state.requests += 1
        if (!state.passes) return
        request = requestIn(message)
        plan = takePlan(request)
        if (plan?.cut !== 'inRequest') return void upstream.write(message)
        plan.done(request)
        upstream.write(message.subarray(0, message.length / 2), end)
      }),
    )
    upstream.on(
      'data',
      messagesOf((message) => {
        if (!state.passes) return
        if (!plan) return void client.write(message)
        const { cut, done } = plan
        plan = undefined
        done(request)
        if (cut === 'inAnswer') client.write(message.subarray(0, message.length / 2), end)
        if (cut === 'beforeAnswer') end()
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    for (const socket of open) socket.destroy()
    open.clear()
  }
  return {
    // So that the program does not ask the server where else it could be reached.
    uri: `${before}${own}${path}${options}${options === '?' ? '' : '&'}directConnection=true`,
    /** Cuts the next request like this; resolves with it when it has come that far. */
    cutNext: (cut: Cut, isMeant: (request: Request) => boolean) =>
      new Promise<Request>((done) => {
        planned.push({ isMeant, cut, done })
      }),
    /** Forgets what was to be cut. */
    cutNoMore: () => {
      planned.length = 0
    },
    /** Accepts connections and requests, and never answers, until `pass`. */
    swallow: () => {
      state.passes = false
    },
    /** Lets everything through again; who was left without an answer is cut off. */
    pass: () => {
      state.passes = true
      close()
    },
    /** Cuts every connection there is just now. */
    cutAll: close,
    stop: () => {
      close()
      return closed(server)
    },
  }
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => void server.close(() => resolve()))

export type CuttingProxy = Awaited<ReturnType<typeof startCuttingProxy>>
