import type { SQLInputValue } from 'node:sqlite'
import type {
  CopiedConversation,
  CopiedDelivery,
  CopiedPart,
  CopiedRows,
} from '../../ports/store-copy.ts'
import { markOf } from '../shared/mark-of.ts'
import type { Connection } from './connection.ts'

/** Runs work in a transaction while this run is the one that copies into the store. */
export type WriteCopy = (work: () => void) => Promise<void>

/** Lets signals and the progress bar have a turn. SQLite answers at once, page after page. */
export const turn = (): Promise<void> => new Promise((go) => void setImmediate(go))

/** The keys a statement is about, as the single value that it takes. */
export const ONE_OF_THESE = 'IN (SELECT value FROM json_each(?))'

/** A table whose rows are copied column by column. */
interface PlainTable<Row> {
  readonly table: string
  /** The column that tells one row from another; a text. */
  readonly key: keyof Row & string
  /** Its columns, by their names in a row. */
  readonly columns: Readonly<Record<keyof Row & string, string>>
}

function plainRows<Row extends object>(
  connection: Connection,
  write: WriteCopy,
  { table, key, columns }: PlainTable<Row>,
): CopiedPart<Row> {
  // By the type of `columns`.
  const names = Object.keys(columns) as unknown as readonly (keyof Row & string)[]
  const selected = names.map((name) => `${columns[name]} AS "${name}"`).join(', ')
  const select = `SELECT ${selected} FROM ${table}`
  const of = columns[key]
  const put = `INSERT OR REPLACE INTO ${table} (${names.map((name) => columns[name]).join(', ')})
    VALUES (${names.map(() => '?').join(', ')})`

  const rowsOf = (where: string, ...values: readonly SQLInputValue[]) =>
    connection.all<Row>(`${select} WHERE ${where}`, ...values).map((row) => ({ ...row }))
  // The keys of a row are texts, and all its columns texts, numbers or null: the tables are STRICT.
  const marked = (rows: readonly Row[]) =>
    rows.map((row) => ({ key: row[key] as string, mark: markOf(row) }))

  return {
    async count() {
      return countOf(connection, table)
    },
    async marks(after, atMost) {
      await turn()
      return marked(rowsOf(`${of} > ? ORDER BY ${of} LIMIT ?`, after ?? '', atMost))
    },
    async marksOf(keys) {
      return marked(rowsOf(`${of} ${ONE_OF_THESE}`, JSON.stringify(keys)))
    },
    async read(keys) {
      return rowsOf(`${of} ${ONE_OF_THESE}`, JSON.stringify(keys))
    },
    put: (rows) =>
      write(() => {
        for (const row of rows)
          connection.run(put, ...names.map((name) => row[name] as SQLInputValue))
      }),
  }
}

export const countOf = (connection: Connection, table: string): number =>
  connection.get<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`)?.count ?? 0

type PlainPart = 'series' | 'conversations' | 'personas' | 'deliveries'

/** What is copied column by column. */
export function copiedRows(
  connection: Connection,
  write: WriteCopy,
): { readonly [Part in PlainPart]: CopiedPart<CopiedRows[Part]> } {
  return {
    series: plainRows<CopiedRows['series']>(connection, write, {
      table: 'series',
      key: 'name',
      columns: { name: 'name', last: 'last' },
    }),
    conversations: plainRows<CopiedConversation>(connection, write, {
      table: 'conversations',
      key: 'person',
      columns: {
        person: 'person',
        conversationId: 'conversation_id',
        reference: 'reference',
        seenAt: 'seen_at',
      },
    }),
    personas: plainRows<CopiedRows['personas']>(connection, write, {
      table: 'personas',
      key: 'account',
      columns: { account: 'account', person: 'person' },
    }),
    deliveries: plainRows<CopiedDelivery>(connection, write, {
      table: 'deliveries',
      key: 'id',
      columns: DELIVERY_COLUMNS,
    }),
  }
}

const DELIVERY_COLUMNS: Readonly<Record<keyof CopiedDelivery, string>> = {
  position: 'position',
  id: 'id',
  key: 'key',
  recordKind: 'record_kind',
  recordId: 'record_id',
  event: 'event',
  notice: 'notice',
  recipient: 'recipient',
  updates: 'updates',
  state: 'state',
  attempts: 'attempts',
  plannedAt: 'planned_at',
  dueAt: 'due_at',
  claimedUntil: 'claimed_until',
  conversationId: 'conversation_id',
  messageId: 'message_id',
  failure: 'failure',
}
