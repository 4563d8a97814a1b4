import type { ScopeClause } from '../../domain/observation/routing.ts'
import type {
  ObservationFilter,
  ObservationOrder,
  ObservationRow,
} from '../../ports/observations.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'

type Filter = Readonly<Record<string, unknown>>
type Key = readonly (string | number)[]

interface Order {
  readonly by: Readonly<Record<string, 1 | -1>>
  readonly keys: readonly ('number' | 'string')[]
  readonly keyOf: (row: ObservationRow) => Key
  /** What comes after a row in this order. */
  readonly after: (key: Key) => Filter
}

const ORDERS: Readonly<Record<ObservationOrder, Order>> = {
  oldestFirst: {
    by: { sameDay: -1, waitingSince: 1, _id: 1 },
    keys: ['number', 'string', 'string'],
    keyOf: (row) => [Number(row.sameDay), row.waitingSince, row.ref],
    after: ([flag, waitingSince, id]) => {
      const sameDay = flag === 1
      return {
        $or: [
          ...(sameDay ? [{ sameDay: false }] : []),
          { sameDay, waitingSince: { $gt: waitingSince } },
          { sameDay, waitingSince, _id: { $gt: id } },
        ],
      }
    },
  },
  newestFirst: {
    by: { raisedAt: -1, _id: -1 },
    keys: ['string', 'string'],
    keyOf: (row) => [row.raisedAt, row.ref],
    after: ([raisedAt, id]) => ({
      $or: [{ raisedAt: { $lt: raisedAt } }, { raisedAt, _id: { $lt: id } }],
    }),
  },
}

export const sortOf = (order: ObservationOrder) => ({ ...ORDERS[order].by })

/** Where the page after this row begins. */
export const afterRow = (order: ObservationOrder, row: ObservationRow): string =>
  pageToken(ORDERS[order].keyOf(row))

/** @param after where the page before ended, if there was one */
export function pageFilter(
  filter: ObservationFilter,
  order: ObservationOrder,
  after: string | undefined,
): Filter {
  const { keys, after: past } = ORDERS[order]
  return all([filterOf(filter), ...(after === undefined ? [] : [past(readPageToken(after, keys))])])
}

/** Nothing is in an empty scope. */
const NOTHING: Filter = { _id: { $in: [] } }

export function filterOf({ scope, stages, kinds, agencies, from, to }: ObservationFilter): Filter {
  const [first, ...others] = scope.map(inClause)
  return all([
    first === undefined ? NOTHING : others.length === 0 ? first : { $or: [first, ...others] },
    ...(stages ? [{ stage: oneOf(stages) }] : []),
    ...(kinds ? [{ kind: oneOf(kinds) }] : []),
    ...(agencies ? [{ agency: oneOf(agencies) }] : []),
    ...(from === undefined ? [] : [{ raisedMonth: { $gte: from } }]),
    ...(to === undefined ? [] : [{ raisedMonth: { $lte: to } }]),
  ])
}

/** The rule of `inScope`, as a filter. */
const inClause = ({ agency, onlyReporters, exceptReporters }: ScopeClause): Filter =>
  all([
    ...(agency === null ? [] : [{ agency }]),
    ...(onlyReporters === null ? [] : [{ reporter: oneOf(onlyReporters) }]),
    ...(exceptReporters.length === 0 ? [] : [{ reporter: { $nin: [...exceptReporters] } }]),
  ])

// One value alone is compared, which leaves the order of an index behind it intact.
const oneOf = (values: readonly string[]) =>
  values.length === 1 ? values[0] : { $in: [...values] }

const all = (parts: readonly Filter[]): Filter =>
  parts.length === 0 ? {} : parts.length === 1 ? (parts[0] ?? {}) : { $and: [...parts] }
