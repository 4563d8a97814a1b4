import type { BoardSettings } from '../board/types.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import { asSentence } from '../words/text.ts'
import type { ObservationColumns } from './columns.ts'
import { sayEvent } from './events.ts'
import { sayStanding } from './saying.ts'
import type { ObservationEvent } from './types.ts'

type Reopening = Extract<ObservationEvent, { type: 'ObservationReopened' }>

/** The reopening after which it waits for a decision anew; `undefined` where none is the last. */
export function reopened<One extends Pick<Recorded<ObservationEvent>, 'event'>>({
  view,
  history,
}: {
  readonly view: Pick<ObservationColumns, 'stage'>
  readonly history: readonly One[]
}): (One & { readonly event: Reopening }) | undefined {
  if (view.stage !== 'awaitingTriage') return undefined
  return history.findLast(
    (one): one is One & { readonly event: Reopening } => one.event.type === 'ObservationReopened',
  )
}

const ANEW = 'It was opened again and waits for a new decision.'

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
  if (reopened({ view: row, history }) && !row.acknowledged) return ANEW
  const decided = events.findLastIndex(({ type }) => type === 'ObservationDecided')
  const came = events
    .slice(decided + 1)
    .findLast(({ type }) => type === 'LearningRecorded' || type === 'LearningNotHeld')
  return row.stage === 'awaitingTriage' || decided < 0 || !came
    ? sayStanding(row)
    : `${asSentence(sayEvent(came, board, 'reporter'))} ${sayStanding(row)}`
}
