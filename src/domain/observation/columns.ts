import type { AgencyId, PersonId } from '../shared/ids.ts'
import type { Instant, Month } from '../shared/time.ts'
import { monthOf } from '../shared/time.ts'
import type { KindCode, OutcomeCode } from '../taxonomies/lists.ts'
import { chosenLast } from './answers.ts'
import type { Observation, ObservationStage } from './types.ts'

/**
 * The narrow columns a store keeps beside an observation: everything that lists and figures need,
 * nothing anybody wrote. Written with the record, so they never disagree with it.
 */
export interface ObservationColumns {
  readonly stage: ObservationStage
  readonly kind: KindCode
  readonly agency: AgencyId
  readonly person: PersonId | null
  readonly reporter: PersonId
  readonly sameDay: boolean
  readonly worry: string | null
  readonly acknowledged: boolean
  readonly outcome: OutcomeCode | null
  readonly raisedAt: Instant
  readonly raisedMonth: Month
  readonly waitingSince: Instant
  /** Of the first decision: later ones do not make the board look faster or slower. */
  readonly decidedMonth: Month | null
  readonly decidedInWorkingDays: number | null
  readonly closedAt: Instant | null
}

export function columnsOf(observation: Observation): ObservationColumns {
  const { stage, kind, route, reporter, sameDay, raisedAt, waitingSince } = observation
  const first = observation.decisions[0]
  const last = observation.stage === 'awaitingTriage' ? undefined : observation.decision
  return {
    stage,
    kind,
    agency: route.agency,
    person: route.person,
    reporter,
    sameDay,
    worry: chosenLast(observation, 'worry') ?? null,
    acknowledged: observation.acknowledged !== null,
    outcome: last?.outcome ?? null,
    raisedAt,
    raisedMonth: monthOf(raisedAt),
    waitingSince,
    decidedMonth: first ? monthOf(first.at) : null,
    decidedInWorkingDays: first?.tookWorkingDays ?? null,
    closedAt: observation.stage === 'closed' ? observation.closed.at : null,
  }
}
