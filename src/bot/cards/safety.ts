import type { BoardNow } from '../../domain/board/board-now.ts'
import { referralNow } from '../../domain/board/board-now.ts'
import { urgentWords } from '../../domain/board/urgent-words.ts'
import { contactLine } from './text.ts'

type Here = Pick<BoardNow, 'contacts' | 'hour'>

const route = (board: Here): string => contactLine(referralNow(board))

/** I1: the first line of every intake. */
export const safetyLine = (board: Here): string =>
  `This is not for emergencies. If a child is in danger now, call 999. ` +
  `If you are worried about a child, ${board.hour.isOpen ? 'use your local referral route' : 'ring now, while the offices are closed'}: ${route(board)}.`

/** Shown before anything else once an answer says that a child may be at risk now. */
export const urgentLine = (board: Here): string => urgentWords(board, route(board))

/** S10: said before anything is told. */
export const beforehandLine = (readers: string): string =>
  `What you send is read by ${readers}. They see your name. Telling us here is not a referral.`
