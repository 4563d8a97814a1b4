import type { Late as LateDetail } from '../../contract/late.ts'
import type { Late } from '../../usecases/reminding/list-late.ts'
import { presentAgency } from './names.ts'

/** What is late, for those who oversee it. Only what is named here leaves. */
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
