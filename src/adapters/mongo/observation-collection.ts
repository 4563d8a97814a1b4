import type { PipelineStage } from 'mongoose'
import type { ObservationColumns } from '../../domain/observation/columns.ts'
import type { DecisionTime, KindCount } from '../../domain/observation/figures.ts'
import type { Observation, ObservationEvent } from '../../domain/observation/types.ts'
import type { ObservationRef } from '../../domain/shared/ids.ts'
import type { Month } from '../../domain/shared/time.ts'
import type {
  ObservationFilter,
  ObservationOrder,
  ObservationStore,
} from '../../ports/observations.ts'
import type { PageRequest } from '../../ports/page.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import type { EarlierModel } from './event-log.ts'
import type { ObservationDocument } from './observation-columns.ts'
import { observationKind, observationRow, SELECTED } from './observation-columns.ts'
import { afterRow, filterOf, pageFilter, sortOf } from './observation-query.ts'
import type { RecordModel } from './record-collection.ts'
import { recordCollection } from './record-collection.ts'

type ObservationModel = RecordModel<ObservationColumns>

/** Keeps observations. Lists and figures read the narrow columns, never the JSON. */
export function observationCollection(
  model: ObservationModel,
  earlier: EarlierModel,
): ObservationStore {
  return {
    ...recordCollection<Observation, ObservationEvent, ObservationColumns>(
      model,
      earlier,
      observationKind,
    ),

    async raisedBy(submission) {
      const found = await raisedByQuery(model, submission)
      return found?._id as ObservationRef | undefined // it was saved by its reference
    },

    async find(filter, order, page) {
      requirePageSize(page)
      const [found, total] = await Promise.all([
        pageQuery(model, filter, order, page),
        model.countDocuments(filterOf(filter)),
      ])
      const rows = found.map((one) => observationRow(one as unknown as ObservationDocument))
      return pageOf(rows, total, page, (row) => afterRow(order, row))
    },

    kindCounts: (from, to) => model.aggregate<KindCount>(kindCounts(from, to)),

    decisionTimes: (from, to) => model.aggregate<DecisionTime>(decisionTimes(from, to)),
  }
}

// Exported to see which indexes they take.

export const raisedByQuery = (model: ObservationModel, submission: string) =>
  model.findOne({ submission }, { _id: 1 }).lean()

/** One row more than the page holds, to see whether another page follows. */
export const pageQuery = (
  model: ObservationModel,
  filter: ObservationFilter,
  order: ObservationOrder,
  { size, after }: PageRequest,
) =>
  model
    .find(pageFilter(filter, order, after), SELECTED)
    .sort(sortOf(order))
    .limit(size + 1)
    .lean()

export const kindCounts = (from: Month, to: Month): PipelineStage[] =>
  counted({ raisedMonth: { $gte: from, $lte: to } }, { month: '$raisedMonth', kind: '$kind' })

export const decisionTimes = (from: Month, to: Month): PipelineStage[] =>
  counted(
    { decidedMonth: { $gte: from, $lte: to } },
    { month: '$decidedMonth', workingDays: '$decidedInWorkingDays' },
  )

function counted(
  $match: Readonly<Record<string, unknown>>,
  by: Readonly<Record<string, string>>,
): PipelineStage[] {
  const names = Object.keys(by)
  return [
    { $match },
    { $group: { _id: by, count: { $sum: 1 } } },
    { $sort: Object.fromEntries(names.map((name) => [`_id.${name}`, 1])) },
    {
      $project: {
        _id: 0,
        ...Object.fromEntries(names.map((name) => [name, `$_id.${name}`])),
        count: 1,
      },
    },
  ]
}
