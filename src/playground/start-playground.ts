import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { devNull } from 'node:os'
import path from 'node:path'

const here = import.meta.dirname
const STARTS_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 200

export interface Playground {
  readonly url: string
  stop(): Promise<void>
}

export interface PlaygroundOptions {
  readonly port: number
  /** Where the bot answers: `http://127.0.0.1:3978`. */
  readonly botUrl: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** The Playground cannot start. The message says why and what to do. */
class PlaygroundProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PlaygroundProblem'
  }
}

/**
 * Starts the Agents Playground beside the server, on loopback only.
 * @throws PlaygroundProblem with what to do when it does not start
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, botUrl, environment } = options
  if (await answers(port))
    throw new PlaygroundProblem(
      `Port ${port} is in use, so the Playground cannot start. Stop what uses it, choose another with PLAYGROUND_PORT, or set PLAYGROUND=off.`,
    )
  const cli = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')
  const child = spawn(
    process.execPath,
    [
      '--require',
      path.join(here, 'loopback.cjs'),
      cli,
      'start',
      '-e',
      `${botUrl}/api/messages`,
      '-c',
      'msteams',
      '-p',
      String(port),
      '--dt',
    ],
    {
      cwd: here,
      // Through this channel it notices that this program is gone, however it ended: see
      // loopback.cjs.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...environment,
        TEAMSAPPTESTER_BROWSER: 'none',
        // Its log would hold what people type.
        M365_AGENTS_PLAYGROUND_LOGFILE: devNull,
      },
    },
  )
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  for (let waited = 0; !(await answers(port)); waited += LOOK_EVERY_MS) {
    if (child.exitCode !== null || waited > STARTS_WITHIN_MS) {
      child.kill()
      throw new PlaygroundProblem(
        'The Playground did not start. Set PLAYGROUND=off to go on without a chat.',
      )
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await ended
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const say = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => say(true))
    socket.once('error', () => say(false))
  })
