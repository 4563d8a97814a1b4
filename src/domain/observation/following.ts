import type { BoardSettings } from '../board/types.ts'
import type { Condition } from '../machinery/listing.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import { keptAgenciesOf } from './kept-from.ts'

// What follows from a report, of any kind, is kept from whom the report is kept from (S12): its
// reporter, and everybody who belongs to an agency that it was sent past.

/** What such a record carries of the report. */
export interface Following {
  readonly reporter: PersonId | null
  readonly past: AgencyId | null
}

/** The same as columns of its list. */
interface FollowingColumns {
  readonly reporter: unknown
  readonly past: unknown
}
type Conditions = readonly Condition<FollowingColumns>[]

export const isKeptFromFollowing = (
  { reporter, past }: Following,
  person: PersonId,
  board: BoardSettings,
): boolean => person === reporter || (past !== null && keptAgenciesOf(board, person).includes(past))

/** The same for lists: without what is kept from somebody. */
export function withoutKept(board: BoardSettings, person: PersonId): Conditions {
  const kept = keptAgenciesOf(board, person)
  return [
    { column: 'reporter', noneOf: [person] },
    ...(kept.length > 0 ? [{ column: 'past', noneOf: kept } as const] : []),
  ]
}

/** And only what is kept from them, of which an auditor must not see who did what. */
export function onlyKept(board: BoardSettings, person: PersonId): readonly Conditions[] {
  const kept = keptAgenciesOf(board, person)
  return [
    [{ column: 'reporter', oneOf: [person] }],
    ...(kept.length > 0 ? [[{ column: 'past', oneOf: kept } as const]] : []),
  ]
}
