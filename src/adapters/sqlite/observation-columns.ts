import type { SQLInputValue } from 'node:sqlite'
import type { ObservationColumns } from '../../domain/observation/columns.ts'
import { columnsOf } from '../../domain/observation/columns.ts'
import type { Observation } from '../../domain/observation/types.ts'
import type { ObservationRow } from '../../ports/observations.ts'

/** Each narrow column of an observation and its name in the table: one that is left out does not compile. */
const COLUMN_NAMES = {
  stage: 'stage',
  kind: 'kind',
  agency: 'agency',
  person: 'person',
  reporter: 'reporter',
  sameDay: 'same_day',
  worry: 'worry',
  acknowledged: 'acknowledged',
  outcome: 'outcome',
  raisedAt: 'raised_at',
  raisedMonth: 'raised_month',
  waitingSince: 'waiting_since',
  decidedMonth: 'decided_month',
  decidedInWorkingDays: 'decided_in_working_days',
  closedAt: 'closed_at',
} as const satisfies Record<keyof ObservationColumns, string>

// The keys of the object above are the keys of the columns, by the type it satisfies.
const KEYS = Object.keys(COLUMN_NAMES) as readonly (keyof ObservationColumns)[]

export const observationColumns: readonly string[] = Object.values(COLUMN_NAMES)

/** In the order of `observationColumns`. */
export function observationValues(observation: Observation): readonly SQLInputValue[] {
  const columns = columnsOf(observation)
  return KEYS.map((key) => {
    const value = columns[key]
    return typeof value === 'boolean' ? Number(value) : value
  })
}

/** What a list reads of each observation: `observationRow` makes a row of it. */
export const SELECTED_COLUMNS = [
  'id AS ref',
  'version',
  ...KEYS.map((key) => `${COLUMN_NAMES[key]} AS "${key}"`),
].join(', ')

/** A row as SQLite gives it: truth values are 0 and 1. */
export type SelectedRow = Omit<ObservationRow, 'sameDay' | 'acknowledged'> & {
  readonly sameDay: number
  readonly acknowledged: number
}

export const observationRow = (row: SelectedRow): ObservationRow => ({
  ...row,
  sameDay: row.sameDay === 1,
  acknowledged: row.acknowledged === 1,
})
