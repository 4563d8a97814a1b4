import { holdersOf, officeOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import { answeredTo } from './asking.ts'
import { isKeptFrom } from './kept-from.ts'
import type { Observation, Route } from './types.ts'

type Routed = Pick<Observation, 'route' | 'reporter'> &
  Partial<Pick<Observation, 'reporterAgency' | 'pastAgency' | 'recused'>>

/** The first group that is not empty, nobody twice. */
const firstOf = (...groups: readonly (readonly PersonId[])[]): readonly PersonId[] => [
  ...new Set(groups.find((group) => group.length > 0) ?? []),
]

/** Those who triage at an agency, without some people: see `triagersOf`. */
export function triagersAt(
  board: BoardSettings,
  agency: AgencyId,
  isLeftOut: (person: PersonId) => boolean,
) {
  const left = (people: readonly PersonId[]) => people.filter((person) => !isLeftOut(person))
  return firstOf(
    left(ownTriagers(board, agency)),
    left(holdersOf(board, 'businessManager')),
    left(holdersOf(board, 'chair')),
  )
}

/** The seniors and leads of an agency, with their deputies. */
export const ownTriagers = (board: BoardSettings, agency: AgencyId): readonly PersonId[] => [
  ...holdersOf(board, 'senior', agency),
  ...holdersOf(board, 'agencyLead', agency),
]

/**
 * Who may read it to triage: the seniors and leads of the agency it was routed to, with their
 * deputies; if nobody is left, the business manager, then the chair (S12, I5). Nobody triages what
 * they raised themselves, or what was sent past an agency they belong or belonged to.
 */
export const readersOf = (observation: Routed, board: BoardSettings): readonly PersonId[] =>
  triagersAt(
    board,
    observation.route.agency,
    (person) => person === observation.reporter || isKeptFrom(observation, person, board),
  )

const notRecused = (observation: Routed, board: BoardSettings): readonly PersonId[] =>
  readersOf(observation, board).filter((person) => !observation.recused?.includes(person))

/**
 * Who may triage: those readers who have not asked that somebody else decide. Once all others have
 * left, they may again: better they than nobody.
 */
export const triagersOf = (observation: Routed, board: BoardSettings): readonly PersonId[] =>
  firstOf(notRecused(observation, board), readersOf(observation, board))

/** Whether somebody said that another should decide about it, and another can. */
export const isLeftToOthers = (
  observation: Routed,
  person: PersonId,
  board: BoardSettings,
): boolean =>
  observation.recused?.includes(person) === true && !triagersOf(observation, board).includes(person)

/**
 * Where it goes when somebody stops deciding about it: to the others who triage there, or to the
 * board office. `undefined` where nobody is left there either.
 */
export function routeWithout(
  observation: Observation,
  person: PersonId,
  board: BoardSettings,
): Route | undefined {
  const { route } = observation
  const office = officeOf(board)
  const recused = [...(observation.recused ?? []), person]
  const stays = { agency: route.agency, person: route.person === person ? null : route.person }
  return [stays, ...(office?.active ? [{ agency: office.id, person: null }] : [])].find(
    (to) => notRecused({ ...observation, recused, route: to }, board).length > 0,
  )
}

/**
 * Who gets the triage card: the person named; otherwise the agency's senior and deputy; otherwise
 * its lead; otherwise everybody who may triage it.
 */
export function sentTo(observation: Routed, board: BoardSettings): readonly PersonId[] {
  const { agency, person } = observation.route
  const triagers = triagersOf(observation, board)
  if (person !== null && triagers.includes(person)) return [person]
  const among = (people: readonly PersonId[]) => people.filter((id) => triagers.includes(id))
  return firstOf(among(holdersOf(board, 'senior', agency)), triagers)
}

/**
 * Those who asked what the reporter answered. If none of them triages it any more, those who do.
 */
export function askersOf(observation: Observation, board: BoardSettings): readonly PersonId[] {
  const triagers = triagersOf(observation, board)
  return firstOf(
    answeredTo(observation).filter((person) => triagers.includes(person)),
    sentTo(observation, board),
  )
}

/** The route of a new report. Sent to the board office, it goes past the reporter's agency. */
export const routedTo = (place: AgencyId, agency: AgencyId, reporter: PersonId): Routed => ({
  reporter,
  reporterAgency: agency,
  route: { agency: place, person: null },
  ...(place === agency ? {} : { pastAgency: true }),
})

/**
 * The board office, if somebody can send a report there past their own agency: it has a reader who
 * does not belong to that agency in any way. `undefined` where it would make no difference.
 */
export function officeInstead(
  board: BoardSettings,
  agency: AgencyId,
  reporter: PersonId,
): AgencyId | undefined {
  const office = officeOf(board)
  if (!office?.active || office.id === agency) return undefined
  const usual = triagersOf(routedTo(agency, agency, reporter), board)
  const readers = triagersOf(routedTo(office.id, agency, reporter), board)
  return readers.length > 0 && !readers.some((id) => usual.includes(id)) ? office.id : undefined
}

/** Whether it was sent past an agency, or past everybody who triages for one. */
export function isClosedTo(observation: Routed, board: BoardSettings, agency: AgencyId): boolean {
  if (observation.pastAgency !== true) return false
  const own = ownTriagers(board, agency)
  const isPast = own.length > 0 && own.every((person) => isKeptFrom(observation, person, board))
  const isRead = triagersOf({ ...observation, route: { agency, person: null } }, board).length > 0
  return agency === observation.reporterAgency || isPast || !isRead
}

/** An agency an observation can be passed on to, and who would triage there. */
export interface Destination {
  readonly agency: AgencyId
  readonly name: string
  /** Whether the agency can be chosen without a person. False where it already lies unassigned. */
  readonly anybody: boolean
  readonly people: readonly PersonId[]
}

/** Every place it can be passed on to: all but where it is, and those it must not reach. */
export const destinationsOf = (observation: Routed, board: BoardSettings): readonly Destination[] =>
  board.agencies
    .filter(({ active, id }) => active && !isClosedTo(observation, board, id))
    .map(({ id, name }) => ({
      agency: id,
      name,
      anybody: id !== observation.route.agency || observation.route.person !== null,
      people: triagersOf({ ...observation, route: { agency: id, person: null } }, board).filter(
        (person) => id !== observation.route.agency || person !== observation.route.person,
      ),
    }))
    .filter(({ anybody, people }) => anybody || people.length > 0)
