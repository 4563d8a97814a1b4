import { OBSERVATIONS, observationsWhere } from '../../domain/observation/columns.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { Observation, ObservationEvent } from '../../domain/observation/types.ts'
import type { ObservationRef } from '../../domain/shared/ids.ts'
import type { ObservationRow, ObservationStore } from '../../ports/observations.ts'
import type { Page } from '../../ports/page.ts'
import type { Connection } from './connection.ts'
import { recordList } from './record-list.ts'
import { recordTable } from './record-table.ts'

export const observationList = recordList(OBSERVATIONS)

/** Keeps observations. Lists and figures read the narrow columns, never the JSON. */
export function observationTable(connection: Connection): ObservationStore {
  const { columns, valuesOf, find, count } = observationList
  return {
    ...recordTable<Observation, ObservationEvent>(connection, {
      kind: observationRecord.kind,
      table: OBSERVATIONS.name,
      columns,
      valuesOf,
    }),

    async raisedBy(submission) {
      return connection.get<{ id: ObservationRef }>(
        'SELECT id FROM observations WHERE submission = ?',
        submission,
      )?.id
    },

    find: async (filter, order, page) =>
      // It was saved by its reference.
      find(connection, observationsWhere(filter), order, page) as Page<ObservationRow>,
    kindCounts: async (from, to, scope) =>
      count(connection, 'kinds', from, to, scope && observationsWhere({ scope })),
    decisionTimes: async (from, to, scope) =>
      count(connection, 'decisionTimes', from, to, scope && observationsWhere({ scope })),
  }
}
