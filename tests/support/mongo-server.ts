import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Connection } from 'mongoose'
import mongoose from 'mongoose'
import { afterAll, beforeAll, inject } from 'vitest'

/** What a server can be started with: a `mongod` on the PATH, or `scripts/mongo-server`. */
export type Starter = 'mongod' | 'script'

export interface MongoForTests {
  readonly uri: string
  /** Its name and version. */
  readonly server: string
}

declare module 'vitest' {
  interface ProvidedContext {
    mongo: MongoForTests | undefined
    mongoStarter: Starter | undefined
  }
}

/** The server that all tests share; `mongo-global.ts` has found it before the first of them. */
export const mongoForTests = (): MongoForTests | undefined => inject('mongo')

/** Whether a test can have a server of its own: not where only the address of one was given. */
export const canOwnMongoServer = (): boolean => inject('mongoStarter') !== undefined

/** An address with a database nobody else uses, and how to leave nothing of it behind. */
export function freshDatabase(uri: string) {
  const [, server, options = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)[^?]*(\?.*)?$/.exec(uri) ?? []
  if (server === undefined) throw new Error('this is not the address of a MongoDB server')
  const own = `${server}/test-${randomBytes(8).toString('hex')}${options}`
  return {
    uri: own,
    drop: () => withConnection(own, (connection) => connection.dropDatabase()),
  }
}

/**
 * A server for the tests of a file or `describe` alone, which may stop and kill it. It runs and is
 * empty before the first of them, and is gone with its data after the last.
 */
export function ownMongoServer() {
  let claimed: ClaimedServer | undefined
  const server = () => {
    if (!claimed) throw new Error('the server is there from beforeAll to afterAll only')
    return claimed.server
  }
  beforeAll(async () => {
    claimed = await claimServer(inject('mongoStarter'))
    await claimed.server.start()
  })
  afterAll(async () => {
    await claimed?.release()
  })
  return {
    get uri() {
      return server().uri
    },
    /** Resolves when it answers, with all that it had. */
    start: () => server().start(),
    /** Shuts it down in order. */
    stop: () => server().stop(),
    /** Takes it away in the middle of what it does. */
    kill: () => server().kill(),
  }
}

export interface StartableServer {
  readonly uri: string
  start(): Promise<void>
  stop(): Promise<void>
  kill(): Promise<void>
  /** Ends it and deletes its data. */
  wipe(): Promise<void>
}

export interface ClaimedServer {
  readonly server: StartableServer
  release(): Promise<void>
}

// `scripts/mongo-server` says that they are for this. Each takes three: two for the server, and one
// that is held meanwhile, so that another run does not take those of a server that is just killed.
const PORTS = Array.from({ length: 33 }, (_, index) => 28_000 + 3 * index)

/** A server that is not started yet, empty, on ports that no other test run takes until then. */
export async function claimServer(starter: Starter | undefined): Promise<ClaimedServer> {
  if (!starter) throw new Error('there is nothing to start a server of its own with')
  for (const port of PORTS) {
    const claim = await listenOn(port + 2)
    if (!claim) continue
    const server = starter === 'mongod' ? serverByMongod(port) : serverByScript(port)
    await server.wipe() // what a test run that was killed has left
    if ((await isFree(port)) && (await isFree(port + 1)))
      return {
        server,
        async release() {
          await server.wipe()
          await closed(claim)
        },
      }
    await closed(claim)
  }
  throw new Error(`no ports are free for a server between ${PORTS[0]} and ${PORTS.at(-1)}`)
}

const listenOn = (port: number) =>
  new Promise<Server | undefined>((resolve) => {
    const server = createServer().once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

const closed = (server: Server) =>
  new Promise<void>((resolve) => void server.close(() => resolve()))

async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port)
  if (server) await closed(server)
  return server !== undefined
}

const SCRIPT = path.join(import.meta.dirname, '..', '..', 'scripts', 'mongo-server')

/** Runs `scripts/mongo-server`, and gives what it prints. */
export async function runScript(command: string, settings: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, ...settings }
  return (await promisify(execFile)(SCRIPT, [command], { env })).stdout.trim()
}

function serverByScript(port: number): StartableServer {
  const run = (command: string) => async () => {
    await runScript(command, { MONGO_TEST_PORT: String(port) })
  }
  return {
    uri: `mongodb://127.0.0.1:${port}`,
    start: run('start'),
    stop: run('stop'),
    kill: run('kill'),
    wipe: run('wipe'),
  }
}

/** As it is called on the PATH. */
export const MONGOD = 'mongod'

function serverByMongod(port: number): StartableServer {
  const uri = `mongodb://127.0.0.1:${port}`
  let folder: string | undefined
  let child: ChildProcess | undefined
  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  const kill = () => end('SIGKILL')
  // It would outlive a test run that ends without its teardown.
  process.once('exit', () => child?.kill('SIGKILL'))
  return {
    uri,
    async start() {
      folder ??= await mkdtemp(path.join(tmpdir(), 'learning-loop-mongod-'))
      const args = ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1']
      child = spawn(MONGOD, args, { stdio: 'ignore' })
      const exit = once(child, 'exit').then(() => {
        throw new Error('mongod ended when it was started')
      })
      await Promise.race([exit, withConnection(uri, async () => undefined, 20_000)])
    },
    stop: () => end('SIGTERM'),
    kill,
    async wipe() {
      await kill()
      if (folder) await rm(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}

/** The name and version of the server at this address; rejects if none answers. */
export const describeServer = (uri: string): Promise<string> =>
  withConnection(uri, async (connection) => {
    const admin = connection.getClient().db('admin')
    const { version, ferretdb } = await admin.command({ buildInfo: 1 })
    if (!ferretdb) return `MongoDB ${version}`
    const status = await admin.command({ serverStatus: 1 })
    // `PostgreSQL 18.6 (Debian …) on …`
    const [postgres] = /^\w+ \S+/.exec(status['ferretdb']?.postgresql) ?? ['PostgreSQL']
    const engine = `${postgres} with DocumentDB`
    return `FerretDB ${ferretdb.version} on ${engine} (answers as MongoDB ${version})`
  })

async function withConnection<Answer>(
  uri: string,
  ask: (connection: Connection) => Promise<Answer>,
  serverSelectionTimeoutMS = 5_000,
): Promise<Answer> {
  const connection = await mongoose.createConnection(uri, { serverSelectionTimeoutMS }).asPromise()
  try {
    return await ask(connection)
  } finally {
    await connection.close()
  }
}
