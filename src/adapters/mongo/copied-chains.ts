import type { Connection } from 'mongoose'
import { forEachKind } from '../../domain/records.ts'
import type {
  CopiedChain,
  CopiedEvent,
  CopiedPart,
  CopiedRecord,
  CopiedRows,
} from '../../ports/store-copy.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { RecordMark } from '../shared/mark-of.ts'
import { markOf } from '../shared/mark-of.ts'
import { boardKind } from './board-collection.ts'
import type { RequireOwn } from './copied-rows.ts'
import { putInPlace } from './copied-rows.ts'
import { dutyFieldsOf } from './duty-collection.ts'
import type { EarlierModel } from './event-log.ts'
import { cut, keepEarlier, wholeLog } from './event-log.ts'
import { kindOf } from './listed-collection.ts'
import type { RecordDocument, RecordKind } from './record-collection.ts'
import type { LineDocument } from './trail-collection.ts'
import { accessKind, lineDocument, logOf } from './trail-collection.ts'

interface ChainCollection<Row extends CopiedChain, State, Columns> {
  readonly of: RecordKind<State, Columns>
  readonly markedOf: (document: RecordDocument) => Omit<Row, 'log' | 'causes' | 'state'>
  readonly rowOf: (document: RecordDocument, log: readonly CopiedEvent[]) => Row
  readonly recordOf: (row: Row) => CopiedRecord
}

const LINES = 'trailLines'

/** All that copying reads of a document to see whether it is the same. */
const MARKED = {
  events: 1,
  head: 1,
  version: 1,
  delivered: 1,
  changed: 1,
  submission: 1,
  reminded: 1,
} as const

function chains<Row extends CopiedChain, State, Columns>(
  connection: Connection,
  earlier: EarlierModel,
  requireOwn: RequireOwn,
  { of, markedOf, rowOf, recordOf }: ChainCollection<Row, State, Columns>,
): CopiedPart<Row> {
  const { kind } = of
  const collection = connection.collection<RecordDocument & Columns>(of.collection)
  // The library's filter types do not fit documents whose columns are not known here.
  const records = collection as unknown as ReturnType<typeof connection.collection<RecordDocument>>

  const lines = connection.collection<LineDocument>(LINES)

  async function marksWhere(filter: object, atMost = 0) {
    const found = await records
      .find(filter, { projection: MARKED })
      .sort({ _id: 1 })
      .limit(atMost)
      .toArray()
    return found.map((one) => ({ key: one._id, mark: markOf(markedOf(one)) }))
  }

  const documentOf = (row: Row, rest: RecordDocument['log']): RecordDocument & Columns => {
    const { id, log: _, ...record } = recordOf(row)
    return {
      _id: id,
      ...record,
      untold: record.delivered < record.version,
      log: rest,
      logFrom: rest[0]?.seq ?? 1,
      listed: row.events,
      unlisted: false,
      ...of.columnsOf(JSON.parse(record.state)),
      ...(of.dutiesOf && dutyFieldsOf(of.dutiesOf(stateOf(of, record)), record.reminded ?? '')),
    }
  }

  /** Removes what an earlier run left of these: a shorter history, or another one. */
  async function clearEarlier(rows: readonly Row[]) {
    const there = await records
      .find({ _id: { $in: idsOf(rows) } }, { projection: { _id: 1 } })
      .toArray()
    if (there.length > 0)
      await lines.deleteMany({ log: logOf(kind), id: { $in: there.map(({ _id }) => _id) } })
    const long = rows.filter(({ log }) => cut(log).chunks.length > 0)
    const ids = [...there.map(({ _id }) => _id), ...idsOf(long)]
    if (ids.length > 0) await earlier.deleteMany({ kind, record: { $in: ids } })
  }

  return {
    count: () => records.countDocuments({}),
    marks: (after, atMost) => marksWhere({ _id: { $gt: after ?? '' } }, atMost),
    marksOf: (keys) => marksWhere({ _id: { $in: keys } }),
    async read(keys) {
      const found = await records.find({ _id: { $in: [...keys] } }).toArray()
      return Promise.all(
        found.map(async (one) => rowOf(one, await wholeLog(earlier, kind, one._id, one))),
      )
    },
    async put(rows) {
      await requireOwn()
      await clearEarlier(rows)
      // The records last: once one is there, so is everything that belongs to it.
      await putInPlace(
        connection,
        LINES,
        rows.flatMap(({ id, log }) => log.map((entry) => lineDocument(kind, id, entry))),
      )
      for (const { id, log } of rows) {
        const { chunks } = cut(log)
        if (chunks.length > 0) await keepEarlier(earlier, kind, id, chunks)
      }
      await putInPlace(
        connection,
        of.collection,
        rows.map((row) => documentOf(row, cut(row.log).rest)),
      )
    },
  }
}

const stateOf = <State, Columns>(
  { asRead }: RecordKind<State, Columns>,
  { state }: Pick<CopiedRecord, 'state'>,
): State => {
  const kept: State = JSON.parse(state)
  return asRead?.(kept) ?? kept
}

const idsOf = (rows: readonly CopiedChain[]) => rows.map(({ id }) => id)

const markOfRecord = (one: RecordDocument): RecordMark => ({
  id: one._id,
  events: one.events,
  head: one.head,
  version: one.version,
  delivered: one.delivered,
  changed: one.changed,
  submission: one.submission,
  // Absent where nobody is reminded.
  ...('reminded' in one && { reminded: String(one.reminded) }),
})

const asRecord = <State, Columns>(of: RecordKind<State, Columns>) => ({
  of,
  markedOf: markOfRecord,
  rowOf: (one: RecordDocument, log: readonly CopiedEvent[]): CopiedRecord => ({
    ...markOfRecord(one),
    causes: one.causes,
    state: one.state,
    log,
  }),
  recordOf: (row: CopiedRecord) => row,
})

const markOfReadings = ({ _id, events, head }: RecordDocument) => ({ id: _id, events, head })

/** A log of readings is kept as a record without a state, with one version for each reading. */
const asReadings = {
  of: accessKind,
  markedOf: markOfReadings,
  rowOf: (one: RecordDocument, log: readonly CopiedEvent[]): CopiedChain => ({
    ...markOfReadings(one),
    log,
  }),
  recordOf: (row: CopiedChain): CopiedRecord => ({
    ...row,
    version: row.events,
    delivered: 0,
    changed: Date.parse(row.log.at(-1)?.at ?? ''),
    submission: row.log[0]?.cause ?? '',
    causes: '[]',
    state: 'null',
  }),
}

/** The collections that have a chain, with it. */
export function copiedChains(
  connection: Connection,
  earlier: EarlierModel,
  requireOwn: RequireOwn,
): { readonly [Part in ChainedKind]: CopiedPart<CopiedRows[Part]> } {
  return {
    ...forEachKind((kind) => chains(connection, earlier, requireOwn, asRecord(kindOf(kind)))),
    board: chains(connection, earlier, requireOwn, asRecord(boardKind)),
    access: chains(connection, earlier, requireOwn, asReadings),
  }
}
