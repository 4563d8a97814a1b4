import type { SchemaDefinition } from 'mongoose'
import type { ObservationColumns } from '../../domain/observation/columns.ts'
import { columnsOf } from '../../domain/observation/columns.ts'
import type { Observation } from '../../domain/observation/types.ts'
import { OBSERVATION_STAGES } from '../../domain/observation/types.ts'
import type { ObservationRow } from '../../ports/observations.ts'
import type { Index } from './fields.ts'
import { perhapsText, text, truth } from './fields.ts'
import type { RecordDocument, RecordKind } from './record-collection.ts'
import { recordIndexes } from './record-collection.ts'

/** Each narrow column: one that is left out does not compile. */
const COLUMNS = {
  stage: { ...text, enum: OBSERVATION_STAGES },
  kind: text,
  agency: text,
  person: perhapsText,
  reporter: text,
  sameDay: truth,
  worry: perhapsText,
  acknowledged: truth,
  outcome: perhapsText,
  raisedAt: text,
  raisedMonth: text,
  waitingSince: text,
  decidedMonth: perhapsText,
  decidedInWorkingDays: { type: Number, default: null },
  closedAt: perhapsText,
} as const satisfies Record<keyof ObservationColumns, unknown>

// The keys of the object above are the keys of the columns, by the type it satisfies.
const KEYS = Object.keys(COLUMNS) as readonly (keyof ObservationColumns)[]

export const observationKind: RecordKind<Observation, ObservationColumns> = {
  kind: 'observation',
  collection: 'observations',
  // Checked above, key by key; the library's own type cannot say so of ids that are branded text.
  columns: COLUMNS as unknown as SchemaDefinition<ObservationColumns>,
  columnsOf,
}

export const OBSERVATION_INDEXES: readonly Index[] = [
  ...recordIndexes('observations'),
  {
    keys: { agency: 1, stage: 1, sameDay: -1, waitingSince: 1, _id: 1, reporter: 1 },
    name: 'observations_queue',
  },
  { keys: { agency: 1, raisedAt: -1, _id: -1, reporter: 1 }, name: 'observations_agency' },
  { keys: { reporter: 1, raisedAt: -1, _id: -1 }, name: 'observations_own' },
  { keys: { raisedMonth: 1, kind: 1 }, name: 'observations_kinds' },
  { keys: { decidedMonth: 1, decidedInWorkingDays: 1 }, name: 'observations_decided' },
]

export type ObservationDocument = RecordDocument & ObservationColumns

/** What a list reads of each observation: `observationRow` makes a row of it. */
export const SELECTED = Object.fromEntries(['version', ...KEYS].map((key) => [key, 1] as const))

export function observationRow(document: ObservationDocument): ObservationRow {
  const columns = Object.fromEntries(KEYS.map((key) => [key, document[key]]))
  // Every key of the columns is there, by the type of KEYS; `_id` is the reference it was saved by.
  return { ref: document._id, version: document.version, ...columns } as unknown as ObservationRow
}
