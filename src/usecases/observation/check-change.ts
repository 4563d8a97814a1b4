import { perform } from '../../domain/machinery/perform.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Deps } from '../deps.ts'
import type { ObservationChangeCommand } from './change-observation.ts'
import { observationContext } from './context.ts'

/**
 * Says whether an action would be taken, without taking it: for a preview.
 * @throws DomainError as taking it would, but for the version
 */
export async function checkChange(
  deps: Pick<Deps, 'board' | 'observations' | 'clock' | 'calendar'>,
  ref: string,
  command: ObservationChangeCommand,
  actor: Actor,
): Promise<void> {
  const context = await observationContext(deps)
  const stored = await deps.observations.load(ref)
  if (!stored || !observationRecord.viewOf(stored.state, actor, context))
    throw new DomainError('not-found', { what: 'observation' })
  perform(observationRecord, stored.state, command, actor, context)
}
