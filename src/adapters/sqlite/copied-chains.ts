import type { SQLInputValue } from 'node:sqlite'
import type { KeptDuty } from '../../domain/machinery/duties.ts'
import { keptOf } from '../../domain/machinery/duties.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord, forEachKind } from '../../domain/records.ts'
import type {
  CopiedChain,
  CopiedEvent,
  CopiedPart,
  CopiedRecord,
  CopiedRows,
} from '../../ports/store-copy.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import { markOf } from '../shared/mark-of.ts'
import type { Connection } from './connection.ts'
import type { WriteCopy } from './copied-rows.ts'
import { countOf, ONE_OF_THESE, turn } from './copied-rows.ts'
import { DUTY_COLUMNS, dutyValues, readDuties, replaceDuties } from './duty-table.ts'
import { listOf } from './listed-table.ts'

/** A table with a chain of events for each of its rows. */
interface ChainTable<Row extends CopiedChain> {
  readonly kind: ChainedKind
  readonly table: string
  /** Columns that change with each change of a row, under the same names in a row. */
  readonly marked: readonly (keyof Row & string)[]
  /** The others that are copied. */
  readonly others: readonly (keyof Row & string)[]
  /** Narrow columns, made from a row. */
  readonly made: readonly string[]
  readonly valuesOf: (row: Row) => readonly SQLInputValue[]
  /** What waits about it; absent where nothing ever does. */
  readonly dutiesOf?: (row: Row) => readonly KeptDuty[]
}

type EventOf = CopiedEvent & { readonly id: string }

function chains<Row extends CopiedChain>(
  connection: Connection,
  write: WriteCopy,
  { kind, table, marked, others, made, valuesOf, dutiesOf }: ChainTable<Row>,
): CopiedPart<Row> {
  const copied = [...marked, ...others]
  const written = [...copied, ...made]
  const put = `INSERT OR REPLACE INTO ${table} (${written.join(', ')})
    VALUES (${written.map(() => '?').join(', ')})`

  const marksWhere = (where: string, ...values: readonly SQLInputValue[]) =>
    connection
      .all<Pick<CopiedChain, 'id'>>(
        `SELECT ${marked.join(', ')} FROM ${table} WHERE ${where}`,
        ...values,
      )
      .map((row) => ({ key: row.id, mark: markOf(row) }))

  function putOne(row: Row) {
    // Every copied column is a text or a number: the tables are STRICT.
    const values = copied.map((name) => row[name] as SQLInputValue)
    const duties = dutiesOf?.(row)
    if (duties) {
      const before = connection.get<{ duties: string | null }>(
        `SELECT duties FROM ${table} WHERE id = ?`,
        row.id,
      )
      replaceDuties(connection, kind, row.id, readDuties(before?.duties ?? null), duties)
    }
    connection.run(put, ...values, ...valuesOf(row))
    // Of an earlier run, or of a longer history.
    connection.run('DELETE FROM events WHERE kind = ? AND id = ?', kind, row.id)
    for (const { seq, at, by, cause, type, data, hash } of row.log)
      connection.run(PUT_EVENT, kind, row.id, seq, at, by, cause, type, data, hash)
  }

  return {
    async count() {
      return countOf(connection, table)
    },
    async marks(after, atMost) {
      await turn()
      return marksWhere('id > ? ORDER BY id LIMIT ?', after ?? '', atMost)
    },
    async marksOf(keys) {
      return marksWhere(`id ${ONE_OF_THESE}`, JSON.stringify(keys))
    },
    async read(keys) {
      await turn()
      const these = JSON.stringify(keys)
      const logs = Map.groupBy(connection.all<EventOf>(EVENTS, kind, these), ({ id }) => id)
      return connection
        .all<Omit<Row, 'log'>>(
          `SELECT ${copied.join(', ')} FROM ${table} WHERE id ${ONE_OF_THESE}`,
          these,
        )
        .map((row) => {
          const log = (logs.get(row.id) ?? []).map(({ id: _, ...event }) => event)
          return { ...row, log } as unknown as Row // all that a row has beside its events, and those
        })
    },
    put: (rows) =>
      write(() => {
        for (const row of rows) putOne(row)
      }),
  }
}

const EVENTS = `SELECT id, seq, at, by, cause, type, data, hash FROM events
  WHERE kind = ? AND id ${ONE_OF_THESE} ORDER BY id, seq`

const PUT_EVENT = `INSERT INTO events (kind, id, seq, at, by, cause, type, data, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`

const MARKED = ['id', 'events', 'head', 'version', 'delivered', 'changed', 'submission'] as const
const OTHERS = ['causes', 'state'] as const

const dutiesIn = (kind: Kind, { state }: CopiedRecord): readonly KeptDuty[] => {
  const { dutiesOf, asRead } = anyRecord(kind)
  const kept = JSON.parse(state)
  return keptOf(dutiesOf(asRead?.(kept) ?? kept))
}

/** The tables that have a chain, with it. */
export function copiedChains(
  connection: Connection,
  write: WriteCopy,
): { readonly [Part in ChainedKind]: CopiedPart<CopiedRows[Part]> } {
  return {
    ...forEachKind((kind) =>
      chains<CopiedRecord>(connection, write, {
        kind,
        table: anyRecord(kind).listing.name,
        marked: [...MARKED, 'reminded'],
        others: OTHERS,
        made: [...listOf(kind).columns, ...DUTY_COLUMNS],
        valuesOf: (row) => [
          ...listOf(kind).valuesOf(JSON.parse(row.state)),
          ...dutyValues(dutiesIn(kind, row), row.reminded ?? ''),
        ],
        dutiesOf: (row) => dutiesIn(kind, row),
      }),
    ),
    board: chains<CopiedRecord>(connection, write, {
      kind: 'board',
      table: 'board',
      marked: MARKED,
      others: OTHERS,
      made: [],
      valuesOf: () => [],
    }),
    access: chains<CopiedChain>(connection, write, {
      kind: 'access',
      table: 'access',
      marked: ['id', 'events', 'head'],
      others: [],
      made: [],
      valuesOf: () => [],
    }),
  }
}
