import type { PersonId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'

export type DeliveryState =
  /** Waits for `dueAt`. */
  | 'waiting'
  /** The person has no conversation with the bot yet; waits for one. */
  | 'unreachable'
  | 'sent'
  /** Cannot be delivered: blocked, removed, or our own defect. Not tried again. */
  | 'ended'

/** One message to one person because of one event, or one card copy to bring up to date. */
export interface Delivery {
  readonly id: string
  /** Makes it the same message: a second insert with this key does nothing. */
  readonly key: string
  readonly recordKind: string
  readonly recordId: string
  /** Number of the event in the record that caused it. */
  readonly event: number
  readonly notice: string
  readonly recipient: PersonId
  /** For a card copy to bring up to date: the delivery that sent the card. */
  readonly updates: string | null
  readonly state: DeliveryState
  /** How often it was tried. */
  readonly attempts: number
  /** When it was planned. A message that is old and was tried often is given up. */
  readonly plannedAt: Instant
  readonly dueAt: Instant
  /** Where the message went and its id there, once sent. */
  readonly conversationId: string | null
  readonly messageId: string | null
  /** Code of the last failure, for the business manager; never what was in the message. */
  readonly failure: string | null
}

export type NewDelivery = Pick<
  Delivery,
  | 'key'
  | 'recordKind'
  | 'recordId'
  | 'event'
  | 'notice'
  | 'recipient'
  | 'updates'
  | 'plannedAt'
  | 'dueAt'
>

/** Due whatever the clock says: it only waits for its turn. */
export const AT_ONCE: Instant = '1970-01-01T00:00:00.000Z'

/**
 * Upper limit of every pause and claim. A later time was written by a wrong clock and is ignored.
 */
export const LONGEST_WAIT_MS = 2 * 60 * 60_000

/** What became of an attempt. */
export type Attempt =
  | {
      readonly state: 'sent'
      readonly conversationId: string
      readonly messageId: string
    }
  | {
      readonly state: 'waiting'
      readonly dueAt: Instant
      readonly failure: string
      /** It was put off without being tried. That is no attempt. */
      readonly untried?: true
    }
  | { readonly state: 'unreachable' }
  | { readonly state: 'ended'; readonly failure: string }

/** Messages of one notice to one person that ended, or wait for a chat, for one reason. */
export interface NotDelivered {
  readonly recipient: PersonId
  readonly notice: string
  readonly state: 'ended' | 'unreachable'
  readonly failure: string | null
  readonly messages: number
  /** When the last of them was planned. */
  readonly last: Instant
}

export interface DeliveryStore {
  /** Adds those whose key is not there yet. */
  add(deliveries: readonly NewDelivery[]): Promise<void>
  /**
   * Claims deliveries that are due, oldest first, for one worker until `until`. Nobody else gets
   * them before that; after it the next worker does, so a worker may die. A delivery that is due or
   * claimed more than `LONGEST_WAIT_MS` ahead of `now` counts as due, and as claimed by nobody.
   */
  claim(now: Instant, until: Instant, atMost: number): Promise<readonly Delivery[]>
  /** Keeps what became of a claimed delivery, and frees it. */
  settle(id: string, attempt: Attempt): Promise<void>
  byId(id: string): Promise<Delivery | undefined>
  /** Every delivery of a notice about a record, oldest first. */
  about(recordKind: string, recordId: string, notice: string): Promise<readonly Delivery[]>
  /** The person can be reached again: their unreachable deliveries become due. */
  reachable(recipient: PersonId, now: Instant): Promise<void>
  /** The earliest time at which something is due, for the job's next look. */
  nextDue(): Promise<Instant | undefined>
  /**
   * People to whom messages were not delivered, by reason, the most recent first. Leaves out cards
   * that could not be brought up to date: nobody misses anything by them.
   */
  notDelivered(): Promise<readonly NotDelivered[]>
  counts(): Promise<Readonly<Record<DeliveryState, number>>>
}
