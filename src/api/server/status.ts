import type { ErrorCode } from '../../domain/words/errors.ts'

/** The HTTP status of each refusal. */
export const STATUS = {
  'not-found': 404,
  'not-your-role': 403,
  'not-possible-now': 409,
  incomplete: 422,
  conflict: 409,
  unavailable: 503,
} as const satisfies Readonly<Record<ErrorCode, number>>
