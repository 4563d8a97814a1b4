import { DomainError } from '../../domain/words/errors.ts'
import type { SqliteFailure } from './sqlite-failure.ts'
import { sqliteFailure } from './sqlite-failure.ts'

const SAY: Readonly<Record<SqliteFailure, string>> = {
  busy: 'Another program is using the store: nothing was saved. Try again in a moment.',
  full: 'The disk is full: nothing was saved. Free some space and try again.',
  io: 'The disk could not be read or written: nothing was saved. Have the disk checked, then try again.',
  readOnly:
    'The store may only be read: nothing was saved. Give the program the right to write to its data folder and try again.',
  damaged:
    'The store is damaged: nothing was saved. Stop the program, restore the latest backup and start again.',
  cannotOpen:
    'The store cannot be reached: nothing was saved. See that its data folder is still there and try again.',
}

const OTHERWISE = 'The store could not be written to: nothing was saved. Try again in a moment.'

/** The store has been closed: the program is stopping. */
export const storeIsClosed = (): DomainError<'unavailable'> =>
  new DomainError('unavailable', {
    what: 'store',
    say: 'The program is stopping: nothing was saved. Try again in a moment.',
  })

/** A failure of a whole group of writes, whatever was the matter with it. */
export function unavailable(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const failure = sqliteFailure(error)
  const say = failure ? SAY[failure] : OTHERWISE
  return new DomainError('unavailable', { what: 'store', say }, { cause: error })
}

/** What SQLite threw as a refusal, where it is one; a defect of our own stays what it is. */
export const asRefusal = (error: unknown): unknown =>
  sqliteFailure(error) ? unavailable(error) : error
