import type { Model } from 'mongoose'
import type { ObservationColumns } from '../../domain/observation/columns.ts'
import { columnsOf, OBSERVATIONS, observationsWhere } from '../../domain/observation/columns.ts'
import type { Observation, ObservationEvent } from '../../domain/observation/types.ts'
import type { ObservationRef } from '../../domain/shared/ids.ts'
import type { ObservationRow, ObservationStore } from '../../ports/observations.ts'
import type { Page } from '../../ports/page.ts'
import type { EarlierModel } from './event-log.ts'
import type { RecordDocument, RecordKind, RecordModel } from './record-collection.ts'
import { recordCollection } from './record-collection.ts'
import { columnFields, recordList } from './record-list.ts'

type ObservationModel = RecordModel<ObservationColumns>

export const observationKind: RecordKind<Observation, ObservationColumns> = {
  kind: 'observation',
  collection: OBSERVATIONS.name,
  columns: columnFields(OBSERVATIONS.columns),
  columnsOf,
}

export const observationList = recordList(OBSERVATIONS)

/** Keeps observations. Lists and figures read the narrow columns, never the JSON. */
export function observationCollection(
  model: ObservationModel,
  earlier: EarlierModel,
): ObservationStore {
  // Lists know the columns by their description alone.
  const documents = model as unknown as Model<RecordDocument>
  const { find, count } = observationList
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

    find: async (filter, order, page) =>
      // It was saved by its reference.
      (await find(documents, observationsWhere(filter), order, page)) as Page<ObservationRow>,
    kindCounts: (from, to, scope) =>
      count(documents, 'kinds', from, to, scope && observationsWhere({ scope })),
    decisionTimes: (from, to, scope) =>
      count(documents, 'decisionTimes', from, to, scope && observationsWhere({ scope })),
  }
}

/** Exported to see which index it takes. */
export const raisedByQuery = (model: ObservationModel, submission: string) =>
  model.findOne({ submission }, { _id: 1 }).lean()
