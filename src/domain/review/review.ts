import { personOf } from '../board/directory.ts'
import type { PlainAction } from '../machinery/fields/kinds.ts'
import type { RecordKind } from '../machinery/record-kind.ts'
import { SECOND_PERSON } from '../observation/second-person.ts'
import type { RecordContext } from '../registered.ts'
import type { ReviewTypeCode } from '../taxonomies/review-lists.ts'
import { profileOf, REVIEW_TYPE_CODES } from '../taxonomies/review-lists.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import type { Actor } from '../words/actor.ts'
import { SYSTEM } from '../words/actor.ts'
import { assertNever } from '../words/errors.ts'
import type { PersonId } from '../words/ids.ts'
import { agencyId } from '../words/ids.ts'
import { dateOf } from '../words/time.ts'
import { reviewDues } from './dues.ts'
import { evolve } from './evolve.ts'
import type { ReviewNeed, ReviewParty } from './moves.ts'
import { REVIEW_NEEDS } from './needs.ts'
import { suggestionFor } from './proportionality.ts'
import { criteriaResult, profileNow } from './standing.ts'
import type { Review, ReviewCommand, ReviewEvent, ReviewStage, ReviewView } from './types.ts'
import { decidersAmong, leadsOfReview, officersOf, viewOfReview } from './visibility.ts'
import { REVIEW_MOVES } from './workflow.ts'

const PROPOSERS = ['senior', 'agencyLead', 'businessManager', 'chair']

/** Whether somebody holds a role that proposes reviews. */
export const proposesReviews = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some(({ role }) => PROPOSERS.includes(role))

function partiesOf(
  actor: Actor,
  review: Review | undefined,
  { board }: RecordContext,
): readonly ReviewParty[] {
  if (actor === SYSTEM) return ['system']
  const { person } = actor
  if (!personOf(board, person)?.active) return []
  // Whoever let another decide about the report does not decide about its review.
  const isOne = (people: readonly PersonId[]) =>
    review !== undefined && decidersAmong(review, people).includes(person)
  return [
    ...(proposesReviews(actor) ? ['proposer' as const] : []),
    ...(review && isOne(officersOf(review, 'chair', board)) ? ['chair' as const] : []),
    ...(review && isOne(officersOf(review, 'businessManager', board))
      ? ['businessManager' as const]
      : []),
    ...(review && isOne(leadsOfReview(review, board)) ? ['agencyLead' as const] : []),
  ]
}

/** Where a decision on an observation begins: with what the law asks for first, or below it. */
const beginsAs = (statutory: boolean, profile: StatutoryProfileCode): ReviewTypeCode => {
  const first = statutory ? profileOf(profile).statutoryTypes[0] : undefined
  return REVIEW_TYPE_CODES.find((code) => code === first) ?? 'multiAgencyLearningReview'
}

type Decided = Exclude<ReviewCommand, { type: PlainAction<typeof REVIEW_MOVES> }>

function decide(
  command: Decided,
  review: Review | undefined,
  { board, now }: RecordContext,
  { person }: Actor,
): readonly ReviewEvent[] {
  switch (command.type) {
    case 'arise': {
      const { type: _type, statutory, ...carried } = command
      const method = beginsAs(statutory, board.profile)
      const rest = { source: 'observations', about: '', links: [], notifiedOn: null } as const
      return [{ type: 'ReviewProposed', method, ...carried, ...rest }]
    }
    case 'propose': {
      const { method, source, about, observations, activity, notifiedOn = null } = command
      return [
        {
          type: 'ReviewProposed',
          ...{ method, source, about, notifiedOn, proposer: person },
          agency: agencyId(command.agency),
          links: [...(observations ?? []), ...(activity ?? [])],
          ...{ origin: null, kind: null, reporter: null, past: null },
        },
      ]
    }
    default:
      return review ? changed(command, review, { board, now }) : []
  }
}

function changed(
  command: Exclude<Decided, { type: 'arise' | 'propose' }>,
  review: Review,
  { board, now }: Pick<RecordContext, 'board' | 'now'>,
): readonly ReviewEvent[] {
  const profile = profileNow(review, board)
  switch (command.type) {
    case 'withdraw':
      return [
        criteriaResult(review, dateOf(now))?.result === 'met'
          ? { type: 'OriginDropped' }
          : { type: 'ReviewWithdrawn' },
      ]
    case 'answerNotifiable': {
      const { type: _type, knownOn, ...answers } = command
      return [{ type: 'NotifiableAnswered', knownOn, answers, profile }]
    }
    case 'answerCriteria': {
      const { type: _type, lookAgainOn, ...answers } = command
      return [{ type: 'CriteriaAnswered', answers, profile, lookAgainOn }]
    }
    case 'assess': {
      const { type: _type, method, band, departure, ...answers } = command
      const { score, band: suggested } = suggestionFor(answers)
      return [
        {
          type: 'ReviewAssessed',
          ...{ answers, score, suggested, method, departure },
          band: band ?? suggested,
        },
      ]
    }
    case 'commission':
      return [{ type: 'ReviewCommissioned', terms: command.terms, profile }]
    case 'declineReview':
      return [{ type: 'ReviewDeclined', reason: command.reason, after: null, profile }]
    case 'declineAfterRapid': {
      const { reason, rapidReview, panelToldOn } = command
      const after = { rapidReview: rapidReview[0] ?? '', panelToldOn }
      return [{ type: 'ReviewDeclined', reason, after, profile }]
    }
    default:
      return assertNever(command)
  }
}

/** A review as a record: see `RecordKind`. */
export interface ReviewTypes {
  readonly stage: ReviewStage
  readonly party: ReviewParty
  readonly need: ReviewNeed
  readonly state: Review
  readonly command: ReviewCommand
  readonly event: ReviewEvent
  readonly context: RecordContext
  readonly view: ReviewView
}

export const reviewRecord: RecordKind<ReviewTypes> = {
  kind: 'review',
  moves: REVIEW_MOVES,
  likely: {
    proposed: ['commission', 'answerNotifiable', 'answerCriteria', 'assess'],
    commissioned: ['sayNotified'],
    notProceeding: ['tellPanel'],
  },
  needs: REVIEW_NEEDS,
  partiesOf,
  second: SECOND_PERSON,
  decide,
  evolve,
  duesOf: reviewDues,
  viewOf: viewOfReview,
}
