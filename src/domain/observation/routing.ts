import { holdersOf, officeOf, personOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Actor } from '../shared/actor.ts'
import type { AgencyId, PersonId } from '../shared/ids.ts'
import type { Observation } from './types.ts'

type Routed = Pick<Observation, 'route' | 'reporter'> &
  Partial<Pick<Observation, 'reporterAgency' | 'pastAgency'>>

const without = (people: readonly PersonId[], reporter: PersonId | null) =>
  people.filter((person) => person !== reporter)

/** The first group that is not empty, nobody twice. */
const firstOf = (...groups: readonly (readonly PersonId[])[]): readonly PersonId[] => [
  ...new Set(groups.find((group) => group.length > 0) ?? []),
]

function triagersFor(board: BoardSettings, agency: AgencyId, reporter: PersonId | null) {
  const held = (role: 'senior' | 'agencyLead') => holdersOf(board, role, agency)
  return firstOf(
    without([...held('senior'), ...held('agencyLead')], reporter),
    without(holdersOf(board, 'businessManager'), reporter),
    without(holdersOf(board, 'chair'), reporter),
  )
}

/**
 * Who may triage: the seniors and leads of the agency it was routed to, with their deputies;
 * where nobody is left, the board's business manager, then the chair (S12, I5). Nobody triages
 * what they raised themselves.
 */
export const triagersOf = (observation: Routed, board: BoardSettings): readonly PersonId[] =>
  triagersFor(board, observation.route.agency, observation.reporter)

/**
 * Who gets the triage card: the person it was given to by name, else the senior and the deputy of
 * the agency, else its lead, else whoever triages for want of them.
 */
export function sentTo(observation: Routed, board: BoardSettings): readonly PersonId[] {
  const { agency, person } = observation.route
  const triagers = triagersOf(observation, board)
  if (person !== null && triagers.includes(person)) return [person]
  const among = (people: readonly PersonId[]) => people.filter((id) => triagers.includes(id))
  return firstOf(among(holdersOf(board, 'senior', agency)), triagers)
}

/** Whether nobody who triages in one place works for an agency or triages there. */
function readsPast(
  board: BoardSettings,
  place: AgencyId,
  agency: AgencyId,
  reporter: PersonId,
): boolean {
  const usual = triagersFor(board, agency, reporter)
  return triagersFor(board, place, reporter).every(
    (id) => personOf(board, id)?.agency !== agency && !usual.includes(id),
  )
}

/**
 * The board office, where somebody can send a report there past their own agency: nobody who would
 * read it works for that agency or triages there. `undefined` where it would make no difference.
 */
export function officeInstead(
  board: BoardSettings,
  agency: AgencyId,
  reporter: PersonId,
): AgencyId | undefined {
  const office = officeOf(board)
  if (!office?.active || office.id === agency) return undefined
  const isRead = triagersFor(board, office.id, reporter).length > 0
  return isRead && readsPast(board, office.id, agency, reporter) ? office.id : undefined
}

/** Whether its reporter sent it past people who would see it there. */
export const isKeptFrom = (
  { pastAgency, reporterAgency, reporter }: Omit<Routed, 'route'>,
  board: BoardSettings,
  place: AgencyId,
): boolean =>
  pastAgency === true &&
  reporterAgency !== undefined &&
  (place === reporterAgency || !readsPast(board, place, reporterAgency, reporter))

/** An agency an observation can be passed on to, and who would triage there. */
export interface Destination {
  readonly agency: AgencyId
  readonly name: string
  /** Whoever is on duty there may be chosen: not where it lies with whoever is on duty already. */
  readonly anybody: boolean
  readonly people: readonly PersonId[]
}

/** Every place an observation can be passed on to: all but where it is and what it is kept from. */
export const destinationsOf = (observation: Routed, board: BoardSettings): readonly Destination[] =>
  board.agencies
    .filter(({ active, id }) => active && !isKeptFrom(observation, board, id))
    .map(({ id, name }) => ({
      agency: id,
      name,
      anybody: id !== observation.route.agency || observation.route.person !== null,
      people: triagersFor(board, id, observation.reporter).filter(
        (person) => id !== observation.route.agency || person !== observation.route.person,
      ),
    }))
    .filter(({ anybody, people }) => anybody || people.length > 0)

/**
 * One part of what somebody may see in lists, as a condition on narrow columns: observations of an
 * agency, all but some reporters' (`exceptReporters`) or only some reporters' (`onlyReporters`).
 */
export interface ScopeClause {
  readonly agency: AgencyId | null
  readonly onlyReporters: readonly PersonId[] | null
  readonly exceptReporters: readonly PersonId[]
}

/** A row is in scope when any clause takes it; no clause, no row. */
export type ObservationScope = readonly ScopeClause[]

/** The actor's own observations. */
export const ownScope = (actor: Actor): ObservationScope => [
  { agency: null, onlyReporters: [actor.person], exceptReporters: [] },
]

/**
 * What the actor may triage, worked out from `triagersOf` itself: who triages depends on the agency
 * and, only where the reporter is one of the people concerned, on the reporter.
 */
export function triageScope(actor: Actor, board: BoardSettings): ObservationScope {
  const office = [...holdersOf(board, 'businessManager'), ...holdersOf(board, 'chair')]
  return board.agencies.flatMap(({ id: agency }): ObservationScope => {
    const concerned = [
      ...new Set([
        ...holdersOf(board, 'senior', agency),
        ...holdersOf(board, 'agencyLead', agency),
        ...office,
      ]),
    ]
    const triages = (reporter: PersonId | null) =>
      triagersFor(board, agency, reporter).includes(actor.person)
    if (triages(null))
      return [
        { agency, onlyReporters: null, exceptReporters: concerned.filter((p) => !triages(p)) },
      ]
    const onlyReporters = concerned.filter(triages)
    return onlyReporters.length > 0 ? [{ agency, onlyReporters, exceptReporters: [] }] : []
  })
}

/** Whether a row with these narrow columns is in scope: the rule the stores repeat in SQL. */
export const inScope = (
  scope: ObservationScope,
  row: { readonly agency: AgencyId; readonly reporter: PersonId },
): boolean =>
  scope.some(
    (clause) =>
      (clause.agency === null || clause.agency === row.agency) &&
      (clause.onlyReporters === null || clause.onlyReporters.includes(row.reporter)) &&
      !clause.exceptReporters.includes(row.reporter),
  )
