import type { Connection } from 'mongoose'
import type { CopiedPart, CopiedRows } from '../../ports/store-copy.ts'
import { markOf } from '../shared/mark-of.ts'
import type { ConversationDocument } from './conversation-collection.ts'
import type { DeliveryDocument } from './delivery-collection.ts'
import { SERIES_OF_DELIVERIES } from './delivery-collection.ts'

/** Refuses unless this run is the one that copies into the database now. */
export type RequireOwn = () => Promise<void>

interface Keyed {
  readonly _id: string
}

/** A collection whose documents are copied one by one. */
interface PlainCollection<Document extends Keyed, Row> {
  readonly collection: string
  /** Which of its documents are rows. */
  readonly where?: Readonly<Record<string, unknown>>
  readonly rowOf: (document: Document) => Row
  readonly documentOf: (row: Row) => Document
  /** Must have happened before the rows are there: afterwards they count as whole. */
  readonly beforePut?: (rows: readonly Row[]) => Promise<unknown>
}

export function plainRows<Document extends Keyed, Row extends object>(
  connection: Connection,
  requireOwn: RequireOwn,
  given: PlainCollection<Document, Row>,
): CopiedPart<Row> {
  const { rowOf, documentOf, beforePut, where = {} } = given
  const collection = connection.collection<Keyed>(given.collection)
  // The collection holds what the program wrote: its documents.
  const found = async (filter: object, atMost?: number) =>
    (await collection
      .find({ $and: [where, filter] })
      .sort({ _id: 1 })
      .limit(atMost ?? 0)
      .toArray()) as unknown as readonly Document[]
  const marked = (documents: readonly Document[]) =>
    documents.map((one) => ({ key: one._id, mark: markOf(rowOf(one)) }))

  return {
    count: () => collection.countDocuments(where),
    marks: async (after, atMost) => marked(await found({ _id: { $gt: after ?? '' } }, atMost)),
    marksOf: async (keys) => marked(await found({ _id: { $in: keys } })),
    read: async (keys) => (await found({ _id: { $in: keys } })).map(rowOf),
    async put(rows) {
      await requireOwn()
      await beforePut?.(rows)
      await putInPlace(connection, given.collection, rows.map(documentOf))
    },
  }
}

/**
 * Replaces documents by deleting and inserting, which is several times faster than replacing each.
 * If it breaks off between, they are missing and are put again. Nobody reads meanwhile.
 */
export async function putInPlace(
  connection: Connection,
  name: string,
  documents: readonly Keyed[],
): Promise<void> {
  if (documents.length === 0) return
  const collection = connection.collection<Keyed>(name)
  await collection.deleteMany({ _id: { $in: documents.map(({ _id }) => _id) } })
  await collection.insertMany([...documents], { ordered: false })
}

type PlainPart = 'series' | 'conversations' | 'personas' | 'deliveries'

/** What is copied document by document. */
export function copiedRows(
  connection: Connection,
  requireOwn: RequireOwn,
): { readonly [Part in PlainPart]: CopiedPart<CopiedRows[Part]> } {
  const series = connection.collection<Keyed & { readonly last: number }>('series')
  return {
    series: plainRows<Keyed & { readonly last: number }, CopiedRows['series']>(
      connection,
      requireOwn,
      {
        collection: 'series',
        // A counter of this store alone. It follows from the deliveries.
        where: { _id: { $ne: SERIES_OF_DELIVERIES } },
        rowOf: ({ _id, last }) => ({ name: _id, last }),
        documentOf: ({ name, last }) => ({ _id: name, last }),
      },
    ),
    conversations: plainRows<ConversationDocument, CopiedRows['conversations']>(
      connection,
      requireOwn,
      {
        collection: 'conversations',
        rowOf: ({ _id, ...rest }) => ({ person: _id, ...rest }),
        documentOf: ({ person, ...rest }) => ({ _id: person, ...rest }),
      },
    ),
    personas: plainRows<Keyed & { readonly person: string }, CopiedRows['personas']>(
      connection,
      requireOwn,
      {
        collection: 'personas',
        rowOf: ({ _id, person }) => ({ account: _id, person }),
        documentOf: ({ account, person }) => ({ _id: account, person }),
      },
    ),
    deliveries: plainRows<DeliveryDocument, CopiedRows['deliveries']>(connection, requireOwn, {
      collection: 'deliveries',
      // When it may be claimed matters only while it waits.
      rowOf: ({ _id, readyAt, ...rest }) => ({
        id: _id,
        ...rest,
        claimedUntil: rest.state === 'waiting' && readyAt !== rest.dueAt ? readyAt : null,
      }),
      documentOf: ({ id, claimedUntil, ...rest }) => ({
        _id: id,
        ...rest,
        readyAt: claimedUntil ?? rest.dueAt,
      }),
      beforePut: (rows) =>
        series.updateOne(
          { _id: SERIES_OF_DELIVERIES },
          { $max: { last: Math.max(...rows.map(({ position }) => position)) } },
          { upsert: true },
        ),
    }),
  }
}
