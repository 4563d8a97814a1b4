import type { PersonId } from '../domain/words/ids.ts'
import type { CopiedChain, CopiedRecord } from './store-copy.ts'
import type { ChainedKind } from './trail.ts'

// Everything a store keeps of its records, as it stands there, for an audit to look at. It changes nothing.

/** Somebody is or was to be told of an event. */
export interface KeptMessage {
  readonly event: number
  readonly notice: string
  readonly recipient: PersonId
  /** Whether it only updates a card that was sent before. */
  readonly isUpdate: boolean
}

export interface KeptRecord extends Omit<CopiedRecord, keyof CopiedChain> {
  /**
   * The narrow columns as they are kept, by the names of their description, and what waits about
   * the record: `duties`, `nextDue` and `remindAt`. These three are absent where the next start
   * works them out.
   */
  readonly columns: Readonly<Record<string, unknown>>
  readonly messages: readonly KeptMessage[]
}

/** All that is kept under one id: a record, or who read one. */
export interface Kept extends CopiedChain {
  readonly kind: ChainedKind
  /** `null` for a log of readings, which is only a chain. */
  readonly record: KeptRecord | null
  /**
   * What the store keeps beside the row for itself and does not follow from the rest. One clause
   * each, without its content.
   */
  readonly amiss: readonly string[]
}

/** Something about a record that does not exist. */
export interface Stray {
  readonly kind: string
  readonly id: string
  readonly left: 'events' | 'readings' | 'messages' | 'lines'
}

/** Whether tables and indexes are those that the program makes. */
export interface Shape {
  /** One clause for each difference. */
  readonly differs: readonly string[]
  /** Whether everything can be read all the same. */
  readonly isReadable: boolean
}

export interface Keeping {
  /** In the order of their ids, after one id; empty after the last. */
  rows(kind: ChainedKind, after: string | null, atMost: number): Promise<readonly Kept[]>
  row(kind: ChainedKind, id: string): Promise<Kept | undefined>
  count(kind: ChainedKind): Promise<number>
  /**
   * What is left of records that do not exist: one entry for each record and each thing that is
   * left.
   */
  strays(): Promise<readonly Stray[]>
  /** Every counter of references. */
  series(): Promise<readonly { readonly name: string; readonly last: number }[]>
  shape(): Promise<Shape>
}
