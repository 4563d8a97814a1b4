import type { StoreFailure } from '../../domain/words/errors.ts'

// https://www.sqlite.org/rescode.html; extended codes carry the primary one in their low byte.
const FAILURES: Readonly<Record<number, StoreFailure>> = {
  5: 'busy',
  6: 'busy',
  8: 'readOnly',
  10: 'io',
  11: 'damaged',
  13: 'full',
  14: 'cannotOpen',
  15: 'busy',
  26: 'damaged',
}

/** The kind of failure; `undefined` for anything else, our own defects included. */
export function sqliteFailure(error: unknown): StoreFailure | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? FAILURES[error.errcode & 0xff] : undefined
}

/** Whether a statement did not fit the tables: one exists already, or one is missing. */
export const isOfOtherTables = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === 1
