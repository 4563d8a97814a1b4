import type { IncomingMessage } from 'node:http'
import { personOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { personId } from '../../domain/words/ids.ts'
import { ApiProblem } from './api-problem.ts'
import type { Identity } from './caller.ts'

export const ACT_AS_HEADER = 'x-act-as'

/** Local mode: an account without an entry, to try the introduction. */
export const NEWCOMER = {
  id: 'newcomer',
  account: { tenantId: 'local', objectId: 'newcomer' },
  name: 'Somebody new',
} as const

/**
 * Local mode: the person the request says it acts as.
 * @throws ApiProblem `not-signed-in` when it names nobody, or nobody the board knows
 */
export function actAs({ headers }: IncomingMessage, board: BoardSettings): Identity {
  const id = headers[ACT_AS_HEADER]
  if (id === NEWCOMER.id) return NEWCOMER
  const person = typeof id === 'string' ? personOf(board, personId(id)) : undefined
  if (!person)
    throw new ApiProblem(401, 'not-signed-in', 'Choose whom to act as, in the header X-Act-As.')
  const { tenantId, objectId, name } = person
  return { account: { tenantId, objectId }, name }
}
