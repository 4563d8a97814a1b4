import type { Registered } from '../registered.ts'
import { OBSERVATIONS } from './columns.ts'
import type { ObservationNotice, Telling } from './events.ts'
import { OBSERVATION_EVENTS, OBSERVATION_NOTICES, tellingsOf } from './events.ts'
import type { ObservationTypes } from './observation.ts'
import { observationRecord } from './observation.ts'
import { askedOf } from './outline.ts'
import { sentTo } from './routing.ts'

export interface RegisteredObservation extends ObservationTypes {
  readonly listing: typeof OBSERVATIONS
  readonly who: Telling['who']
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
  alwaysTold: (who, { reporter }) => (who === 'reporter' ? [reporter] : undefined),
  toldNow: (who, observation, board, by) =>
    who === 'triagers'
      ? sentTo(observation, board)
      : askedOf(observation, board).filter((person) => person !== by),
}
