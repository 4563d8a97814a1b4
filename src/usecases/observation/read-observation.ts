import type { Actor } from '../../domain/words/actor.ts'
import type { Door } from '../../ports/trail.ts'
import { noteReading } from '../audit/note-reading.ts'
import type { Deps } from '../deps.ts'
import type { SeenObservation } from './get-observation.ts'
import { getObservation } from './get-observation.ts'

/**
 * One observation with what people wrote, to be shown to somebody. Notes the reading first, unless
 * it is their own (I2).
 * @throws DomainError as `getObservation` does; `unavailable` when it cannot be noted
 */
export async function readObservation(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar' | 'access' | 'newId'>,
  ref: string,
  actor: Actor,
  door: Door,
): Promise<SeenObservation> {
  const seen = await getObservation(deps, ref, actor)
  if (seen.view.seenAs !== 'reporter')
    await noteReading(deps, { kind: 'observation', id: seen.ref, by: actor.person, door })
  return seen
}
