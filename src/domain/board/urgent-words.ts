import { sayDay } from '../words/time.ts'
import type { BoardNow } from './board-now.ts'
import { referralNow } from './board-now.ts'

type Here = Pick<BoardNow, 'contacts' | 'hour'>

/** When a report made now is looked at, if a child may be at risk. */
const lookedAt = ({ hour }: Here): string =>
  hour.isOpen
    ? ''
    : ` The offices are closed now, so nobody here may look at it before the morning of ${sayDay(hour.readOn)}.`

/**
 * Shown before anything else once somebody says that a child may be at risk now (I1).
 * @param route whom to ring, as the door writes it
 */
export const urgentWords = (board: Here, route = referralNow(board)): string =>
  `If a child is in danger now, call 999. Then ring ${route}. ` +
  `What you write here does not reach them.${lookedAt(board)}`
