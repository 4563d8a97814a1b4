import type { BoardSettings } from '../../domain/board/types.ts'
import { contactLine } from './text.ts'

/** I1: the first line of every intake. */
export const safetyLine = ({ contacts }: Pick<BoardSettings, 'contacts'>): string =>
  `This is not for emergencies. If a child is in danger now, call 999. ` +
  `If you are worried about a child, use your local referral route: ${contactLine(contacts.referral)}.`

/** Shown before anything else once an answer says that a child may be at risk now. */
export const urgentLine = ({ contacts }: Pick<BoardSettings, 'contacts'>): string =>
  `If a child is in danger now, call 999 before you go on. Then ring ${contactLine(contacts.referral)}. ` +
  `What you tell me here does not reach them.`

/** S10: said before anything is told. */
export const beforehandLine = (readers: string): string =>
  `What you send is read by ${readers}. They see your name. Telling us here is not a referral.`
