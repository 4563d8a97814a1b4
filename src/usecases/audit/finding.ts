import type { Break } from '../../domain/machinery/chain.ts'

/** How one record, or the log of who read it, is not as it was kept. */
export type WhyInRecord =
  | Break['why']
  | 'unreadable'
  | 'typeDiffers'
  | 'impossible'
  | 'stateDiffers'
  | 'fieldsDiffer'
  | 'messageAhead'
  | 'untold'
  | 'noDoor'
  | 'noReader'
  | 'noEvent'
  | 'noNotice'
  | 'amiss'

/** How something is not as it was kept. */
export type Why =
  | WhyInRecord
  | 'recordGone'
  | 'counterBehind'
  | 'noCounter'
  | 'shapeDiffers'
  | 'goneSince'
  | 'shorterSince'
  | 'otherSince'
  | 'counterFell'

export interface Finding<Of extends Why = Why> {
  /** Of a chain or a record; `series` of a counter, `store` of the store itself. */
  readonly kind: string
  readonly id: string
  readonly why: Of
  /** Number of the event it is about; for a record, of its last event. */
  readonly seq: number
  /** What else it is about: a field, what is left, a clause of the store's. Never the content. */
  readonly what?: string
}
