import path from 'node:path'
import { logLines } from '../../src/api/server/log-lines.ts'
import { compose } from '../../src/compose.ts'
import { loadConfig } from '../../src/config/config.ts'
import { openStores } from '../../src/start/open-stores.ts'
import type { Question, Reply } from '../program/program.ts'

// The program as src/main.ts puts it together, in a process of its own, on a board that is there
// already. Its clock is the real one, and a test can put it forward; a test can also make it tell
// people, and ask what it has done.

export interface InstanceGiven {
  /** Whether it keeps to what Teams takes; those that do not, wait for nothing. */
  readonly isPaced: boolean
  /** How often it looks for something to tell when nothing nudges, in milliseconds. */
  readonly tickMs: number
}

export type Asked =
  | { readonly type: 'goOn'; readonly seconds: number }
  | { readonly type: 'deliver' }
  | { readonly type: 'planned' }

const { isPaced, tickMs } = JSON.parse(process.argv[2] ?? '{}') as InstanceGiven // a test wrote it
const config = loadConfig()
let aheadMs = 0
let planned = 0
const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() }
const app = await compose(config, {
  clock,
  log: logLines('warn', clock, (line) => process.stderr.write(line)),
  tabFolder: path.join(import.meta.dirname, '..', '..', 'dist', 'tab'),
  tickMs,
  ...(isPaced ? {} : { rest: async () => undefined }),
  async openStores(its) {
    const stores = await openStores(config, its)
    const { deliveries } = stores
    return {
      ...stores,
      deliveries: {
        ...deliveries,
        async add(messages) {
          await deliveries.add(messages)
          planned += messages.length
        },
      },
    }
  },
})

async function answerTo(asked: Asked): Promise<unknown> {
  if (asked.type === 'planned') return planned
  if (asked.type === 'deliver') return app.deliver()
  aheadMs += asked.seconds * 1000
  return undefined
}

process.on('message', async (message) => {
  const { id, asked } = message as Question<Asked> // only the test speaks here
  const answer = await answerTo(asked)
  process.send?.({ id, answer } satisfies Reply)
})
process.once('SIGTERM', () => void app.stop().finally(() => process.exit()))
// However the test ended.
process.once('disconnect', () => process.exit())
const { url } = await app.start()
process.stdout.write(`It listens on ${url}\n`)
