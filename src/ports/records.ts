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
  /** How many events it has so far; the next one is numbered one more. */
  readonly events: number
  readonly state: State
  /** The submissions of the last saves, newest last, so that the same one again is recognised. */
  readonly causes: readonly Cause[]
}

export interface Cause {
  readonly submission: string
  readonly by: PersonId
  /** What was asked for with it; absent where an earlier version kept it. */
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
 * Keeps one kind of record. What is given in and out are copies: changing them changes nothing
 * that is stored. A record, its events and its narrow columns are written together. Events are
 * sealed as they are saved, and there is no way to change or take away one (I2).
 */
export interface RecordStore<State, Event> {
  /** An unknown id is `undefined`. */
  load(id: string): Promise<Stored<State> | undefined>
  /**
   * @throws DomainError `conflict` when the stored version is not `from`, or, for a new record,
   * when the id is taken; nothing is changed then. Of simultaneous saves exactly one wins.
   */
  save(change: Change<State, Event>): Promise<Stored<State>>
  /** All events of the record in order; an unknown id has none. */
  history(id: string): Promise<readonly Recorded<Event>[]>
  /** Records whose version is past their delivered mark: by the instant of the last event, then id. */
  undelivered(atMost: number): Promise<readonly Undelivered[]>
  /** Marks everything up to a version as told. An older mark never hides a newer version. */
  markDelivered(id: string, version: number): Promise<void>
}

/** A record of which somebody is to be reminded. */
export interface Reminding {
  readonly id: string
  /** Up to which instant everybody has been reminded; '' when nobody has. */
  readonly reminded: Instant | ''
}

/** Keeps a kind of record that is listed, with its narrow columns and what waits about it. */
export interface ListedStore<State, Event, L> extends RecordStore<State, Event> {
  /** The record that a submission made, so that sending twice makes one (I7). */
  madeBy(submission: string): Promise<RecordRef | undefined>
  /** Records with a rung that has come, and nobody was told of: by its instant, then id. */
  rungsDue(now: Instant, atMost: number): Promise<readonly Reminding[]>
  /** Marks everybody as reminded up to an instant. An earlier mark changes nothing; no new version. */
  markReminded(id: string, to: Instant): Promise<void>
  find(filter: FilterIn<L>, order: OrderIn<L>, page: PageRequest): Promise<Page<RowIn<L>>>
  /**
   * How many rows are alike, of those whose first counted column lies between two values, both
   * included; zeros are left out. Of those that a filter takes alone where one is given.
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
  /** The next number of a series, from 1. May leave gaps, never gives one twice. */
  next(series: string): Promise<number>
}
