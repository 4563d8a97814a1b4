import type { Recorded } from '../machinery/record-kind.ts'
import type { Observation, ObservationEvent } from './types.ts'

const ANSWERS: readonly ObservationEvent['type'][] = [
  'ObservationDecided',
  'ObservationClosed',
  'FeedbackGiven',
]

type UrgentEvent = Extract<ObservationEvent, { type: 'ObservationBecameUrgent' }>

/** The latest thing that made it more urgent since its reporter was last answered. */
export function urgentSince(
  history: readonly Recorded<ObservationEvent>[],
): Recorded<UrgentEvent> | undefined {
  const answered = history.findLastIndex(({ event }) => ANSWERS.includes(event.type))
  return history
    .slice(answered + 1)
    .findLast((one): one is Recorded<UrgentEvent> => one.event.type === 'ObservationBecameUrgent')
}

/**
 * Whether danger presses now: the report waits for a decision, or danger was added after the last
 * answer.
 */
export const isPressing = (
  { stage, sameDay }: Pick<Observation, 'stage' | 'sameDay'>,
  history: readonly Recorded<ObservationEvent>[],
): boolean =>
  sameDay &&
  (stage === 'awaitingTriage' ||
    history
      .slice(history.findLastIndex(({ event }) => ANSWERS.includes(event.type)) + 1)
      .some(({ event }) => event.type === 'ObservationBecameUrgent' && event.because === 'danger'))
