import type { BoardSettings } from '../../domain/board/types.ts'
import type { ObservationOutline } from '../../domain/observation/outline.ts'
import { outlineOf } from '../../domain/observation/outline.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { noteReading } from '../audit/note-reading.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'

/** What somebody sees of an observation that was put to the board, and no more. */
export interface SeenOutline {
  readonly ref: string
  readonly outline: ObservationOutline
  readonly board: BoardSettings
}

/** @throws DomainError `not-found` when there is none, and alike when it was not put to the actor */
export async function getOutline(
  deps: Pick<Deps, 'board' | 'records'>,
  ref: string,
  actor: Actor,
): Promise<SeenOutline> {
  const board = await currentBoard(deps)
  const stored = await deps.records.observation.load(ref)
  const outline = stored && outlineOf(stored.state, actor, board)
  if (!stored || !outline) throw new DomainError('not-found', { what: 'observation' })
  return { ref: stored.id, outline, board }
}

/**
 * The same, to be shown to somebody who asked: that they saw it is noted first (I2).
 * @throws DomainError as `getOutline` does; `unavailable` when it cannot be noted
 */
export async function readOutline(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'access' | 'newId'>,
  ref: string,
  actor: Actor,
): Promise<SeenOutline> {
  const seen = await getOutline(deps, ref, actor)
  await noteReading(deps, { kind: 'observation', id: seen.ref, by: actor.person, door: 'outline' })
  return seen
}
