import type { Home } from '../../contract/people.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Waiting } from '../../usecases/reminding/list-waiting.ts'
import { presentAgency } from './names.ts'

/** What waits for somebody. Only what is named here leaves. */
export const presentWaiting = (
  { rows, total }: Waiting,
  board: BoardSettings,
): Home['waiting'] => ({
  rows: rows.map(({ ref, kind, title, agency, opens, says, about, due, isUrgent, isLate }) => ({
    ref,
    kind,
    title,
    agency: presentAgency(board, agency),
    opens,
    says,
    about: [...about],
    due,
    isUrgent,
    isLate,
  })),
  total,
})
