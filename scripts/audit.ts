/**
 * Looks whether everything is as it was kept: every event of every record, and every reading (I2):
 * `npm run audit`. It changes nothing but what the store counts to see that it can be written to.
 *
 * DATA_DIR (default: data) or MONGODB_URI says where the store is.
 */
import { existsSync } from 'node:fs'
import { SingleBar } from 'cli-progress'
import { sha256 } from '../src/adapters/shared/digest.ts'
import { StoreProblem } from '../src/adapters/sqlite/store-problem.ts'
import { storeConfig } from '../src/config/config.ts'
import { openStores, storePath } from '../src/open-stores.ts'
import type { Stores } from '../src/ports/stores.ts'
import { CHAINED_KINDS } from '../src/ports/trail.ts'
import { auditAll } from '../src/usecases/audit/audit-all.ts'
import { readAhead, UnreadableRecord } from '../src/usecases/audit/read-ahead.ts'
import { sayBreak, sayLookedAt } from '../src/usecases/audit/say-audit.ts'
import { sayProblem } from './say-problem.ts'

const WHAT_TO_DO =
  'Keep the store as it is, and compare it with its backups: they have what stood there before.'

const bar = new SingleBar({ format: '{bar} {value} of {total} chains, {eta} s to go' })

/** @returns what is not whole, as a sentence; `undefined` when everything is */
async function audit(stores: Stores): Promise<string | undefined> {
  const counts = await Promise.all(CHAINED_KINDS.map((kind) => stores.trail.count(kind)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  bar.start(total, 0)
  const result = await auditAll(readAhead(stores), sha256, (looked) =>
    bar.update(Math.min(looked, total)),
  )
  bar.stop()
  if (result.broken) return `Not whole: ${sayBreak(result.broken)}.`
  if (result.records === 0) return 'There is nothing in this store, not even a board.'
  console.log(`${sayLookedAt(result)}: every chain is whole.`)
  return undefined
}

async function main() {
  const config = storeConfig()
  const file = storePath(config)
  if (config.mongodbUri === null && !existsSync(file))
    throw new StoreProblem('missing', `There is no store at ${file}.`)
  const stores = await openStores(config, { now: () => new Date().toISOString() })
  try {
    const problem = await audit(stores).catch((error: unknown) => {
      if (error instanceof UnreadableRecord) return `Not whole: ${error.message}.`
      throw error
    })
    bar.stop()
    if (problem === undefined) return
    console.error(problem)
    console.error(WHAT_TO_DO)
    process.exitCode = 1
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  bar.stop()
  process.exitCode = 1
  console.error(sayProblem(error))
})
