import type { Connection, Model, SchemaDefinition } from 'mongoose'
import { Schema } from 'mongoose'
import { seal } from '../../domain/machinery/chain.ts'
import type { KeptDuty } from '../../domain/machinery/duties.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Change, RecordStore, Stored } from '../../ports/records.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import { sha256 } from '../shared/digest.ts'
import type { DutyFields } from './duty-collection.ts'
import { DUTY_FIELDS, dutyFieldsOf } from './duty-collection.ts'
import type { EarlierModel, EventLog } from './event-log.ts'
import { cut, EVENT_LOG_FIELDS, entryOf, keepEarlier, sealedOf, wholeLog } from './event-log.ts'
import type { Index } from './fields.ts'
import { number, text, truth } from './fields.ts'
import { frozen } from './frozen.ts'
import { isDuplicate } from './refusing.ts'

/** One document for each record: its state, events and narrow columns, written together. */
export interface RecordDocument extends EventLog {
  readonly _id: string
  readonly version: number
  readonly delivered: number
  /** Whether its version is past its delivered mark. */
  readonly untold: boolean
  /** The instant of the last event, in milliseconds. */
  readonly changed: number
  /** What raised it. */
  readonly submission: string
  readonly causes: string
  readonly state: string
  /** How many of its events are in the auditor's list, and whether any is not. */
  readonly listed: number
  readonly unlisted: boolean
}

const RECORD_FIELDS = {
  _id: text,
  version: number,
  delivered: number,
  untold: truth,
  changed: number,
  submission: text,
  causes: text,
  state: text,
  listed: number,
  unlisted: truth,
  ...EVENT_LOG_FIELDS,
} as const

/** For every kind of record. Their names begin with the collection's. */
export const recordIndexes = (collection: string): readonly Index[] => [
  { keys: { submission: 1 }, name: `${collection}_by_submission`, unique: true },
  { keys: { untold: 1, changed: 1, _id: 1 }, name: `${collection}_untold` },
  { keys: { unlisted: 1, _id: 1 }, name: `${collection}_unlisted` },
]

export type RecordModel<Columns = unknown> = Model<RecordDocument & Columns>

export interface RecordKind<State, Columns> {
  readonly kind: ChainedKind
  /** Name of its collection. */
  readonly collection: string
  /** Narrow columns that are written with each save, for lists and figures. */
  readonly columns: SchemaDefinition<Columns>
  readonly columnsOf: (state: State) => Columns
  /** What waits about a record; absent where nothing ever does. */
  readonly dutiesOf?: (state: State) => readonly KeptDuty[]
  /** Reads a state that an earlier version kept; absent where no change is needed. */
  readonly asRead?: (kept: State) => State
}

export const recordModel = <State, Columns>(
  connection: Connection,
  { collection, columns, dutiesOf }: RecordKind<State, Columns>,
): RecordModel<Columns> =>
  connection.model<RecordDocument & Columns>(
    collection,
    // Both halves are checked where they are written. The library cannot see them as one type.
    new Schema<RecordDocument & Columns>(
      {
        ...RECORD_FIELDS,
        ...columns,
        ...(dutiesOf && DUTY_FIELDS),
      } as unknown as SchemaDefinition<RecordDocument & Columns>,
      { versionKey: false, minimize: false },
    ),
    collection,
  )

/** Keeps one kind of record. The only concurrency control is `updateOne` at the version read. */
export function recordCollection<State, Event extends { readonly type: string }, Columns>(
  of: RecordModel<Columns>,
  earlier: EarlierModel,
  { kind, columnsOf, dutiesOf, asRead = asKept }: RecordKind<State, Columns>,
): RecordStore<State, Event> {
  // The fields all kinds share. Columns of one kind are written here and read elsewhere.
  const model = of as unknown as Model<RecordDocument>

  /** What waits, and up to when people were reminded. */
  const waits = (state: State, reminded: DutyFields['reminded'] = '') =>
    dutiesOf && dutyFieldsOf(dutiesOf(state), reminded)

  async function insert(
    { id, state }: Change<State, Event>,
    written: Written,
    events: readonly Recorded<Event>[],
  ) {
    const log = seal(sha256, { kind, id }, '', events).map(entryOf)
    try {
      await model.create({
        ...written,
        ...waits(state),
        _id: id,
        version: 1,
        delivered: 0,
        submission: events[0]?.cause ?? '',
        listed: 0,
        head: log.at(-1)?.hash ?? '',
        log,
        logFrom: 1,
      })
    } catch (error) {
      throw isDuplicate(error) ? new DomainError('conflict', { what: id }) : error
    }
  }

  async function update(
    { id, from, state }: Change<State, Event>,
    written: Written,
    events: readonly Recorded<Event>[],
  ) {
    const before = await model
      .findOne(
        { _id: id, version: from },
        { head: 1, log: 1, logFrom: 1, ...(dutiesOf && { reminded: 1 }) },
      )
      .lean<EventLog & Partial<DutyFields>>()
    if (!before) throw new DomainError('conflict', { what: id })
    const added = seal(sha256, { kind, id }, before.head, events).map(entryOf)
    const { chunks, rest } = cut(before.log)
    if (chunks.length > 0) await keepEarlier(earlier, kind, id, chunks)
    const logChange =
      chunks.length > 0
        ? { $set: { ...written, log: [...rest, ...added], logFrom: rest[0]?.seq ?? 1 } }
        : { $set: written, $push: { log: { $each: added } } }
    const { matchedCount } = await model.updateOne(
      { _id: id, version: from },
      {
        ...logChange,
        $set: {
          ...logChange.$set,
          ...waits(state, before.reminded),
          version: from + 1,
          head: added.at(-1)?.hash ?? before.head,
        },
      },
      { runValidators: true },
    )
    if (matchedCount === 0) throw new DomainError('conflict', { what: id })
  }

  return {
    async load(id) {
      const found = await model
        .findOne({ _id: id }, { version: 1, events: 1, state: 1, causes: 1 })
        .lean()
      if (!found) return undefined
      const stored = storedOf<State>(id, found)
      return { ...stored, state: asRead(stored.state) }
    },

    async save(change) {
      const { id, from, state } = change
      const events: readonly Recorded<Event>[] = JSON.parse(frozen(change.events))
      const last = events.at(-1)
      if (!last) throw new TypeError('a change without an event')
      const written: Written = {
        events: last.seq,
        causes: frozen(change.causes),
        state: frozen(state),
        changed: Date.parse(last.at),
        untold: true,
        unlisted: true,
        ...columnsOf(state),
      }
      if (from === 0) await insert(change, written, events)
      else await update(change, written, events)
      return storedOf<State>(id, { ...written, version: from + 1 })
    },

    async history(id) {
      const found = await model.findOne({ _id: id }, { log: 1, logFrom: 1 }).lean()
      if (!found) return []
      const log = await wholeLog(earlier, kind, id, found)
      return log.map((entry) => {
        const { hash: _, ...recorded } = sealedOf<Event>(entry)
        return recorded
      })
    },

    async undelivered(atMost) {
      const found = await undeliveredQuery(model, atMost)
      return found.map(({ _id, version, delivered }) => ({ id: _id, version, delivered }))
    },

    async markDelivered(id, version) {
      await model.updateOne(
        { _id: id, delivered: { $lt: version } },
        [
          {
            $set: {
              delivered: { $min: [version, '$version'] },
              untold: { $lt: [version, '$version'] },
            },
          },
        ],
        { updatePipeline: true },
      )
    },
  }
}

/** Exported to see which index it takes. */
export const undeliveredQuery = (model: Model<RecordDocument>, atMost: number) =>
  model
    .find({ untold: true }, { version: 1, delivered: 1 })
    .sort({ changed: 1, _id: 1 })
    .limit(atMost)
    .lean()

type Written = Pick<
  RecordDocument,
  'events' | 'causes' | 'state' | 'changed' | 'untold' | 'unlisted'
>

const asKept = <State>(kept: State): State => kept

const storedOf = <State>(
  id: string,
  { version, events, ...json }: Pick<RecordDocument, 'version' | 'events' | 'state' | 'causes'>,
): Stored<State> => ({
  id,
  version,
  events,
  state: JSON.parse(json.state),
  causes: JSON.parse(json.causes),
})
