import { keptOf, remindAtOf } from '../../domain/machinery/duties.ts'
import type { RowIn } from '../../domain/machinery/listing.ts'
import type { Kind, TypesByKind } from '../../domain/records.ts'
import { anyRecord, byKind, RECORDS } from '../../domain/records.ts'
import type { Registered, RegisteredTypes } from '../../domain/registered.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Page } from '../../ports/page.ts'
import type { ListedStore, RecordStores, Reminding } from '../../ports/records.ts'
import type { Connection } from './connection.ts'
import { readDuties } from './duty-table.ts'
import { recordList } from './record-list.ts'
import { recordTable } from './record-table.ts'

/** How each kind of record is listed in its table. */
export const listOf = (kind: Kind) => recordList(anyRecord(kind).listing)

/** Keeps one kind of record. Lists and figures read the narrow columns, never the JSON. */
function listedTable<K extends RegisteredTypes>(
  connection: Connection,
  { kind, listing, asRead, dutiesOf }: Registered<K>,
): ListedStore<K['state'], K['event'], K['listing']> {
  const { name } = listing
  const { columns, valuesOf, find, count } = recordList(listing)
  return {
    ...recordTable<K['state'], K['event']>(connection, {
      kind,
      table: name,
      columns,
      valuesOf,
      dutiesOf: (state) => keptOf(dutiesOf(state)),
      ...(asRead && { asRead }),
    }),
    madeBy: async (submission) =>
      connection.get<{ id: RecordRef }>(`SELECT id FROM ${name} WHERE submission = ?`, submission)
        ?.id,
    rungsDue: async (now, atMost) =>
      connection.all<Reminding>(rungsDueSql(name), now, atMost).map((row) => ({ ...row })),
    markReminded: async (id, to) => {
      await connection.write(() => {
        const kept = connection.get<{ duties: string | null }>(
          `SELECT duties FROM ${name} WHERE id = ? AND reminded < ?`,
          id,
          to,
        )
        if (!kept) return
        const next = remindAtOf(readDuties(kept.duties), to)
        connection.run(`UPDATE ${name} SET reminded = ?, remind_at = ? WHERE id = ?`, to, next, id)
      })
    },
    find: async (filter, order, page) =>
      // Rows of its own columns, saved by their references.
      find(connection, listing.where(filter), order, page) as Page<RowIn<K['listing']>>,
    count: async (name, from, to, filter) =>
      count(connection, name, from, to, filter && listing.where(filter)),
  }
}

/** Exported to see which index it takes. */
export const rungsDueSql = (table: string) =>
  `SELECT id, reminded FROM ${table} WHERE remind_at IS NOT NULL AND remind_at <= ?
    ORDER BY remind_at, id LIMIT ?`

/** Keeps every kind of record. */
export const listedTables = (connection: Connection): RecordStores =>
  byKind<RecordStores>(
    <N extends Kind>(kind: N) =>
      // Built from its own kind. The compiler cannot follow that through an open one.
      listedTable<TypesByKind[N]>(connection, RECORDS[kind]) as unknown as RecordStores[N],
  )
