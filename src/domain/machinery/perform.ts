import type { Actor } from '../words/actor.ts'
import { isProposalAction, LAPSE } from './proposals.ts'
import type { KindTypes, RecordKind } from './record-kind.ts'
import { answered, isAlone, lapsed, proposed, refuseWhileItWaits } from './second-person.ts'
import type { Happened } from './taking.ts'
import { check, eventsOf, overtaken } from './taking.ts'

/**
 * The events a command leads to.
 * @throws DomainError `not-your-role`, then `not-possible-now`, then `incomplete` with everything
 * that is missing at once
 */
export function perform<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly Happened<K['event']>[] {
  if (kind.second && command.type === LAPSE) return lapsed(state, actor, context)
  if (kind.second && isProposalAction(command.type))
    return answered(kind, state, command, actor, context)
  const move = check(kind, state, command, actor, context)
  if (state && move.isDone?.(state)) return []
  // Refused even if it could be taken alone: somebody has been asked to agree.
  if (move.second) refuseWhileItWaits(state, command, context)
  if (!isAlone(kind, move, command, state, context, actor))
    return proposed(kind, move, state, command, actor, context)
  return [
    ...eventsOf(kind, state, command, actor, context).map((event) => ({ by: actor.person, event })),
    ...overtaken<K>(move, state, actor),
  ]
}
