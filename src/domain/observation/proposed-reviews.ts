import type { Recorded } from '../machinery/record-kind.ts'
import type { Reaction } from '../registered.ts'
import type { ReviewCommand } from '../review/types.ts'
import type { OutcomeCode } from '../taxonomies/lists.ts'
import { outcomeOf } from '../taxonomies/lists.ts'
import type { RecordRef } from '../words/ids.ts'
import type { Observation, ObservationEvent } from './types.ts'

// A decision may propose a review (S14). The review carries the reference, kind and agency of the
// observation. Who must not know of the report must not know of the review, so who they are is
// carried, too.

/** Whether a decision proposes a review. */
const proposes = (outcome: OutcomeCode): boolean => outcomeOf(outcome)?.proposesReview === true

type Before = readonly Recorded<ObservationEvent>[]

/** The numbers of the earlier decisions that proposed a review. */
const earlier = (before: Before, which: (outcome: OutcomeCode) => boolean): readonly number[] =>
  before.flatMap(({ event, seq }) =>
    event.type === 'ObservationDecided' && proposes(event.outcome) && which(event.outcome)
      ? [seq]
      : [],
  )

/** The review that a decision proposes, unless the same was decided before and it still waits. */
export function reviewProposed(
  { event, by }: Recorded<ObservationEvent>,
  { route, kind, reporter, pastAgency, reporterAgency, recused }: Observation,
  origin: RecordRef,
  before: Before,
): readonly Reaction[] {
  if (event.type !== 'ObservationDecided' || !proposes(event.outcome)) return []
  const command: ReviewCommand = {
    type: 'arise',
    statutory: outcomeOf(event.outcome)?.asksTheBoard === true,
    agency: route.agency,
    kind,
    reporter,
    past: pastAgency ? reporterAgency : null,
    ...(recused ? { recused } : {}),
    proposer: by,
    origin,
  }
  const same = earlier(before, (outcome) => outcome === event.outcome)
  return [{ kind: 'review', command, unlessMade: { by: same, at: 'proposed' } }]
}

/** Withdraws what another outcome proposed before, where nobody has decided on it. */
export function reviewsWithdrawn(outcome: OutcomeCode, before: Before): readonly Reaction[] {
  const command: ReviewCommand = { type: 'withdraw' }
  return earlier(before, (one) => one !== outcome).map((by) => ({
    kind: 'review',
    made: { by, at: 'proposed' },
    command,
  }))
}
