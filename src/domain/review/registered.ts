import { belongsTo } from '../board/belonging.ts'
import { isKeptFromFollowing, onlyKept } from '../observation/following.ts'
import type { Registered } from '../registered.ts'
import { reviewStates, reviewTypes } from '../taxonomies/review-lists.ts'
import { toldBy } from '../told.ts'
import type { PersonId } from '../words/ids.ts'
import { REVIEWS, reviewScope } from './columns.ts'
import { REVIEW_MATTERS, reviewAskedAt, reviewClaims, reviewDuties } from './duties.ts'
import type { ReviewNotice, ReviewWho } from './events.ts'
import { REVIEW_EVENTS, REVIEW_NOTICES } from './events.ts'
import type { ReviewTypes } from './review.ts'
import { reviewRecord } from './review.ts'
import { showReview, showReviewRow } from './shown.ts'
import { decidersAmong, officersOf } from './visibility.ts'

export interface RegisteredReview extends ReviewTypes {
  readonly listing: typeof REVIEWS
  readonly who: ReviewWho
  readonly notice: ReviewNotice
}

const told = toldBy(REVIEW_EVENTS)

/** Reviews among the kinds of record: see `Registered`. */
export const REVIEW: Registered<RegisteredReview> = {
  ...reviewRecord,
  prefix: 'REV',
  plural: 'reviews',
  listing: REVIEWS,
  events: REVIEW_EVENTS,
  notices: REVIEW_NOTICES,
  card: null,
  shown: {
    of: showReview,
    row: showReviewRow,
    sayEvent: told.say,
    isOwn: ({ proposer }, { person }) => proposer === person,
    list: {
      scopeOf: reviewScope,
      order: 'latestFirst',
      narrowing: {
        stage: { part: 'stages', label: 'Where it stands', choices: reviewStates.items },
        method: { part: 'methods', label: 'Which review', choices: reviewTypes.items },
        origin: { part: 'origins', label: 'The observation whose decision it follows from' },
      },
    },
  },
  tellingsOf: told.tellingsOf,
  // Who holds a role, and who may know of it, may change before the message is planned.
  alwaysTold: () => undefined,
  toldNow(who, review, board, by, decliner) {
    const people: Readonly<Record<ReviewWho, readonly PersonId[]>> = {
      chair: decidersAmong(review, officersOf(review, 'chair', board)),
      proposer: [review.proposer],
      seconds: decidersAmong(review, officersOf(review, 'businessManager', board)),
      decliner: decliner === undefined ? [] : [decliner],
    }
    return people[who].filter(
      (person) => person !== by && !isKeptFromFollowing(review, person, board),
    )
  },
  matters: REVIEW_MATTERS,
  dutiesOf: reviewDuties,
  lapsing: (proposedTo) => ({ filter: { scope: [[]], proposedTo }, order: 'latestFirst' }),
  keptFrom: ({ person }, board) => belongsTo(board, person),
  keptList: ({ person }, board) => ({
    filter: { scope: onlyKept(board, person) },
    order: 'latestFirst',
  }),
  claimsOf: reviewClaims,
  askedAt: reviewAskedAt,
}
