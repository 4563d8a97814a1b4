import type { Recorded } from '../domain/machinery/record-kind.ts'
import type { PersonId } from '../domain/shared/ids.ts'

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

/** References people can say on the telephone. */
export interface References {
  /** The next number of a series, from 1. May leave gaps, never gives one twice. */
  next(series: string): Promise<number>
}
