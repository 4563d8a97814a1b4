import type { BoardEvent, BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { Recorded } from '../../src/domain/machinery/record-kind.ts'
import type { Observation, ObservationEvent } from '../../src/domain/observation/types.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Delivery } from '../../src/ports/deliveries.ts'
import type { Stored } from '../../src/ports/records.ts'
import type { Door } from '../../src/ports/trail.ts'

/** A record as somebody with paper and pencil would keep it. */
export interface Kept<State, Event> {
  readonly stored: Stored<State>
  readonly history: readonly Recorded<Event>[]
  /** The version up to which everybody has been told. */
  readonly delivered: number
}

export type KeptObservation = Kept<Observation, ObservationEvent>
export type KeptBoard = Kept<BoardSettings, BoardEvent>
export type KeptReading = Recorded<{ readonly type: Door }>

/** A delivery without the id a store gives it; a card's copy names the card by its key. */
export interface KeptDelivery extends Omit<Delivery, 'id'> {
  readonly claimedUntil: Instant
}

export interface KeptAnswer {
  readonly person: string
  readonly answer: unknown
  readonly keepUntil: Instant
}

export interface KeptDialog {
  readonly version: number
  readonly state: unknown
  readonly expiresAt: Instant | null
}

/**
 * What the stores and the use-cases are compared with: maps in memory, whose values are never
 * changed but replaced. Each map keeps the order in which things came.
 */
export interface Model {
  readonly board: Map<string, KeptBoard>
  readonly observations: Map<string, KeptObservation>
  /** What each submission raised. */
  readonly raised: Map<string, string>
  /** The last number of each series. */
  readonly numbers: Map<string, number>
  readonly readings: Map<string, readonly KeptReading[]>
  readonly deliveries: Map<string, KeptDelivery>
  readonly answers: Map<string, KeptAnswer>
  readonly dialogs: Map<string, KeptDialog>
}

export const emptyModel = (): Model => ({
  board: new Map(),
  observations: new Map(),
  raised: new Map(),
  numbers: new Map(),
  readings: new Map(),
  deliveries: new Map(),
  answers: new Map(),
  dialogs: new Map(),
})

/** To try what would come of something. */
export const copyOf = (model: Model): Model => ({
  board: new Map(model.board),
  observations: new Map(model.observations),
  raised: new Map(model.raised),
  numbers: new Map(model.numbers),
  readings: new Map(model.readings),
  deliveries: new Map(model.deliveries),
  answers: new Map(model.answers),
  dialogs: new Map(model.dialogs),
})

export function boardIn({ board }: Model): BoardSettings {
  const kept = board.get(BOARD_ID)
  if (!kept) throw new Error('the board is there before anything else')
  return kept.stored.state
}

export const observationIn = ({ observations }: Model, ref: string): KeptObservation => {
  const kept = observations.get(ref)
  if (!kept) throw new Error('there is no such observation in the model')
  return kept
}

/** The nth of several, beginning again at the end; `undefined` of none. */
export const nthOf = <One>(all: Iterable<One>, nth: number): One | undefined => {
  const list = [...all]
  return list[nth % list.length]
}

export const isBy =
  (submission: string, person: PersonId) =>
  (cause: { readonly submission: string; readonly by: PersonId }): boolean =>
    cause.submission === submission && cause.by === person
