import type { RecordRef } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'

/** A narrow column: what kind of value, and whether it may be empty. */
export interface Column<Value> {
  readonly is: 'text' | 'truth' | 'number'
  readonly orNone: boolean
  /** Only for the type. Never set. */
  readonly value?: Value
}

export type Columns = Readonly<Record<string, Column<unknown>>>

export const text = <Value extends string = string>(): Column<Value> => ({
  is: 'text',
  orNone: false,
})
export const truth = (): Column<boolean> => ({ is: 'truth', orNone: false })
export const number = (): Column<number> => ({ is: 'number', orNone: false })
export const orNone = <Value>(column: Column<Value>): Column<Value | null> => ({
  is: column.is,
  orNone: true,
})

/** The columns of one record. */
export type RowOf<C> = {
  readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never
}

/** Columns to order by; a minus means descending. `id` orders rows that are otherwise alike. */
export type By<C> = readonly ((keyof C & string) | 'id' | `-${(keyof C & string) | 'id'}`)[]

/** A condition on one column. */
export type Condition<C> = { readonly column: keyof C & string } & (
  | { readonly oneOf: readonly string[] }
  | { readonly noneOf: readonly string[] }
  | { readonly from: string }
  | { readonly to: string }
)

/**
 * A row must match all of `all` and everything in one clause of `scope`. Without clauses no row
 * matches.
 */
export interface Where<C> {
  readonly scope: readonly (readonly Condition<C>[])[]
  readonly all: readonly Condition<C>[]
}

/** Counts rows by some columns, where the first column lies between two values. */
export interface Count<C> {
  /** The columns by their names in the answer, in its order. */
  readonly by: Readonly<Record<string, keyof C & string>>
}

/**
 * What a store keeps of a kind of record beside its state, and how it is listed. Tables,
 * collections, indexes, queries and copies are made from it.
 */
export interface Listing<State, C extends Columns, Order extends string, Filter = never> {
  /** The table or collection. */
  readonly name: string
  readonly columns: C
  columnsOf(state: State): RowOf<C>
  /** The filter as conditions on columns. */
  where(filter: Filter): Where<C>
  readonly orders: Readonly<Record<Order, By<C>>>
  readonly counts: Readonly<Record<string, Count<C>>>
  readonly indexes: Readonly<Record<string, By<C>>>
}

// biome-ignore lint/suspicious/noExplicitAny: whatever its columns hold
type Held = any

/** The listing of any kind of record. Uses methods, so that each listing is also this type. */
export type AnyListing = Listing<Held, Held, string, Held>

type ColumnsIn<L> = L extends { readonly columns: infer C } ? C : never
export type FilterIn<L> = L extends { where(filter: infer Filter): unknown } ? Filter : never
export type OrderIn<L> = L extends { readonly orders: infer Orders } ? keyof Orders & string : never

/** One line of a list: narrow columns only, nothing anybody wrote. */
export type RowIn<L> = RowOf<ColumnsIn<L>> & {
  readonly ref: RecordRef
  readonly version: number
  /** When what waits about it is first due; `null` when nothing waits. */
  readonly nextDue: Instant | null
}

type CountsIn<L> = L extends { readonly counts: infer Counts } ? Counts : never
export type CountNameIn<L> = keyof CountsIn<L> & string
type CountedBy<C, By> = {
  readonly [Called in keyof By]: By[Called] extends keyof C
    ? // The month is what is asked for: a row without one is not counted.
      Called extends 'month'
      ? NonNullable<RowOf<C>[By[Called]]>
      : RowOf<C>[By[Called]]
    : never
}

/** How many rows are alike in some columns. */
export type CountIn<L, Name extends CountNameIn<L>> = CountsIn<L>[Name] extends {
  readonly by: infer By
}
  ? CountedBy<ColumnsIn<L>, By> & { readonly count: number }
  : never

/** Which column each part of a filter asks, and how. */
export type FilterParts<C, Filter> = {
  readonly [Part in keyof Filter]-?: readonly [
    column: keyof C & string,
    how: 'oneOf' | 'from' | 'to',
  ]
}

/** The conditions of a filter. A part that is absent adds none. */
export const conditionsOf = <C, Filter extends object>(
  parts: FilterParts<C, Filter>,
  given: Filter,
): readonly Condition<C>[] =>
  Object.entries<readonly [string, string]>(parts).flatMap(([part, [column, how]]) => {
    const value = given[part as keyof Filter]
    // By the type of `parts`, each operator takes what its part holds.
    return value === undefined ? [] : [{ column, [how]: value } as unknown as Condition<C>]
  })

export const isFalling = (key: string): boolean => key.startsWith('-')
export const columnIn = (key: string): string => (isFalling(key) ? key.slice(1) : key)
