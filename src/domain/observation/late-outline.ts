import { isThere } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import { hasClimbedTo, isLate } from '../machinery/duties.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { Instant } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import { observationDuties } from './duties.ts'
import { isKeptFrom } from './kept-from.ts'
import type { ObservationOutline } from './outline.ts'
import { outlineMade, outlineOf } from './outline.ts'
import { triagersOf } from './routing.ts'
import type { Observation } from './types.ts'

/** Whether everybody who triages it is away today, while something about it waits. */
const isUnattended = (observation: Observation, board: BoardSettings, now: Instant): boolean =>
  observationDuties(observation).some(({ lapses }) => !lapses) &&
  !triagersOf(observation, board).some((person) => isThere(board, person, dateOf(now)))

/** Something about it is late, or nobody is there to do it in time. */
const isOverseen = (observation: Observation, board: BoardSettings, now: Instant): boolean =>
  observationDuties(observation).some((duty) => !duty.lapses && isLate(duty, now)) ||
  isUnattended(observation, board, now)

/** Whether the business manager oversees it. */
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
  isOverseen(observation, board, now)

/**
 * What the actor sees of an observation they have to know of: because it was put to the board,
 * because they agreed to something about it, or because something is late, has climbed to them or
 * lies with people who are all away.
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
  const hasClimbed = observationDuties(observation).some((duty) =>
    steps.some((step) => hasClimbedTo(duty, step, now)),
  )
  return hasClimbed || isOverseen(observation, board, now) ? outlineMade(observation) : undefined
}
