import type { Proposal } from '../../domain/machinery/proposals.ts'
import { openProposals } from '../../domain/machinery/proposals.ts'
import type { ObservationCommand } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { RecordDeps } from '../records/change-record.ts'
import type { Seen } from '../records/get-record.ts'
import { getRecord } from '../records/get-record.ts'

/** One observation as one person sees it now. */
export interface SeenObservation extends Seen<'observation'> {
  /** Working days it has waited for a decision; 0 once decided. */
  readonly waitedWorkingDays: number
  /** When this was. */
  readonly now: Instant
  /** What waits for a second person and can still be agreed to. */
  readonly proposals: readonly Proposal<ObservationCommand>[]
}

/** @throws DomainError `not-found` when it does not exist or the actor may not see it */
export async function getObservation(
  deps: RecordDeps,
  ref: string,
  actor: Actor,
): Promise<SeenObservation> {
  const seen = await getRecord(deps, 'observation', ref, actor)
  const { stage, waitingSince } = seen.view
  return {
    ...seen,
    now: deps.clock.now(),
    proposals: openProposals(seen.view.proposals, deps.clock.now()),
    waitedWorkingDays:
      stage === 'awaitingTriage'
        ? workingDaysBetween(deps.calendar, dateOf(waitingSince), dateOf(deps.clock.now()))
        : 0,
  }
}
