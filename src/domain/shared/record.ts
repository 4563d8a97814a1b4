import type { Actor } from './actor.ts'
import type { Missing } from './errors.ts'
import { DomainError } from './errors.ts'
import type { PersonId } from './ids.ts'
import type { Instant } from './time.ts'

/** An event as it is kept: what happened, in which order, when, by whom, and what caused it. */
export interface Recorded<Event> {
  /** Rises by one within a record, from 1. */
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  /** The submission that caused it: the same submission again makes no second event. */
  readonly cause: string
  readonly event: Event
}

/** One row of a workflow table. */
export interface Move<Stage extends string, Party extends string, Need extends string> {
  /** Stages it can start from; `[]` makes a new record. */
  readonly from: readonly Stage[]
  /** Where it leads; `null` stays where it is. */
  readonly to: Stage | null
  readonly by: readonly Party[]
  /** What the command must bring. */
  readonly needs: readonly Need[]
  /** What must be true of the record already; shown beside the action before anyone tries. */
  readonly gates: readonly Need[]
}

/** Says what is missing for one need: nothing, one thing, or several. */
export type NeedCheck<Command, State, Context> = (
  command: Command | undefined,
  state: State | undefined,
  context: Context,
) => readonly Missing[]

/**
 * A kind of record: its workflow as data, and the four functions that give it meaning. All of
 * them are pure: time, calendar and directory arrive in `context`.
 */
export interface RecordType<
  State extends { readonly stage: Stage },
  Stage extends string,
  Command extends { readonly type: string },
  Event extends { readonly type: string },
  Party extends string,
  Need extends string,
  Context,
  View,
> {
  readonly kind: string
  readonly moves: Readonly<Record<Command['type'], Move<Stage, Party, Need>>>
  readonly needs: Readonly<Record<Need, NeedCheck<Command, State, Context>>>
  /** What the actor is to this record; for a record that is not there yet, to the board. */
  partiesOf(actor: Actor, state: State | undefined, context: Context): readonly Party[]
  /** Only called when the table allows the command and nothing is missing. */
  decide(
    command: Command,
    state: State | undefined,
    context: Context,
    actor: Actor,
  ): readonly Event[]
  evolve(state: State | undefined, recorded: Recorded<Event>): State
  /** The record without what the actor may not see, or nothing. */
  viewOf(state: State, actor: Actor, context: Context): View | undefined
}

/** An action the actor may take now, and what still stands in its way. */
export interface Allowed<Action extends string = string> {
  readonly action: Action
  readonly missing: readonly Missing[]
}

// The variance of a generic record makes TypeScript refuse any narrower bound here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRecordType = RecordType<any, any, any, any, any, any, any, any>
type StateOf<T extends AnyRecordType> = Parameters<T['viewOf']>[0]
type CommandOf<T extends AnyRecordType> = Parameters<T['decide']>[0]
type ContextOf<T extends AnyRecordType> = Parameters<T['decide']>[2]
type EventOf<T extends AnyRecordType> = ReturnType<T['decide']>[number]

type Moves = Readonly<Record<string, Move<string, string, string>>>

const isOneOf = (parties: readonly string[], by: readonly string[]) =>
  by.some((party) => parties.includes(party))

/**
 * The events a command leads to, or a refusal: `not-your-role`, then `not-possible-now`, then
 * `incomplete` with everything that is missing at once.
 */
export function perform<T extends AnyRecordType>(
  type: T,
  state: StateOf<T> | undefined,
  command: CommandOf<T>,
  actor: Actor,
  context: ContextOf<T>,
): readonly EventOf<T>[] {
  const action: string = command.type
  const move = (type.moves as Moves)[action]
  if (!move) throw new TypeError('a command without a row in its workflow table')
  if (!isOneOf(type.partiesOf(actor, state, context), move.by))
    throw new DomainError('not-your-role', { action, needs: move.by })
  const stage = (state as { readonly stage: string } | undefined)?.stage
  if (stage === undefined ? move.from.length > 0 : !move.from.includes(stage))
    throw new DomainError('not-possible-now', { action, stage: stage ?? 'none' })
  const missing = [...move.needs, ...move.gates].flatMap(
    (need): readonly Missing[] => type.needs[need]?.(command, state, context) ?? [],
  )
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  return type.decide(command, state, context, actor)
}

/** What the actor may do with the record as it stands, in the order of the table. */
export function allowedFor<T extends AnyRecordType>(
  type: T,
  state: StateOf<T>,
  actor: Actor,
  context: ContextOf<T>,
): readonly Allowed[] {
  const parties = type.partiesOf(actor, state, context)
  return Object.entries<Move<string, string, string>>(type.moves)
    .filter(([, move]) => move.from.includes(state.stage) && isOneOf(parties, move.by))
    .map(([action, move]) => ({
      action,
      missing: move.gates.flatMap(
        (need): readonly Missing[] => type.needs[need]?.(undefined, state, context) ?? [],
      ),
    }))
}
