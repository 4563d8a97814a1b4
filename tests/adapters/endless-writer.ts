import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../fixtures/save-until-killed.ts', import.meta.url))

export interface EndlessWriter {
  /** The versions acknowledged so far, by reference. */
  readonly acknowledged: ReadonlyMap<string, number>
  /** Resolves when it has acknowledged this many more saves. */
  go(on: number): Promise<void>
  /** Ends it in the middle of its work, with no chance to tidy up. */
  kill(): Promise<void>
}

/** Another process that saves into a store without end. */
export function endlessWriter(path: string): EndlessWriter {
  const child = spawn(process.execPath, [SCRIPT, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const acknowledged = new Map<string, number>()
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [id, version] = line.split(' ')
    // The last line of a killed process may be half a line.
    if (id && version) acknowledged.set(id, Number(version))
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  onTestFinished(kill)
  return {
    acknowledged,
    kill,
    go: (on) =>
      new Promise((resolve, reject) => {
        let left = on
        lines.on('line', () => {
          left -= 1
          if (left === 0) resolve()
        })
        child.on('close', () => reject(new Error('the writer ended by itself')))
      }),
  }
}
