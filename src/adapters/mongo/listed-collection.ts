import type { Model } from 'mongoose'
import { keptOf } from '../../domain/machinery/duties.ts'
import type { Columns, RowIn } from '../../domain/machinery/listing.ts'
import type { Kind, TypesByKind } from '../../domain/records.ts'
import { anyRecord, byKind, RECORDS } from '../../domain/records.ts'
import type { Registered, RegisteredTypes } from '../../domain/registered.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Page } from '../../ports/page.ts'
import type { ListedStore, RecordStores } from '../../ports/records.ts'
import type { DutyModel } from './duty-collection.ts'
import { rungsIn } from './duty-collection.ts'
import type { EarlierModel } from './event-log.ts'
import type { RecordDocument, RecordKind, RecordModel } from './record-collection.ts'
import { recordCollection } from './record-collection.ts'
import { columnFields, recordList } from './record-list.ts'

/** The narrow columns of a record of any kind. */
export type AnyColumns = Readonly<Record<string, unknown>>

/** How each kind of record is kept in its collection. */
export function kindOf(name: Kind): RecordKind<RegisteredTypes['state'], AnyColumns> {
  const kind: Registered<RegisteredTypes> = anyRecord(name)
  const { listing, asRead, dutiesOf } = kind
  return {
    kind: name,
    collection: listing.name,
    columns: columnFields<Columns>(listing.columns),
    columnsOf: (state) => listing.columnsOf(state),
    dutiesOf: (state) => keptOf(dutiesOf(state)),
    ...(asRead && { asRead }),
  }
}

export const listOf = (kind: Kind) => recordList(anyRecord(kind).listing)

/** Keeps one kind of record. Lists and figures read the narrow columns, never the JSON. */
function listedCollection<K extends RegisteredTypes>(
  model: RecordModel<AnyColumns>,
  earlier: EarlierModel,
  { kind, listing }: Registered<K>,
): ListedStore<K['state'], K['event'], K['listing']> {
  // Lists know the columns by their description alone.
  const documents = model as unknown as Model<RecordDocument>
  const { find, count } = recordList(listing)
  return {
    ...recordCollection<K['state'], K['event'], AnyColumns>(model, earlier, kindOf(kind as Kind)),
    ...rungsIn(model as unknown as DutyModel),
    async madeBy(submission) {
      const found = await madeByQuery(model, submission)
      return found?._id as RecordRef | undefined // it was saved by its reference
    },
    find: async (filter, order, page) =>
      // Rows of its own columns, saved by their references.
      (await find(documents, listing.where(filter), order, page)) as Page<RowIn<K['listing']>>,
    count: (name, from, to, filter) =>
      count(documents, name, from, to, filter && listing.where(filter)),
  }
}

/** Keeps every kind of record. */
export const listedCollections = (
  models: Readonly<Record<Kind, RecordModel<AnyColumns>>>,
  earlier: EarlierModel,
): RecordStores =>
  byKind<RecordStores>(
    <N extends Kind>(kind: N) =>
      // Built from its own kind. The compiler cannot follow that through an open one.
      listedCollection<TypesByKind[N]>(
        models[kind],
        earlier,
        RECORDS[kind],
      ) as unknown as RecordStores[N],
  )

/** Exported to see which index it takes. */
export const madeByQuery = (model: RecordModel<AnyColumns>, submission: string) =>
  model.findOne({ submission }, { _id: 1 }).lean()
