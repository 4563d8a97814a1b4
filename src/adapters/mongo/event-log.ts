import type { Connection, Model } from 'mongoose'
import { Schema } from 'mongoose'
import type { Sealed } from '../../domain/machinery/chain.ts'
import type { CopiedEvent } from '../../ports/store-copy.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { Index } from './fields.ts'
import { number, text } from './fields.ts'

/**
 * An event as a document holds it. Its data is JSON, so that words of people are never a key and
 * numbers keep their kind.
 */
export type LogEntry = CopiedEvent

/** What a document holds of its record's events. */
export interface EventLog {
  /** How many events the record has. */
  readonly events: number
  /** The hash of the last of them. */
  readonly head: string
  /** The latest events. Those before `logFrom` are in documents of their own. */
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

/** Events moved out of a document that would otherwise exceed the server's limit (16 MB). */
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

/** A chunk is full at this many events or bytes. Far below 16 MB, whatever the events hold. */
const CHUNK = { events: 100, bytes: 1_000_000 } as const

const bytesOf = ({ data, cause }: LogEntry) => data.length * 3 + cause.length * 3 + 300

/**
 * Splits full chunks off a log. A chunk is full when the next event would not fit. So where it ends
 * depends only on events already kept, every instance cuts at the same places, and writing a chunk
 * twice is harmless.
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

/** Keeps chunks in documents of their own. A chunk that exists already is the same. */
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
  // A chunk is written before the record's document drops its events. So a chunk may exist while
  // the document still holds them, never the other way round.
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
