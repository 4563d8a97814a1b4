import type { ObservationRow } from '../../contract/observations.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { LEFT_TO_OTHERS } from '../../domain/observation/passing-on-moves.ts'
import { sayStanding, sayWhatWaits } from '../../domain/observation/saying.ts'
import { observationKinds, triageOutcomes, worryScale } from '../../domain/taxonomies/lists.ts'
import type { Page } from '../../ports/page.ts'
import type { AgedRow, ListRequest } from '../../usecases/observation/list-observations.ts'
import { presentAgency, presentCode, presentPerson } from './names.ts'

/** One line of a list. Holds nothing anybody wrote. */
const presentRow = (
  row: AgedRow,
  board: BoardSettings,
  view: ListRequest['view'],
): ObservationRow => ({
  ref: row.ref,
  version: row.version,
  stage: row.stage,
  kind: presentCode(observationKinds, row.kind),
  agency: presentAgency(board, row.agency),
  assignedTo: row.person === null ? null : presentPerson(board, row.person),
  worry: row.worry === null ? null : presentCode(worryScale, row.worry),
  sameDay: view === 'triage' ? row.isUrgent : row.sameDay,
  acknowledged: row.acknowledged,
  outcome: row.outcome === null ? null : presentCode(triageOutcomes, row.outcome),
  raisedAt: row.raisedAt,
  waitingSince: row.waitingSince,
  waitedWorkingDays: row.waitedWorkingDays,
  closedAt: row.closedAt,
  says: view === 'mine' ? `${sayStanding(row)} ${row.saysDue}`.trim() : sayStanding(row),
  waitsFor: row.isLeftToOthers
    ? LEFT_TO_OTHERS
    : view === 'triage'
      ? withDue(sayWhatWaits(row, row.waitedWorkingDays), row)
      : null,
  isLate: row.isLate,
})

const withDue = (says: string | null, { saysDue }: AgedRow): string | null =>
  [says, saysDue].filter((part) => part !== null && part !== '').join(' ') || null

/** The rows of a page, and how many there are on all pages. */
export const presentRows = (
  { rows, total }: Omit<Page<AgedRow>, 'next'>,
  board: BoardSettings,
  view: ListRequest['view'],
) => ({
  rows: rows.map((row) => presentRow(row, board, view)),
  total,
})
