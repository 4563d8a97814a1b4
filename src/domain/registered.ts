import type { BoardSettings } from './board/types.ts'
import type { Claim, Duty, Step } from './machinery/duties.ts'
import type { AnyListing, FilterIn, OrderIn, RowIn } from './machinery/listing.ts'
import type { KindTypes, Recorded, RecordKind } from './machinery/record-kind.ts'
import type { Actor } from './words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from './words/ids.ts'
import type { Instant, PlainDate } from './words/time.ts'
import type { WorkingCalendar } from './words/working-days.ts'

/** What deciding about a record needs besides the record. */
export interface RecordContext {
  readonly board: BoardSettings
  readonly now: Instant
  readonly calendar: WorkingCalendar
}

/** What a registered kind of record is made of, in one place. */
export interface RegisteredTypes extends KindTypes {
  readonly context: RecordContext
  readonly listing: AnyListing
  /** The groups that are told something, such as the reporter or those who triage. */
  readonly who: string
  readonly notice: string
}

/** A message about a record. */
export interface NoticeText {
  /** Shown in notifications: no names, nothing anybody wrote. `{ref}` is its reference. */
  readonly title: string
  readonly intro?: string
  /** What it is for, for the documents. */
  readonly is: string
}

/** A message that follows from an event. */
export interface TellingOf<Who extends string, Notice extends string> {
  readonly who: Who
  readonly notice: Notice
}

/** What lists and people are told of an event. */
export interface EventRow {
  /** A few words for the auditor and the documents, without its content. */
  readonly label: string
  /**
   * Whose cards are redrawn. `nobody`: no card shows the event. `others`: the person who pressed
   * has the result on their card. An open form is not replaced.
   */
  readonly cards: 'nobody' | 'others' | 'everybody'
}

/** The words for something that waits. */
export interface Matter {
  /** What its holder does: “Decide”. */
  readonly does: string
  /** Its name in a list of what is late: “A decision”. */
  readonly is: string
}

/**
 * A command that follows from an event of another record. The product takes it under the event's
 * own submission, so that taking it again does nothing.
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
  /** Not where a record that the first reaction to one of these events made stands there. */
  readonly unlessMade?: { readonly by: readonly number[]; readonly at: string }
  readonly command: { readonly type: string }
}

export interface ShownFact {
  readonly label: string
  readonly value: string
}

/** All that card and page show of a record, where they are made from this. */
export interface ShownRecord {
  /** What it is: "Supervision". */
  readonly title: string
  readonly stage: string
  readonly facts: readonly ShownFact[]
  /** What people wrote, each text on its own. */
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[]
  /** References of records that belong to it. A reader who may not see one finds nothing there. */
  readonly links: readonly string[]
}

/** One line of a list. */
export interface ShownRow {
  readonly title: string
  readonly stage: string
  readonly says: string
}

/** How somebody sees a record about which something waits for them. */
export type OpensAs = 'record' | 'outline' | 'report'

/** What is about to be said of a record in a list of what waits. */
export interface WaitingAbout {
  readonly opens: OpensAs
  /** The first parts of the keys of what waits. */
  readonly matters: readonly string[]
  /** By when each is to be done, as sentences. */
  readonly byWhen: string
  readonly isUrgent: boolean
}

/** Something that a list can be narrowed to, by a column of its own. */
export interface Narrowing {
  /** The part of the filter that takes the codes. */
  readonly part: string
  readonly label: string
  /** What is offered; absent where references are given. */
  readonly choices?: readonly { readonly code: string; readonly label: string }[]
}

/**
 * A kind of record that has a reference: all that stores, lists, messages, the audit and copying
 * need to know of it.
 */
export interface Registered<K extends RegisteredTypes> extends RecordKind<K> {
  /** Three capital letters with which its references begin. */
  readonly prefix: string
  /** What people call them: "observations". */
  readonly plural: string
  readonly listing: K['listing']
  readonly events: { readonly [Type in K['event']['type']]: EventRow }
  readonly notices: { readonly [Notice in K['notice']]: NoticeText }
  /** The notice that is a card and is kept up to date, if there is one. */
  readonly card: K['notice'] | null
  /** Reads a state that an earlier version kept; absent where no change is needed. */
  asRead?(kept: K['state']): K['state']
  /** Who is told of an event, after what happened before it. */
  tellingsOf(
    event: K['event'],
    before: readonly K['event'][],
  ): readonly TellingOf<K['who'], K['notice']>[]
  /**
   * Recipients who follow from the record alone, so that an audit can prove that they were told.
   */
  alwaysTold(who: K['who'], state: K['state']): readonly PersonId[] | undefined
  /**
   * The other recipients, by who holds which role now.
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
  /** The words for each thing that waits, by the first part of the key of its duty. */
  readonly matters: Readonly<Record<string, Matter>>
  /** How what waits is listed; absent where it is as for every kind that is shown as described. */
  readonly waiting?: {
    opensAs(matter: string): OpensAs
    say(
      state: K['state'],
      about: WaitingAbout,
      context: K['context'],
    ): { readonly title: string; readonly says: string; readonly about: readonly string[] }
  }
  /** What waits for whom. Follows from the record alone, so that an audit can prove it. */
  dutiesOf(state: K['state']): readonly Duty[]
  /** The agencies past which records were sent that this person may never see. */
  keptFrom(actor: Actor, board: BoardSettings): readonly AgencyId[]
  /** How a list finds those of which an auditor must not see who did what. */
  keptList(
    actor: Actor,
    board: BoardSettings,
  ): { readonly filter: FilterIn<K['listing']>; readonly order: OrderIn<K['listing']> }
  /** How a list finds those with something proposed that nobody agreed to up to a day. */
  lapsing?(proposedTo: PlainDate): {
    readonly filter: FilterIn<K['listing']>
    readonly order: OrderIn<K['listing']>
  }
  /** The keys that somebody holds today, for duties of this kind. */
  claimsOf(actor: Actor, board: BoardSettings, today: PlainDate): readonly Claim[]
  /**
   * Those who can be asked at a step, in order. Never anybody who must not know of the record. The
   * caller skips people who are away or have left.
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
    /** Whether the actor reads their own, which is not noted. */
    isOwn(view: K['view'], actor: Actor): boolean
    /** The kind whose records follow from it, and what narrows their list to those. Its page leads there. */
    readonly followedBy?: { readonly kind: string; readonly narrowing: string }
    readonly list: {
      /** What the actor sees in it. */
      scopeOf(actor: Actor, board: BoardSettings): FilterIn<K['listing']>['scope']
      readonly order: OrderIn<K['listing']>
      /** By its name in an address. */
      readonly narrowing: Readonly<Record<string, Narrowing>>
    }
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
