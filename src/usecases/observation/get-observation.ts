import type { BoardSettings } from '../../domain/board/types.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { allowedFor } from '../../domain/machinery/allowed.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { ObservationEvent, ObservationView } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { ObservationRef } from '../../domain/shared/ids.ts'
import { dateOf } from '../../domain/shared/time.ts'
import { workingDaysBetween } from '../../domain/shared/working-days.ts'
import type { Deps } from '../deps.ts'
import { observationContext } from './context.ts'

/** One observation as one person sees it now. */
export interface SeenObservation {
  readonly ref: ObservationRef
  readonly version: number
  readonly view: ObservationView
  readonly history: readonly Recorded<ObservationEvent>[]
  readonly allowed: readonly Allowed[]
  /** Working days it has waited for a decision; 0 once decided. */
  readonly waitedWorkingDays: number
  readonly board: BoardSettings
}

/** @throws DomainError `not-found` when there is none, and alike when the actor may not see it */
export async function getObservation(
  deps: Pick<Deps, 'board' | 'observations' | 'clock' | 'calendar'>,
  ref: string,
  actor: Actor,
): Promise<SeenObservation> {
  const context = await observationContext(deps)
  const stored = await deps.observations.load(ref)
  const view = stored && observationRecord.viewOf(stored.state, actor, context)
  if (!stored || !view) throw new DomainError('not-found', { what: 'observation' })
  return {
    ref: stored.id as ObservationRef, // the store's key for an observation is its reference
    version: stored.version,
    view,
    history: await deps.observations.history(ref),
    allowed: allowedFor(observationRecord, stored.state, actor, context),
    waitedWorkingDays:
      view.stage === 'awaitingTriage'
        ? workingDaysBetween(context.calendar, dateOf(view.waitingSince), dateOf(context.now))
        : 0,
    board: context.board,
  }
}
