import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import type { RecordContext } from '../registered.ts'
import type { Actor } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import { dateOf } from '../words/time.ts'
import { clocksOf, isForLead, profileNow } from './standing.ts'
import type { Review, ReviewView } from './types.ts'

/** Holders of a role of the board who may know of it. */
export const officersOf = (
  review: Pick<Review, 'reporter' | 'past'>,
  role: 'chair' | 'businessManager',
  board: BoardSettings,
): readonly PersonId[] =>
  holdersOf(board, role).filter((person) => !isKeptFromFollowing(review, person, board))

/** Those of some who have not said that another should decide; all of them where nobody is left. */
export function decidersAmong(
  { recused }: Pick<Review, 'recused'>,
  people: readonly PersonId[],
): readonly PersonId[] {
  const others = people.filter((person) => !recused?.includes(person))
  return others.length > 0 ? others : people
}

/** Those who lead the agency of a review that its lead may commission. */
export const leadsOfReview = (
  review: Pick<Review, 'reporter' | 'past' | 'agency' | 'method'>,
  board: BoardSettings,
): readonly PersonId[] =>
  isForLead(review.method)
    ? holdersOf(board, 'agencyLead', review.agency).filter(
        (person) => !isKeptFromFollowing(review, person, board),
      )
    : []

/** Seen by who proposed it, the chair, the business manager, and the lead of its agency for their own. */
export function viewOfReview(
  review: Review,
  { person }: Actor,
  { board, now, calendar }: RecordContext,
): ReviewView | undefined {
  if (isKeptFromFollowing(review, person, board)) return undefined
  const concerned = [
    review.proposer,
    ...officersOf(review, 'chair', board),
    ...officersOf(review, 'businessManager', board),
    ...leadsOfReview(review, board),
  ]
  if (!concerned.includes(person)) return undefined
  const profile = profileNow(review, board)
  return {
    ...review,
    worked: { profile, clocks: clocksOf(review, board, calendar), today: dateOf(now) },
  }
}
