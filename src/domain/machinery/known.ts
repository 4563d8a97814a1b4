import type { Actor } from '../words/actor.ts'
import { SYSTEM } from '../words/actor.ts'
import type { KindTypes, RecordKind } from './record-kind.ts'

/** Whether somebody may learn that a record exists: they see it, or are asked about it. */
export const isKnown = <K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'],
  actor: Actor,
  context: K['context'],
): boolean =>
  actor === SYSTEM ||
  kind.viewOf(state, actor, context) !== undefined ||
  kind.isAskedOf?.(state, actor, context) === true
