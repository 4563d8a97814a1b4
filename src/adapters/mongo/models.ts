import type { Connection, Model } from 'mongoose'
import { anyRecord, forEachKind, KINDS } from '../../domain/records.ts'
import { boardKind } from './board-collection.ts'
import { CONVERSATION_INDEXES, conversationModel } from './conversation-collection.ts'
import { DELIVERY_INDEXES, deliveryModel } from './delivery-collection.ts'
import type { DutyModel } from './duty-collection.ts'
import { dutyIndexes } from './duty-collection.ts'
import { EARLIER_INDEXES, earlierModel } from './event-log.ts'
import type { Index } from './fields.ts'
import { kindOf } from './listed-collection.ts'
import type { RecordDocument } from './record-collection.ts'
import { recordIndexes, recordModel } from './record-collection.ts'
import { listIndexes } from './record-list.ts'
import { leaseModel, PACE_INDEXES, paceModel, seriesModel } from './sharing-collections.ts'
import { accessKind, LINE_INDEXES, lineModel } from './trail-collection.ts'
import { personaModel, TALK_INDEXES, talkModel } from './turn-collection.ts'

/** Every collection there is. */
export function modelsOf(connection: Connection) {
  const records = forEachKind((kind) => recordModel(connection, kindOf(kind)))
  const board = recordModel(connection, boardKind)
  const access = recordModel(connection, accessKind)
  return {
    records,
    board,
    access,
    /** What waits about each kind of record. */
    duties: forEachKind((kind) => records[kind] as unknown as DutyModel),
    /** The same models by kind, for code that looks at all of them. Only their columns differ. */
    chained: {
      ...forEachKind((kind) => records[kind] as unknown as Model<RecordDocument>),
      board: board as unknown as Model<RecordDocument>,
      access: access as unknown as Model<RecordDocument>,
    },
    earlier: earlierModel(connection),
    lines: lineModel(connection),
    deliveries: deliveryModel(connection),
    conversations: conversationModel(connection),
    talks: talkModel(connection),
    personas: personaModel(connection),
    series: seriesModel(connection),
    leases: leaseModel(connection),
    paces: paceModel(connection),
  }
}

/** Every index of ours, by collection. */
export const INDEXES: Readonly<Record<string, readonly Index[]>> = {
  ...Object.fromEntries(
    KINDS.map((kind) => {
      const { listing } = anyRecord(kind)
      return [listing.name, [...listIndexes(listing), ...dutyIndexes(listing.name)]]
    }),
  ),
  board: recordIndexes('board'),
  // A reading has no submission of its own, so nobody looks for one.
  access: recordIndexes('access').filter(({ name }) => name !== 'access_by_submission'),
  earlierEvents: EARLIER_INDEXES,
  trailLines: LINE_INDEXES,
  deliveries: DELIVERY_INDEXES,
  conversations: CONVERSATION_INDEXES,
  talks: TALK_INDEXES,
  paces: PACE_INDEXES,
}
