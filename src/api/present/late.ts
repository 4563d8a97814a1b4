import type { Late as LateDetail, LateMatter, LateRecord } from '../../contract/late.ts'
import type { LateAbout } from '../../usecases/reminding/late-about.ts'
import type { Late } from '../../usecases/reminding/list-late.ts'
import type { SeenLate } from '../../usecases/reminding/read-late.ts'
import { presentAgency } from './names.ts'

export const presentLateAbout = (late: readonly LateAbout[]): LateMatter[] =>
  late.map(({ matter, due, lateWorkingDays, heldBy, canDo }) => ({
    matter: matter.is,
    due,
    lateWorkingDays,
    heldBy,
    canDo,
  }))

/** What is late about one record. */
export const presentLateRecord = ({
  id,
  kind,
  agency,
  late,
  isSeen,
  board,
}: SeenLate): LateRecord => ({
  ref: id,
  kind,
  agency: presentAgency(board, agency),
  late: presentLateAbout(late),
  isSeen,
})

/** What is late, as whoever oversees sees it. Nothing leaves that is not named here. */
export const presentLate = ({ lines, byAgency, byMatter, isMore, board }: Late): LateDetail => ({
  lines: lines.map(({ ref, kind, matter, agency, due, lateWorkingDays }) => ({
    ref,
    kind,
    matter: matter.is,
    agency: presentAgency(board, agency),
    due,
    lateWorkingDays,
  })),
  byAgency: byAgency.map(({ agency, count }) => ({ agency: presentAgency(board, agency), count })),
  byMatter: byMatter.map(({ matter, count }) => ({ matter: matter.is, count })),
  isMore,
})
