import path from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { createWorkingCalendar } from '../adapters/local/working-calendar.ts'
import { sha256 } from '../adapters/shared/digest.ts'
import { loadConfig } from '../config/config.ts'
import { DEMO_OBSERVATIONS, fillWithDemo, makeDemoStore } from '../demo/demo-store.ts'
import { makeDemoYear } from '../demo/make-demo-year.ts'
import { openStores, storePath } from '../start/open-stores.ts'

// `npm run seed -- --observations 5000`: a believable year on the demo board, through the use-cases.

const MOST = 1_000_000

async function main() {
  const { values } = parseArgs({ options: { observations: { type: 'string', default: '1000' } } })
  const observations = Number(values.observations)
  if (!Number.isInteger(observations) || observations < 1 || observations > MOST)
    throw new Error(`--observations takes a whole number from 1 to ${MOST}.`)
  const config = loadConfig()
  if (config.mode !== 'local') throw new Error('The demo year is for local mode only.')
  const file = path.resolve(storePath(config))
  const isEmbedded = config.mongodbUri === null
  if (isEmbedded) await makeDemoStore(file, DEMO_OBSERVATIONS)
  const clock = { now: () => new Date().toISOString() }
  const stores = await openStores(config, clock)
  try {
    const deps = {
      ...stores,
      clock,
      newId: () => crypto.randomUUID(),
      calendar: createWorkingCalendar(),
      digest: sha256,
    }
    if (!(await stores.board.current())) await fillWithDemo(deps, DEMO_OBSERVATIONS)
    const bar = new SingleBar({ format: '{bar} {value} of {total} observations, {eta} s to go' })
    bar.start(observations, 0)
    // Another seed on each run, so that a second year is not the first one again.
    const seed = 1_000 + (Date.now() % 1_000_000)
    await makeDemoYear(deps, { observations, seed, onProgress: (made) => bar.update(made) })
    bar.stop()
    const where = isEmbedded ? path.relative('.', file) : 'the MongoDB database'
    console.log(`Added ${observations} observations to ${where}.`)
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
