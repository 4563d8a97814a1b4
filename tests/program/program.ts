import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')

// What every program has of its surroundings; the settings come with the test.
const { PATH, NODE_COMPILE_CACHE } = process.env

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What a program is asked over the channel it was started with, and what it says to that. */
export interface Question<Asked = unknown> {
  readonly id: number
  readonly asked: Asked
}
export interface Reply {
  readonly id: number
  readonly answer: unknown
}

/**
 * Starts the real program: without the Playground, unless the settings say otherwise.
 * @param folder where the project lies, if it is a copy
 * @param channel whether it can be asked things; the program itself listens to nobody this way
 */
export function startProgram(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = ['src/main.ts'],
  channel: 'ipc' | 'ignore' = 'ignore',
  folder = root,
) {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', channel],
    env: { PATH, NODE_COMPILE_CACHE, SETTINGS_FILE: 'tests/fixtures/settings.env', ...settings },
  })
  let output = ''
  const seen: (() => void)[] = []
  const take = (chunk: Buffer) => {
    output += chunk.toString()
    for (const look of seen) look()
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  const answers = new Map<number, (answer: unknown) => void>()
  child.on('message', (message) => {
    const { id, answer } = message as Reply // only a program of the tests speaks here
    answers.get(id)?.(answer)
    answers.delete(id)
  })
  let questions = 0
  return {
    ended,
    get output() {
      return output
    },
    /** Where it listens, once it has said so. */
    get url() {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (!url) throw new Error(`it has not said where it listens:\n${output}`)
      return url
    },
    /** Asks a program that listens to the channel; rejects if it ends before it answers. */
    ask: (asked: unknown): Promise<unknown> =>
      Promise.race([
        new Promise<unknown>((resolve, reject) => {
          questions += 1
          answers.set(questions, resolve)
          child.send({ id: questions, asked } satisfies Question, (error) => {
            if (error) reject(error)
          })
        }),
        ended.then(() => {
          throw new Error(`it ended without an answer:\n${output}`)
        }),
      ]),
    /** Resolves once the program has said this; rejects if it ends before. */
    said: (words: string) =>
      Promise.race([
        new Promise<void>((resolve) => {
          const look = () => {
            if (output.includes(words)) resolve()
          }
          seen.push(look)
          look()
        }),
        ended.then(() => {
          if (!output.includes(words)) throw new Error(`it ended without saying so:\n${output}`)
        }),
      ]),
    kill: (signal: NodeJS.Signals) => {
      child.kill(signal)
      return ended
    },
  }
}

export type Program = ReturnType<typeof startProgram>
