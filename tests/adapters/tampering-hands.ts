import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Connection } from 'mongoose'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { listOf } from '../../src/adapters/sqlite/listed-table.ts'
import { seal } from '../../src/domain/machinery/chain.ts'
import type { Recorded } from '../../src/domain/machinery/record-kind.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import type { ObservationEvent } from '../../src/domain/observation/types.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { CopiedEvent } from '../../src/ports/store-copy.ts'
import type { ChainedKind } from '../../src/ports/trail.ts'
import type { Forged } from './audited-store.ts'

/** What a person with the tools of the database can do to a store. */
export interface Hands {
  /** Sets fields of an observation, by the names of the program. */
  set(id: string, fields: Readonly<Record<string, string | number | boolean>>): Promise<void>
  setEvent(id: string, seq: number, fields: Partial<CopiedEvent>): Promise<void>
  eventsOf(id: string): Promise<readonly Recorded<ObservationEvent>[]>
  /** Puts an observation in the place of the one there is. */
  put(id: string, forged: Forged): Promise<void>
  /** Takes a row away; with all that is kept of it apart from the row, if that is said. */
  drop(kind: ChainedKind, id: string, all?: 'all'): Promise<void>
  /** Takes the messages about an observation away. */
  dropMessages(id: string): Promise<void>
  /** Takes the last reading away, as if it had never been. */
  dropLastReading(id: string): Promise<void>
  moveReadings(from: string, to: string): Promise<void>
  setCounter(name: string, last: number): Promise<void>
  addCounter(name: string): Promise<void>
  /** Sets fields of the messages about an observation. */
  setMessages(id: string, fields: Readonly<Record<string, string | number>>): Promise<void>
  /** Says something else of the first reading, and seals the chain anew. */
  forgeReading(id: string, fields: { readonly by?: string; readonly door?: string }): Promise<void>
}

const TABLES = {
  board: 'board',
  observation: 'observations',
  activity: 'activities',
  action: 'actions',
  review: 'reviews',
  access: 'access',
} as const
const snake = (key: string) => key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
const eventOf = ({ seq, at, by, cause, data }: CopiedEvent): Recorded<ObservationEvent> => ({
  seq,
  at,
  by,
  cause,
  event: JSON.parse(data),
})

export function handsOnFile(db: DatabaseSync): Hands {
  const run = async (sql: string, ...values: readonly SQLInputValue[]) => {
    db.prepare(sql).run(...values)
  }
  const log = (kind: ChainedKind, id: string) =>
    db
      .prepare('SELECT * FROM events WHERE kind = ? AND id = ? ORDER BY seq')
      .all(kind, id) as unknown as readonly CopiedEvent[]
  const assigned = (names: readonly string[]) =>
    names.map((name) => `${snake(name)} = ?`).join(', ')
  const plain = (value: unknown) =>
    (typeof value === 'boolean' ? Number(value) : value) as SQLInputValue
  const hands: Hands = {
    set: (id, fields) =>
      run(
        `UPDATE observations SET ${assigned(Object.keys(fields))} WHERE id = ?`,
        ...Object.values(fields).map(plain),
        id,
      ),
    setEvent: (id, seq, fields) =>
      run(
        `UPDATE events SET ${assigned(Object.keys(fields))} WHERE id = ? AND seq = ?`,
        ...Object.values(fields).map(plain),
        id,
        seq,
      ),
    eventsOf: async (id) => log('observation', id).map(eventOf),
    async put(id, { state, log: made, ...fields }) {
      await hands.set(id, { ...fields, state: JSON.stringify(state) })
      const values = listOf('observation').valuesOf(state)
      const columns = listOf('observation')
        .columns.map((column) => `${column} = ?`)
        .join(', ')
      await run(`UPDATE observations SET ${columns} WHERE id = ?`, ...values, id)
      await run(`DELETE FROM events WHERE kind = 'observation' AND id = ?`, id)
      for (const { seq, at, by, cause, type, data, hash } of made)
        await run(
          `INSERT INTO events (kind, id, seq, at, by, cause, type, data, hash)
            VALUES ('observation', ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[id, seq, at, by, cause, type, data, hash],
        )
    },
    async drop(kind, id, all) {
      await run(`DELETE FROM ${TABLES[kind]} WHERE id = ?`, id)
      if (all) await run('DELETE FROM events WHERE kind = ? AND id = ?', kind, id)
    },
    dropMessages: (id) => run('DELETE FROM deliveries WHERE record_id = ?', id),
    async dropLastReading(id) {
      const links = log('access', id)
      const [last, before] = [links.at(-1), links.at(-2)]
      await run('DELETE FROM events WHERE id = ? AND seq = ?', id, last?.seq ?? 0)
      const { seq = 0, hash = '' } = before ?? {}
      await run('UPDATE access SET events = ?, head = ? WHERE id = ?', seq, hash, id)
    },
    async moveReadings(from, to) {
      for (const table of ['access', 'events'])
        await run(`UPDATE ${table} SET id = ? WHERE id = ?`, to, from)
    },
    setCounter: (name, last) => run('UPDATE series SET last = ? WHERE name = ?', last, name),
    addCounter: (name) => run('INSERT INTO series (name, last) VALUES (?, 7)', name),
    setMessages: (id, fields) =>
      run(
        `UPDATE deliveries SET ${assigned(Object.keys(fields))} WHERE record_id = ?`,
        ...Object.values(fields),
        id,
      ),
    async forgeReading(id, fields) {
      const links = forgedReadings(id, log('access', id), fields)
      for (const { seq, by, type, data, hash } of links)
        await run(
          `UPDATE events SET by = ?, type = ?, data = ?, hash = ? WHERE id = ? AND seq = ?`,
          ...[by, type, data, hash, id, seq],
        )
      await run('UPDATE access SET head = ? WHERE id = ?', links.at(-1)?.hash ?? '', id)
    },
  }
  return hands
}

/** Readings of which the first says something else, sealed as the program seals them. */
function forgedReadings(
  id: string,
  log: readonly CopiedEvent[],
  { by, door }: { readonly by?: string; readonly door?: string },
): readonly CopiedEvent[] {
  const made = log.map((event, index): CopiedEvent => {
    if (index > 0) return event
    const type = door ?? event.type
    return { ...event, type, data: JSON.stringify({ type }), ...(by ? { by: personId(by) } : {}) }
  })
  const sealed = seal(sha256, { kind: 'access', id }, '', made.map(eventOf))
  return made.map((event, index) => ({ ...event, hash: sealed[index]?.hash ?? '' }))
}

interface Document {
  readonly _id: string
  readonly log: readonly CopiedEvent[]
}

export function handsOnDatabase(connection: Connection): Hands {
  const of = (kind: ChainedKind) => connection.collection<Document>(TABLES[kind])
  const lines = connection.collection('trailLines')
  const found = async (kind: ChainedKind, id: string) => {
    const document = await of(kind).findOne({ _id: id })
    if (!document) throw new Error(`there is no ${kind} ${id}`)
    return document
  }
  const set = async (kind: ChainedKind, id: string, $set: object) => {
    await of(kind).updateOne({ _id: id }, { $set })
  }
  return {
    set: (id, fields) => set('observation', id, fields),
    async setEvent(id, seq, fields) {
      const { log } = await found('observation', id)
      const changed = log.map((event) => (event.seq === seq ? { ...event, ...fields } : event))
      await set('observation', id, { log: changed })
    },
    eventsOf: async (id) => (await found('observation', id)).log.map(eventOf),
    async put(id, { state, ...fields }) {
      // The auditor’s list is made anew from it.
      await lines.deleteMany({ kind: 'observation', id })
      const marks = { listed: 0, unlisted: true }
      await set('observation', id, {
        ...columnsOf(state),
        ...fields,
        ...marks,
        state: JSON.stringify(state),
      })
    },
    async drop(kind, id, all) {
      await of(kind).deleteOne({ _id: id })
      if (all) await lines.deleteMany({ kind, id })
    },
    async dropMessages(id) {
      await connection.collection('deliveries').deleteMany({ recordId: id })
    },
    async dropLastReading(id) {
      const { log } = await found('access', id)
      const [last, before] = [log.at(-1), log.at(-2)]
      const events = log.length - 1
      const changed = { version: events, events, listed: events, head: before?.hash }
      const at = Date.parse(before?.at ?? '')
      await set('access', id, { ...changed, changed: at, log: log.slice(0, -1) })
      await lines.deleteOne({ kind: 'access', id, seq: last?.seq })
    },
    async moveReadings(from, to) {
      const document = await found('access', from)
      await of('access').deleteOne({ _id: from })
      await of('access').insertOne({ ...document, _id: to })
      await lines.updateMany({ id: from }, { $set: { id: to } })
    },
    async addCounter(name) {
      await connection
        .collection<{ _id: string; last: number }>('series')
        .insertOne({ _id: name, last: 7 })
    },
    async setMessages(id, fields) {
      await connection.collection('deliveries').updateMany({ recordId: id }, { $set: fields })
    },
    async forgeReading(id, fields) {
      const log = forgedReadings(id, (await found('access', id)).log, fields)
      await lines.deleteMany({ kind: 'access', id })
      await set('access', id, { log, head: log.at(-1)?.hash, listed: 0, unlisted: true })
    },
    async setCounter(name, last) {
      await connection
        .collection<{ _id: string }>('series')
        .updateOne({ _id: name }, { $set: { last } })
    },
  }
}
