import type { DecisionTime, KindCount } from '../../domain/observation/figures.ts'
import { observationRecord } from '../../domain/observation/observation.ts'
import type { Observation, ObservationEvent } from '../../domain/observation/types.ts'
import type { ObservationRef } from '../../domain/shared/ids.ts'
import type { ObservationStore } from '../../ports/observations.ts'
import { pageOf, requirePageSize } from '../shared/page-of.ts'
import type { Connection } from './connection.ts'
import type { SelectedRow } from './observation-columns.ts'
import { observationColumns, observationRow, observationValues } from './observation-columns.ts'
import { afterRow, pageQuery, totalQuery } from './observation-query.ts'
import { recordTable } from './record-table.ts'

export const KIND_COUNTS = `SELECT raised_month AS month, kind, COUNT(*) AS count FROM observations
  WHERE raised_month BETWEEN ? AND ? GROUP BY raised_month, kind ORDER BY raised_month, kind`

export const DECISION_TIMES = `SELECT decided_month AS month,
    decided_in_working_days AS "workingDays", COUNT(*) AS count
  FROM observations WHERE decided_month BETWEEN ? AND ?
  GROUP BY decided_month, decided_in_working_days
  ORDER BY decided_month, decided_in_working_days`

/** Keeps observations. Lists and figures read the narrow columns, never the JSON. */
export function observationTable(connection: Connection): ObservationStore {
  return {
    ...recordTable<Observation, ObservationEvent>(connection, {
      kind: observationRecord.kind,
      table: 'observations',
      columns: observationColumns,
      valuesOf: observationValues,
    }),

    async raisedBy(submission) {
      return connection.get<{ id: ObservationRef }>(
        'SELECT id FROM observations WHERE submission = ?',
        submission,
      )?.id
    },

    async find(filter, order, page) {
      requirePageSize(page)
      const paged = pageQuery(filter, order, page)
      const counted = totalQuery(filter)
      const found = connection.all<SelectedRow>(paged.sql, ...paged.values).map(observationRow)
      const total = connection.get<{ total: number }>(counted.sql, ...counted.values)?.total ?? 0
      return pageOf(found, total, page, (row) => afterRow(order, row))
    },

    async kindCounts(from, to) {
      return connection.all<KindCount>(KIND_COUNTS, from, to).map((row) => ({ ...row }))
    },

    async decisionTimes(from, to) {
      return connection.all<DecisionTime>(DECISION_TIMES, from, to).map((row) => ({ ...row }))
    },
  }
}
