import type { Connection, Model } from 'mongoose'
import { Schema } from 'mongoose'
import { isRefusal } from '../../domain/words/errors.ts'
import type {
  AccessLog,
  ChainedKind,
  Door,
  Trail,
  TrailFilter,
  TrailLine,
  TrailLog,
} from '../../ports/trail.ts'
import { CHAINED_KINDS } from '../../ports/trail.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { EarlierModel, LogEntry } from './event-log.ts'
import { wholeLog } from './event-log.ts'
import type { Index } from './fields.ts'
import { number, text } from './fields.ts'
import type { RecordDocument, RecordKind, RecordModel } from './record-collection.ts'
import { recordCollection } from './record-collection.ts'

/** A line of the auditor's list, made from an event. Events are in their records' documents. */
export interface LineDocument extends TrailLine {
  readonly _id: string
  readonly log: TrailLog
}

const schema = new Schema<LineDocument>(
  { _id: text, log: text, kind: text, id: text, seq: number, at: text, by: text, type: text },
  { versionKey: false, id: false },
)

const NEWEST_FIRST = { at: -1, kind: -1, id: -1, seq: -1 } as const

export const LINE_INDEXES: readonly Index[] = [
  { keys: { log: 1, ...NEWEST_FIRST }, name: 'lines_by_time' },
  { keys: { log: 1, id: 1, at: -1 }, name: 'lines_by_record' },
  { keys: { log: 1, by: 1, at: -1 }, name: 'lines_by_person' },
]

export type LineModel = ReturnType<typeof lineModel>

export const lineModel = (connection: Connection) =>
  connection.model<LineDocument>('trailLines', schema, 'trailLines')

export type ChainedModels = Readonly<Record<ChainedKind, Model<RecordDocument>>>

const KEY_TYPES = ['string', 'string', 'string', 'number'] as const
const LISTED_AT_ONCE = 100
/** A server has some seconds for one write, so a long history is written in parts of this size. */
const WRITTEN_AT_ONCE = 1000

/** Reads all events of all records, and who read what. */
export function trailCollection(
  models: ChainedModels,
  earlier: EarlierModel,
  lines: LineModel,
): Trail {
  /**
   * Writes the lines first, then notes on the record that they are there. After a crash between,
   * the lines are written again.
   */
  async function list(kind: ChainedKind, record: RecordDocument) {
    const isWhole = record.listed + 1 >= record.logFrom
    const log = isWhole ? record.log : await wholeLog(earlier, kind, record._id, record)
    const added = log.filter(({ seq }) => seq > record.listed)
    for (let from = 0; from < added.length; from += WRITTEN_AT_ONCE)
      await lines.bulkWrite(
        added.slice(from, from + WRITTEN_AT_ONCE).map((entry) => {
          const { _id, ...line } = lineDocument(kind, record._id, entry)
          return { updateOne: { filter: { _id }, update: { $setOnInsert: line }, upsert: true } }
        }),
        { ordered: false },
      )
    await models[kind].updateOne(
      { _id: record._id, events: record.events },
      { $set: { listed: record.events, unlisted: false } },
    )
  }

  async function bringUpToDate() {
    for (const kind of CHAINED_KINDS)
      for (;;) {
        const unlisted = await unlistedQuery(models[kind])
        await Promise.all(unlisted.map((record) => list(kind, record)))
        if (unlisted.length < LISTED_AT_ONCE) break
      }
  }

  return {
    bringUpToDate,

    async lines(filter, page) {
      requirePageSize(page)
      const after = page.after === undefined ? undefined : readPageToken(page.after, KEY_TYPES)
      await bringUpToDate()
      const [found, total] = await Promise.all([
        linesQuery(lines, filter, after, page.size + 1),
        lines.countDocuments(filterOf(filter)),
      ])
      const rows = found.map(lineOf)
      return pageOf(rows, total, page, ({ at, kind, id, seq }) => pageToken([at, kind, id, seq]))
    },
  }
}

export const accessKind: RecordKind<null, Readonly<Record<never, never>>> = {
  kind: 'access',
  collection: 'access',
  columns: {},
  columnsOf: () => ({}),
}

/** Keeps a chain for each record that was read, as a record without a state of its own. */
export function accessCollection(
  model: RecordModel<Readonly<Record<never, never>>>,
  earlier: EarlierModel,
): AccessLog {
  const records = recordCollection<null, { type: Door }, Readonly<Record<never, never>>>(
    model,
    earlier,
    accessKind,
  )
  return {
    async add({ kind, id: read, by, door, at, cause }) {
      const id = `${kind}/${read}`
      for (;;) {
        const stored = await records.load(id)
        const events = [{ seq: (stored?.events ?? 0) + 1, at, by, cause, event: { type: door } }]
        const from = stored?.version ?? 0
        try {
          await records.save({ id, from, state: null, causes: [], events })
          return
        } catch (error) {
          // Somebody else read it at the same moment and was first. Each time one of all who try
          // succeeds, so everybody does in the end.
          if (!isRefusal(error, 'conflict')) throw error
        }
      }
    },
  }
}

// Exported to see which indexes they take.

export const unlistedQuery = (model: Model<RecordDocument>) =>
  model
    .find({ unlisted: true }, { events: 1, listed: 1, log: 1, logFrom: 1 })
    .sort({ _id: 1 })
    .limit(LISTED_AT_ONCE)
    .lean<RecordDocument[]>()

export const linesQuery = (
  model: LineModel,
  filter: TrailFilter,
  after: readonly (string | number)[] | undefined,
  atMost: number,
) =>
  model
    .find({ $and: [filterOf(filter), ...(after ? [past(after)] : [])] })
    .sort(NEWEST_FIRST)
    .limit(atMost)
    .lean<LineDocument[]>()

/** The line of an event. */
export const lineDocument = (
  kind: ChainedKind,
  id: string,
  { seq, at, by, type }: LogEntry,
): LineDocument => ({ _id: `${kind}/${id}/${seq}`, log: logOf(kind), kind, id, seq, at, by, type })

export const logOf = (kind: ChainedKind): TrailLog => (kind === 'access' ? 'readings' : 'changes')

function filterOf({
  log,
  id,
  by,
  without = [],
  from,
  to,
}: TrailFilter): Readonly<Record<string, unknown>> {
  const notThese = without.length === 0 ? {} : { id: { $nin: [...without] } }
  return {
    log,
    ...(id === undefined ? notThese : { id }),
    ...(by === undefined ? {} : { by }),
    ...(from === undefined && to === undefined
      ? {}
      : { at: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
  }
}

/** What comes after a line, newest first. */
const past = ([at, kind, id, seq]: readonly (string | number)[]): Readonly<
  Record<string, unknown>
> => ({
  $or: [
    { at: { $lt: at } },
    { at, kind: { $lt: kind } },
    { at, kind, id: { $lt: id } },
    { at, kind, id, seq: { $lt: seq } },
  ],
})

const lineOf = ({ kind, id, seq, at, by, type }: LineDocument): TrailLine => ({
  kind,
  id,
  seq,
  at,
  by,
  type,
})
