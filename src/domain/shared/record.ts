import type { Actor } from './actor.ts'
import type { Missing } from './errors.ts'
import { DomainError } from './errors.ts'
import type { Fields } from './fields.ts'
import { cleanFields, fieldProblems } from './fields.ts'
import type { PersonId } from './ids.ts'
import type { ShownField } from './shown-fields.ts'
import { shownFields } from './shown-fields.ts'
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

/**
 * One row of a workflow table: who may take the action, from where, and how it looks. Buttons, forms,
 * requests, checks and documents are made from it.
 */
export interface Move<
  Stage extends string,
  Party extends string,
  Need extends string,
  State = never,
  Context = never,
> {
  /** Stages it can start from; `[]` makes a new record. */
  readonly from: readonly Stage[]
  /** Where it leads; `null` stays where it is. */
  readonly to: Stage | null
  /** Where else it may lead, by what it holds. */
  readonly orTo?: Stage
  readonly by: readonly Party[]
  /** What the command must bring. */
  readonly needs: readonly Need[]
  /** What must be true of the record already; shown beside the action before anyone tries. */
  readonly gates: readonly Need[]
  /** What its button says; absent where it has none. */
  readonly label?: string
  /** What the command holds; absent where its type, request and forms are written by hand. */
  readonly fields?: Fields<State, Context>
  /** What its form asks, where the command holds more and is written by hand. */
  readonly form?: Fields<State, Context>
  /** What sends its form. */
  readonly send?: string
  /** Asked before it is done, where it takes no fields. */
  readonly confirm?: string
  /** What is said when it is done. */
  readonly done?: string
  /** The event it leads to, with what the command holds; absent where `decide` has more to say. */
  readonly event?: string
  /** Whether there is no more to do: it is not offered then, and does nothing. */
  isDone?(state: State): boolean
}

/** Says what is missing for one need: nothing, one thing, or several. */
export type NeedCheck<Command, State, Context> = (
  command: Command | undefined,
  state: State | undefined,
  context: Context,
  actor: Actor,
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
  readonly moves: Readonly<Record<Command['type'], Move<Stage, Party, Need, State, Context>>>
  /** What somebody most likely came to do, by stage: the first that may be done stands out. */
  readonly likely?: Readonly<Record<Stage, readonly Command['type'][]>>
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

/** An action the actor may take now, what still stands in its way, and how it looks. */
export interface Allowed<Action extends string = string> {
  readonly action: Action
  readonly missing: readonly Missing[]
  readonly label: string
  /** Whether it is what they most likely came to do. */
  readonly likely: boolean
  readonly send: string
  readonly confirm: string | null
  readonly done: string
  readonly fields: readonly ShownField[]
}

// The variance of a generic record makes TypeScript refuse any narrower bound here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyRecordType = RecordType<any, any, any, any, any, any, any, any>
type StateOf<T extends AnyRecordType> = Parameters<T['viewOf']>[0]
type CommandOf<T extends AnyRecordType> = Parameters<T['decide']>[0]
type ContextOf<T extends AnyRecordType> = Parameters<T['decide']>[2]
type EventOf<T extends AnyRecordType> = ReturnType<T['decide']>[number]

type AnyMove = Move<string, string, string, unknown, { readonly now: Instant }>
type Moves = Readonly<Record<string, AnyMove>>

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
  const { fields = {}, event } = move
  const missing = [
    ...fieldProblems(fields, command, state, context),
    ...[...move.needs, ...move.gates].flatMap(
      (need): readonly Missing[] => type.needs[need]?.(command, state, context, actor) ?? [],
    ),
  ]
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  if (state && move.isDone?.(state)) return []
  const clean = cleanFields(fields, command)
  if (event !== undefined) return [{ type: event, ...clean }]
  return type.decide({ ...command, ...clean }, state, context, actor)
}

/** What the actor may do with the record as it stands, in the order of the table. */
export function allowedFor<T extends AnyRecordType>(
  type: T,
  state: StateOf<T>,
  actor: Actor,
  context: ContextOf<T>,
): readonly Allowed[] {
  const parties = type.partiesOf(actor, state, context)
  const found = Object.entries(type.moves as Moves)
    .filter(([, move]) => move.from.includes(state.stage) && isOneOf(parties, move.by))
    .filter(([, move]) => !move.isDone?.(state))
    .map(([action, move]) => ({
      action,
      missing: move.gates.flatMap(
        (need): readonly Missing[] => type.needs[need]?.(undefined, state, context, actor) ?? [],
      ),
      label: move.label ?? action,
      send: move.send ?? move.label ?? action,
      confirm: move.confirm ?? null,
      done: move.done ?? 'Done.',
      fields: shownFields(move.fields ?? move.form ?? {}, state, context),
    }))
  const order: readonly string[] = type.likely?.[state.stage] ?? []
  const likely = order.find((one) =>
    found.some(({ action, missing }) => action === one && missing.length === 0),
  )
  return found.map((one) => ({ ...one, likely: one.action === likely }))
}
