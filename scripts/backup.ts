/**
 * Copies the store, also while the program is running:
 * `npm run backup`, or `npm run backup -- --to FILE`.
 *
 * DATA_DIR (default: data) says where the store is.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp, fileStamp } from '../src/adapters/sqlite/backup.ts'
import { StoreProblem } from '../src/adapters/sqlite/store-problem.ts'

const folder = process.env['DATA_DIR'] ?? 'data'
if (process.env['MONGODB_URI']) {
  console.error(
    'The store is the MongoDB database in MONGODB_URI. Back it up with its own means: mongodump, or what your provider offers.',
  )
  process.exit(1)
}
const named = `learning-loop-${fileStamp(new Date().toISOString())}.sqlite`

try {
  const { values } = parseArgs({ options: { to: { type: 'string' } } })
  const { path, bytes, records } = backUp({
    from: join(folder, 'learning-loop.sqlite'),
    to: values.to ?? join(folder, 'backups', named),
  })
  console.log(`The backup is ${path}.`)
  console.log(
    `It has ${bytes.toLocaleString('en-GB')} bytes and ${records.toLocaleString('en-GB')} records, ` +
      'and was read through and found whole.',
  )
} catch (error) {
  process.exitCode = 1
  console.error('No backup was made.')
  console.error(refusal(error))
}

function refusal(error: unknown): unknown {
  if (error instanceof StoreProblem) return error.message
  if (error instanceof TypeError && 'code' in error)
    return `${error.message}\nUse: npm run backup, or npm run backup -- --to FILE`
  return error
}
