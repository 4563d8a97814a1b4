/**
 * Puts a backup where the store is, while the program is stopped, when an audit finds it whole:
 * `npm run restore -- --from FILE`, with `--force` where there is a store already, or where the backup
 * is to be restored although it is not whole.
 *
 * DATA_DIR (default: data) says where the store is.
 */
import { parseArgs } from 'node:util'
import { restore } from '../adapters/sqlite/backup.ts'
import { StoreProblem } from '../adapters/sqlite/store-problem.ts'
import { storeConfig } from '../config/config.ts'
import { storePath } from '../start/open-stores.ts'
import { sayProblem } from '../start/say-problem.ts'
import { lookThrough, WHAT_TO_DO } from './look-through.ts'

const USE = 'Use: npm run restore -- --from FILE, with --force to replace a store that is there.'

try {
  const config = storeConfig()
  if (config.mongodbUri !== null) {
    console.error(
      'The store is the MongoDB database in MONGODB_URI. Restore it with its own means: mongorestore, or what your provider offers.',
    )
    process.exit(1)
  }
  const { values } = parseArgs({
    options: { from: { type: 'string' }, force: { type: 'boolean', default: false } },
  })
  if (values.from === undefined) throw new StoreProblem('missing', `Say which backup. ${USE}`)
  const { path, seen, keptAside } = await restore({
    from: values.from,
    to: storePath(config),
    force: values.force,
    at: new Date().toISOString(),
    lookThrough,
  })
  console.log(`The store ${path} is restored: ${seen.lookedAt}.`)
  if (keptAside !== null) console.log(`The store that was there before is ${keptAside}.`)
  if (seen.wrong.length === 0) {
    console.log('Every page of it was read, and it was audited and found whole.')
    console.log(`The digest of all its chains is ${seen.digest}.`)
  } else {
    console.error('It is not as it was kept, and was restored because of --force:')
    for (const sentence of seen.wrong) console.error(sentence)
    console.error(WHAT_TO_DO)
  }
} catch (error) {
  process.exitCode = 1
  console.error('Nothing was restored.')
  console.error(refusal(error))
}

function refusal(error: unknown): string {
  if (error instanceof TypeError && 'code' in error) return `${error.message}\n${USE}`
  return sayProblem(error)
}
