import type { Model, PipelineStage } from 'mongoose'
import { Schema } from 'mongoose'
import type { Asking, KeptDuty } from '../../domain/machinery/duties.ts'
import {
  isLate,
  isWaitingFor,
  keptOf,
  nextDueOf,
  remindAtOf,
} from '../../domain/machinery/duties.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord, KINDS } from '../../domain/records.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { DutyLists } from '../../ports/duties.ts'
import { compareOrder, ORDER_TYPES, orderOf, rowOf } from '../shared/duty-order.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import { pageToken, readPageToken } from '../shared/page-token.ts'
import type { Index } from './fields.ts'
import { number, perhapsText, text, truth } from './fields.ts'

/** What a document holds about what waits. */
export interface DutyFields {
  readonly duties: readonly KeptDuty[]
  readonly nextDue: Instant | null
  readonly remindAt: Instant | null
  readonly reminded: Instant | ''
}

export type DutyDocument = DutyFields & { readonly _id: string }
export type DutyModel = Model<DutyDocument>

const dutySchema = new Schema<KeptDuty>(
  {
    key: text,
    holder: text,
    rank: { ...number, enum: [0, 1, 2] as const },
    since: text,
    due: text,
    agency: text,
    of: perhapsText,
    past: perhapsText,
    notFor: { type: [String], required: true },
    isAside: truth,
    lapses: truth,
    rungs: { type: [String], required: true },
  } as unknown as Record<string, never>, // ids are texts of a brand, which the library does not know
  { _id: false },
)

export const DUTY_FIELDS = {
  duties: { type: [dutySchema], required: true },
  nextDue: perhapsText,
  remindAt: perhapsText,
  reminded: text,
} as const

export const dutyIndexes = (collection: string): readonly Index[] => [
  { keys: { 'duties.holder': 1 }, name: `${collection}_duties` },
  { keys: { nextDue: 1 }, name: `${collection}_late` },
  { keys: { remindAt: 1, _id: 1 }, name: `${collection}_remind` },
]

export const dutyFieldsOf = (
  duties: readonly KeptDuty[],
  reminded: DutyFields['reminded'],
): DutyFields => ({
  duties,
  nextDue: nextDueOf(duties),
  remindAt: remindAtOf(duties, reminded),
  reminded,
})

/** Exported to see which index it takes. */
export const holdersQuery = (model: DutyModel, keys: readonly string[]) =>
  model.find({ 'duties.holder': { $in: keys } }, { duties: 1 }).lean<DutyDocument[]>()

export const lateQuery = (model: DutyModel, now: Instant) =>
  model.find({ nextDue: { $lt: now } }, { duties: 1 }).lean<DutyDocument[]>()

export const rungsDueQuery = (model: DutyModel, now: Instant, atMost: number) =>
  model
    .find({ remindAt: { $lte: now } }, { reminded: 1 })
    .sort({ remindAt: 1, _id: 1 })
    .limit(atMost)
    .lean<DutyDocument[]>()

/** The first rung after the mark, worked out by the server, so that a save meanwhile counts. */
const markedAs = (to: Instant): PipelineStage.Set => {
  const all = {
    $reduce: {
      input: '$duties.rungs',
      initialValue: [],
      in: { $concatArrays: ['$$value', '$$this'] },
    },
  }
  const later = { $filter: { input: all, as: 'rung', cond: { $gt: ['$$rung', to] } } }
  return { $set: { reminded: to, remindAt: { $ifNull: [{ $min: later }, null] } } }
}

/** The rungs of one kind of record. */
export const rungsIn = (model: DutyModel) => ({
  async rungsDue(now: Instant, atMost: number) {
    const found = await rungsDueQuery(model, now, atMost)
    return found.map(({ _id: id, reminded }) => ({ id, reminded }))
  },
  async markReminded(id: string, to: Instant) {
    await model.updateOne({ _id: id, reminded: { $lt: to } }, [markedAs(to)], {
      updatePipeline: true,
    })
  },
})

/**
 * What waits, for every kind of record. Sorted here: the server cannot order by an index of an
 * array and would sort by its smallest value, whoever that belongs to.
 */
export function dutyCollections(models: Readonly<Record<Kind, DutyModel>>): DutyLists {
  async function rowsOf(
    find: (model: DutyModel) => Promise<readonly DutyDocument[]>,
    isMeant: (duty: KeptDuty) => boolean,
  ) {
    const found = await Promise.all(
      KINDS.map(async (kind) =>
        (await find(models[kind])).flatMap(({ _id, duties }) =>
          // A record is saved by its reference.
          duties.filter(isMeant).map((duty) => rowOf(kind, _id as RecordRef, duty)),
        ),
      ),
    )
    return found.flat().sort((one, other) => compareOrder(orderOf(one), orderOf(other)))
  }

  return {
    async waiting(asking: Asking, page) {
      requirePageSize(page)
      const { size, after } = page
      const key = after === undefined ? undefined : readPageToken(after, ORDER_TYPES)
      const keys = [...new Set(asking.claims.map((claim) => claim.key))]
      const all = await rowsOf(
        (model) => holdersQuery(model, keys),
        (duty) => isWaitingFor(asking, duty),
      )
      const rest = key ? all.filter((row) => compareOrder(orderOf(row), key) > 0) : all
      return pageOf(rest.slice(0, size + 1), all.length, page, (row) => pageToken(orderOf(row)))
    },
    async late(now, atMost) {
      const all = await rowsOf(
        (model) => lateQuery(model, now),
        (duty) => !duty.lapses && isLate(duty, now),
      )
      return all.slice(0, atMost)
    },
  }
}

const AT_ONCE = 200

/** Works out what waits about records kept by a version that did not. Runs at start, once. */
export async function backfillDuties(models: Readonly<Record<Kind, DutyModel>>): Promise<void> {
  for (const kind of KINDS) {
    const { dutiesOf, asRead } = anyRecord(kind)
    for (;;) {
      const found = await models[kind]
        .find({ duties: { $exists: false } }, { state: 1, version: 1 })
        .limit(AT_ONCE)
        .lean<{ _id: string; state: string; version: number }[]>()
      if (found.length === 0) break
      await models[kind].bulkWrite(
        found.map(({ _id, state, version }) => {
          const kept = JSON.parse(state)
          const fields = dutyFieldsOf(keptOf(dutiesOf(asRead?.(kept) ?? kept)), '')
          // Somebody who saves meanwhile writes these fields too.
          return { updateOne: { filter: { _id, version }, update: { $set: fields } } } as never
        }),
      )
    }
  }
}
