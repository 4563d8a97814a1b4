import type { Kind } from '../domain/records.ts'
import type { PersonId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { Delivery } from './deliveries.ts'
import type { Stores } from './stores.ts'

// Rows that both databases understand, to copy one store into another. JSON and hashes are copied
// as text, never rebuilt.

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

/** Who read a record: only the events and their seals are kept. */
export interface CopiedChain {
  readonly id: string
  /** How many events there should be. */
  readonly events: number
  readonly head: string
  readonly log: readonly CopiedEvent[]
}

/** The narrow columns are left out: the store that takes the record makes them from the state. */
export interface CopiedRecord extends CopiedChain {
  readonly version: number
  readonly delivered: number
  /** Up to which instant people were reminded; absent where nobody is. */
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
  /** Rises with each delivery. Of two with the same instant, the lower one goes first. */
  readonly position: number
  /** While it waits: until when a worker has claimed it. */
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
 * Every collection that is copied. Leases and paces are left out: they belong to running programs,
 * and none runs meanwhile.
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

/** A row without its content. The same mark in both stores means the same row. */
export interface Mark {
  readonly key: string
  /** 64 hexadecimal digits. */
  readonly mark: string
}

/** One collection. Each row has a key; the order of rows is the store's own. */
export interface CopiedPart<Row> {
  count(): Promise<number>
  /** The marks after one key. */
  marks(after: string | null, atMost: number): Promise<readonly Mark[]>
  /** The marks of those keys that exist. */
  marksOf(keys: readonly string[]): Promise<readonly Mark[]>
  /** The rows of those keys that exist. */
  read(keys: readonly string[]): Promise<readonly Row[]>
  /**
   * Replaces the rows with these keys. Putting the same row twice changes nothing.
   * @throws DomainError `conflict` unless this run is the one that copies into the store now
   */
  put(rows: readonly Row[]): Promise<void>
}

/** Marks the store itself as being copied into, so that no program starts on it. */
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
  /** For auditing the copy while no program may open it. */
  readonly audited: Pick<Stores, 'keeping'>
  /**
   * How many events there are, with those that belong to no record where the store can hold such.
   */
  events(): Promise<number>
  /** What copies into the store, or did when it broke off; `null` when nothing does. */
  copying(): Promise<Copying | null>
  /** Marks the store as being copied into, and takes over from an earlier run. */
  begin(copying: Copying): Promise<void>
  /**
   * Deletes the only rows that may have left the source since an earlier run: conversations,
   * answers and unfinished dialogs.
   */
  forgetTalks(): Promise<void>
  /**
   * Removes the mark: programs may open the store.
   * @throws DomainError `conflict` when another run has taken over
   */
  finish(): Promise<void>
  /** Leaves a number beside the store's notes about its health. */
  leaveSign(sign: number): Promise<void>
  /** Whether that number is in this very store, opened under any address. */
  hasSign(sign: number): Promise<boolean>
  takeSign(sign: number): Promise<void>
  close(): Promise<void>
}
