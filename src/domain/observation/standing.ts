import type { BoardSettings } from '../board/types.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import { asSentence } from '../words/text.ts'
import type { ObservationColumns } from './columns.ts'
import { sayEvent } from './events.ts'
import { sayStanding } from './saying.ts'
import type { ObservationEvent } from './types.ts'

type Standing = Pick<ObservationColumns, 'stage' | 'acknowledged' | 'outcome'>

/**
 * Where an observation stands, with what became of the learning its decision promised. A promise
 * that is no longer kept never stands alone.
 */
export function sayStandingSince(
  row: Standing,
  history: readonly Pick<Recorded<ObservationEvent>, 'event'>[],
  board: BoardSettings,
): string {
  const events = history.map(({ event }) => event)
  const decided = events.findLastIndex(({ type }) => type === 'ObservationDecided')
  const came = events
    .slice(decided + 1)
    .findLast(({ type }) => type === 'LearningRecorded' || type === 'LearningNotHeld')
  return row.stage === 'awaitingTriage' || decided < 0 || !came
    ? sayStanding(row)
    : `${asSentence(sayEvent(came, board, 'reporter'))} ${sayStanding(row)}`
}
