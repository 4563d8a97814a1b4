import type { SQLInputValue } from 'node:sqlite'
import type { ScopeClause } from '../../domain/observation/routing.ts'
import type {
  ObservationFilter,
  ObservationOrder,
  ObservationRow,
} from '../../ports/observations.ts'
import type { PageRequest } from '../../ports/page.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import { SELECTED_COLUMNS } from './observation-columns.ts'

/** SQL and the values for its parameters, in order. */
export interface Query {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/** How an order is written in SQL, where a page after another begins, and how that is remembered. */
const ORDERS = {
  oldestFirst: {
    by: 'same_day DESC, waiting_since, id',
    keys: ['number', 'string', 'string'],
    after: '(same_day < ? OR (same_day = ? AND (waiting_since, id) > (?, ?)))',
    keyOf: (row) => [Number(row.sameDay), row.waitingSince, row.ref],
    bind: ([sameDay = 0, ...rest]) => [sameDay, sameDay, ...rest],
  },
  newestFirst: {
    by: 'raised_at DESC, id DESC',
    keys: ['string', 'string'],
    after: '(raised_at, id) < (?, ?)',
    keyOf: (row) => [row.raisedAt, row.ref],
    bind: (key) => key,
  },
} as const satisfies Record<
  ObservationOrder,
  {
    by: string
    keys: readonly ('number' | 'string')[]
    after: string
    keyOf: (row: ObservationRow) => readonly (string | number)[]
    bind: (key: readonly (string | number)[]) => readonly (string | number)[]
  }
>

/** One row more than the page holds, to see whether another page follows. */
export function pageQuery(
  filter: ObservationFilter,
  order: ObservationOrder,
  { size, after }: PageRequest,
): Query {
  const { by, keys, after: past, bind } = ORDERS[order]
  const where = all([
    whereOf(filter),
    ...(after === undefined ? [] : [{ sql: past, values: bind(readPageToken(after, keys)) }]),
  ])
  return {
    sql: `SELECT ${SELECTED_COLUMNS} FROM observations WHERE ${where.sql} ORDER BY ${by} LIMIT ?`,
    values: [...where.values, size + 1],
  }
}

export function totalQuery(filter: ObservationFilter): Query {
  const { sql, values } = whereOf(filter)
  return { sql: `SELECT COUNT(*) AS total FROM observations WHERE ${sql}`, values }
}

/** Where the page after this row begins. */
export const afterRow = (order: ObservationOrder, row: ObservationRow): string =>
  pageToken(ORDERS[order].keyOf(row))

function whereOf({ scope, stages, kinds, agencies, from, to }: ObservationFilter): Query {
  return all([
    any(scope.map(inClause)),
    ...(stages ? [isOneOf('stage', stages)] : []),
    ...(kinds ? [isOneOf('kind', kinds)] : []),
    ...(agencies ? [isOneOf('agency', agencies)] : []),
    ...(from === undefined ? [] : [{ sql: 'raised_month >= ?', values: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'raised_month <= ?', values: [to] }]),
  ])
}

/** The rule of `inScope`, in SQL. */
const inClause = ({ agency, onlyReporters, exceptReporters }: ScopeClause): Query =>
  all([
    ...(agency === null ? [] : [{ sql: 'agency = ?', values: [agency] }]),
    ...(onlyReporters === null ? [] : [isOneOf('reporter', onlyReporters)]),
    ...(exceptReporters.length === 0 ? [] : [not(isOneOf('reporter', exceptReporters))]),
  ])

const isOneOf = (column: string, values: readonly string[]): Query => ({
  sql: `${column} IN (${values.map(() => '?').join(', ')})`,
  values,
})

const not = ({ sql, values }: Query): Query => ({ sql: `NOT (${sql})`, values })

const joined = (parts: readonly Query[], by: string, none: string): Query => ({
  sql: parts.length === 0 ? none : parts.map(({ sql }) => `(${sql})`).join(by),
  values: parts.flatMap(({ values }) => values),
})
const all = (parts: readonly Query[]): Query => joined(parts, ' AND ', 'TRUE')
const any = (parts: readonly Query[]): Query => joined(parts, ' OR ', 'FALSE')
