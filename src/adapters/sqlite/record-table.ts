import type { SQLInputValue } from 'node:sqlite'
import { DomainError } from '../../domain/shared/errors.ts'
import type { PersonId } from '../../domain/shared/ids.ts'
import type { Recorded } from '../../domain/shared/record.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Change, RecordStore, Stored, Undelivered } from '../../ports/records.ts'
import type { Connection } from './connection.ts'

/** What makes the table of one kind of record different from the others. */
interface RecordTable<State> {
  readonly kind: string
  readonly table: string
  /** Narrow columns that are written with each save, for lists and figures. */
  readonly columns: readonly string[]
  readonly valuesOf: (state: State) => readonly SQLInputValue[]
}

interface RecordRow {
  readonly version: number
  readonly events: number
  readonly state: string
  readonly causes: string
}

interface EventRow {
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  readonly cause: string
  readonly data: string
}

/**
 * Keeps one kind of record in a table: the state as JSON beside its narrow columns, and its events
 * in the table all kinds share.
 */
export function recordTable<State, Event extends { readonly type: string }>(
  connection: Connection,
  { kind, table, columns, valuesOf }: RecordTable<State>,
): RecordStore<State, Event> {
  const insert = `INSERT INTO ${table}
    (${['id', 'submission', 'events', 'causes', 'state', ...columns].join(', ')}, version, changed)
    VALUES (?, ?, ?, ?, ?${', ?'.repeat(columns.length)}, 1,
      (SELECT COALESCE(MAX(changed), 0) + 1 FROM ${table}))
    ON CONFLICT DO NOTHING`
  const update = `UPDATE ${table}
    SET version = version + 1, changed = (SELECT MAX(changed) + 1 FROM ${table}),
      ${['events', 'causes', 'state', ...columns].map((column) => `${column} = ?`).join(', ')}
    WHERE id = ? AND version = ?`

  return {
    async load(id) {
      const row = connection.get<RecordRow>(
        `SELECT version, events, state, causes FROM ${table} WHERE id = ?`,
        id,
      )
      return row && storedOf<State>(id, row)
    },

    async save(change) {
      // Made before the write waits its turn, so that the caller may change what it gave.
      const row = rowOf(change)
      const events = change.events.map(({ seq, at, by, cause, event }) => ({
        head: [seq, at, by, cause, event.type] as const,
        data: JSON.stringify(event),
      }))
      const cause = change.events[0]?.cause
      if (cause === undefined) throw new TypeError('a change without an event')
      const { id, from } = change
      const values = [row.events, row.causes, row.state, ...valuesOf(change.state)]
      return connection.write(() => {
        const changed =
          from === 0
            ? connection.run(insert, id, cause, ...values)
            : connection.run(update, ...values, id, from)
        if (changed === 0) throw new DomainError('conflict', { what: id })
        for (const { head, data } of events) connection.run(INSERT_EVENT, kind, id, ...head, data)
        return storedOf<State>(id, row)
      })
    },

    async history(id) {
      return connection.all<EventRow>(SELECT_EVENTS, kind, id).map(
        ({ seq, at, by, cause, data }): Recorded<Event> => ({
          seq,
          at,
          by,
          cause,
          event: JSON.parse(data),
        }),
      )
    },

    async undelivered(atMost) {
      return connection
        .all<Undelivered>(
          `SELECT id, version, delivered FROM ${table} WHERE version > delivered
            ORDER BY changed LIMIT ?`,
          atMost,
        )
        .map((row) => ({ ...row }))
    },

    async markDelivered(id, version) {
      await connection.write(() =>
        connection.run(
          `UPDATE ${table} SET delivered = MIN(?, version) WHERE id = ? AND delivered < ?`,
          version,
          id,
          version,
        ),
      )
    },
  }
}

const INSERT_EVENT = `INSERT INTO events (kind, id, seq, at, by, cause, type, data)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

const SELECT_EVENTS = `SELECT seq, at, by, cause, data FROM events
  WHERE kind = ? AND id = ? ORDER BY seq`

const rowOf = <State, Event>({ from, state, events, causes }: Change<State, Event>): RecordRow => ({
  version: from + 1,
  events: events.at(-1)?.seq ?? 0,
  state: JSON.stringify(state),
  causes: JSON.stringify(causes),
})

const storedOf = <State>(id: string, row: RecordRow): Stored<State> => ({
  id,
  version: row.version,
  events: row.events,
  state: JSON.parse(row.state),
  causes: JSON.parse(row.causes),
})
