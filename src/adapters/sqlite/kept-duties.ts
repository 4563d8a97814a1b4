import type { Connection } from './connection.ts'
import { ONE_OF_THESE } from './copied-rows.ts'

interface Columns {
  readonly id: string
  readonly duties: string | null
  readonly nextDue: string | null
  readonly remindAt: string | null
}

const columnsIn = (connection: Connection, table: string, ids: string) =>
  connection.all<Columns>(
    `SELECT id, duties, next_due AS nextDue, remind_at AS remindAt FROM ${table}
      WHERE id ${ONE_OF_THESE}`,
    ids,
  )

/** What is kept about what waits, by id. Absent where no program has worked it out yet. */
export const dutiesIn = (connection: Connection, table: string, ids: string) =>
  new Map(
    columnsIn(connection, table, ids)
      .filter(({ duties }) => duties !== null)
      .map(({ id, duties, nextDue, remindAt }) => [
        id,
        { duties: parsed(duties), nextDue, remindAt },
      ]),
  )

/** A value that was tampered with may be no JSON at all. */
function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return json
  }
}

const DIFFERS = (table: string) => `
  WITH meant AS (
    SELECT kept.id AS record, one.value ->> 'holder' AS holder, one.value ->> 'rank' AS rank,
      one.value ->> 'due' AS due, one.value ->> 'key' AS duty, one.value ->> 'since' AS since,
      one.value ->> 'agency' AS agency, one.value ->> 'of' AS of, one.value ->> 'past' AS past,
      one.value -> 'notFor' AS not_for, one.value ->> 'lapses' AS lapses
    FROM ${table} kept, json_each(CASE WHEN json_valid(kept.duties) THEN kept.duties ELSE '[]' END) one
    WHERE kept.id ${ONE_OF_THESE} AND NOT (one.value ->> 'isAside')),
  there AS (
    SELECT record, holder, rank, due, duty, since, agency, of, past, not_for, lapses
    FROM duties WHERE kind = ? AND record ${ONE_OF_THESE})
  SELECT record FROM (SELECT * FROM meant EXCEPT SELECT * FROM there)
  UNION SELECT record FROM (SELECT * FROM there EXCEPT SELECT * FROM meant)`

/** Whether the table of what waits matches what stands beside each record. */
export const dutiesAmiss = (
  connection: Connection,
  kind: string,
  table: string,
  ids: string,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    connection
      .all<{ record: string }>(DIFFERS(table), ids, kind, ids)
      .map(({ record }) => [record, ['the list of what waits does not fit to the record']]),
  )
