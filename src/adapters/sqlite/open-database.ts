import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { requireCopied } from './copying-mark.ts'
import { inspectFile, requireOurs } from './inspect-file.ts'
import { makeFolder } from './make-folder.ts'
import { applicationId, migrate, schemaVersion } from './migrations.ts'
import { keepPrivate, makePrivateFile } from './private-file.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { StoreProblem } from './store-problem.ts'

interface DatabaseOptions {
  readonly path: string
  readonly busyTimeoutMs: number
  readonly maxPages?: number | undefined
  /** Allow a store that is being copied into. Only copying sets this. */
  readonly whileCopying?: true
}

/**
 * Up to this size, in bytes, every page is checked. A larger store would keep people waiting at
 * each start.
 */
const CHECKED_AT_OPENING = 64 * 1024 * 1024

/**
 * Opens the file of a store with its tables up to date. Makes it if missing.
 * @throws StoreProblem; then nothing in it has been changed
 */
export function openDatabase(options: DatabaseOptions): DatabaseSync {
  const { path, busyTimeoutMs, maxPages, whileCopying } = options
  const inMemory = path === ':memory:'
  if (!inMemory) makeFolder(dirname(path))
  const { is, bytes } = inMemory ? { is: 'new', bytes: 0 } : inspectFile(path, 'r+')
  if (!inMemory && is === 'new') beginPrivately(path)
  return withStoreProblems(path, () => {
    const db = new DatabaseSync(path, { timeout: busyTimeoutMs })
    try {
      if (is === 'store' && hasPages(db)) {
        requireOurs(path, applicationId(db), schemaVersion(db))
        if (!whileCopying) requireCopied(path, db)
        if (bytes <= CHECKED_AT_OPENING) requireIntact(path, db)
      }
      if (!inMemory) keepPrivate(path)
      // FULL: what a person was told is saved must survive a power cut.
      db.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
      // Deleted content, above all a half-finished report, is overwritten as well.
      db.exec('PRAGMA secure_delete = ON')
      // PRAGMA takes no parameters; this can only be a whole number.
      if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`)
      const migrated = migrate(db)
      // After the tables, so that the file's own header says whose it is, without the log.
      db.exec('PRAGMA journal_mode = WAL')
      if (migrated) fileWhatIsLogged(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function beginPrivately(path: string) {
  try {
    makePrivateFile(path, 'a')
  } catch {
    // SQLite cannot make it either, and says why.
  }
}

/**
 * Writes the log into the file, so that the file alone says what it is. If another program has it
 * open, that one does it later.
 */
function fileWhatIsLogged(db: DatabaseSync) {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (sqliteFailure(error) !== 'busy') throw error
  }
}

/** A store that was never finished has no pages, since SQLite has undone it. */
const hasPages = (db: DatabaseSync) => Number(db.prepare('PRAGMA page_count').get()?.page_count) > 0

/** @throws StoreProblem `damaged` when SQLite finds a page that is not as it was written */
export function requireIntact(path: string, db: DatabaseSync, check = 'quick_check'): void {
  const found = db.prepare(`PRAGMA ${check}(1)`).get()?.[check]
  if (found !== 'ok') throw damaged(path)
}

/** Puts into words what SQLite threw while a store was opened, copied or replaced. */
export function withStoreProblems<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const failure = sqliteFailure(error)
    if (!failure) throw error
    switch (failure) {
      case 'busy':
        throw new StoreProblem(
          'inUse',
          `Another program is using the store ${path}. Stop it, or wait until it is done, and try again.`,
          { cause: error },
        )
      case 'full':
        throw new StoreProblem(
          'full',
          `There is no room left for the store ${path}. Free some space and start again.`,
          { cause: error },
        )
      case 'readOnly':
      case 'cannotOpen':
        throw new StoreProblem(
          'readOnly',
          `The store ${path} cannot be written to. Give the program the right to write to the file and its folder.`,
          { cause: error },
        )
      case 'io':
        throw new StoreProblem(
          'disk',
          `The disk under the store ${path} could not be read or written. Have it checked, then start again.`,
          { cause: error },
        )
      case 'damaged':
        throw damaged(path, error)
    }
  }
}

const damaged = (path: string, cause?: unknown) =>
  new StoreProblem(
    'damaged',
    `The store ${path} is damaged and was left as it is. Restore the latest backup.`,
    { cause },
  )
