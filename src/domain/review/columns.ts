import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Condition, FilterParts, Listing, RowIn, Where } from '../machinery/listing.ts'
import { conditionsOf, orNone, text } from '../machinery/listing.ts'
import { withoutKept } from '../observation/following.ts'
import type { ReviewTypeCode } from '../taxonomies/review-lists.ts'
import { REVIEW_TYPE_CODES } from '../taxonomies/review-lists.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import { isForLead } from './standing.ts'
import type { Review, ReviewStage } from './types.ts'

const COLUMNS = {
  stage: text<ReviewStage>(),
  method: text<ReviewTypeCode>(),
  agency: text<AgencyId>(),
  proposer: text<PersonId>(),
  proposedOn: text<PlainDate>(),
  origin: orNone(text<RecordRef>()),
  reporter: orNone(text<PersonId>()),
  past: orNone(text<AgencyId>()),
  /** The first last day on which something proposed can be agreed to. */
  proposedUntil: orNone(text<PlainDate>()),
} as const
type C = typeof COLUMNS

export type ReviewScope = readonly (readonly Condition<C>[])[]

export interface ReviewFilter {
  /** Always given: what the actor may see. An empty scope finds nothing. */
  readonly scope: ReviewScope
  readonly stages?: readonly ReviewStage[]
  readonly methods?: readonly ReviewTypeCode[]
  readonly origins?: readonly RecordRef[]
  /** Something proposed about them could be agreed to up to this day at the latest. */
  readonly proposedTo?: PlainDate
}

const PARTS: FilterParts<C, Omit<ReviewFilter, 'scope'>> = {
  stages: ['stage', 'oneOf'],
  methods: ['method', 'oneOf'],
  origins: ['origin', 'oneOf'],
  proposedTo: ['proposedUntil', 'to'],
}

/** How reviews are kept and listed, in either store. */
export const REVIEWS = {
  name: 'reviews',
  columns: COLUMNS,
  columnsOf: (review: Review) => ({
    stage: review.stage,
    method: review.method,
    agency: review.agency,
    proposer: review.proposer,
    proposedOn: dateOf(review.proposedAt),
    origin: review.origin,
    reporter: review.reporter,
    past: review.past,
    proposedUntil: review.proposals.map(({ until }) => until).sort()[0] ?? null,
  }),
  where: ({ scope, ...parts }: ReviewFilter): Where<C> => ({
    scope,
    all: conditionsOf(PARTS, parts),
  }),
  orders: { latestFirst: ['-proposedOn', '-id'] },
  counts: {},
  indexes: {
    latest: ['-proposedOn', '-id'],
    agency: ['agency', '-proposedOn', '-id'],
    proposed: ['proposer', '-proposedOn', '-id'],
    origin: ['origin', '-proposedOn', '-id'],
    reporter: ['reporter', '-proposedOn', '-id'],
    past: ['past', '-proposedOn', '-id'],
    until: ['proposedUntil'],
  },
} as const satisfies Listing<Review, C, 'latestFirst', ReviewFilter>

export type ReviewRow = RowIn<typeof REVIEWS>

const FOR_LEADS = REVIEW_TYPE_CODES.filter(isForLead)

/** What the actor sees in lists: what `viewOfReview` lets them see. */
export function reviewScope(actor: Actor, board: BoardSettings): ReviewScope {
  const { person } = actor
  const butKept = withoutKept(board, person)
  if (holds(actor, 'chair') || holds(actor, 'businessManager')) return [butKept]
  const led = board.agencies
    .map(({ id }) => id)
    .filter((agency) => holdersOf(board, 'agencyLead', agency).includes(person))
  return [
    [{ column: 'proposer', oneOf: [person] }, ...butKept],
    ...led.map((agency): ReviewScope[number] => [
      { column: 'agency', oneOf: [agency] },
      { column: 'method', oneOf: FOR_LEADS },
      ...butKept,
    ]),
  ]
}
