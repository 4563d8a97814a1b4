import type { Registered } from '../registered.ts'
import type { PersonId } from '../words/ids.ts'
import { OBSERVATIONS } from './columns.ts'
import { observationAskedAt, observationClaims, observationDuties } from './duties.ts'
import { OBSERVATION_EVENTS, tellingsOf } from './events.ts'
import { keptAgenciesOf } from './kept-from.ts'
import { reactionsToObservation } from './learning.ts'
import { OBSERVATION_MATTERS } from './matters.ts'
import type { ObservationNotice } from './notices.ts'
import { OBSERVATION_NOTICES } from './notices.ts'
import type { ObservationTypes } from './observation.ts'
import { observationRecord } from './observation.ts'
import { askedOf } from './outline.ts'
import { askersOf, sentTo } from './routing.ts'
import { keptScope } from './scope.ts'
import { secondsOf } from './second-person.ts'
import type { Who } from './tellings.ts'
import { OBSERVATION_WAITING } from './waiting.ts'

export interface RegisteredObservation extends ObservationTypes {
  readonly listing: typeof OBSERVATIONS
  readonly who: Who
  readonly notice: ObservationNotice
}

/** Observations among the kinds of record: see `Registered`. */
export const OBSERVATION: Registered<RegisteredObservation> = {
  ...observationRecord,
  prefix: 'OBS',
  plural: 'observations',
  listing: OBSERVATIONS,
  events: OBSERVATION_EVENTS,
  notices: OBSERVATION_NOTICES,
  card: 'triage',
  tellingsOf,
  reactionsTo: reactionsToObservation,
  alwaysTold: (who, { reporter }) => (who === 'reporter' ? [reporter] : undefined),
  toldNow(who, observation, board, by, proposer) {
    const people: Readonly<Record<Who, () => readonly PersonId[]>> = {
      reporter: () => [observation.reporter],
      triagers: () => sentTo(observation, board),
      asker: () => askersOf(observation, board),
      seconds: () => secondsOf(observation, board, by),
      proposer: () => (proposer && proposer !== by ? [proposer] : []),
      board: () => askedOf(observation, board).filter((person) => person !== by),
    }
    return people[who]()
  },
  matters: OBSERVATION_MATTERS,
  waiting: OBSERVATION_WAITING,
  dutiesOf: observationDuties,
  lapsing: (proposedTo) => ({
    filter: {
      scope: [{ agency: null, onlyReporters: null, exceptReporters: [] }],
      proposedTo,
    },
    order: 'newestFirst',
  }),
  keptFrom: ({ person }, board) => keptAgenciesOf(board, person),
  keptList: (actor, board) => ({
    filter: { scope: keptScope(actor, board) },
    order: 'newestFirst',
  }),
  claimsOf: observationClaims,
  askedAt: observationAskedAt,
}
