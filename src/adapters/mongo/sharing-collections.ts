import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Instant } from '../../domain/words/time.ts'
import type { References } from '../../ports/records.ts'
import type { Leases, Pace } from '../../ports/sharing.ts'
import { farthestFrom } from '../shared/farthest.ts'
import type { Index } from './fields.ts'
import { number, text } from './fields.ts'
import { onceThere } from './once-there.ts'
import { isDuplicate } from './refusing.ts'

const plain = { versionKey: false } as const

export const seriesModel = (connection: Connection) =>
  connection.model(
    'series',
    new Schema<{ _id: string; last: number }>({ _id: text, last: number }, plain),
    'series',
  )

/** Takes the next numbers of a series. @returns the last of them */
export async function countOn(
  model: ReturnType<typeof seriesModel>,
  series: string,
  by: number,
): Promise<number> {
  const { last } = await onceThere(
    () =>
      model
        .findOneAndUpdate({ _id: series }, { $inc: { last: by } }, { returnDocument: 'after' })
        .lean(),
    () => model.create({ _id: series, last: 0 }),
  )
  return last
}

/** Counts each series on by one. */
export const referenceCollection = (model: ReturnType<typeof seriesModel>): References => ({
  next: (series) => countOn(model, series, 1),
})

export const leaseModel = (connection: Connection) =>
  connection.model(
    'leases',
    new Schema<{ _id: string; holder: string; until: Instant }>(
      { _id: text, holder: text, until: text },
      plain,
    ),
    'leases',
  )

/** Keeps who does what alone. */
export const leaseCollection = (model: ReturnType<typeof leaseModel>): Leases => ({
  async take(name, holder, now, until) {
    try {
      await model.updateOne(
        {
          _id: name,
          $or: [{ holder }, { until: { $lte: now } }, { until: { $gt: farthestFrom(now) } }],
        },
        { $set: { holder, until } },
        { upsert: true },
      )
      return true
    } catch (error) {
      // The lease exists and did not match: somebody else has it.
      if (isDuplicate(error)) return false
      throw error
    }
  },
  async release(name, holder) {
    await model.deleteOne({ _id: name, holder })
  },
})

interface PaceDocument {
  readonly _id: string
  /** When the next place is free, in milliseconds. */
  readonly freeAt: number
  /** When places were last asked for. The server deletes the budget a day later. */
  readonly askedAt: Date
}

/** After this time a budget is full again, so nothing needs to be remembered. */
const FORGOTTEN_AFTER_S = 24 * 60 * 60

export const PACE_INDEXES: readonly Index[] = [
  { keys: { askedAt: 1 }, name: 'paces_end', expireAfterSeconds: FORGOTTEN_AFTER_S },
]

export const paceModel = (connection: Connection) =>
  connection.model(
    'paces',
    new Schema<PaceDocument>(
      { _id: text, freeAt: number, askedAt: { type: Date, required: true } },
      plain,
    ),
    'paces',
  )

/** Counts by the server's clock, which all instances share. */
export const paceCollection = (model: ReturnType<typeof paceModel>): Pace => ({
  async reserve(name, count, { everyMs, burst }) {
    const taking = count * everyMs
    for (;;) {
      const taken = await onceThere(
        () =>
          model
            .findOneAndUpdate(
              { _id: name },
              { $inc: { freeAt: taking }, $currentDate: { askedAt: true } },
              { returnDocument: 'after' },
            )
            .lean(),
        () => model.create({ _id: name, freeAt: 0, askedAt: new Date() }),
      )
      const now = taken.askedAt.getTime()
      const from = taken.freeAt - taking
      // An unused budget holds `burst` places and no more.
      const deepest = now - (burst - 1) * everyMs
      if (from >= deepest) return Math.max(0, from - now)
      // Nobody has asked for a while: the first sets it right, and the others ask again.
      const { matchedCount } = await model.updateOne(
        { _id: name, freeAt: taken.freeAt },
        { $set: { freeAt: deepest + taking } },
      )
      if (matchedCount === 1) return Math.max(0, deepest - now)
    }
  },
})
