import type { Dues } from '../machinery/duties.ts'
import type { CommandsOf, EventsOf } from '../machinery/fields/kinds.ts'
import type { Proposal, ProposalEvent } from '../machinery/proposals.ts'
import type { KindCode } from '../taxonomies/lists.ts'
import type { BandCode, ReviewOriginCode, ReviewTypeCode } from '../taxonomies/review-lists.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import type { RunningClock } from './clocks.ts'
import type { Answers } from './statutory-test.ts'
import type { REVIEW_MOVES } from './workflow.ts'

export const REVIEW_STAGES = ['proposed', 'commissioned', 'notProceeding'] as const
export type ReviewStage = (typeof REVIEW_STAGES)[number]

/** The answers to one of the two statutory tests, under the profile of that day. */
export interface Answered {
  readonly answers: Answers
  readonly profile: StatutoryProfileCode
  readonly by: PersonId
  readonly at: Instant
}

export interface CriteriaAnswered extends Answered {
  /** When what is not known is looked at again. */
  readonly lookAgainOn: PlainDate | null
}

/** How much review fits (S31), and what was chosen. */
export interface Assessment {
  readonly answers: Answers
  readonly score: number
  readonly suggested: BandCode
  readonly band: BandCode
  readonly method: ReviewTypeCode
  /** Why it departs from what the score suggests; `null` where it does not. */
  readonly departure: string | null
  readonly by: PersonId
  readonly at: Instant
}

export interface Review {
  readonly stage: ReviewStage
  readonly method: ReviewTypeCode
  /** A statutory review was asked for, once. */
  readonly statutoryAsked: boolean
  /** The agency it is mainly about. */
  readonly agency: AgencyId
  readonly proposer: PersonId
  readonly proposedAt: Instant
  readonly source: ReviewOriginCode
  /** What should be looked at, without names; '' where it follows from a decision. */
  readonly about: string
  readonly links: readonly string[]
  /** The observation whose decision it follows from, and its kind: all that is carried of it. */
  readonly origin: RecordRef | null
  readonly kind: KindCode | null
  /** The reporter of that observation. They do not see this (S12). */
  readonly reporter: PersonId | null
  /** An agency that this observation was sent past. Nobody who belongs to it sees this. */
  readonly past: AgencyId | null
  /** Who had said that somebody else should decide about it; absent where nobody had. */
  readonly recused?: readonly PersonId[]
  /** When the incident became known, and when it was notified. */
  readonly knownOn: PlainDate | null
  readonly notifiedOn: PlainDate | null
  readonly notifiable: Answered | null
  readonly criteria: CriteriaAnswered | null
  /** Every assessment, the one that stands last. */
  readonly assessments: readonly Assessment[]
  /** Frozen when it is commissioned. */
  readonly profile: StatutoryProfileCode | null
  readonly terms: string | null
  /** When it was commissioned, declined or withdrawn. */
  readonly decidedAt: Instant | null
  readonly notBecause: string | null
  /** Whether the national panel has to be told that there is no statutory review, and when it was. */
  readonly panel: { readonly toldOn: PlainDate | null } | null
  readonly proposals: readonly Proposal<ReviewCommand>[]
  readonly due?: Dues
}

/** Proposed by a decision, with what the product knows from it. */
type Arise = {
  readonly type: 'arise'
  readonly statutory: boolean
  readonly agency: AgencyId
  readonly kind: KindCode
  readonly reporter: PersonId
  readonly past: AgencyId | null
  readonly recused?: readonly PersonId[]
  readonly proposer: PersonId
  readonly origin: RecordRef
}

/** Another decision was made about the observation it follows from. */
type Withdraw = { readonly type: 'withdraw' }

export type ReviewCommand = Arise | Withdraw | CommandsOf<typeof REVIEW_MOVES>

type Dated = { readonly due?: Dues }

export type ReviewEvent = Dated &
  (
    | ({ readonly type: 'ReviewProposed' } & Pick<
        Review,
        | 'method'
        | 'agency'
        | 'proposer'
        | 'source'
        | 'about'
        | 'links'
        | 'origin'
        | 'kind'
        | 'reporter'
        | 'past'
        | 'notifiedOn'
      > &
        Pick<Partial<Review>, 'recused'>)
    | ({ readonly type: 'NotifiableAnswered'; readonly knownOn: PlainDate } & Pick<
        Answered,
        'answers' | 'profile'
      >)
    | ({ readonly type: 'CriteriaAnswered' } & Pick<
        CriteriaAnswered,
        'answers' | 'profile' | 'lookAgainOn'
      >)
    | ({ readonly type: 'ReviewAssessed' } & Omit<Assessment, 'by' | 'at'>)
    | {
        readonly type: 'ReviewCommissioned'
        readonly terms: string
        readonly profile: StatutoryProfileCode
      }
    | {
        readonly type: 'ReviewDeclined'
        readonly reason: string
        /** The rapid review after which it was declined, and when the panel was told. */
        readonly after: { readonly rapidReview: string; readonly panelToldOn: PlainDate } | null
        readonly profile: StatutoryProfileCode
      }
    | { readonly type: 'ReviewWithdrawn' }
    /** It is not withdrawn with the decision, as the criteria are met. */
    | { readonly type: 'OriginDropped' }
    | EventsOf<typeof REVIEW_MOVES>
    | ProposalEvent<ReviewCommand>
  )

/** A review as those who may see it do, with what is worked out from it today. */
export interface ReviewView extends Review {
  readonly worked: {
    readonly profile: StatutoryProfileCode
    readonly clocks: readonly RunningClock[]
    readonly today: PlainDate
  }
}
