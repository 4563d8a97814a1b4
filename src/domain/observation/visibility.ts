import type { BoardSettings } from '../board/types.ts'
import type { Actor } from '../words/actor.ts'
import { readersOf } from './routing.ts'
import type { Observation, ObservationView } from './types.ts'

/**
 * The observation as the actor may see it: its reporter in full, its triagers in full (a report is
 * open, so with the reporter's name), nobody else at all. "Nothing" and "does not exist" are told
 * apart nowhere outside.
 */
export function viewOfObservation(
  observation: Observation,
  actor: Actor,
  { board }: { readonly board: BoardSettings },
): ObservationView | undefined {
  if (observation.reporter === actor.person) {
    // What is proposed is not decided: they hear of what is.
    const { proposals: _proposals, agreed: _agreed, ...theirs } = observation
    return { ...theirs, seenAs: 'reporter' }
  }
  if (readersOf(observation, board).includes(actor.person))
    return { ...observation, seenAs: 'triager' }
  return undefined
}
