import { anyRecord, forEachKind } from '../../domain/records.ts'
import type { Keeping, Kept, KeptMessage, KeptRecord, Stray } from '../../ports/keeping.ts'
import type { CopiedChain, CopiedRecord } from '../../ports/store-copy.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import type { Connection } from './connection.ts'
import { copiedChains } from './copied-chains.ts'
import { countOf, ONE_OF_THESE } from './copied-rows.ts'
import { dutiesAmiss, dutiesIn } from './kept-duties.ts'
import { listOf } from './listed-table.ts'
import { shapeOf } from './shape.ts'

/** What differs from kind to kind: the table and its columns. */
interface KeptTable {
  readonly table: string
  readonly columnsIn?: (
    connection: Connection,
    ids: string,
  ) => ReadonlyMap<string, KeptRecord['columns']>
}

const TABLES: Readonly<Record<ChainedKind, KeptTable>> = {
  ...forEachKind((kind) => ({
    table: anyRecord(kind).listing.name,
    columnsIn: (connection: Connection, ids: string) => {
      const waits = dutiesIn(connection, anyRecord(kind).listing.name, ids)
      return new Map(
        [...listOf(kind).columnsIn(connection, ids)].map(([id, row]) => [
          id,
          { ...row, ...waits.get(id) },
        ]),
      )
    },
  })),
  board: { table: 'board' },
  access: { table: 'access' },
}

const RECORDS = CHAINED_KINDS.filter((kind) => kind !== 'access')

/** Reads everything that is kept of records, as it stands. */
export function keepingTable(connection: Connection): Keeping {
  const chains = copiedChains(connection, noWrites)

  async function read(kind: ChainedKind, ids: readonly string[]): Promise<readonly Kept[]> {
    const these = JSON.stringify(ids)
    const rows = kind === 'access' ? await chains.access.read(ids) : await chains[kind].read(ids)
    const columns = TABLES[kind].columnsIn?.(connection, these)
    const unlisted =
      kind in TABLES && kind !== 'access' && kind !== 'board'
        ? dutiesAmiss(connection, kind, TABLES[kind].table, these)
        : undefined
    const messages = Map.groupBy(
      connection.all<MessageRow>(MESSAGES, kind, these),
      ({ recordId }) => recordId,
    )
    const byId = new Map(
      rows.map((row) => {
        const its = (messages.get(row.id) ?? []).map(messageOf)
        const kept = keptOf(kind, row, columns?.get(row.id) ?? {}, its)
        return [row.id, { ...kept, amiss: unlisted?.get(row.id) ?? [] }]
      }),
    )
    // In the order that was asked for.
    return ids.flatMap((id) => byId.get(id) ?? [])
  }

  return {
    async rows(kind, after, atMost) {
      const found = connection.all<{ id: string }>(
        `SELECT id FROM ${TABLES[kind].table} WHERE id > ? ORDER BY id LIMIT ?`,
        after ?? '',
        atMost,
      )
      return found.length === 0
        ? []
        : read(
            kind,
            found.map(({ id }) => id),
          )
    },
    async row(kind, id) {
      return (await read(kind, [id]))[0]
    },
    async count(kind) {
      return countOf(connection, TABLES[kind].table)
    },
    async strays() {
      return connection.all<Stray>(STRAYS).map((row) => ({ ...row }))
    },
    async series() {
      return connection
        .all<{ name: string; last: number }>('SELECT name, last FROM series ORDER BY name')
        .map((row) => ({ ...row }))
    },
    async shape() {
      return shapeOf(connection)
    },
  }
}

const noWrites = () => Promise.reject(new TypeError('an audit writes nothing'))

interface MessageRow extends Omit<KeptMessage, 'isUpdate'> {
  readonly recordId: string
  readonly isUpdate: number
}

const MESSAGES = `SELECT record_id AS recordId, event, notice, recipient,
    updates IS NOT NULL AS isUpdate
  FROM deliveries WHERE record_kind = ? AND record_id ${ONE_OF_THESE} ORDER BY position`

const messageOf = ({ event, notice, recipient, isUpdate }: MessageRow): KeptMessage => ({
  event,
  notice,
  recipient,
  isUpdate: isUpdate === 1,
})

function keptOf(
  kind: ChainedKind,
  row: CopiedChain | CopiedRecord,
  columns: KeptRecord['columns'],
  messages: readonly KeptMessage[],
): Kept {
  const { id, events, head, log } = row
  const chain = { kind, id, events, head, log, amiss: [] }
  if (!('state' in row)) return { ...chain, record: null }
  const { version, delivered, changed, submission, causes, state, reminded } = row
  const fields = {
    version,
    delivered,
    changed,
    submission,
    causes,
    state,
    ...(reminded !== undefined && { reminded }),
  }
  return { ...chain, record: { ...fields, columns, messages } }
}

/**
 * Each is one statement, and so of one moment. So what mentions a record is never older than it.
 */
const STRAYS = [
  `SELECT DISTINCT kind, id, 'events' AS left FROM events WHERE NOT CASE kind
    ${CHAINED_KINDS.map((kind) => `WHEN '${kind}' THEN id IN (SELECT id FROM ${TABLES[kind].table})`).join(' ')}
    ELSE FALSE END`,
  `SELECT DISTINCT record_kind, record_id, 'messages' FROM deliveries WHERE NOT CASE record_kind
    ${RECORDS.map((kind) => `WHEN '${kind}' THEN record_id IN (SELECT id FROM ${TABLES[kind].table})`).join(' ')}
    ELSE FALSE END`,
  ...RECORDS.map(
    (kind) => `SELECT '${kind}', substr(id, ${kind.length + 2}), 'readings' FROM access
      WHERE id GLOB '${kind}/*'
        AND substr(id, ${kind.length + 2}) NOT IN (SELECT id FROM ${TABLES[kind].table})`,
  ),
].join(' UNION ')
