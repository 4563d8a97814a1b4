import type { CountIn, CountNameIn, FilterIn, OrderIn, RowIn } from '../domain/machinery/listing.ts'
import type { Recorded } from '../domain/machinery/record-kind.ts'
import type { Kind, Of } from '../domain/records.ts'
import type { PersonId, RecordRef } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { Page, PageRequest } from './page.ts'

/** A record as it stands in a store. */
export interface Stored<State> {
  readonly id: string
  /** 1 after the first save; each save adds one. */
  readonly version: number
  /** How many events it has so far. The next one gets the number after it. */
  readonly events: number
  readonly state: State
  /** The submissions of the last saves, newest last, to recognise one that comes again. */
  readonly causes: readonly Cause[]
}

export interface Cause {
  readonly submission: string
  readonly by: PersonId
  /** The action that was asked for; absent in records of an earlier version. */
  readonly action?: string
}

/** State and events of one change, saved together or not at all. */
export interface Change<State, Event> {
  readonly id: string
  /** The version the change was made from; 0 for a new record. */
  readonly from: number
  readonly state: State
  /** At least one, numbered on from the last event of the record. */
  readonly events: readonly Recorded<Event>[]
  readonly causes: readonly Cause[]
}

/** How many causes a record remembers. */
export const CAUSES_KEPT = 20

export interface Undelivered {
  readonly id: string
  readonly version: number
  /** The version up to which everybody has been told; 0 when nobody has. */
  readonly delivered: number
}

/**
 * Keeps one kind of record. Values given in and out are copies: changing them changes nothing in
 * the store. A record, its events and its narrow columns are written together. Events are sealed as
 * they are saved; none can be changed or removed (I2).
 */
export interface RecordStore<State, Event> {
  /** `undefined` for an unknown id. */
  load(id: string): Promise<Stored<State> | undefined>
  /**
   * @throws DomainError `conflict` when the stored version is not `from`, or the id of a new record
   * is taken. Then nothing is changed. Of simultaneous saves exactly one wins.
   */
  save(change: Change<State, Event>): Promise<Stored<State>>
  /** All events of the record in order; none for an unknown id. */
  history(id: string): Promise<readonly Recorded<Event>[]>
  /**
   * Records whose version is past their delivered mark, by the instant of the last event, then id.
   */
  undelivered(atMost: number): Promise<readonly Undelivered[]>
  /** Marks everything up to a version as told. An older mark never hides a newer version. */
  markDelivered(id: string, version: number): Promise<void>
}

/** A record about which somebody is to be reminded. */
export interface Reminding {
  readonly id: string
  /** Up to which instant everybody has been reminded; '' when nobody has. */
  readonly reminded: Instant | ''
}

/** Keeps a kind of record that is listed, with its narrow columns and what waits about it. */
export interface ListedStore<State, Event, L> extends RecordStore<State, Event> {
  /** The record that a submission made, so that sending twice makes one (I7). */
  madeBy(submission: string): Promise<RecordRef | undefined>
  /** Records with a rung that has come and of which nobody was told; by its instant, then id. */
  rungsDue(now: Instant, atMost: number): Promise<readonly Reminding[]>
  /**
   * Marks everybody as reminded up to an instant. An earlier mark changes nothing. Makes no new
   * version.
   */
  markReminded(id: string, to: Instant): Promise<void>
  find(filter: FilterIn<L>, order: OrderIn<L>, page: PageRequest): Promise<Page<RowIn<L>>>
  /**
   * Counts rows that are alike and whose first counted column lies between two values, both
   * included. Leaves out zeros. With a filter, counts only rows that match it.
   */
  count<Name extends CountNameIn<L>>(
    name: Name,
    from: string,
    to: string,
    filter?: FilterIn<L>,
  ): Promise<readonly CountIn<L, Name>[]>
}

/** The store of each kind of record. */
export type RecordStores = {
  readonly [N in Kind]: ListedStore<Of<N, 'state'>, Of<N, 'event'>, Of<N, 'listing'>>
}

/** References people can say on the telephone. */
export interface References {
  /** The next number of a series, from 1. Leaves gaps, never gives one number twice. */
  next(series: string): Promise<number>
}
