import type { RegisteredAction } from './action/registered.ts'
import { ACTION } from './action/registered.ts'
import type { RegisteredActivity } from './activity/registered.ts'
import { ACTIVITY } from './activity/registered.ts'
import type { RegisteredObservation } from './observation/registered.ts'
import { OBSERVATION } from './observation/registered.ts'
import type { Registered, RegisteredTypes } from './registered.ts'
import type { RegisteredReview } from './review/registered.ts'
import { REVIEW } from './review/registered.ts'
import type { RecordRef } from './words/ids.ts'
import { partsOf, readReference, referenceOf, seriesOf } from './words/ids.ts'

/** Every kind of record that has a reference, once. */
export interface TypesByKind {
  readonly observation: RegisteredObservation
  readonly activity: RegisteredActivity
  readonly action: RegisteredAction
  readonly review: RegisteredReview
}
export type Kind = keyof TypesByKind

export const RECORDS: { readonly [N in Kind]: Registered<TypesByKind[N]> } = {
  observation: OBSERVATION,
  activity: ACTIVITY,
  action: ACTION,
  review: REVIEW,
}

// By the type of the table.
export const KINDS = Object.keys(RECORDS) as readonly Kind[]

/** A kind as code that treats all kinds alike sees it. */
export const anyRecord = (kind: Kind): Registered<RegisteredTypes> => RECORDS[kind]

export type Of<N extends Kind, Part extends keyof RegisteredTypes> = TypesByKind[N][Part]

/** Something for each kind, with a type of its own for each. */
export const byKind = <All extends Readonly<Record<Kind, unknown>>>(
  make: <N extends Kind>(kind: N) => All[N],
): All =>
  // One entry for each kind, made for it.
  Object.fromEntries(KINDS.map((kind) => [kind, make(kind)])) as unknown as All

/** Something for each kind, all of one type. */
export const forEachKind = <Same>(make: (kind: Kind) => Same): Readonly<Record<Kind, Same>> =>
  byKind(make)

export const isKind = (kind: string): kind is Kind => Object.hasOwn(RECORDS, kind)

/** Which kind of record has references with this prefix. */
const kindWith = (prefix: string): Kind | undefined =>
  KINDS.find((kind) => RECORDS[kind].prefix === prefix)

/** The reference of a record: its kind, the year it was made in, and its number in that year. */
export const refOf = (kind: Kind, year: number, number: number): RecordRef =>
  referenceOf(RECORDS[kind].prefix, year, number)

export interface NamedRecord {
  readonly kind: Kind
  readonly id: RecordRef
}

/** The record that a reference names, as people write it; `undefined` if it names none. */
export function readRecord(said: string): NamedRecord | undefined {
  const id = readReference(said)
  const kind = id && kindWith(id.slice(0, 3))
  return id && kind ? { kind, id } : undefined
}

/** The reference of one kind, as people write it. */
export function readRef(kind: Kind, said: string): RecordRef | undefined {
  const named = readRecord(said)
  return named?.kind === kind ? named.id : undefined
}

/** The series and number in a record's id; `undefined` where it has none. */
export function countedIn(
  kind: string,
  id: string,
): { readonly series: string; readonly number: number } | undefined {
  const parts = partsOf(id)
  if (!parts || kindWith(parts.prefix) !== kind) return undefined
  return { series: seriesOf(kind, parts.year), number: parts.number }
}
