import type { BoardSettings } from '../../domain/board/types.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { allowedFor } from '../../domain/machinery/allowed.ts'
import type { Proposal } from '../../domain/machinery/proposals.ts'
import { outlineFor } from '../../domain/observation/late-outline.ts'
import type { ObservationOutline } from '../../domain/observation/outline.ts'
import { outlineMade } from '../../domain/observation/outline.ts'
import { proposedTo } from '../../domain/observation/second-person.ts'
import type { Agreed, ObservationCommand } from '../../domain/observation/types.ts'
import { RECORDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import { noteReading } from '../audit/note-reading.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from '../records/change-record.ts'
import { contextNow } from '../records/context-now.ts'
import type { LateAbout } from '../reminding/late-about.ts'
import { lateAbout } from '../reminding/late-about.ts'
import { seesLate } from '../reminding/list-late.ts'

/** All that somebody sees of an observation that was put to the board. */
export interface SeenOutline {
  readonly ref: string
  readonly version: number
  readonly outline: ObservationOutline
  /** What waits for their agreement, with its content. */
  readonly proposals: readonly Proposal<ObservationCommand>[]
  /** What they agreed to before. */
  readonly agreed: readonly Agreed[]
  /** What they may do about it. */
  readonly allowed: readonly Allowed[]
  /** What is late about it. */
  readonly late: readonly LateAbout[]
  readonly board: BoardSettings
}

/** @throws DomainError `not-found` when it does not exist or was not put to the actor */
export async function getOutline(
  deps: RecordDeps,
  ref: string,
  actor: Actor,
): Promise<SeenOutline> {
  const context = await contextNow(deps)
  const stored = await deps.records.observation.load(ref)
  const proposals = stored ? proposedTo(stored.state, actor, context) : []
  const outline =
    stored &&
    (proposals.length > 0
      ? outlineMade(stored.state)
      : outlineFor(stored.state, actor, context.board, context.now))
  if (!stored || !outline) throw new DomainError('not-found', { what: 'observation' })
  // Whoever sees all of it acts where they read it.
  const allowed =
    proposals.length > 0 || !RECORDS.observation.viewOf(stored.state, actor, context)
      ? allowedFor(RECORDS.observation, stored.state, actor, context)
      : []
  const actions = allowed.map(({ action }) => action)
  return {
    ref: stored.id,
    version: stored.version,
    outline,
    proposals,
    agreed: (stored.state.agreed ?? []).filter(({ agreedBy }) => agreedBy === actor.person),
    allowed,
    late: seesLate(actor) ? lateAbout('observation', stored.state, actor, context, actions) : [],
    board: context.board,
  }
}

/**
 * The outline, to be shown to somebody who asked. Notes the reading first (I2).
 * @throws DomainError as `getOutline` does; `unavailable` when it cannot be noted
 */
export async function readOutline(
  deps: RecordDeps & Pick<Deps, 'access' | 'newId'>,
  ref: string,
  actor: Actor,
): Promise<SeenOutline> {
  const seen = await getOutline(deps, ref, actor)
  await noteReading(deps, { kind: 'observation', id: seen.ref, by: actor.person, door: 'outline' })
  return seen
}
