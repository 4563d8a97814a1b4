import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Actor } from '../words/actor.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import { keptAgenciesOf } from './kept-from.ts'
import { ownTriagers, triagersAt } from './routing.ts'

/**
 * One part of what somebody may see in lists, as a condition on narrow columns: observations of an
 * agency, without some reporters (`exceptReporters`) or only of some (`onlyReporters`).
 */
export interface ScopeClause {
  readonly agency: AgencyId | null
  readonly onlyReporters: readonly PersonId[] | null
  readonly exceptReporters: readonly PersonId[]
  /** Only those sent past one of these agencies. Absent: no condition. */
  readonly onlyPast?: readonly AgencyId[]
  /** Leaves out those sent past one of these. */
  readonly exceptPast?: readonly AgencyId[]
}

/** A row is in scope when any clause matches it. Without clauses no row is. */
export type ObservationScope = readonly ScopeClause[]

/** The actor's own observations. */
export const ownScope = (actor: Actor): ObservationScope => [
  { agency: null, onlyReporters: [actor.person], exceptReporters: [] },
]

/**
 * What an auditor must not see the lines of: what was sent past them, and their own reports. Who
 * read or proposed what is not for a reporter to know (S12).
 */
export function keptScope(actor: Actor, board: BoardSettings): ObservationScope {
  const onlyPast = keptAgenciesOf(board, actor.person)
  const past = { agency: null, onlyReporters: null, exceptReporters: [], onlyPast }
  return [...ownScope(actor), ...(onlyPast.length === 0 ? [] : [past])]
}

/**
 * What the actor may read to triage, found by asking the rule of `readersOf` itself. It depends on
 * the agency. It depends on the agency a report was sent past only where the actor belongs to that
 * one, and on the reporter only where they are one of the people concerned.
 */
export function triageScope(actor: Actor, board: BoardSettings): ObservationScope {
  const office = [...holdersOf(board, 'businessManager'), ...holdersOf(board, 'chair')]
  const keptBy = new Map<PersonId, readonly AgencyId[]>()
  const keptFor = (person: PersonId) => {
    const known = keptBy.get(person) ?? keptAgenciesOf(board, person)
    keptBy.set(person, known)
    return known
  }
  return board.agencies.flatMap(({ id: agency }): ObservationScope => {
    const concerned = [...new Set([...ownTriagers(board, agency), ...office])]
    const triages = (reporter: PersonId | null, past: AgencyId | null) =>
      triagersAt(
        board,
        agency,
        (id) => id === reporter || (past !== null && keptFor(id).includes(past)),
      ).includes(actor.person)
    const partOf = (past: AgencyId | null): ScopeClause | undefined => {
      if (triages(null, past))
        return {
          agency,
          onlyReporters: null,
          exceptReporters: concerned.filter((reporter) => !triages(reporter, past)),
        }
      const onlyReporters = concerned.filter((reporter) => triages(reporter, past))
      return onlyReporters.length > 0 ? { agency, onlyReporters, exceptReporters: [] } : undefined
    }
    const usual = partOf(null)
    // No report lies at the agency it was sent past.
    const others = [...new Set(concerned.flatMap(keptFor))]
      .filter((past) => past !== agency)
      .map((past) => ({ past, part: partOf(past) }))
      .filter(({ part }) => !isSame(part, usual))
    const exceptPast = others.map(({ past }) => past)
    return [
      ...(usual ? [exceptPast.length === 0 ? usual : { ...usual, exceptPast }] : []),
      ...others.flatMap(({ past, part }) => (part ? [{ ...part, onlyPast: [past] }] : [])),
    ]
  })
}

const isSame = (one: ScopeClause | undefined, other: ScopeClause | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Whether a row with these columns is in scope. The stores repeat this rule in SQL. */
export const inScope = (
  scope: ObservationScope,
  row: {
    readonly agency: AgencyId
    readonly reporter: PersonId
    readonly pastAgency: AgencyId | null
  },
): boolean =>
  scope.some(
    ({ agency, onlyReporters, exceptReporters, onlyPast, exceptPast }) =>
      (agency === null || agency === row.agency) &&
      (onlyReporters === null || onlyReporters.includes(row.reporter)) &&
      !exceptReporters.includes(row.reporter) &&
      (onlyPast === undefined || (row.pastAgency !== null && onlyPast.includes(row.pastAgency))) &&
      (row.pastAgency === null || !exceptPast?.includes(row.pastAgency)),
  )
