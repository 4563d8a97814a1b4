import type { Kind } from '../domain/records.ts'
import type { PersonId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { Delivery } from './deliveries.ts'
import type { Stores } from './stores.ts'

// A store as rows that mean the same in every store, to copy one into another. Whatever a store keeps
// as JSON is copied as the text it is, hashes with the events they seal: nothing is made anew.

export interface CopiedEvent {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  readonly cause: string
  readonly type: string
  /** JSON of the event. */
  readonly data: string
  readonly hash: string
}

/** Who read a record: all that is kept of it are the events and their seals. */
export interface CopiedChain {
  readonly id: string
  /** How many events there should be. */
  readonly events: number
  readonly head: string
  readonly log: readonly CopiedEvent[]
}

/** The narrow columns are not among it: the store that takes it makes them from the state. */
export interface CopiedRecord extends CopiedChain {
  readonly version: number
  readonly delivered: number
  /** Up to which instant people were reminded; absent of what nobody is reminded of. */
  readonly reminded?: string
  /** The instant of the last event, in milliseconds. */
  readonly changed: number
  /** What raised it. */
  readonly submission: string
  /** JSON of the last submissions. */
  readonly causes: string
  /** JSON of the state. */
  readonly state: string
}

export interface CopiedDelivery extends Delivery {
  /** Rises with each delivery: of the same instant the earlier goes first. */
  readonly position: number
  /** Of one that waits: until when a worker has it. */
  readonly claimedUntil: Instant | null
}

/** What a person was answered last, oldest first, and where their conversation stands. */
export interface CopiedTalk {
  readonly person: string
  readonly dialog: {
    readonly version: number
    /** JSON of the state. */
    readonly state: string
    readonly expiresAt: Instant | null
  } | null
  readonly answers: readonly {
    readonly key: string
    /** JSON of the answer. */
    readonly answer: string
    readonly keepUntil: Instant
  }[]
}

export interface CopiedConversation {
  readonly person: string
  readonly conversationId: string
  /** JSON of the reference. */
  readonly reference: string
  readonly seenAt: Instant
}

/**
 * Every collection that is copied. Leases and paces are not: they are about programs that run, and
 * none does meanwhile.
 */
export interface CopiedRows extends Readonly<Record<Kind, CopiedRecord>> {
  readonly board: CopiedRecord
  readonly access: CopiedChain
  readonly series: { readonly name: string; readonly last: number }
  readonly conversations: CopiedConversation
  readonly personas: { readonly account: string; readonly person: string }
  readonly talks: CopiedTalk
  readonly deliveries: CopiedDelivery
}

export type CopyPart = keyof CopiedRows

/** A row without what is in it: the same mark in both stores means the same row. */
export interface Mark {
  readonly key: string
  /** 64 hexadecimal digits. */
  readonly mark: string
}

/** One collection. Rows are known by a key; their order is the store's own. */
export interface CopiedPart<Row> {
  count(): Promise<number>
  /** Those after one key. */
  marks(after: string | null, atMost: number): Promise<readonly Mark[]>
  /** Of those that are there. */
  marksOf(keys: readonly string[]): Promise<readonly Mark[]>
  /** Those that are there. */
  read(keys: readonly string[]): Promise<readonly Row[]>
  /**
   * Puts rows in the place of those with their keys: the same row twice is the same.
   * @throws DomainError `conflict` unless this is what copies into the store now
   */
  put(rows: readonly Row[]): Promise<void>
}

/** Says on the store itself that it is being copied into, so that no program starts on it. */
export interface Copying {
  /** Whose data it is: the hash of the first event of the board. */
  readonly board: string
  /** Which run of the copying it is; a later one takes over from an earlier. */
  readonly run: string
}

export interface StoreCopy {
  /** For people, without a password. */
  readonly name: string
  readonly parts: { readonly [Part in CopyPart]: CopiedPart<CopiedRows[Part]> }
  /** For looking at what was copied while no program may open it. */
  readonly audited: Pick<Stores, 'keeping'>
  /** How many events there are; with those that belong to no record, where the store has a way to. */
  events(): Promise<number>
  /** What copies into the store, or did when it was broken off; `null` when nothing does. */
  copying(): Promise<Copying | null>
  /** Marks the store as being copied into, and takes over from an earlier run. */
  begin(copying: Copying): Promise<void>
  /**
   * Takes away the only rows that may be gone from the source since an earlier run: conversations,
   * and what people were answered and are in the middle of.
   */
  forgetTalks(): Promise<void>
  /**
   * Takes the mark away: programs may open it.
   * @throws DomainError `conflict` when another run has taken over
   */
  finish(): Promise<void>
  /** Leaves a number among what the store notes about its health. */
  leaveSign(sign: number): Promise<void>
  /** Whether a number was left in this very store, by whatever address it was opened. */
  hasSign(sign: number): Promise<boolean>
  takeSign(sign: number): Promise<void>
  close(): Promise<void>
}
