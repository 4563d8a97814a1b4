import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import type { Starter } from './mongo-server.ts'
import { claimServer, describeServer, MONGOD, runScript } from './mongo-server.ts'

// Run by vitest once, before the first test file and after the last.

const HOW_TO_HAVE_IT =
  'set MONGODB_TEST_URI, have mongod on the PATH, or run “scripts/mongo-server install” as root'

interface Found {
  readonly uri: string
  /** Ends it, if that is ours to do. */
  readonly stop?: () => Promise<unknown>
}

export async function setup(project: TestProject) {
  const isCi = process.env['CI'] === 'true'
  const starter = await findStarter()
  project.provide('mongoStarter', starter)
  const found = await findServer(starter, isCi)
  if (!found) {
    if (isCi) throw new Error(`MongoDB cannot be tested: ${HOW_TO_HAVE_IT}`)
    return say(`MongoDB was not tested: ${HOW_TO_HAVE_IT}`)
  }
  const server = await describeServer(found.uri).catch(({ message }: Error) => {
    // Without the driver's own error, which takes pages, and the address, which may have a password.
    throw new Error(`MongoDB cannot be tested: no server answers where one should be (${message})`)
  })
  project.provide('mongo', { uri: found.uri, server })
  say(`MongoDB tests run on ${server}`)
  if (!starter)
    say('Tests that stop and kill a MongoDB of their own are skipped: only one was given')
  return found.stop
}

async function findStarter(): Promise<Starter | undefined> {
  if (await succeeds(promisify(execFile)(MONGOD, ['--version']))) return 'mongod'
  return (await succeeds(runScript('installed'))) ? 'script' : undefined
}

async function findServer(starter: Starter | undefined, isCi: boolean): Promise<Found | undefined> {
  const given = process.env['MONGODB_TEST_URI']
  if (given) return { uri: given }
  if (starter === 'mongod') {
    const { server, release } = await claimServer(starter)
    await server.start()
    return { uri: server.uri, stop: release }
  }
  const running = await runScript('url').catch(() => undefined)
  if (running) return { uri: running }
  if (!starter) return undefined
  const uri = await runScript('start')
  // Another test run on this machine may use it by now, and finds it sooner next time. Only in CI
  // is nobody else there.
  return isCi ? { uri, stop: () => runScript('stop') } : { uri }
}

const succeeds = (attempt: Promise<unknown>) =>
  attempt.then(
    () => true,
    () => false,
  )

// Not to where a reporter may write JSON.
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
