import { perform } from '../../domain/machinery/perform.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { Answer, Observation, RaisedTo } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { DomainError, isRefusal } from '../../domain/shared/errors.ts'
import { referenceOf, seriesOf } from '../../domain/shared/ids.ts'
import { yearOf } from '../../domain/shared/time.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { handleCommand } from '../handle-command.ts'
import { observationContext } from './context.ts'

export interface RaiseRequest {
  readonly kind: KindCode
  readonly answers: readonly Answer[]
  /** Absent is the reporter's own agency. */
  readonly to?: RaisedTo | undefined
  /** Made once for each report: sending it twice raises one observation (I7). */
  readonly submission: string
  readonly actor: Actor
}

type RaiseDeps = Pick<Deps, 'board' | 'observations' | 'references' | 'clock' | 'calendar'>

/**
 * Raises an observation for its reporter and gives it a reference.
 * @returns the stored observation: whoever has this has a report that is safe on disk
 * @throws DomainError `incomplete` with every answer that is missing, at once
 */
export async function raiseObservation(
  deps: RaiseDeps,
  { kind, answers, to = 'agency', submission, actor }: RaiseRequest,
): Promise<Stored<Observation>> {
  const command = { type: 'raise', kind, answers, to } as const
  const key = keyOf(actor, submission)
  const earlier = await raisedEarlier(deps, actor, submission)
  if (earlier) return earlier
  const context = await observationContext(deps)
  // Refused here first, so that a report that cannot be sent uses up no reference.
  perform(observationRecord, undefined, command, actor, context)
  const year = yearOf(context.now)
  const number = await deps.references.next(seriesOf('observation', year))
  try {
    return await handleCommand(
      observationRecord,
      deps.observations,
      {
        id: referenceOf('observation', year, number),
        command,
        actor,
        submission: key,
        isNew: true,
      },
      // As for the reference: a year that ends meanwhile does not come between the two.
      () => Promise.resolve(context),
    )
  } catch (error) {
    // Two deliveries of the same report at the same moment: one of them raised it.
    const raised = isRefusal(error, 'conflict')
      ? await raisedEarlier(deps, actor, submission)
      : undefined
    if (raised) return raised
    throw error
  }
}

// The reporter's own key: nobody can claim somebody else's report by its submission id.
const keyOf = (actor: Actor, submission: string) => `${actor.person}:${submission}`

/** The observation the actor raised with this submission, if they did. */
export async function raisedEarlier(
  { observations }: Pick<Deps, 'observations'>,
  actor: Actor,
  submission: string,
): Promise<Stored<Observation> | undefined> {
  const ref = await observations.raisedBy(keyOf(actor, submission))
  if (ref === undefined) return undefined
  const stored = await observations.load(ref)
  if (!stored) throw new DomainError('not-found', { what: 'observation' })
  return stored
}
