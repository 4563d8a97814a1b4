import type { Actor } from '../words/actor.ts'
import type { Missing } from '../words/errors.ts'
import type { PersonId } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { Dues } from './duties.ts'
import type { Fields } from './fields/kinds.ts'
import type { Proposal } from './proposals.ts'

/** An event as it is kept: what happened, in which order, when, by whom, and what caused it. */
export interface Recorded<Event> {
  /** Rises by one within a record, from 1. */
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  /** The submission that caused it. The same submission again makes no second event. */
  readonly cause: string
  readonly event: Event
}

/** The second person that a row asks for. */
export interface SecondPerson<Party extends string, Need extends string> {
  /** Who may agree: anybody of these but who took the action. */
  readonly by: readonly Party[]
  /** The action can be taken alone if nothing of this need is missing. */
  readonly unless?: Need
  /** How long it waits before it lapses. */
  readonly workingDays: number
}

/**
 * One row of a workflow table: who may take the action, from where, and how it looks. Buttons,
 * forms, requests, checks and documents are made from it.
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
  /** What the command must hold beyond its fields: rules that look at several things at once. */
  readonly needs: readonly Need[]
  /** What must already be true of the record; shown beside the action before anyone tries. */
  readonly gates: readonly Need[]
  readonly second?: SecondPerson<Party, Need>
  /** It changes what proposals are about, so open ones end with it, unanswered. */
  readonly ends?: 'proposals'
  /** What its button says; absent where it has none. */
  readonly label?: string
  /** The fields of the command; absent where its type, request and forms are written by hand. */
  readonly fields?: Fields<State, Context>
  /** The fields of its form, where the command holds more and is written by hand. */
  readonly form?: Fields<State, Context>
  /** The label of the button that sends its form. */
  readonly send?: string
  /** Heading over what its reader will read, where that is shown before sending. */
  readonly preview?: string
  /** The question before it is done, where it takes no fields. */
  readonly confirm?: string
  /** It cannot be undone, so a card asks that question, too. */
  readonly isFinal?: true
  /** The sentence when it is done. */
  readonly done?: string
  /** The event it leads to, with the command's fields; absent where `decide` has more to say. */
  readonly event?: string
  /** Which records of these stages the row applies to. Absent: all of them. */
  applies?(state: State): boolean
  /** Said where it cannot be taken now, instead of where the record stands. */
  readonly notNow?: string
  /** Whether it is done already. Then it is not offered and does nothing. */
  isDone?(state: State): boolean
}

/** What a kind of record is made of, in one place. */
export interface KindTypes {
  readonly stage: string
  readonly party: string
  readonly need: string
  readonly state: {
    readonly stage: string
    readonly proposals?: readonly Proposal[]
    /** When what waits is due, from the last event that changed it. */
    readonly due?: Dues
  }
  readonly command: { readonly type: string }
  readonly event: { readonly type: string }
  readonly context: { readonly now: Instant }
  readonly view: object
}

/** What is missing for one need: nothing, one thing or several. */
export type Check<K extends Pick<KindTypes, 'command' | 'state' | 'context'>> = {
  check(
    command: K['command'] | undefined,
    state: K['state'] | undefined,
    context: K['context'],
    actor: Actor,
  ): readonly Missing[]
}['check']

/**
 * A kind of record: its workflow as data, and the functions that give it meaning. All are pure:
 * time, calendar and directory arrive in `context`. They are methods, not properties, so that every
 * kind is also a `RecordKind<KindTypes>`.
 */
export interface RecordKind<K extends KindTypes> {
  readonly kind: string
  readonly moves: {
    readonly [Action in K['command']['type']]: Move<
      K['stage'],
      K['party'],
      K['need'],
      K['state'],
      K['context']
    >
  }
  /** What somebody most likely came to do, by stage. The first that is possible stands out. */
  readonly likely?: { readonly [Stage in K['stage']]: readonly K['command']['type'][] }
  readonly needs: { readonly [Need in K['need']]: Check<K> }
  /** What the actor is to this record, or to the board for a record that does not exist yet. */
  partiesOf(
    actor: Actor,
    state: K['state'] | undefined,
    context: K['context'],
  ): readonly K['party'][]
  /** What asking a second person needs; absent where no row asks for one. */
  readonly second?: {
    /** Everybody with an entry, as they are now. */
    everybody(context: K['context']): readonly Actor[]
    /** The last day on which a proposal of today can be agreed to. */
    lastDay(workingDays: number, context: K['context']): PlainDate
  }
  /** Only called when the table allows the command and nothing is missing. */
  decide(
    command: K['command'],
    state: K['state'] | undefined,
    context: K['context'],
    actor: Actor,
  ): readonly K['event'][]
  evolve(state: K['state'] | undefined, recorded: Recorded<K['event']>): K['state']
  /** When what waits is due, by the clocks of now; absent where nothing waits by a date. */
  duesOf?(state: K['state'], context: K['context']): Dues
  /**
   * The record without what the actor may not see; `undefined` where they may not see it at all.
   */
  viewOf(state: K['state'], actor: Actor, context: K['context']): K['view'] | undefined
  /** Whether the actor is asked about it though they see only its outline. */
  isAskedOf?(state: K['state'], actor: Actor, context: K['context']): boolean
}
