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
 * deputies; where nobody is left, the board's business manager, then the chair (S12, I5). Nobody
 * triages what they raised themselves, or what was sent past an agency that they belong or belonged to.
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
 * Who may triage: those of them who have not said that somebody else should decide it. Where all others
 * have left since, they may again: better they than nobody.
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
 * Where it goes once somebody does not decide about it any more: to whoever else triages there, else to
 * the board office; `undefined` where nobody is left there either.
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

/** Whoever asked what the reporter answered; where they do not triage it any more, whoever does. */
export function askersOf(observation: Observation, board: BoardSettings): readonly PersonId[] {
  const triagers = triagersOf(observation, board)
  return firstOf(
    answeredTo(observation).filter((person) => triagers.includes(person)),
    sentTo(observation, board),
  )
}

/** What is to be raised, past the own agency where it goes to the board office instead. */
export const routedTo = (place: AgencyId, agency: AgencyId, reporter: PersonId): Routed => ({
  reporter,
  reporterAgency: agency,
  route: { agency: place, person: null },
  ...(place === agency ? {} : { pastAgency: true }),
})

/**
 * The board office, where somebody can send a report there past their own agency: somebody there reads
 * it who belongs to that agency in no way. `undefined` where it would make no difference.
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
  /** Whoever is on duty there may be chosen: not where it lies with whoever is on duty already. */
  readonly anybody: boolean
  readonly people: readonly PersonId[]
}

/** Every place an observation can be passed on to: all but where it is and what it is kept from. */
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
