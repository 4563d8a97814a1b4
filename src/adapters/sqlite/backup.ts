import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../domain/words/time.ts'
import type { Looked, LookThrough } from './check-copy.ts'
import { checkCopy } from './check-copy.ts'
import { inspectFile } from './inspect-file.ts'
import { makeFolder } from './make-folder.ts'
import { withStoreProblems } from './open-database.ts'
import { moveStore, putInPlace, removeStore } from './place-file.ts'
import { COMPANIONS, copyPrivately, keepPrivate, makePrivateFile } from './private-file.ts'
import { requireUnused } from './require-unused.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { StoreProblem } from './store-problem.ts'

/** A store that was copied and looked through. */
interface Copied<Seen extends Looked> {
  readonly path: string
  readonly bytes: number
  readonly seen: Seen
}

interface Restored<Seen extends Looked> extends Copied<Seen> {
  /** Where the store that stood there before is now; `null` when there was none. */
  readonly keptAside: string | null
}

interface Looking<Seen extends Looked> {
  readonly lookThrough: LookThrough<Seen>
}

const BUSY_TIMEOUT_MS = 5000

/** An instant as it can stand in a file name on every system: `20260327T090000Z`. */
export const fileStamp = (at: Instant): string => at.replace(/[-:]|\.\d+/g, '')

/**
 * Copies a store as it stands at one moment, also while the program uses it. A copy of a store that
 * is not whole is kept too, since it may be all there is.
 * @throws StoreProblem; nothing is overwritten, and no half copy is left
 */
export async function backUp<Seen extends Looked>({
  from,
  to,
  lookThrough,
}: Looking<Seen> & { readonly from: string; readonly to: string }): Promise<Copied<Seen>> {
  requireStore(from)
  if (existsSync(to))
    throw new StoreProblem('taken', `${to} is there already and was left as it is. Name another.`)
  makeFolder(dirname(resolve(to)))
  const unfinished = `${to}.unfinished`
  removeStore(unfinished)
  try {
    copyWhileInUse(from, unfinished)
    const seen = await checkCopy(unfinished, from, lookThrough)
    const bytes = statSync(unfinished).size
    putInPlace(unfinished, to)
    return { path: to, bytes, seen }
  } finally {
    removeStore(unfinished)
  }
}

/**
 * Puts a backup in the place of the store. The backup is checked in a copy of its own before
 * anything is changed. A store that stood there is kept aside with all its files.
 * @param force allows it where a store exists already, and where the backup is not whole
 * @throws StoreProblem with everything that is in the way; then the store is unchanged
 */
export async function restore<Seen extends Looked>({
  from,
  to,
  force,
  at,
  lookThrough,
}: Looking<Seen> & {
  readonly from: string
  readonly to: string
  readonly force: boolean
  readonly at: Instant
}): Promise<Restored<Seen>> {
  requireStore(from)
  if (resolve(from) === resolve(to))
    throw new StoreProblem('taken', `${from} is the store itself. Name a backup of it.`)
  const isTaken = COMPANIONS.some((end) => existsSync(to + end))
  makeFolder(dirname(resolve(to)))
  const incoming = `${to}.restoring`
  removeStore(incoming)
  try {
    copyWithLog(from, incoming)
    const seen = await checkCopy(incoming, from, lookThrough)
    const bytes = statSync(incoming).size
    if (!force) requireNothingInTheWay(isTaken ? to : null, from, seen.wrong)
    const aside = `${to}.before-restore-${fileStamp(at)}`
    if (existsSync(aside))
      throw new StoreProblem('taken', `${aside} is there already. Wait a second and try again.`)
    if (existsSync(to)) requireUnused(to)
    if (isTaken) {
      keepPrivate(to)
      moveStore(to, aside)
    }
    try {
      putInPlace(incoming, to)
    } catch (error) {
      if (isTaken) moveStore(aside, to)
      throw error
    }
    return { path: to, bytes, seen, keptAside: isTaken ? aside : null }
  } finally {
    removeStore(incoming)
  }
}

/** @throws StoreProblem with all that only `--force` overrules, said at once */
function requireNothingInTheWay(taken: string | null, from: string, wrong: readonly string[]) {
  const ways = [
    ...(taken === null
      ? []
      : [
          `There is a store at ${taken} already and it was left as it is. To replace it and keep it ` +
            'aside, add --force.',
        ]),
    ...(wrong.length === 0
      ? []
      : [
          ...wrong,
          `So ${from} is not as it was kept. Take an earlier backup; to restore this one all the ` +
            'same, add --force.',
        ]),
  ]
  if (ways.length > 0)
    throw new StoreProblem(wrong.length > 0 ? 'notWhole' : 'taken', ways.join('\n'))
}

function copyWhileInUse(from: string, to: string) {
  try {
    makePrivateFile(to, 'wx')
  } catch (cause) {
    throw cannotCopy(from, to, cause)
  }
  try {
    const source = new DatabaseSync(from, { timeout: BUSY_TIMEOUT_MS })
    try {
      // One read transaction from beginning to end. Others go on writing; the copy does not see
      // that.
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

function copyWithLog(from: string, to: string) {
  try {
    copyPrivately(from, to)
    if (existsSync(`${from}-wal`)) copyPrivately(`${from}-wal`, `${to}-wal`)
  } catch (cause) {
    throw cannotCopy(from, to, cause)
  }
}

const cannotCopy = (from: string, to: string, cause: unknown) =>
  new StoreProblem(
    'folder',
    `${from} could not be copied to ${dirname(to)}. See that there is room, and that the program may write there.`,
    { cause },
  )
