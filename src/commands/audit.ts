/**
 * Audits the store (I2): `npm run audit`. Changes nothing but a count by which the store sees that
 * it can be written to. Keeps the ends of all chains in a file named by their digest.
 * `npm run audit -- --since DIGEST` also checks that every chain at an earlier audit is still the
 * beginning of the chain as it is now.
 *
 * DATA_DIR (default: data) or MONGODB_URI names the store. `--heads FOLDER` names the folder of
 * these files, instead of `audits` in DATA_DIR.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { sha256 } from '../adapters/shared/digest.ts'
import { StoreProblem } from '../adapters/sqlite/store-problem.ts'
import { storeConfig } from '../config/config.ts'
import type { Stores } from '../ports/stores.ts'
import { CHAINED_KINDS } from '../ports/trail.ts'
import { openStores, storePath } from '../start/open-stores.ts'
import { sayProblem } from '../start/say-problem.ts'
import { auditAll } from '../usecases/audit/audit-all.ts'
import type { Since } from '../usecases/audit/heads.ts'
import { NOT_LOOKED_AT, sayFindings, sayLookedAt } from '../usecases/audit/say-audit.ts'
import { HeadsProblem, headsSince, keepHeads } from './heads-file.ts'
import { WHAT_TO_DO } from './look-through.ts'

const USE = 'Use: npm run audit, with --since DIGEST and --heads FOLDER as you need them.'

const bar = new SingleBar({ format: '{bar} {value} of {total} chains, {eta} s to go' })

function given() {
  try {
    return parseArgs({ options: { since: { type: 'string' }, heads: { type: 'string' } } }).values
  } catch (cause) {
    throw new HeadsProblem(USE, { cause })
  }
}

async function audited({ keeping }: Stores, since: Since | undefined) {
  const counts = await Promise.all(CHAINED_KINDS.map((kind) => keeping.count(kind)))
  const total = counts.reduce((sum, count) => sum + count, 0)
  bar.start(total, 0)
  const onProgress = (looked: number) => bar.update(Math.min(looked, total))
  const result = await auditAll({ keeping }, sha256, { onProgress, since })
  bar.stop()
  return result
}

function say(problems: readonly string[]) {
  for (const sentence of problems) console.error(sentence)
  process.exitCode = 1
}

async function main() {
  const { since: digestThen, heads } = given()
  const config = storeConfig()
  const folder = heads ?? join(config.dataDir, 'audits')
  const file = storePath(config)
  if (config.mongodbUri === null && !existsSync(file))
    throw new StoreProblem('missing', `There is no store at ${file}.`)
  const since = digestThen === undefined ? undefined : headsSince(folder, digestThen)
  const stores = await openStores(config, { now: () => new Date().toISOString() })
  try {
    const result = await audited(stores, since)
    const { findings, records } = result
    if (findings.length > 0) return say([...sayFindings(findings), WHAT_TO_DO])
    if (records === 0) return say(['There is nothing in this store, not even a board.'])
    console.log(`${sayLookedAt(result)}: every chain is whole.`)
    console.log(NOT_LOOKED_AT)
    if (since) console.log(`Every chain of then is the beginning of the chain now: ${digestThen}.`)
    const { digest, path } = keepHeads(folder, result.heads)
    console.log(`The digest of all chains is ${digest}.`)
    console.log(`Keep it where nobody who can write to the store can write. It stands for ${path}.`)
  } finally {
    await stores.close()
  }
}

main().catch((error: unknown) => {
  bar.stop()
  process.exitCode = 1
  console.error(sayProblem(error))
})
