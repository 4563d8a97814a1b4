import { belongsTo } from '../board/belonging.ts'
import { officeOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Observation } from './types.ts'

// Some reports were sent past their reporter's agency. A person who works or triages for that
// agency, or ever did since the board was opened, never learns of them. That holds whatever roles
// they hold and wherever the report lies.

/**
 * The agencies somebody belongs or belonged to. They never see what was sent past one of them.
 * Leaves out the board office, since nothing is sent past it.
 */
export const keptAgenciesOf = (board: BoardSettings, person: PersonId): readonly AgencyId[] =>
  belongsTo(board, person).filter((agency) => agency !== officeOf(board)?.id)

/** Whether a report was sent past somebody other than its own reporter. */
export const isKeptFrom = (
  {
    pastAgency,
    reporterAgency,
    reporter,
  }: Pick<Observation, 'reporter'> & Partial<Pick<Observation, 'pastAgency' | 'reporterAgency'>>,
  person: PersonId,
  board: BoardSettings,
): boolean =>
  pastAgency === true &&
  reporterAgency !== undefined &&
  person !== reporter &&
  keptAgenciesOf(board, person).includes(reporterAgency)
