import type { Actor } from '../words/actor.ts'
import { entryOf } from '../words/entry.ts'
import type { Missing } from '../words/errors.ts'
import { DomainError } from '../words/errors.ts'
import type { PersonId } from '../words/ids.ts'
import { fieldProblems } from './fields/check.ts'
import { cleanFields } from './fields/clean.ts'
import type { Proposal } from './proposals.ts'
import type { KindTypes, Move, RecordKind } from './record-kind.ts'

// Shared by taking an action, proposing it and offering it.

/** An event and who did it. When two people take an action, each has an event of their own. */
export interface Happened<Event> {
  readonly by: PersonId
  readonly event: Event
}

export type AnyMove = Move<string, string, string, unknown, KindTypes['context']>

export const isOneOf = (parties: readonly string[], by: readonly string[]) =>
  by.some((party) => parties.includes(party))

/** Whether a row can be taken from where a record stands. */
export const isOpenIn = (move: AnyMove, state: unknown, stage: string): boolean =>
  move.from.includes(stage) && (move.applies?.(state) ?? true)

export const moveOf = <K extends KindTypes>(kind: RecordKind<K>, action: string): AnyMove => {
  // Looked up by name: a command from outside may name an action that does not exist.
  const move = entryOf(kind.moves as Readonly<Record<string, AnyMove>>, action)
  if (!move) throw new TypeError('a command without a row in its workflow table')
  return move
}

export const needed = <K extends KindTypes>(
  kind: RecordKind<K>,
  needs: readonly string[],
  command: K['command'] | undefined,
  state: K['state'] | undefined,
  context: K['context'],
  actor: Actor,
): readonly Missing[] =>
  needs.flatMap((need) => kind.needs[need as K['need']](command, state, context, actor))

/** Refuses what the table, the fields, the needs or the gates do not allow. */
export function check<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): AnyMove {
  const action = command.type
  const move = moveOf(kind, action)
  if (!isOneOf(kind.partiesOf(actor, state, context), move.by))
    throw new DomainError('not-your-role', { action, needs: move.by })
  const stage = state?.stage
  if (stage === undefined ? move.from.length > 0 : !isOpenIn(move, state, stage))
    throw new DomainError('not-possible-now', {
      action,
      stage: stage ?? 'none',
      ...(move.notNow === undefined ? {} : { say: move.notNow }),
    })
  const missing = [
    ...fieldProblems(move.fields ?? {}, { ...command }, state, context),
    ...needed(kind, [...move.needs, ...move.gates], command, state, context, actor),
  ]
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  return move
}

/** The events of an action that was allowed. */
export function eventsOf<K extends KindTypes>(
  kind: RecordKind<K>,
  state: K['state'] | undefined,
  command: K['command'],
  actor: Actor,
  context: K['context'],
): readonly K['event'][] {
  const { fields = {}, event } = moveOf(kind, command.type)
  const clean = cleanFields(fields, { ...command })
  // The row's description and its type come from the same fields.
  if (event !== undefined) return [{ type: event, ...clean } as K['event']]
  return kind.decide({ ...command, ...clean } as K['command'], state, context, actor)
}

export const waiting = (proposals: readonly Proposal[], action: string): boolean =>
  proposals.some(({ command }) => command.type === action)

/** The proposals that an action ends, without the one it answers. */
export const overtaken = <K extends KindTypes>(
  { ends }: AnyMove,
  state: K['state'] | undefined,
  actor: Actor,
  but?: number,
): readonly Happened<K['event']>[] =>
  ends === undefined
    ? []
    : // All that are kept: a clock may be put back, and what has lapsed is recorded later.
      (state?.proposals ?? [])
        .filter(({ number }) => number !== but)
        .map(({ number }) => ({
          by: actor.person,
          // Every kind that has a row with a second person has this event.
          event: { type: 'ProposalOvertaken', proposal: number } as never,
        }))

/** The proposer, as long as they may take the action themselves. */
export const proposerNow = <K extends KindTypes>(
  kind: RecordKind<K>,
  { by, command }: Proposal,
  state: K['state'] | undefined,
  context: K['context'],
): Actor | undefined =>
  kind.second
    ?.everybody(context)
    .find(
      (actor) =>
        actor.person === by &&
        isOneOf(kind.partiesOf(actor, state, context), moveOf(kind, command.type).by),
    )

/** Its proposer takes it back. If they have left or may no longer do it, anybody who may does. */
export const mayTakeBack = <K extends KindTypes>(
  kind: RecordKind<K>,
  proposal: Proposal,
  actor: Actor,
  state: K['state'] | undefined,
  context: K['context'],
): boolean =>
  proposal.by === actor.person ||
  (proposerNow(kind, proposal, state, context) === undefined &&
    isOneOf(kind.partiesOf(actor, state, context), moveOf(kind, proposal.command.type).by))

/** Those who may agree to a proposal. Nobody agrees with themselves. */
export function seconds<K extends KindTypes>(
  kind: RecordKind<K>,
  { second }: AnyMove,
  proposer: PersonId,
  state: K['state'] | undefined,
  context: K['context'],
): readonly Actor[] {
  if (!second || !kind.second) return []
  return kind.second
    .everybody(context)
    .filter(
      (actor) =>
        actor.person !== proposer && isOneOf(kind.partiesOf(actor, state, context), second.by),
    )
}
