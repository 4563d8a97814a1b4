import { agencyOf, personOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import { labelOf, triageOutcomes } from '../taxonomies/lists.ts'
import { SYSTEM } from '../words/actor.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { ObservationColumns } from './columns.ts'
import type { Observation, Route } from './types.ts'

/** A person's name as entered; "somebody who has left" for a person no longer entered. */
export const sayPerson = (board: BoardSettings, id: PersonId): string =>
  id === SYSTEM.person ? 'Learning Loop' : (personOf(board, id)?.name ?? 'somebody who has left')

export const sayAgency = (board: BoardSettings, id: AgencyId): string =>
  agencyOf(board, id)?.name ?? 'an agency that is no longer listed'

/** People to choose from. Where two have one name, their jobs are said too. */
export const namedApart = (board: BoardSettings, people: readonly PersonId[]) =>
  people.map((id) => {
    const name = sayPerson(board, id)
    const isTwice = people.some((other) => other !== id && sayPerson(board, other) === name)
    const { jobTitle = '', agency = null } = (isTwice && personOf(board, id)) || {}
    const does = jobTitle || (agency === null ? '' : sayAgency(board, agency))
    return { id, name: does === '' ? name : `${name}, ${does}` }
  })

export const sayRoute = (board: BoardSettings, { agency, person }: Route): string => {
  const name = agencyOf(board, agency)?.name ?? 'another agency'
  return person === null ? name : `${sayPerson(board, person)}, ${name}`
}

/** Why a report cannot be passed on to an agency it was sent past. */
export const saySentPast = (
  { reporterAgency }: Pick<Observation, 'reporterAgency'>,
  board: BoardSettings,
): string =>
  `Its reporter sent it to the board office, past ${agencyOf(board, reporterAgency)?.name ?? 'their agency'}: it cannot go where people of that agency would read it. Choose another agency.`

/** Where an observation stands, in one sentence for its reporter. Holds nothing anybody wrote. */
export function sayStanding(
  row: Pick<ObservationColumns, 'stage' | 'acknowledged' | 'outcome'>,
): string {
  const outcome = row.outcome ? labelOf(triageOutcomes, row.outcome) : ''
  switch (row.stage) {
    case 'awaitingTriage':
      return row.acknowledged
        ? 'Somebody senior is looking at it.'
        : 'Sent. Somebody senior will look at it.'
    case 'underWay':
      return `Decided: ${outcome}. Before it is closed you will hear what was done.`
    case 'closed':
      return `Closed. Decision: ${outcome}.`
  }
}

/**
 * How it stands for a triager, without what waits and by when; `null` when nothing is left to do.
 */
export function sayWhatWaits(
  { stage, isUrgent }: Pick<ObservationColumns, 'stage'> & { readonly isUrgent: boolean },
  waitedWorkingDays: number,
): string | null {
  if (stage === 'closed') return null
  const urgent = isUrgent ? 'A child may be at risk: look at it before anything else. ' : ''
  if (stage === 'underWay')
    return isUrgent ? `${urgent}Read what was added after the decision.` : 'Decided.'
  const days = waitedWorkingDays
  const age =
    days === 0 ? 'since today' : days === 1 ? 'for 1 working day' : `for ${days} working days`
  return `${urgent}Waiting for a decision ${age}.`
}
