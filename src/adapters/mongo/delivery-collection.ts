import { randomUUID } from 'node:crypto'
import type { Connection, PipelineStage } from 'mongoose'
import { Schema } from 'mongoose'
import type { Instant } from '../../domain/words/time.ts'
import type {
  Delivery,
  DeliveryState,
  DeliveryStore,
  NotDelivered,
} from '../../ports/deliveries.ts'
import { farthestFrom } from '../shared/farthest.ts'
import { settled } from '../shared/settled.ts'
import type { Index } from './fields.ts'
import { number, perhapsText, text } from './fields.ts'
import { isDuplicate } from './refusing.ts'
import type { seriesModel } from './sharing-collections.ts'
import { countOn } from './sharing-collections.ts'

export interface DeliveryDocument extends Omit<Delivery, 'id'> {
  readonly _id: string
  /** Rises with each delivery. Of two with the same instant, the lower one goes first. */
  readonly position: number
  /** When it may be claimed: when it is due, or when the claim on it ends. */
  readonly readyAt: Instant
}

const schema = new Schema<DeliveryDocument>(
  {
    _id: text,
    key: text,
    recordKind: text,
    recordId: text,
    event: number,
    notice: text,
    recipient: text,
    updates: perhapsText,
    state: { ...text, enum: ['waiting', 'unreachable', 'sent', 'ended'] },
    attempts: number,
    plannedAt: text,
    dueAt: text,
    readyAt: text,
    conversationId: perhapsText,
    messageId: perhapsText,
    failure: perhapsText,
    position: number,
  },
  { versionKey: false },
)

/** Counts their positions. */
export const SERIES_OF_DELIVERIES = 'deliveries'

const NOT_DELIVERED: readonly DeliveryState[] = ['ended', 'unreachable']

export const DELIVERY_INDEXES: readonly Index[] = [
  { keys: { key: 1 }, name: 'deliveries_by_key', unique: true },
  { keys: { state: 1, dueAt: 1, position: 1 }, name: 'deliveries_due' },
  { keys: { state: 1, readyAt: 1 }, name: 'deliveries_ready' },
  {
    keys: { recordKind: 1, recordId: 1, notice: 1, position: 1 },
    name: 'deliveries_about',
  },
  { keys: { recipient: 1, state: 1 }, name: 'deliveries_of_person' },
  { keys: { state: 1, recipient: 1, failure: 1, plannedAt: 1 }, name: 'deliveries_not_delivered' },
]

export type DeliveryModel = ReturnType<typeof deliveryModel>

export const deliveryModel = (connection: Connection) =>
  connection.model<DeliveryDocument>('deliveries', schema, 'deliveries')

/** Keeps what is to be said to whom, and what became of it. */
export function deliveryCollection(
  model: DeliveryModel,
  series: ReturnType<typeof seriesModel>,
): DeliveryStore {
  return {
    async add(deliveries) {
      if (deliveries.length === 0) return
      const given = deliveries.map((one) => ({ ...one }))
      const last = await countOn(series, SERIES_OF_DELIVERIES, given.length)
      const operations = given.map(({ key, ...one }, index) => ({
        updateOne: {
          filter: { key },
          update: {
            $setOnInsert: {
              _id: randomUUID(),
              ...one,
              state: 'waiting' as const,
              attempts: 0,
              readyAt: one.dueAt,
              conversationId: null,
              messageId: null,
              failure: null,
              position: last - given.length + index + 1,
            },
          },
          upsert: true,
        },
      }))
      // Ordered, so that of two with one key the first is kept. Others may add the same keys at the
      // same moment and be first with some: the rest is added after that.
      await retryWhileDuplicate(given.length, () => model.bulkWrite(operations, { ordered: true }))
    },

    async claim(now, until, atMost) {
      const ready = await claimableQuery(model, now, atMost)
      const claimed = await Promise.all(
        ready.map(({ _id }) =>
          model
            .findOneAndUpdate(
              { _id, ...isFree(now) },
              { $set: { readyAt: until } },
              { returnDocument: 'after' },
            )
            .lean(),
        ),
      )
      return claimed.flatMap((one) => (one ? [deliveryOf(one)] : []))
    },

    async settle(id, attempt) {
      const { state, failure, tries, dueAt, conversationId, messageId } = settled(attempt)
      // A message that was sent or ended stays so: a worker given up for lost may still report
      // later.
      await model.updateOne(
        { _id: id, state: { $in: ['waiting', 'unreachable'] } },
        {
          $set: {
            state,
            failure,
            conversationId,
            messageId,
            ...(dueAt === null ? {} : { dueAt, readyAt: dueAt }),
          },
          $inc: { attempts: tries },
        },
      )
    },

    async byId(id) {
      const found = await model.findOne({ _id: id }).lean()
      return found ? deliveryOf(found) : undefined
    },

    async about(recordKind, recordId, notice) {
      return (await aboutQuery(model, recordKind, recordId, notice)).map(deliveryOf)
    },

    async reachable(recipient, now) {
      await model.updateMany(
        { recipient, state: 'unreachable' },
        { $set: { state: 'waiting', dueAt: now, readyAt: now } },
      )
    },

    async nextDue() {
      return (await nextDueQuery(model))?.readyAt
    },

    notDelivered: () => model.aggregate<NotDelivered>([...notDelivered]),

    async counts() {
      const of = (state: DeliveryState) => model.countDocuments(countQuery(state))
      const [waiting, unreachable, sent, ended] = await Promise.all([
        of('waiting'),
        of('unreachable'),
        of('sent'),
        of('ended'),
      ])
      return { waiting, unreachable, sent, ended }
    },
  }
}

/** Due and unclaimed. A time too far ahead was written by a wrong clock and is ignored. */
const isFree = (now: Instant) => ({
  state: 'waiting' as const,
  $or: [{ readyAt: { $lte: now } }, { readyAt: { $gt: farthestFrom(now) } }],
})

// Exported to see which indexes they take.

export const claimableQuery = (model: DeliveryModel, now: Instant, atMost: number) =>
  model.find(isFree(now), { _id: 1 }).sort({ dueAt: 1, position: 1 }).limit(atMost).lean()

export const aboutQuery = (
  model: DeliveryModel,
  recordKind: string,
  recordId: string,
  notice: string,
) => model.find({ recordKind, recordId, notice }).sort({ position: 1 }).lean()

export const nextDueQuery = (model: DeliveryModel) =>
  model.findOne({ state: 'waiting' }, { readyAt: 1 }).sort({ readyAt: 1 }).lean()

export const countQuery = (state: DeliveryState) => ({ state })

export const notDelivered: readonly PipelineStage[] = [
  { $match: { state: { $in: NOT_DELIVERED }, updates: null } },
  {
    $group: {
      _id: {
        recipient: '$recipient',
        state: '$state',
        failure: '$failure',
        notice: '$notice',
      },
      messages: { $sum: 1 },
      last: { $max: '$plannedAt' },
    },
  },
  { $sort: { last: -1, '_id.recipient': 1, '_id.state': 1, '_id.failure': 1, '_id.notice': 1 } },
  {
    $project: {
      _id: 0,
      recipient: '$_id.recipient',
      notice: '$_id.notice',
      state: '$_id.state',
      failure: '$_id.failure',
      messages: 1,
      last: 1,
    },
  },
]

const deliveryOf = ({ _id, position: _p, readyAt: _r, ...rest }: DeliveryDocument): Delivery => ({
  id: _id,
  ...rest,
})

/** Each time a key turns out to exist already, one fewer is left to add. */
async function retryWhileDuplicate(atMost: number, work: () => Promise<unknown>) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (!isDuplicate(error) || attempt === atMost) throw error
    }
  }
}
