/**
 * Copies the store, also while the program is running, and audits the copy:
 * `npm run backup`, or `npm run backup -- --to FILE`. It ends with status 1 when there is no copy, and
 * when what was copied is not whole.
 *
 * DATA_DIR (default: data) says where the store is.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp, fileStamp } from '../adapters/sqlite/backup.ts'
import { storeConfig } from '../config/config.ts'
import { storePath } from '../start/open-stores.ts'
import { sayProblem } from '../start/say-problem.ts'
import { lookThrough, WHAT_TO_DO } from './look-through.ts'

const named = `learning-loop-${fileStamp(new Date().toISOString())}.sqlite`

try {
  const config = storeConfig()
  if (config.mongodbUri !== null) {
    console.error(
      'The store is the MongoDB database in MONGODB_URI. Back it up with its own means: mongodump, or what your provider offers.',
    )
    process.exit(1)
  }
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const { path, bytes, seen } = await backUp({
    from: storePath(config),
    to: values.to ?? join(config.dataDir, 'backups', named),
    lookThrough,
  })
  console.log(`The backup is ${path}, of ${bytes.toLocaleString('en-GB')} bytes.`)
  if (seen.wrong.length === 0) {
    console.log(`Every page was read, and ${seen.lookedAt} were audited and found whole.`)
    console.log(`The digest of all its chains is ${seen.digest}.`)
  } else {
    process.exitCode = 1
    console.error('It is a copy of what is not whole, and restoring it will be refused:')
    for (const sentence of seen.wrong) console.error(sentence)
    console.error(WHAT_TO_DO)
  }
} catch (error) {
  process.exitCode = 1
  console.error('No backup was made.')
  console.error(refusal(error))
}

function refusal(error: unknown): string {
  if (error instanceof TypeError && 'code' in error)
    return `${error.message}\nUse: npm run backup, or npm run backup -- --to FILE`
  return sayProblem(error)
}
