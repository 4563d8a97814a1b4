import type { SQLInputValue } from 'node:sqlite'
import type { AccessLog, Trail, TrailFilter, TrailLine } from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { Connection } from './connection.ts'
import { appendEvents } from './event-table.ts'

/** Reads all events of all records, and who read what. */
export function trailTable(connection: Connection): Trail {
  return {
    async lines(filter, page) {
      requirePageSize(page)
      const { sql, values } = linesWhere(filter)
      const after = page.after === undefined ? undefined : readPageToken(page.after, KEY_TYPES)
      const found = connection.all<TrailLine>(
        `SELECT kind, id, seq, at, by, type FROM events WHERE ${sql}
          ${after ? 'AND (at, kind, id, seq) < (?, ?, ?, ?)' : ''}
          ORDER BY at DESC, kind DESC, id DESC, seq DESC LIMIT ?`,
        ...values,
        ...(after ?? []),
        page.size + 1,
      )
      const total =
        connection.get<{ total: number }>(
          `SELECT COUNT(*) AS total FROM events WHERE ${sql}`,
          ...values,
        )?.total ?? 0
      const rows = found.map((row) => ({ ...row }))
      return pageOf(rows, total, page, ({ at, kind, id, seq }) => pageToken([at, kind, id, seq]))
    },

    async bringUpToDate() {
      // Lines are read from the events themselves.
    },
  }
}

/** Keeps a chain for each record that was read. */
export const accessTable = (connection: Connection): AccessLog => ({
  async add({ kind, id: read, by, door, at, cause }) {
    const id = `${kind}/${read}`
    await connection.write(() => {
      const chain = connection.get<{ events: number; head: string }>(
        'SELECT events, head FROM access WHERE id = ?',
        id,
      )
      const seq = (chain?.events ?? 0) + 1
      const head = appendEvents(connection, { kind: 'access', id }, chain?.head ?? '', [
        { seq, at, by, cause, event: { type: door } },
      ])
      connection.run(
        `INSERT INTO access (id, events, head) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET events = excluded.events, head = excluded.head`,
        id,
        seq,
        head,
      )
    })
  },
})

const KEY_TYPES = ['string', 'string', 'string', 'number'] as const

// Written like the partial indexes, so that each log is read along its own.
const OF_LOG = { changes: "kind <> 'access'", readings: "kind = 'access'" } as const

const KINDS_OF_LOG = {
  changes: `kind IN (${CHAINED_KINDS.filter((kind) => kind !== 'access')
    .map((kind) => `'${kind}'`)
    .join(', ')})`,
  readings: "kind = 'access'",
} as const

function linesWhere({ log, id, by, without = [], from, to }: TrailFilter) {
  const parts = [
    { sql: OF_LOG[log], values: [] },
    // Uses the key of the table, which begins with the kind.
    ...(id === undefined ? [] : [{ sql: `${KINDS_OF_LOG[log]} AND id = ?`, values: [id] }]),
    ...(without.length === 0
      ? []
      : [
          {
            sql: 'id NOT IN (SELECT value FROM json_each(?))',
            values: [JSON.stringify(without)],
          },
        ]),
    ...(by === undefined ? [] : [{ sql: 'by = ?', values: [by] }]),
    ...(from === undefined ? [] : [{ sql: 'at >= ?', values: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'at < ?', values: [to] }]),
  ]
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }): readonly SQLInputValue[] => values),
  }
}
