import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..', '..')

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the real program: without the Playground, unless the settings say otherwise. */
export function startProgram(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = ['src/main.ts'],
) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PLAYGROUND: 'off', ...settings },
  })
  let output = ''
  const seen: (() => void)[] = []
  const take = (chunk: Buffer) => {
    output += chunk.toString()
    for (const look of seen) look()
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  const ended = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  return {
    ended,
    get output() {
      return output
    },
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
