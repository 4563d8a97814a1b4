import type { ObservationPage, ObservationRow } from '../../src/contract/observations.ts'
import type { Home } from '../../src/contract/people.ts'
import { nearMiss, veryWorried } from './labels.ts'
import { healthVisiting } from './people-records.ts'

type WaitingRow = Home['waiting']['rows'][number]

export const aRow = (overrides: Partial<ObservationRow> = {}): ObservationRow => ({
  ref: 'OBS-2026-0042',
  version: 3,
  stage: 'awaitingTriage',
  kind: nearMiss,
  agency: healthVisiting,
  assignedTo: null,
  worry: veryWorried,
  sameDay: false,
  acknowledged: false,
  outcome: null,
  raisedAt: '2026-03-02T09:12:00Z',
  waitingSince: '2026-03-02T09:12:00Z',
  waitedWorkingDays: 3,
  closedAt: null,
  says: 'Sent. Somebody senior will look at it.',
  waitsFor: 'Waiting for a decision for 3 working days.',
  isLate: false,
  ...overrides,
})

/** One that waits for the person at Home. */
export const aWaiting = (overrides: Partial<WaitingRow> = {}): WaitingRow => ({
  ref: 'OBS-2026-0042',
  kind: 'observation',
  title: nearMiss.label,
  agency: healthVisiting,
  opens: 'record',
  says: 'Waiting for a decision for 3 working days. Decide by Monday 9 March 2026.',
  about: [veryWorried.label],
  due: '2026-03-09T17:00:00Z',
  isUrgent: false,
  isLate: false,
  ...overrides,
})

export const aPage = (overrides: Partial<ObservationPage> = {}): ObservationPage => {
  const rows = overrides.rows ?? [aRow()]
  return { rows, total: rows.length, next: null, ...overrides }
}

export const aHome = (overrides: Partial<Home> = {}): Home => ({
  waiting: { rows: [], total: 0 },
  mine: { rows: [], total: 0 },
  asked: { rows: [], total: 0, open: 0 },
  ...overrides,
})
