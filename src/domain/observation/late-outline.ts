import type { BoardSettings } from '../board/types.ts'
import { hasClimbedTo, isLate } from '../machinery/duties.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { Instant } from '../words/time.ts'
import { observationDuties } from './duties.ts'
import { isKeptFrom } from './kept-from.ts'
import type { ObservationOutline } from './outline.ts'
import { outlineMade, outlineOf } from './outline.ts'
import type { Observation } from './types.ts'

/** Whether the business manager oversees it because something about it is late. */
export const isOverseer = (
  observation: Observation,
  actor: Actor,
  board: BoardSettings,
  now: Instant,
): boolean =>
  holds(actor, 'businessManager') &&
  observation.reporter !== actor.person &&
  observation.recused?.includes(actor.person) !== true &&
  !isKeptFrom(observation, actor.person, board) &&
  observationDuties(observation).some((duty) => !duty.lapses && isLate(duty, now))

/**
 * What the actor sees of an observation they have to know of: because it was put to the board,
 * because they agreed to something about it, or because something is late or has climbed to them.
 */
export function outlineFor(
  observation: Observation,
  actor: Actor,
  board: BoardSettings,
  now: Instant,
): ObservationOutline | undefined {
  const asked = outlineOf(observation, actor, board)
  if (asked) return asked
  const { person } = actor
  if (observation.reporter === person || isKeptFrom(observation, person, board)) return undefined
  if (observation.agreed?.some(({ agreedBy }) => agreedBy === person))
    return outlineMade(observation)
  const steps = (['businessManager', 'chair'] as const).filter((step) => holds(actor, step))
  if (steps.length === 0) return undefined
  const climbed = observationDuties(observation).some(
    (duty) =>
      (!duty.lapses && isLate(duty, now)) || steps.some((step) => hasClimbedTo(duty, step, now)),
  )
  return climbed ? outlineMade(observation) : undefined
}
