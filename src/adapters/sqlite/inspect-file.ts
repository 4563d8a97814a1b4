import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { APPLICATION_ID, SCHEMA_VERSION } from './migrations.ts'
import { StoreProblem } from './store-problem.ts'

/** What stands at a path, judged by its first bytes. */
interface Inspected {
  /** `new` when there is nothing, or an empty file. */
  readonly is: 'new' | 'store'
  readonly bytes: number
}

// https://www.sqlite.org/fileformat.html, "The Database Header"
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

/**
 * Looks at a file without opening it as a database. SQLite changes files that it opens, and another
 * program's file, or a newer one, must stay as it is.
 * @param rights whether it is going to be read, or written to as well
 * @throws StoreProblem `foreign`, `newer`, or `readOnly` when it may not be
 */
export function inspectFile(path: string, rights: 'r' | 'r+'): Inspected {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || (stats.isFile() && stats.size === 0)) return { is: 'new', bytes: 0 }
  if (!stats.isFile()) throw foreign(path)
  // A crash while the store was being made leaves a journal, with which SQLite undoes the rest.
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    return { is: 'store', bytes: stats.size }
  const header = headerOf(path, rights)
  if (header.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) throw foreign(path)
  requireOurs(path, header.readInt32BE(APPLICATION_ID_AT), header.readInt32BE(USER_VERSION_AT))
  return { is: 'store', bytes: stats.size }
}

/** @throws StoreProblem `foreign` or `newer` */
export function requireOurs(path: string, applicationId: number, version: number): void {
  if (applicationId !== APPLICATION_ID) throw foreign(path)
  if (version > SCHEMA_VERSION)
    throw new StoreProblem(
      'newer',
      `The store ${path} was made by a newer version of Learning Loop and was left as it is. ` +
        'Start the newer version, or restore a backup that this version made.',
    )
}

const foreign = (path: string) =>
  new StoreProblem(
    'foreign',
    `${path} is not a Learning Loop store and was left as it is. Name another file; if the store ` +
      'was here, restore its latest backup.',
  )

function headerOf(path: string, rights: 'r' | 'r+'): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    const file = openSync(path, rights)
    try {
      readSync(file, header, 0, HEADER_BYTES, 0)
    } finally {
      closeSync(file)
    }
  } catch (cause) {
    throw new StoreProblem(
      'readOnly',
      `The store ${path} cannot be ${rights === 'r' ? 'read' : 'written to'}. ` +
        'Give the program the right to read and write the file and its folder.',
      { cause },
    )
  }
  return header
}
