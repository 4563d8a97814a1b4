import type { AnyListing } from '../../domain/machinery/listing.ts'
import type { Proposal } from '../../domain/machinery/proposals.ts'
import { openProposals } from '../../domain/machinery/proposals.ts'
import { isLeftToOthers } from '../../domain/observation/routing.ts'
import type {
  ObservationCommand,
  ObservationEvent,
  ObservationView,
} from '../../domain/observation/types.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { ShownRow } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { ListedStore } from '../../ports/records.ts'
import type { RecordDeps } from '../records/change-record.ts'
import type { SeenRecord } from '../records/get-record.ts'
import { getRecord } from '../records/get-record.ts'

/** One observation as one person sees it now. */
export interface SeenObservation extends SeenRecord<ObservationView, ObservationEvent> {
  /** Working days it has waited for a decision; 0 once decided. */
  readonly waitedWorkingDays: number
  /** They let another decide about it. */
  readonly isLeftToOthers: boolean
  /** Records that follow from it, of those that they may see. */
  readonly follows: readonly FollowingRow[]
  /** When this was. */
  readonly now: Instant
  /** What waits for a second person and can still be agreed to. */
  readonly proposals: readonly Proposal<ObservationCommand>[]
}

/** A record that follows from a decision, as one line. */
export interface FollowingRow extends ShownRow {
  readonly kind: Kind
  readonly ref: RecordRef
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

/** Of each kind whose list can be narrowed to where its records come from. */
async function followingFrom(
  { records }: RecordDeps,
  { ref, board }: Pick<SeenObservation, 'ref' | 'board'>,
  actor: Actor,
): Promise<readonly FollowingRow[]> {
  const found = await Promise.all(
    KINDS.map(async (kind): Promise<readonly FollowingRow[]> => {
      const { shown } = anyRecord(kind)
      const part = shown?.list.narrowing['origin']?.part
      if (!shown || part === undefined) return []
      // Both are of its own description.
      const filter = { scope: shown.list.scopeOf(actor, board), [part]: [ref] } as never
      const store = records[kind] as unknown as ListedStore<never, never, AnyListing>
      const { rows } = await store.find(filter, shown.list.order, { size: FOLLOWING })
      return rows.map((row) => ({ kind, ref: row.ref, ...shown.row(row, board) }))
    }),
  )
  return found.flat()
}
