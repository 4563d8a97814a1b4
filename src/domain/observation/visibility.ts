import type { BoardSettings } from '../board/types.ts'
import type { Actor } from '../words/actor.ts'
import { readersOf } from './routing.ts'
import type { Observation, ObservationView } from './types.ts'

/**
 * The observation as the actor may see it. Its reporter and its triagers see all of it (a report is
 * open, so with the reporter's name), nobody else anything. Callers answer `undefined` exactly as
 * they answer a record that does not exist.
 */
export function viewOfObservation(
  observation: Observation,
  actor: Actor,
  { board }: { readonly board: BoardSettings },
): ObservationView | undefined {
  if (observation.reporter === actor.person) {
    // A proposal is no decision yet. They hear of the decision.
    const { proposals: _proposals, agreed: _agreed, ...theirs } = observation
    return { ...theirs, seenAs: 'reporter' }
  }
  if (readersOf(observation, board).includes(actor.person))
    return { ...observation, seenAs: 'triager' }
  return undefined
}
