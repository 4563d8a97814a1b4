import { DomainError } from '../../domain/words/errors.ts'
import { sqliteFailure } from './sqlite-failure.ts'

/** The store has been closed: the program is stopping. */
export const storeIsClosed = (): DomainError<'unavailable'> =>
  new DomainError('unavailable', { why: 'stopping' })

/** A failure of a whole group of writes, for any reason. */
export function unavailable(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const why = sqliteFailure(error) ?? 'otherwise'
  return new DomainError('unavailable', { why }, { cause: error })
}

/** What SQLite threw as a refusal, where it is one; a defect of our own stays what it is. */
export const asRefusal = (error: unknown): unknown =>
  sqliteFailure(error) ? unavailable(error) : error
