import type { Model, PipelineStage, SchemaDefinition } from 'mongoose'
import type { Columns, Condition, Listing, RowOf, Where } from '../../domain/machinery/listing.ts'
import { columnIn, isFalling } from '../../domain/machinery/listing.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { Index } from './fields.ts'
import { number, perhapsText, text, truth } from './fields.ts'
import type { RecordDocument } from './record-collection.ts'
import { recordIndexes } from './record-collection.ts'

type Filter = Readonly<Record<string, unknown>>
type Key = readonly (string | number)[]
type Listed<C> = RowOf<C> & {
  readonly ref: string
  readonly version: number
  readonly nextDue: string | null
}
type Documents = Pick<Model<RecordDocument>, 'find' | 'countDocuments' | 'aggregate'>

const FIELDS = { text, truth, number } as const
const EMPTY = { text: perhapsText, truth, number: { type: Number, default: null } } as const

const nameOf = (key: string) => (key === 'id' ? '_id' : key)

/** Columns in an order, as this database writes it. */
const keysOf = (by: readonly string[]): Readonly<Record<string, 1 | -1>> =>
  Object.fromEntries(by.map((key) => [nameOf(columnIn(key)), isFalling(key) ? -1 : 1] as const))

// A single value is compared directly, which keeps the order of an index behind it.
const oneOf = (values: readonly string[]) =>
  values.length === 1 ? values[0] : { $in: [...values] }

const all = (parts: readonly Filter[]): Filter =>
  parts.length === 0 ? {} : parts.length === 1 ? (parts[0] ?? {}) : { $and: [...parts] }

/** Matches nothing, for an empty scope. */
const NOTHING: Filter = { _id: { $in: [] } }

function conditionIn<C>(asked: Condition<C>): Filter {
  if ('oneOf' in asked) return { [asked.column]: oneOf(asked.oneOf) }
  if ('noneOf' in asked) return { [asked.column]: { $nin: [...asked.noneOf] } }
  return { [asked.column]: 'from' in asked ? { $gte: asked.from } : { $lte: asked.to } }
}

export function filterOf<C>({ scope, all: always }: Where<C>): Filter {
  const [first, ...others] = scope.map((clause) => all(clause.map(conditionIn)))
  return all([
    first === undefined ? NOTHING : others.length === 0 ? first : { $or: [first, ...others] },
    ...always.map(conditionIn),
  ])
}

/** The fields and indexes of a kind of record, beside those that every record has. */
export const columnFields = <C extends Columns>(columns: C): SchemaDefinition<RowOf<C>> =>
  // Built column by column from the description that the type is made of.
  Object.fromEntries(
    Object.entries(columns).map(([key, { is, orNone }]) => [key, orNone ? EMPTY[is] : FIELDS[is]]),
  ) as unknown as SchemaDefinition<RowOf<C>>

export const listIndexes = <C extends Columns>({
  name,
  indexes,
}: Pick<Listing<never, C, string>, 'name' | 'indexes'>): readonly Index[] => [
  ...recordIndexes(name),
  ...Object.entries<readonly string[]>(indexes).map(([index, by]) => ({
    keys: keysOf(by),
    name: `${name}_${index}`,
  })),
]

/** How one kind of record is listed in its collection. Uses narrow columns, never the JSON. */
export function recordList<State, C extends Columns, Order extends string>({
  columns,
  orders,
  counts,
}: Listing<State, C, Order>) {
  const keys = Object.keys(columns)
  const isTruth = (key: string) => columns[key]?.is === 'truth'
  const selected = Object.fromEntries(
    ['version', 'nextDue', ...keys].map((key) => [key, 1] as const),
  )
  const typeOf = (key: string) =>
    key === 'id' || columns[key]?.is === 'text' ? ('string' as const) : ('number' as const)
  const stored = (key: string, value: string | number | undefined) =>
    isTruth(key) ? value === 1 : value

  /** Where the page after this row begins. */
  const afterRow = (order: Order, row: Listed<C>): string => {
    const values: Readonly<Record<string, unknown>> = { ...row, id: row.ref }
    return pageToken(
      orders[order].map(columnIn).map((key) =>
        // Orders are by columns that are always there.
        isTruth(key) ? Number(values[key]) : (values[key] as string | number),
      ),
    )
  }

  /** The rows after a given one: equal in the first columns and past it in the next. */
  function afterIn(by: readonly string[], key: Key): Filter {
    const ways = by.flatMap((one, at) => {
      const column = columnIn(one)
      const same = by
        .slice(0, at)
        .map((before, i) => [nameOf(columnIn(before)), stored(columnIn(before), key[i])] as const)
      const alike = Object.fromEntries(same)
      if (!isTruth(column))
        return [{ ...alike, [nameOf(column)]: { [isFalling(one) ? '$lt' : '$gt']: key[at] } }]
      // Of two truth values one comes after the other, and nothing after that.
      return (key[at] === 1) === isFalling(one) ? [{ ...alike, [column]: key[at] !== 1 }] : []
    })
    return { $or: ways }
  }

  const pageFilter = (where: Where<C>, order: Order, after: string | undefined): Filter => {
    const by = orders[order]
    const types = by.map(columnIn).map(typeOf)
    return all([
      filterOf(where),
      ...(after === undefined ? [] : [afterIn(by, readPageToken(after, types))]),
    ])
  }

  /** Asks for one row more than the page holds, to see whether another page follows. */
  const pageQuery = (
    model: Documents,
    where: Where<C>,
    order: Order,
    { size, after }: PageRequest,
  ) =>
    model
      .find(pageFilter(where, order, after), selected)
      .sort({ ...keysOf(orders[order]) })
      .limit(size + 1)
      .lean()

  const rowOf = (document: Readonly<Record<string, unknown>>): Listed<C> =>
    // Every key of the columns is there, as it was written.
    ({
      ref: document['_id'],
      version: document['version'],
      nextDue: document['nextDue'],
      ...Object.fromEntries(keys.map((key) => [key, document[key]])),
    }) as unknown as Listed<C>

  function countStages(count: string, from: string, to: string, where?: Where<C>): PipelineStage[] {
    const by = Object.entries(counts[count]?.by ?? {})
    return [
      {
        $match: all([
          { [by[0]?.[1] ?? '']: { $gte: from, $lte: to } },
          ...(where ? [filterOf(where)] : []),
        ]),
      },
      {
        $group: {
          _id: Object.fromEntries(by.map(([called, key]) => [called, `$${key}`])),
          count: { $sum: 1 },
        },
      },
      { $sort: Object.fromEntries(by.map(([called]) => [`_id.${called}`, 1])) },
      {
        $project: {
          _id: 0,
          ...Object.fromEntries(by.map(([called]) => [called, `$_id.${called}`])),
          count: 1,
        },
      },
    ]
  }

  return {
    afterRow,
    pageQuery,
    countStages,
    async find(
      model: Documents,
      where: Where<C>,
      order: Order,
      page: PageRequest,
    ): Promise<Page<Listed<C>>> {
      requirePageSize(page)
      const [found, total] = await Promise.all([
        pageQuery(model, where, order, page),
        model.countDocuments(filterOf(where)),
      ])
      const rows = found.map((one) => rowOf(one as unknown as Record<string, unknown>))
      return pageOf(rows, total, page, (row) => afterRow(order, row))
    },
    count: <Counted>(model: Documents, count: string, from: string, to: string, where?: Where<C>) =>
      model.aggregate<Counted>(countStages(count, from, to, where)),
  }
}
