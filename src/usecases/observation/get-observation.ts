import type { ActivityRow } from '../../domain/activity/columns.ts'
import { activityScope } from '../../domain/activity/columns.ts'
import type { Proposal } from '../../domain/machinery/proposals.ts'
import { openProposals } from '../../domain/machinery/proposals.ts'
import { isLeftToOthers } from '../../domain/observation/routing.ts'
import type {
  ObservationCommand,
  ObservationEvent,
  ObservationView,
} from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { RecordDeps } from '../records/change-record.ts'
import type { SeenRecord } from '../records/get-record.ts'
import { getRecord } from '../records/get-record.ts'

/** One observation as one person sees it now. */
export interface SeenObservation extends SeenRecord<ObservationView, ObservationEvent> {
  /** Working days it has waited for a decision; 0 once decided. */
  readonly waitedWorkingDays: number
  /** They let another decide about it. */
  readonly isLeftToOthers: boolean
  /** Learning activities that follow from it, of those that they may see. */
  readonly follows: readonly ActivityRow[]
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
  const { stage, waitingSince, seenAs, decisions } = seen.view
  const isReader = seenAs === 'triager'
  return {
    ...seen,
    now: deps.clock.now(),
    isLeftToOthers: isReader && isLeftToOthers(seen.view, actor.person, seen.board),
    follows: isReader && decisions.length > 0 ? await followingFrom(deps, seen, actor) : [],
    proposals: openProposals(seen.view.proposals, deps.clock.now()),
    waitedWorkingDays:
      stage === 'awaitingTriage'
        ? workingDaysBetween(deps.calendar, dateOf(waitingSince), dateOf(deps.clock.now()))
        : 0,
  }
}

const FOLLOWING = 20

async function followingFrom(
  { records }: RecordDeps,
  { ref, board }: Pick<SeenObservation, 'ref' | 'board'>,
  actor: Actor,
): Promise<readonly ActivityRow[]> {
  const filter = { scope: activityScope(actor, board), origins: [ref] }
  return (await records.activity.find(filter, 'latestFirst', { size: FOLLOWING })).rows
}
