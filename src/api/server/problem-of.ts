import { STATUS_CODES } from 'node:http'
import type { Missing, Problem } from '../../contract/common.ts'
import type { ErrorCode } from '../../domain/words/errors.ts'
import { DomainError, isRefusal } from '../../domain/words/errors.ts'
import { sayRefusal } from '../../usecases/say-refusal.ts'
import { ApiProblem } from './api-problem.ts'
import { STATUS } from './status.ts'

/**
 * The answer to an error; `undefined` for a defect, about which nothing is told.
 * @param error anything thrown by us or by restify's router
 */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof DomainError) return refused(error)
  if (error instanceof ApiProblem)
    return problem(error.status, error.code, error.detail, error.missing)
  const name = error instanceof Error ? error.name : ''
  if (name === 'ResourceNotFoundError')
    return problem(404, 'not-found', 'There is nothing at this address.')
  if (name === 'MethodNotAllowedError')
    return problem(405, 'unsupported', 'This address does not take this method.')
  return undefined
}

/** The answer to a defect. */
export const defect = (reference: string): Problem => ({
  ...problem(
    500,
    'defect',
    `Something went wrong on our side. Try again; if it happens again, give the board office this reference: ${reference}.`,
  ),
  reference,
})

function refused<Code extends ErrorCode>(error: DomainError<Code>): Problem {
  const missing = isRefusal(error, 'incomplete') ? error.details.missing : []
  return problem(STATUS[error.code], error.code, sayRefusal(error), missing)
}

const problem = (
  status: number,
  code: Problem['code'],
  detail: string,
  missing: readonly Missing[] = [],
): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
  ...(missing.length > 0 ? { missing: missing.map(({ need, say }) => ({ need, say })) } : {}),
})
