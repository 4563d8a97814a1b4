import type { SQLInputValue } from 'node:sqlite'
import type { KeptDuty } from '../../domain/machinery/duties.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Change, RecordStore, Stored, Undelivered } from '../../ports/records.ts'
import type { Connection } from './connection.ts'
import { DUTY_COLUMNS, dutyValues, readDuties, replaceDuties } from './duty-table.ts'
import { appendEvents, eventsOf, frozen } from './event-table.ts'

/** What differs from one kind of record to another. */
interface RecordTable<State> {
  readonly kind: string
  readonly table: string
  /** Narrow columns that are written with each save, for lists and figures. */
  readonly columns: readonly string[]
  readonly valuesOf: (state: State) => readonly SQLInputValue[]
  /** What waits about a record; absent where nothing ever does. */
  readonly dutiesOf?: (state: State) => readonly KeptDuty[]
  /** Reads a state that an earlier version kept; absent where no change is needed. */
  readonly asRead?: (kept: State) => State
}

interface DutiesRow {
  readonly duties: string | null
  readonly reminded: string
}

interface RecordRow {
  readonly version: number
  readonly events: number
  readonly state: string
  readonly causes: string
}

/**
 * Keeps one kind of record in a table: the state as JSON beside its narrow columns. Its events are
 * in the table all kinds share.
 */
export function recordTable<State, Event extends { readonly type: string }>(
  connection: Connection,
  { kind, table, columns, valuesOf, dutiesOf, asRead = asKept }: RecordTable<State>,
): RecordStore<State, Event> {
  const written = [
    ...['events', 'causes', 'state', 'changed', ...columns],
    ...(dutiesOf ? DUTY_COLUMNS : []),
  ]
  const selectDuties = `SELECT duties, reminded FROM ${table} WHERE id = ?`
  const insert = `INSERT INTO ${table}
    (id, submission, ${written.join(', ')}, version)
    VALUES (?, ?${', ?'.repeat(written.length)}, 1) ON CONFLICT DO NOTHING`
  const update = `UPDATE ${table}
    SET version = version + 1, ${written.map((column) => `${column} = ?`).join(', ')}
    WHERE id = ? AND version = ?`
  const selectHead = `SELECT head FROM ${table} WHERE id = ?`
  const keepHead = `UPDATE ${table} SET head = ? WHERE id = ?`

  return {
    async load(id) {
      const row = connection.get<RecordRow>(
        `SELECT version, events, state, causes FROM ${table} WHERE id = ?`,
        id,
      )
      if (!row) return undefined
      const stored = storedOf<State>(id, row)
      return { ...stored, state: asRead(stored.state) }
    },

    async save(change) {
      // Made before the write waits its turn, so that the caller may change what it gave.
      const row = rowOf(change)
      const events = frozen(change.events)
      const first = events[0]
      const last = events.at(-1)
      if (!first || !last) throw new TypeError('a change without an event')
      const { id, from } = change
      const values = [
        row.events,
        row.causes,
        row.state,
        Date.parse(last.at),
        ...valuesOf(change.state),
      ]
      const duties = dutiesOf?.(change.state)
      return connection.write(() => {
        const waited = duties && from > 0 ? connection.get<DutiesRow>(selectDuties, id) : undefined
        const all = duties ? [...values, ...dutyValues(duties, waited?.reminded ?? '')] : values
        const changed =
          from === 0
            ? connection.run(insert, id, first.cause, ...all)
            : connection.run(update, ...all, id, from)
        if (changed === 0) throw new DomainError('conflict', { what: id })
        if (duties) replaceDuties(connection, kind, id, readDuties(waited?.duties ?? null), duties)
        const before = connection.get<{ head: string }>(selectHead, id)?.head ?? ''
        connection.run(keepHead, appendEvents(connection, { kind, id }, before, events), id)
        return storedOf<State>(id, row)
      })
    },

    async history(id) {
      return eventsOf<Event>(connection, kind, id).map(({ hash: _, ...recorded }) => recorded)
    },

    async undelivered(atMost) {
      return connection
        .all<Undelivered>(
          `SELECT id, version, delivered FROM ${table} WHERE version > delivered
            ORDER BY changed, id LIMIT ?`,
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

const asKept = <State>(kept: State): State => kept

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
