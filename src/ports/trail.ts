import type { Kind } from '../domain/records.ts'
import { KINDS } from '../domain/records.ts'
import type { PersonId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'
import type { Page, PageRequest } from './page.ts'

/** Everything that has a chain: the records, and who read what of each. */
export const CHAINED_KINDS: readonly ChainedKind[] = ['board', ...KINDS, 'access']
export type ChainedKind = 'board' | Kind | 'access'

/** The two logs an auditor reads: what changed, and what was read. */
export type TrailLog = 'changes' | 'readings'

/** One line of a log: who did what to which record, without its content. */
export interface TrailLine {
  readonly kind: ChainedKind
  /** Of a reading, the record that was read, with its kind: `observation/OBS-2026-0042`. */
  readonly id: string
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  /** The type of the event; of a reading, the door it was read through. */
  readonly type: string
}

export interface TrailFilter {
  readonly log: TrailLog
  /** As in the lines. */
  readonly id?: string
  readonly by?: PersonId
  /** Ids to leave out; used only where `id` is absent. */
  readonly without?: readonly string[]
  /** From this instant (included) to that one (excluded). */
  readonly from?: Instant
  readonly to?: Instant
}

/** Reads what was done and read. It changes nothing. */
export interface Trail {
  /**
   * Newest first; of the same instant by kind, then id, then number, later ones first.
   * @throws DomainError `incomplete` with need `after` when the page begins nowhere
   */
  lines(filter: TrailFilter, page: PageRequest): Promise<Page<TrailLine>>
  /**
   * Puts every line into the store's list. `lines` does it too; a job does it now and then so that
   * nobody waits.
   */
  bringUpToDate(): Promise<void>
}

/** The ways to something confidential: a page of the tab, a card in the chat. */
export const DOORS = ['tab', 'card', 'outline'] as const
export type Door = (typeof DOORS)[number]

export interface Reading {
  /** What was read: a record by its kind and id. */
  readonly kind: string
  readonly id: string
  readonly by: PersonId
  readonly door: Door
  readonly at: Instant
  /** An id of this reading. */
  readonly cause: string
}

/** Who read what, when, through which door (I2). A line can never be changed. */
export interface AccessLog {
  /** Adds a reading at the end of its record's chain. Of simultaneous ones each is kept. */
  add(reading: Reading): Promise<void>
}
