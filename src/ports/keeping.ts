import type { PersonId } from '../domain/words/ids.ts'
import type { CopiedChain, CopiedRecord } from './store-copy.ts'
import type { ChainedKind } from './trail.ts'

// Everything a store keeps of its records, as it stands there, for an audit to look at. It changes nothing.

/** That somebody is or was to be told of an event. */
export interface KeptMessage {
  readonly event: number
  readonly notice: string
  readonly recipient: PersonId
  /** Whether it only brings a card up to date that was sent before. */
  readonly isUpdate: boolean
}

export interface KeptRecord extends Omit<CopiedRecord, keyof CopiedChain> {
  /**
   * Its narrow columns as they are kept, by the names of their description, and what waits about it:
   * `duties`, `nextDue` and `remindAt`, or none of them where the next start works them out.
   */
  readonly columns: Readonly<Record<string, unknown>>
  readonly messages: readonly KeptMessage[]
}

/** All that is kept under one id: a record, or who read one. */
export interface Kept extends CopiedChain {
  readonly kind: ChainedKind
  /** `null` of a log of readings, which is nothing but its chain. */
  readonly record: KeptRecord | null
  /**
   * What the store keeps beside it for itself and is not what follows from the rest: a clause each,
   * with nothing of what is in it.
   */
  readonly amiss: readonly string[]
}

/** Something that is about a record which is not there. */
export interface Stray {
  readonly kind: string
  readonly id: string
  readonly left: 'events' | 'readings' | 'messages' | 'lines'
}

/** Whether tables and indexes are those that the program makes. */
export interface Shape {
  /** Where they are not: a clause each. */
  readonly differs: readonly string[]
  /** Whether everything can be read all the same. */
  readonly isReadable: boolean
}

export interface Keeping {
  /** In the order of their ids, those after one id; none after the last. */
  rows(kind: ChainedKind, after: string | null, atMost: number): Promise<readonly Kept[]>
  row(kind: ChainedKind, id: string): Promise<Kept | undefined>
  count(kind: ChainedKind): Promise<number>
  /** What is left of records that are not there; each record once for each thing that is left. */
  strays(): Promise<readonly Stray[]>
  /** Every counter of references. */
  series(): Promise<readonly { readonly name: string; readonly last: number }[]>
  shape(): Promise<Shape>
}
