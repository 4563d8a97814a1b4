import type { RecordRef } from '../words/ids.ts'
import type { Instant } from '../words/time.ts'

/** A narrow column: what kind of value, and whether it may be empty. */
export interface Column<Value> {
  readonly is: 'text' | 'truth' | 'number'
  readonly orNone: boolean
  /** Only for the type: nothing is ever here. */
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

/** Columns in an order; with a minus those that fall. `id` tells rows apart that are else alike. */
export type By<C> = readonly ((keyof C & string) | 'id' | `-${(keyof C & string) | 'id'}`)[]

/** What is asked of one column. */
export type Condition<C> = { readonly column: keyof C & string } & (
  | { readonly oneOf: readonly string[] }
  | { readonly noneOf: readonly string[] }
  | { readonly from: string }
  | { readonly to: string }
)

/** All of `all`, and all of one of `scope`: no clause, no row. */
export interface Where<C> {
  readonly scope: readonly (readonly Condition<C>[])[]
  readonly all: readonly Condition<C>[]
}

/** Counts rows by some columns, of those whose first column lies between two values. */
export interface Count<C> {
  /** The columns by what they are called in the answer, in its order. */
  readonly by: Readonly<Record<string, keyof C & string>>
}

/**
 * What a store keeps of a kind of record beside its state, and how it is listed: tables, collections,
 * indexes, queries and copies are made from it.
 */
export interface Listing<State, C extends Columns, Order extends string, Filter = never> {
  /** The table or collection. */
  readonly name: string
  readonly columns: C
  columnsOf(state: State): RowOf<C>
  /** What is asked for, as conditions on its columns. */
  where(filter: Filter): Where<C>
  readonly orders: Readonly<Record<Order, By<C>>>
  readonly counts: Readonly<Record<string, Count<C>>>
  readonly indexes: Readonly<Record<string, By<C>>>
}

// biome-ignore lint/suspicious/noExplicitAny: whatever its columns hold
type Held = any

/** The listing of any kind of record: methods, so that each one is also this. */
export type AnyListing = Listing<Held, Held, string, Held>

type ColumnsIn<L> = L extends { readonly columns: infer C } ? C : never
export type FilterIn<L> = L extends { where(filter: infer Filter): unknown } ? Filter : never
export type OrderIn<L> = L extends { readonly orders: infer Orders } ? keyof Orders & string : never

/** One line of a list: narrow columns only, nothing anybody wrote. */
export type RowIn<L> = RowOf<ColumnsIn<L>> & {
  readonly ref: RecordRef
  readonly version: number
  /** When what waits about it first is due; `null` when nothing waits. */
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

/** So many rows that are alike in some columns. */
export type CountIn<L, Name extends CountNameIn<L>> = CountsIn<L>[Name] extends {
  readonly by: infer By
}
  ? CountedBy<ColumnsIn<L>, By> & { readonly count: number }
  : never

/** How a filter's parts are asked: of which column, and how. */
export type FilterParts<C, Filter> = {
  readonly [Part in keyof Filter]-?: readonly [
    column: keyof C & string,
    how: 'oneOf' | 'from' | 'to',
  ]
}

/** The conditions of a filter; a part that is absent asks nothing. */
export const conditionsOf = <C, Filter extends object>(
  parts: FilterParts<C, Filter>,
  given: Filter,
): readonly Condition<C>[] =>
  Object.entries<readonly [string, string]>(parts).flatMap(([part, [column, how]]) => {
    const value = given[part as keyof Filter]
    // By the type of `parts`, each is asked in a way that takes what it holds.
    return value === undefined ? [] : [{ column, [how]: value } as unknown as Condition<C>]
  })

export const isFalling = (key: string): boolean => key.startsWith('-')
export const columnIn = (key: string): string => (isFalling(key) ? key.slice(1) : key)
