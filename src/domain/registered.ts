import type { BoardSettings } from './board/types.ts'
import type { Claim, Duty, Step } from './machinery/duties.ts'
import type { AnyListing, FilterIn, OrderIn, RowIn } from './machinery/listing.ts'
import type { KindTypes, Recorded, RecordKind } from './machinery/record-kind.ts'
import type { Actor } from './words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from './words/ids.ts'
import type { Instant, PlainDate } from './words/time.ts'
import type { WorkingCalendar } from './words/working-days.ts'

/** What deciding about a record takes besides the record. */
export interface RecordContext {
  readonly board: BoardSettings
  readonly now: Instant
  readonly calendar: WorkingCalendar
}

/** What a registered kind of record is made of, in one place. */
export interface RegisteredTypes extends KindTypes {
  readonly context: RecordContext
  readonly listing: AnyListing
  /** Whom something is told to: the reporter, those who triage. */
  readonly who: string
  readonly notice: string
}

/** A message about a record. */
export interface NoticeText {
  /** Shows in notifications: no words of anybody, and no name. `{ref}` is its reference. */
  readonly title: string
  readonly intro?: string
  /** What it is, for the documents. */
  readonly is: string
}

/** A message that follows from an event. */
export interface TellingOf<Who extends string, Notice extends string> {
  readonly who: Who
  readonly notice: Notice
}

/** What lists and people are told of an event. */
export interface EventRow {
  /** In a few words that hold nothing of what is in it: for the auditor and the documents. */
  readonly label: string
  /**
   * Whose cards are brought up to date: nobody's for what no card shows, and only the others' where
   * whoever pressed has the answer on theirs. Whoever fills in a form on theirs keeps it.
   */
  readonly cards: 'nobody' | 'others' | 'everybody'
}

/** What something that waits is called. */
export interface Matter {
  /** What its holder does: “Decide”. */
  readonly does: string
  /** What it is in a list of what is late: “A decision”. */
  readonly is: string
}

/**
 * A command that follows from an event of another record. The product takes it, under the event's own
 * submission, so that taking it again does nothing.
 */
export interface Reaction {
  readonly kind: string
  /** The record it changes; absent where it makes one. */
  readonly id?: RecordRef
  /**
   * Instead of that, the record that the first reaction to an earlier event made, by the number of that
   * event: it is changed only while it stands at this stage, and else nothing is to be done.
   */
  readonly made?: { readonly by: number; readonly at: string }
  readonly command: { readonly type: string }
}

export interface ShownFact {
  readonly label: string
  readonly value: string
}

/** A record as card and page show it where they are made from it: all that leaves. */
export interface ShownRecord {
  /** What it is: "Supervision". */
  readonly title: string
  readonly stage: string
  readonly facts: readonly ShownFact[]
  /** What people wrote, each text on its own. */
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  /** References of records that belong to it; who may not see one finds nothing there. */
  readonly links: readonly string[]
}

/** One line of a list. */
export interface ShownRow {
  readonly title: string
  readonly stage: string
  readonly says: string
}

/**
 * A kind of record that has a reference, and all that stores, lists, the telling of people, the audit
 * and the copying of stores need to know of it.
 */
export interface Registered<K extends RegisteredTypes> extends RecordKind<K> {
  /** Three capital letters with which its references begin. */
  readonly prefix: string
  /** What people call them: "observations". */
  readonly plural: string
  readonly listing: K['listing']
  readonly events: { readonly [Type in K['event']['type']]: EventRow }
  readonly notices: { readonly [Notice in K['notice']]: NoticeText }
  /** The notice that is a card, which is kept up to date, if there is one. */
  readonly card: K['notice'] | null
  /** What a state that an earlier version kept is read as; absent where it is read as it is. */
  asRead?(kept: K['state']): K['state']
  /** Who is told of an event, after what happened before it. */
  tellingsOf(
    event: K['event'],
    before: readonly K['event'][],
  ): readonly TellingOf<K['who'], K['notice']>[]
  /** Those who follow from the record alone, so that an audit can prove that they were told. */
  alwaysTold(who: K['who'], state: K['state']): readonly PersonId[] | undefined
  /**
   * The others, by who holds which role now.
   * @param by who did what they are told of
   * @param proposer who had proposed what it answers
   */
  toldNow(
    who: K['who'],
    state: K['state'],
    board: BoardSettings,
    by: PersonId,
    proposer?: PersonId,
  ): readonly PersonId[]
  /** What waits, by what it is about: the first part of the key of a duty. */
  readonly matters: Readonly<Record<string, Matter>>
  /** What waits for whom. It follows from the record alone, so that an audit can prove it. */
  dutiesOf(state: K['state']): readonly Duty[]
  /** The agencies past which records were sent that somebody is kept from for good. */
  keptFrom(actor: Actor, board: BoardSettings): readonly AgencyId[]
  /** How a list finds those that somebody is kept from; `undefined` where there can be none. */
  keptList(
    actor: Actor,
    board: BoardSettings,
  ): { readonly filter: FilterIn<K['listing']>; readonly order: OrderIn<K['listing']> } | undefined
  /** The keys that somebody holds today, for duties of this kind. */
  claimsOf(actor: Actor, board: BoardSettings, today: PlainDate): readonly Claim[]
  /**
   * Those who can be asked at a step, the first before the others, and never anybody for whom the
   * record does not exist. Whoever is away or has left is passed over by who asks.
   */
  askedAt(
    duty: Duty,
    step: Step,
    state: K['state'],
    board: BoardSettings,
    today: PlainDate,
  ): readonly PersonId[]
  /** How it is shown; absent where its card, page and presenter are written by hand. */
  readonly shown?: {
    of(view: K['view'], board: BoardSettings): ShownRecord
    row(row: RowIn<K['listing']>, board: BoardSettings): ShownRow
    sayEvent(event: K['event'], board: BoardSettings): string
    /** Whether the actor reads their own, of which no note is taken. */
    isOwn(view: K['view'], actor: Actor): boolean
  }
  /**
   * What other records are asked to do after an event.
   * @param state as it stands now
   * @param before what happened before it
   */
  reactionsTo?(
    event: Recorded<K['event']>,
    state: K['state'],
    ref: RecordRef,
    before: readonly Recorded<K['event']>[],
  ): readonly Reaction[]
}
