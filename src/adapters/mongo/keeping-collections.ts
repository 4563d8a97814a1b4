import type { Connection } from 'mongoose'
import { anyRecord, forEachKind } from '../../domain/records.ts'
import type { Keeping, Kept, KeptMessage } from '../../ports/keeping.ts'
import type { ChainedKind } from '../../ports/trail.ts'
import type { DeliveryDocument } from './delivery-collection.ts'
import { SERIES_OF_DELIVERIES } from './delivery-collection.ts'
import type { EarlierEvents, LogEntry } from './event-log.ts'
import { amissOf } from './kept-amiss.ts'
import type { modelsOf } from './models.ts'
import type { RecordDocument } from './record-collection.ts'
import { shapeOf } from './shape.ts'
import { straysIn } from './strays.ts'
import type { LineDocument } from './trail-collection.ts'
import { logOf } from './trail-collection.ts'

/** Fields about what waits. */
const DUTY_NAMES = ['duties', 'nextDue', 'remindAt']

/** The narrow columns of each kind of record. */
const COLUMNS: Readonly<Record<Exclude<ChainedKind, 'access'>, readonly string[]>> = {
  ...forEachKind((kind) => [...Object.keys(anyRecord(kind).listing.columns), ...DUTY_NAMES]),
  board: [],
}

/** Reads everything that is kept of records, as it stands. */
export function keepingCollections(
  connection: Connection,
  models: ReturnType<typeof modelsOf>,
): Keeping {
  const { chained, earlier, lines, deliveries, series } = models

  async function keptOf(
    kind: ChainedKind,
    documents: readonly RecordDocument[],
  ): Promise<readonly Kept[]> {
    const ids = documents.map(({ _id }) => _id)
    if (ids.length === 0) return []
    const [chunks, listed, messages] = await Promise.all([
      earlier
        .find({ kind, record: { $in: ids } })
        .sort({ record: 1, from: 1 })
        .lean<EarlierEvents[]>(),
      lines.find({ log: logOf(kind), id: { $in: ids } }).lean<LineDocument[]>(),
      kind === 'access'
        ? []
        : deliveries
            .find(
              { recordKind: kind, recordId: { $in: ids } },
              { recordId: 1, event: 1, notice: 1, recipient: 1, updates: 1 },
            )
            .sort({ position: 1 })
            .lean<MessageDocument[]>(),
    ])
    const chunksOf = Map.groupBy(chunks, ({ record }) => record)
    const linesOf = Map.groupBy(listed, ({ id }) => id)
    const messagesOf = Map.groupBy(messages, ({ recordId }) => recordId)
    const known = new Set(Object.keys(chained[kind].schema.paths))
    return documents.map((document): Kept => {
      const { _id: id, events, head, logFrom } = document
      const its = chunksOf.get(id) ?? []
      const cut = its.filter(({ from }) => from < logFrom)
      const log = [...cut.flatMap(entriesOf), ...entriesOf(document)]
      const amiss = amissOf(kind, document, {
        log,
        lines: linesOf.get(id) ?? [],
        // Written as a chunk and not yet removed here: a program that was killed leaves these.
        doubles: its.filter(({ from }) => from >= logFrom).flatMap(entriesOf),
        known,
      })
      const chain = { kind, id, events, head, log, amiss }
      return kind === 'access'
        ? { ...chain, record: null }
        : { ...chain, record: recordOf(document, COLUMNS[kind], messagesOf.get(id) ?? []) }
    })
  }

  return {
    async rows(kind, after, atMost) {
      const documents = await chained[kind]
        .find(after === null ? {} : { _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(atMost)
        .lean<RecordDocument[]>()
      return keptOf(kind, documents)
    },
    async row(kind, id) {
      const documents = await chained[kind].find({ _id: id }).lean<RecordDocument[]>()
      return (await keptOf(kind, documents))[0]
    },
    count: (kind) => chained[kind].countDocuments({}),
    strays: () => straysIn(models),
    async series() {
      const found = await series
        .find({ _id: { $ne: SERIES_OF_DELIVERIES } })
        .sort({ _id: 1 })
        .lean()
      return found.map(({ _id, last }) => ({ name: _id, last }))
    },
    shape: () => shapeOf(connection),
  }
}

/** Takes anything in the place of a log. What is no event is reported as unreadable. */
const entriesOf = ({ log }: { readonly log: unknown }): readonly LogEntry[] =>
  Array.isArray(log) ? log.map((entry) => (typeof entry === 'object' && entry ? entry : {})) : []

type MessageDocument = Pick<
  DeliveryDocument,
  'recordId' | 'event' | 'notice' | 'recipient' | 'updates'
>

const messageOf = ({ event, notice, recipient, updates }: MessageDocument): KeptMessage => ({
  event,
  notice,
  recipient,
  isUpdate: updates !== null,
})

function recordOf(
  document: RecordDocument,
  columns: readonly string[],
  messages: readonly MessageDocument[],
) {
  const { version, delivered, changed, submission, causes, state } = document
  const all = Object.fromEntries<unknown>(Object.entries(document))
  return {
    version,
    delivered,
    changed,
    submission,
    causes,
    state,
    ...('reminded' in all && { reminded: String(all['reminded']) }),
    columns: Object.fromEntries(
      columns
        .filter((name) => 'duties' in all || !DUTY_NAMES.includes(name))
        .map((name) => [name, all[name]]),
    ),
    messages: messages.map(messageOf),
  }
}
