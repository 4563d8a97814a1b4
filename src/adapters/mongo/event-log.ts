import type { Connection, Model } from 'mongoose'
import { Schema } from 'mongoose'
import type { Sealed } from '../../domain/machinery/chain.ts'
import type { CopiedEvent } from '../../ports/store-copy.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { Index } from './fields.ts'
import { number, text } from './fields.ts'

/**
 * An event as a document holds it: its own data as JSON, so that what people wrote stands in no key
 * and no number of another kind.
 */
export type LogEntry = CopiedEvent

/** What a document holds of its record's events. */
export interface EventLog {
  /** How many events the record has. */
  readonly events: number
  /** The hash of the last of them. */
  readonly head: string
  /** The latest events; those before `logFrom` are in documents of their own. */
  readonly log: readonly LogEntry[]
  readonly logFrom: number
}

const entrySchema = new Schema<LogEntry>(
  { seq: number, at: text, by: text, cause: text, type: text, data: text, hash: text },
  { _id: false },
)

export const EVENT_LOG_FIELDS = {
  events: number,
  head: text,
  log: { type: [entrySchema], required: true },
  logFrom: number,
} as const

/** Events cut off from a document that would otherwise grow past what the server takes (16 MB). */
export interface EarlierEvents {
  readonly _id: string
  readonly kind: string
  readonly record: string
  readonly from: number
  readonly log: readonly LogEntry[]
}

const earlierSchema = new Schema<EarlierEvents>(
  {
    _id: text,
    kind: text,
    record: text,
    from: number,
    log: { type: [entrySchema], required: true },
  },
  { versionKey: false },
)

export type EarlierModel = Model<EarlierEvents>

export const earlierModel = (connection: Connection): EarlierModel =>
  connection.model<EarlierEvents>('EarlierEvents', earlierSchema, 'earlierEvents')

export const EARLIER_INDEXES: readonly Index[] = [
  { keys: { kind: 1, record: 1, from: 1 }, name: 'earlier_by_record', unique: true },
]

/** A full chunk: as many events, or as much of them. Far from 16 MB, whatever the events hold. */
const CHUNK = { events: 100, bytes: 1_000_000 } as const

const bytesOf = ({ data, cause }: LogEntry) => data.length * 3 + cause.length * 3 + 300

/**
 * Full chunks at the beginning of a log, and what is left. A chunk is full when the event after it
 * would not fit, so where it ends follows from events that are kept already: whoever cuts the same
 * log, from whichever version, cuts it at the same places, and writing a chunk twice is the same.
 * @param log kept events only; one that may still be refused must not be in a chunk
 */
export function cut(log: readonly LogEntry[]): {
  readonly chunks: readonly (readonly LogEntry[])[]
  readonly rest: readonly LogEntry[]
} {
  const chunks: (readonly LogEntry[])[] = []
  let chunk: LogEntry[] = []
  let bytes = 0
  for (const entry of log) {
    const isFull = chunk.length === CHUNK.events || bytes + bytesOf(entry) > CHUNK.bytes
    if (isFull && chunk.length > 0) {
      chunks.push(chunk)
      chunk = []
      bytes = 0
    }
    chunk.push(entry)
    bytes += bytesOf(entry)
  }
  return { chunks, rest: chunk }
}

/** Keeps chunks in documents of their own; one that is there already is the same. */
export async function keepEarlier(
  model: EarlierModel,
  kind: ChainedKind,
  record: string,
  chunks: readonly (readonly LogEntry[])[],
): Promise<void> {
  await model.bulkWrite(
    chunks.map((log) => {
      const from = log[0]?.seq ?? 0
      const _id = `${kind}/${record}/${from}`
      return {
        updateOne: {
          filter: { _id },
          update: { $setOnInsert: { kind, record, from, log } },
          upsert: true,
        },
      }
    }),
    { ordered: true },
  )
}

/** Every event of a record in order, wherever it is kept. */
export async function wholeLog(
  model: EarlierModel,
  kind: ChainedKind,
  record: string,
  { log, logFrom }: Pick<EventLog, 'log' | 'logFrom'>,
): Promise<readonly LogEntry[]> {
  if (logFrom === 1) return log
  // What was cut off is written before the record's own document lets go of it: a chunk may be
  // there while the document still holds its events, never the other way round.
  const earlier = await model
    .find({ kind, record, from: { $lt: logFrom } })
    .sort({ from: 1 })
    .lean()
  return [...earlier.flatMap((chunk) => chunk.log), ...log]
}

export const entryOf = <Event extends { readonly type: string }>({
  event,
  ...sealed
}: Sealed<Event>): LogEntry => ({ ...sealed, type: event.type, data: JSON.stringify(event) })

export const sealedOf = <Event>({ seq, at, by, cause, data, hash }: LogEntry): Sealed<Event> => ({
  seq,
  at,
  by,
  cause,
  event: JSON.parse(data),
  hash,
})
