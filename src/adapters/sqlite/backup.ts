import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../domain/shared/time.ts'
import { inspectFile, requireOurs } from './inspect-file.ts'
import { makeFolder } from './make-folder.ts'
import { applicationId, RECORD_TABLES, schemaVersion } from './migrations.ts'
import { requireIntact, withStoreProblems } from './open-database.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { StoreProblem } from './store-problem.ts'

/** A store that was copied, read through and found whole. */
interface Copied {
  readonly path: string
  readonly bytes: number
  /** Observations, and the board settings as one. */
  readonly records: number
}

interface Restored extends Copied {
  /** Where the store that stood there before is now; `null` when there was none. */
  readonly keptAside: string | null
}

/** SQLite keeps a store in up to three files, and they belong together. */
const COMPANIONS = ['', '-wal', '-shm'] as const

const BUSY_TIMEOUT_MS = 5000

/** An instant as it can stand in a file name on every system: `20260327T090000Z`. */
export const fileStamp = (at: Instant): string => at.replace(/[-:]|\.\d+/g, '')

/**
 * Copies a store as it stands at one moment, also while the program is using it. The copy gets its
 * name only when it has been found whole.
 * @throws StoreProblem; nothing is overwritten, and no half copy is left
 */
export function backUp({ from, to }: { readonly from: string; readonly to: string }): Copied {
  requireStore(from)
  if (existsSync(to))
    throw new StoreProblem('taken', `${to} is there already and was left as it is. Name another.`)
  makeFolder(dirname(resolve(to)))
  const unfinished = `${to}.unfinished`
  remove(unfinished)
  try {
    copyWhileInUse(from, unfinished)
    const copied = { ...checked(unfinished, from), path: to }
    putInPlace(unfinished, to)
    return copied
  } finally {
    remove(unfinished)
  }
}

/**
 * Puts a backup where the store is. The backup is checked in a copy of its own before anything is
 * touched, and a store that stood there is kept aside with all that belongs to it.
 * @param force allows it where there is a store already
 * @throws StoreProblem; the store is as it was then
 */
export function restore({
  from,
  to,
  force,
  at,
}: {
  readonly from: string
  readonly to: string
  readonly force: boolean
  readonly at: Instant
}): Restored {
  requireStore(from)
  if (resolve(from) === resolve(to))
    throw new StoreProblem('taken', `${from} is the store itself. Name a backup of it.`)
  const isTaken = COMPANIONS.some((end) => existsSync(to + end))
  if (isTaken && !force)
    throw new StoreProblem(
      'taken',
      `There is a store at ${to} already and it was left as it is. To replace it and keep it aside, ` +
        'add --force.',
    )
  makeFolder(dirname(resolve(to)))
  const incoming = `${to}.restoring`
  remove(incoming)
  try {
    copyWithLog(from, incoming)
    const copied = { ...checked(incoming, from), path: to }
    const aside = `${to}.before-restore-${fileStamp(at)}`
    if (existsSync(aside))
      throw new StoreProblem('taken', `${aside} is there already. Wait a second and try again.`)
    if (existsSync(to)) requireUnused(to)
    if (isTaken) move(to, aside)
    try {
      putInPlace(incoming, to)
    } catch (error) {
      if (isTaken) move(aside, to)
      throw error
    }
    return { ...copied, keptAside: isTaken ? aside : null }
  } finally {
    remove(incoming)
  }
}

function copyWhileInUse(from: string, to: string) {
  try {
    const source = new DatabaseSync(from, { timeout: BUSY_TIMEOUT_MS })
    try {
      // One read transaction from beginning to end: others go on writing, the copy does not see it.
      source.prepare('VACUUM INTO ?').run(to)
    } finally {
      source.close()
    }
  } catch (error) {
    const isOfTheCopy = ['full', 'readOnly', 'cannotOpen'].includes(sqliteFailure(error) ?? '')
    withStoreProblems(isOfTheCopy ? to : from, () => {
      throw error
    })
  }
}

function requireStore(path: string) {
  if (inspectFile(path, 'r').is === 'new')
    throw new StoreProblem('missing', `There is no Learning Loop store at ${path}. Name one.`)
}

/**
 * Reads every page of a copy, and leaves it as a single file without a log beside it.
 * @param named what to call it to people: the file it was copied from
 */
function checked(copy: string, named: string): Omit<Copied, 'path'> {
  return withStoreProblems(named, () => {
    const db = new DatabaseSync(copy, { timeout: BUSY_TIMEOUT_MS })
    try {
      requireIntact(named, db, 'integrity_check')
      requireOurs(named, applicationId(db), schemaVersion(db))
      // Throws when something of the log cannot be filed, which closing would keep to itself.
      db.exec('PRAGMA journal_mode = DELETE')
      const counts = RECORD_TABLES.map((table) =>
        Number(db.prepare(`SELECT COUNT(*) AS count FROM ${table}`).get()?.count),
      )
      const records = counts.reduce((sum, count) => sum + count, 0)
      return { bytes: statSync(copy).size, records }
    } finally {
      db.close()
    }
  })
}

/** @throws StoreProblem `inUse` when any program has the store open */
function requireUnused(path: string) {
  const log = `${path}-wal`
  const copyOfLog = `${log}.kept`
  if (existsSync(log)) copyFileSync(log, copyOfLog)
  try {
    openAlone(path)
  } catch (cause) {
    if (sqliteFailure(cause) === undefined) throw cause
    if (sqliteFailure(cause) === 'busy')
      throw new StoreProblem(
        'inUse',
        `The store ${path} is in use and was left as it is. Stop the program and try again.`,
        { cause },
      )
    // Too damaged to be opened, which may be why somebody restores: it is only moved away then.
    // SQLite drops the log of a file that it cannot read; who repairs the file may want it.
    if (existsSync(copyOfLog)) renameSync(copyOfLog, log)
  } finally {
    rmSync(copyOfLog, { force: true })
  }
}

function openAlone(path: string) {
  const db = new DatabaseSync(path, { timeout: 0 })
  try {
    // With this mode set before anything is read, SQLite wants the file for itself alone, and every
    // program that has it open is in the way, whether it is writing just now or not.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
  } finally {
    db.close()
  }
}

function copyWithLog(from: string, to: string) {
  try {
    copyFileSync(from, to)
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
  } catch (cause) {
    throw new StoreProblem(
      'folder',
      `${from} could not be copied to ${dirname(to)}. See that there is room, and that the program may write there.`,
      { cause },
    )
  }
}

function move(from: string, to: string) {
  for (const end of COMPANIONS) if (existsSync(from + end)) renameSync(from + end, to + end)
}

function putInPlace(copy: string, to: string) {
  sync(copy, 'r+')
  renameSync(copy, to)
  // Windows keeps no such promise about folders, and does not let one be opened.
  if (process.platform !== 'win32') sync(dirname(resolve(to)), 'r')
}

function sync(path: string, flags: 'r' | 'r+') {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function remove(path: string) {
  for (const end of [...COMPANIONS, '-journal']) rmSync(path + end, { force: true })
}
