import type { SQLInputValue } from 'node:sqlite'
import type { Asking, Claim, KeptDuty } from '../../domain/machinery/duties.ts'
import { isLate, keptOf, nextDueOf, remindAtOf } from '../../domain/machinery/duties.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { DutyLists, DutyRow } from '../../ports/duties.ts'
import type { PageRequest } from '../../ports/page.ts'
import { compareOrder, ORDER_TYPES, orderOf, rowOf } from '../shared/duty-order.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { Connection } from './connection.ts'
import type { Query } from './record-list.ts'

/** Columns beside a record about what waits. */
export const DUTY_COLUMNS = ['duties', 'next_due', 'remind_at'] as const

/** In the order of `DUTY_COLUMNS`. */
export const dutyValues = (
  duties: readonly KeptDuty[],
  reminded: string,
): readonly SQLInputValue[] => [
  JSON.stringify(duties),
  nextDueOf(duties),
  remindAtOf(duties, reminded),
]

export const readDuties = (json: string | null): readonly KeptDuty[] =>
  json === null ? [] : JSON.parse(json)

const DELETE = `DELETE FROM duties
  WHERE holder = ? AND rank = ? AND due = ? AND kind = ? AND record = ? AND duty = ?`
const INSERT = `INSERT INTO duties
  (holder, rank, due, kind, record, duty, since, agency, of, past, not_for, lapses)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const keyOf = (kind: string, id: string, { holder, rank, due, key }: KeptDuty) =>
  [holder, rank, due, kind, id, key] as const

const valuesOf = (kind: string, id: string, duty: KeptDuty): readonly SQLInputValue[] => [
  ...keyOf(kind, id, duty),
  duty.since,
  duty.agency,
  duty.of,
  duty.past,
  JSON.stringify(duty.notFor),
  Number(duty.lapses),
]

/** Replaces what waits about a record. Writes only what has changed. */
export function replaceDuties(
  connection: Connection,
  kind: string,
  id: string,
  before: readonly KeptDuty[],
  after: readonly KeptDuty[],
): void {
  const rowsOf = (duties: readonly KeptDuty[]) =>
    new Map(
      duties
        .filter(({ isAside }) => !isAside)
        .map((duty) => [JSON.stringify(valuesOf(kind, id, duty)), duty] as const),
    )
  const [old, now] = [rowsOf(before), rowsOf(after)]
  for (const [row, duty] of old) if (!now.has(row)) connection.run(DELETE, ...keyOf(kind, id, duty))
  for (const [row, duty] of now)
    if (!old.has(row)) connection.run(INSERT, ...valuesOf(kind, id, duty))
}

const marks = (count: number) => Array(count).fill('?').join(', ')

/** Claims on the same conditions are one: somebody may stand in for many who have left. */
function claimQuery(claims: readonly [Claim, ...Claim[]]): Query {
  const [{ only, except, onlyPast, exceptPast, standsInAt }] = claims
  const keys = claims.map(({ key }) => key)
  const parts: Query[] = [{ sql: `holder IN (${marks(keys.length)})`, values: keys }]
  const add = (sql: string, values: readonly string[]) =>
    parts.push({ sql: sql.replace('#', `(${marks(values.length)})`), values })
  if (only !== null) add('of IN #', only)
  if (except.length > 0) add('(of IN #) IS NOT TRUE', except)
  if (onlyPast) add('past IN #', onlyPast)
  if (exceptPast && exceptPast.length > 0) add('(past IN #) IS NOT TRUE', exceptPast)
  if (standsInAt) add('of IS NULL AND agency IN #', [standsInAt])
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' AND ')})`,
    values: parts.flatMap(({ values }) => values),
  }
}

const isPlain = ({ only, except, onlyPast, exceptPast, standsInAt }: Claim) =>
  only === null && except.length === 0 && !onlyPast && !exceptPast && !standsInAt

const conditionsOf = ({ key: _key, ...conditions }: Claim) => JSON.stringify(conditions)

/** The rule of `isWaitingFor`. Duties that stand aside are not in the table. */
export function waitingWhere({ person, claims, now }: Asking): Query {
  const plain = claims.filter(isPlain).map(({ key }) => key)
  const ways: readonly Query[] = [
    ...(plain.length > 0 ? [{ sql: `holder IN (${marks(plain.length)})`, values: plain }] : []),
    ...[
      ...Map.groupBy(
        claims.filter((claim) => !isPlain(claim)),
        conditionsOf,
      ).values(),
    ].map(
      // A group has at least one.
      (some) => claimQuery(some as [Claim, ...Claim[]]),
    ),
  ]
  return {
    sql: `(${ways.map(({ sql }) => sql).join(' OR ') || 'FALSE'})
      AND NOT (lapses = 1 AND due < ?)
      AND (not_for = '[]' OR ? NOT IN (SELECT value FROM json_each(not_for)))`,
    values: [...ways.flatMap(({ values }) => values), now, person],
  }
}

/** Asks for one row more than the page holds, to see whether another page follows. */
export function waitingQuery(asking: Asking, { size, after }: PageRequest): Query {
  const { sql, values } = waitingWhere(asking)
  const key = after === undefined ? [] : readPageToken(after, ORDER_TYPES)
  const past = key.length > 0 ? 'AND (rank, due, kind, record, duty) > (?, ?, ?, ?, ?)' : ''
  return {
    sql: `SELECT holder, rank, due, kind, record, duty AS key, since, agency, of, past,
        not_for AS notFor, lapses FROM duties
      WHERE ${sql} ${past} ORDER BY rank, due, kind, record, duty LIMIT ?`,
    values: [...values, ...key, size + 1],
  }
}

type Found = Omit<DutyRow, 'notFor' | 'lapses'> & { notFor: string; lapses: number }

/** What waits, of every kind of record. */
export const dutyTable = (connection: Connection): DutyLists => ({
  async waiting(asking, page) {
    requirePageSize(page)
    const paged = waitingQuery(asking, page)
    const where = waitingWhere(asking)
    const found = connection.all<Found>(paged.sql, ...paged.values).map(
      (row): DutyRow => ({
        ...row,
        notFor: JSON.parse(row.notFor),
        lapses: row.lapses === 1,
      }),
    )
    const total =
      connection.get<{ total: number }>(
        `SELECT COUNT(*) AS total FROM duties WHERE ${where.sql}`,
        ...where.values,
      )?.total ?? 0
    return pageOf(found, total, page, (row) => pageToken(orderOf(row)))
  },
  async late(now, atMost) {
    return KINDS.flatMap((kind) =>
      connection
        .all<{ id: RecordRef; duties: string }>(lateSql(anyRecord(kind).listing.name), now)
        .flatMap(({ id, duties }) =>
          lateOf(readDuties(duties), now).map((one) => rowOf(kind, id, one)),
        ),
    )
      .sort((one, other) => compareOrder(orderOf(one), orderOf(other)))
      .slice(0, atMost)
  },
})

export const lateSql = (table: string) =>
  `SELECT id, duties FROM ${table} WHERE next_due IS NOT NULL AND next_due < ?`

const lateOf = (duties: readonly KeptDuty[], now: Instant) =>
  duties.filter((duty) => !duty.lapses && isLate(duty, now))

const AT_ONCE = 200

/** Works out what waits about records kept by a version that did not. Runs at start, once. */
export async function backfillDuties(connection: Connection): Promise<void> {
  for (const kind of KINDS) {
    const record = anyRecord(kind)
    const { name } = record.listing
    const put = `UPDATE ${name} SET ${DUTY_COLUMNS.map((column) => `${column} = ?`).join(', ')}
      WHERE id = ? AND duties IS NULL`
    for (;;) {
      const rows = connection.all<{ id: string; state: string; reminded: string }>(
        `SELECT id, state, reminded FROM ${name} WHERE duties IS NULL LIMIT ${AT_ONCE}`,
      )
      if (rows.length === 0) break
      await connection.write(() => {
        for (const { id, state, reminded } of rows) {
          const kept = JSON.parse(state)
          const duties = keptOf(record.dutiesOf(record.asRead?.(kept) ?? kept))
          // Another instance that started at the same moment may have done this one.
          if (connection.run(put, ...dutyValues(duties, reminded), id) > 0)
            replaceDuties(connection, kind, id, [], duties)
        }
      })
    }
  }
}
