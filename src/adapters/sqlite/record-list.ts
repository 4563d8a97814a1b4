import type { SQLInputValue } from 'node:sqlite'
import type { Columns, Condition, Listing, RowOf, Where } from '../../domain/machinery/listing.ts'
import { columnIn, isFalling } from '../../domain/machinery/listing.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { Connection } from './connection.ts'

/** SQL and the values for its parameters, in order. */
export interface Query {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

type Listed<C> = RowOf<C> & {
  readonly ref: string
  readonly version: number
  readonly nextDue: string | null
}

const snake = (key: string) => key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)

const joined = (parts: readonly Query[], by: string, none: string): Query => ({
  sql: parts.length === 0 ? none : parts.map(({ sql }) => `(${sql})`).join(by),
  values: parts.flatMap(({ values }) => values),
})
const all = (parts: readonly Query[]): Query => joined(parts, ' AND ', 'TRUE')
const any = (parts: readonly Query[]): Query => joined(parts, ' OR ', 'FALSE')

const marks = (count: number) => Array(count).fill('?').join(', ')

function conditionIn<C>(asked: Condition<C>): Query {
  const column = snake(asked.column)
  if ('oneOf' in asked)
    return { sql: `${column} IN (${marks(asked.oneOf.length)})`, values: asked.oneOf }
  if ('noneOf' in asked)
    // An empty value is none of them.
    return {
      sql: `(${column} IN (${marks(asked.noneOf.length)})) IS NOT TRUE`,
      values: asked.noneOf,
    }
  return 'from' in asked
    ? { sql: `${column} >= ?`, values: [asked.from] }
    : { sql: `${column} <= ?`, values: [asked.to] }
}

const whereIn = <C>({ scope, all: always }: Where<C>): Query =>
  all([any(scope.map((clause) => all(clause.map(conditionIn)))), ...always.map(conditionIn)])

const EVERYTHING = { scope: [[]], all: [] } as const

/** Neighbours with the same direction. SQLite compares them as one row, along an index. */
function runsOf(by: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = []
  for (const key of by) {
    const run = runs.at(-1)
    if (run?.[0] !== undefined && isFalling(run[0]) === isFalling(key)) run.push(key)
    else runs.push([key])
  }
  return runs
}

/** What comes after a row in an order. */
function afterIn(by: readonly string[], key: readonly (string | number)[]): Query {
  const [run = [], ...rest] = runsOf(by)
  const columns = run.map((one) => snake(columnIn(one)))
  const values = key.slice(0, run.length)
  const row = (parts: readonly string[]) =>
    parts.length === 1 ? parts[0] : `(${parts.join(', ')})`
  const than = isFalling(run[0] ?? '') ? '<' : '>'
  const past = { sql: `${row(columns)} ${than} ${row(columns.map(() => '?'))}`, values }
  if (rest.length === 0) return past
  const same = { sql: `${row(columns)} = ${row(columns.map(() => '?'))}`, values }
  return any([past, all([same, afterIn(rest.flat(), key.slice(run.length))])])
}

/** How one kind of record is listed in its table. Uses narrow columns, never the JSON. */
export function recordList<State, C extends Columns, Order extends string>({
  name,
  columns,
  columnsOf,
  orders,
  counts,
}: Listing<State, C, Order>) {
  const keys = Object.keys(columns)
  const isTruth = (key: string) => columns[key]?.is === 'truth'
  const selected = [
    'id AS ref',
    'version',
    'next_due AS nextDue',
    ...keys.map((key) => `${snake(key)} AS "${key}"`),
  ]
  const typeOf = (key: string) =>
    key === 'id' || columns[key]?.is === 'text' ? ('string' as const) : ('number' as const)
  const sorted = (by: readonly string[]) =>
    by.map((key) => snake(columnIn(key)) + (isFalling(key) ? ' DESC' : '')).join(', ')

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

  /** Asks for one row more than the page holds, to see whether another page follows. */
  function pageQuery(where: Where<C>, order: Order, { size, after }: PageRequest): Query {
    const by = orders[order]
    const types = by.map(columnIn).map(typeOf)
    const found = all([
      whereIn(where),
      ...(after === undefined ? [] : [afterIn(by, readPageToken(after, types))]),
    ])
    return {
      sql: `SELECT ${selected.join(', ')} FROM ${name} WHERE ${found.sql} ORDER BY ${sorted(by)} LIMIT ?`,
      values: [...found.values, size + 1],
    }
  }

  function totalQuery(where: Where<C>): Query {
    const { sql, values } = whereIn(where)
    return { sql: `SELECT COUNT(*) AS total FROM ${name} WHERE ${sql}`, values }
  }

  /**
   * Takes the two values between which the first column lies, then those of the further condition.
   */
  function countSql(count: string, further = 'TRUE'): string {
    const by = Object.entries(counts[count]?.by ?? {})
    const grouped = by.map(([, key]) => snake(key)).join(', ')
    return `SELECT ${by.map(([called, key]) => `${snake(key)} AS "${called}"`).join(', ')}, COUNT(*) AS count
      FROM ${name} WHERE ${snake(by[0]?.[1] ?? '')} BETWEEN ? AND ? AND (${further}) GROUP BY ${grouped} ORDER BY ${grouped}`
  }

  const rowOf = (row: Readonly<Record<string, unknown>>): Listed<C> =>
    // A row as SQLite gives it: truth values are 0 and 1.
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, isTruth(key) ? value === 1 : value]),
    ) as Listed<C>

  return {
    columns: keys.map(snake),
    /** In the order of `columns`. */
    valuesOf: (state: State): readonly SQLInputValue[] => {
      const row: Readonly<Record<string, unknown>> = columnsOf(state)
      return keys.map((key) => (isTruth(key) ? Number(row[key]) : (row[key] as SQLInputValue)))
    },
    /** As they are kept, by id. A value that is no truth value is left as it is. */
    columnsIn(connection: Connection, ids: string): ReadonlyMap<string, Record<string, unknown>> {
      const narrow = keys.map((key) => `${snake(key)} AS "${key}"`).join(', ')
      const rows = connection.all<Record<string, unknown>>(
        `SELECT id AS ref, ${narrow} FROM ${name} WHERE id IN (SELECT value FROM json_each(?))`,
        ids,
      )
      return new Map(
        rows.map(({ ref, ...row }) => {
          const kept = Object.entries(row).map(([key, value]) => [
            key,
            isTruth(key) && (value === 0 || value === 1) ? value === 1 : value,
          ])
          return [String(ref), Object.fromEntries(kept)]
        }),
      )
    },
    afterRow,
    pageQuery,
    totalQuery,
    countSql,
    find(
      connection: Connection,
      where: Where<C>,
      order: Order,
      page: PageRequest,
    ): Page<Listed<C>> {
      requirePageSize(page)
      const paged = pageQuery(where, order, page)
      const counted = totalQuery(where)
      const found = connection.all<Record<string, unknown>>(paged.sql, ...paged.values).map(rowOf)
      const total = connection.get<{ total: number }>(counted.sql, ...counted.values)?.total ?? 0
      return pageOf(found, total, page, (row) => afterRow(order, row))
    },
    count: <Counted extends object>(
      connection: Connection,
      count: string,
      from: string,
      to: string,
      where: Where<C> = EVERYTHING,
    ): readonly Counted[] => {
      const { sql, values } = whereIn(where)
      const counted = connection.all<Counted>(countSql(count, sql), from, to, ...values)
      return counted.map((row) => ({ ...row }))
    },
  }
}

/** The statements that make the table of a kind of record with its indexes. For a migration. */
export function tableSql<C extends Columns>({
  name,
  columns,
  indexes,
}: Pick<Listing<never, C, string>, 'name' | 'columns' | 'indexes'>): string {
  const TYPES = { text: 'TEXT', truth: 'INTEGER', number: 'INTEGER' } as const
  const narrow = Object.entries(columns).map(
    ([key, column]) => `  ${snake(key)} ${TYPES[column.is]}${column.orNone ? '' : ' NOT NULL'},`,
  )
  const made = Object.entries<readonly string[]>(indexes).map(
    ([index, by]) =>
      `CREATE INDEX ${name}_${index} ON ${name} (${by
        .map((key) => snake(columnIn(key)) + (isFalling(key) ? ' DESC' : ''))
        .join(', ')});`,
  )
  return `CREATE TABLE ${name} (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
${narrow.join('\n')}
  causes TEXT NOT NULL,
  state TEXT NOT NULL,
  head TEXT NOT NULL DEFAULT '',
  duties TEXT,
  next_due TEXT,
  remind_at TEXT,
  reminded TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ${name}_undelivered ON ${name} (changed, id) WHERE version > delivered;
CREATE INDEX ${name}_late ON ${name} (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX ${name}_remind ON ${name} (remind_at, id) WHERE remind_at IS NOT NULL;
${made.join('\n')}`
}
