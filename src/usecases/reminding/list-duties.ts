import type { BoardSettings } from '../../domain/board/types.ts'
import type { Asking, Claim } from '../../domain/machinery/duties.ts'
import { claimOf, keyOfPerson, keyOfRole } from '../../domain/machinery/duties.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import type { DutyRow } from '../../ports/duties.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'

/** Every key somebody holds now: their own, those of their roles, and those each kind adds. */
export const askingOf = (actor: Actor, board: BoardSettings, now: Instant): Asking => ({
  person: actor.person,
  claims: eachOnce([
    claimOf(keyOfPerson(actor.person)),
    ...actor.roles.map(({ role, agency }) => claimOf(keyOfRole(role, agency))),
    ...KINDS.flatMap((kind) => anyRecord(kind).claimsOf(actor, board, dateOf(now))),
  ]),
  now,
})

/** Several kinds may add the same one, and each is a condition of the query. */
const eachOnce = (claims: readonly Claim[]): readonly Claim[] => [
  ...new Map(claims.map((claim) => [JSON.stringify(claim), claim])).values(),
]

/** What waits for the actor, in one order: the urgent first, then by due date. */
export async function listDuties(
  deps: Pick<Deps, 'board' | 'duties' | 'clock'>,
  actor: Actor,
  page: PageRequest,
): Promise<Page<DutyRow>> {
  const board = await currentBoard(deps)
  return deps.duties.waiting(askingOf(actor, board, deps.clock.now()), page)
}
