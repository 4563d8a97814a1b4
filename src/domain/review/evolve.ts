import { isProposalEvent, proposalsAfter } from '../machinery/proposals.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import { isStatutory } from '../taxonomies/review-lists.ts'
import { assertNever } from '../words/errors.ts'
import type { Review, ReviewCommand, ReviewEvent } from './types.ts'

/** The review after an event. */
export function evolve(review: Review | undefined, recorded: Recorded<ReviewEvent>): Review {
  const state = after(review, recorded)
  const { due } = recorded.event
  return due === undefined ? state : { ...state, due }
}

const NOTHING_YET = {
  stage: 'proposed',
  knownOn: null,
  notifiable: null,
  criteria: null,
  assessments: [],
  profile: null,
  terms: null,
  decidedAt: null,
  notBecause: null,
  panel: null,
  proposals: [],
} as const satisfies Partial<Review>

function after(
  review: Review | undefined,
  { seq, at, by, cause, event }: Recorded<ReviewEvent>,
): Review {
  if (event.type === 'ReviewProposed') {
    const { type: _type, due: _due, ...proposed } = event
    const statutoryAsked = isStatutory(proposed.method)
    return { ...NOTHING_YET, ...proposed, proposedAt: at, statutoryAsked }
  }
  if (!review) throw new TypeError('a review begins with being proposed')
  if (isProposalEvent(event)) {
    const proposals = proposalsAfter<ReviewCommand>(review.proposals, { seq, at, by, cause, event })
    return { ...review, proposals }
  }
  switch (event.type) {
    case 'NotifiableAnswered': {
      const { answers, profile, knownOn } = event
      return { ...review, knownOn, notifiable: { answers, profile, by, at } }
    }
    case 'CriteriaAnswered': {
      const { answers, profile, lookAgainOn } = event
      return { ...review, criteria: { answers, profile, lookAgainOn, by, at } }
    }
    case 'IncidentNotified':
      return { ...review, notifiedOn: event.notifiedOn }
    case 'ReviewAssessed': {
      const { type: _type, due: _due, ...assessed } = event
      return {
        ...review,
        method: event.method,
        statutoryAsked: review.statutoryAsked || isStatutory(event.method),
        assessments: [...review.assessments, { ...assessed, by, at }],
      }
    }
    case 'ReviewCommissioned': {
      const { terms, profile } = event
      return { ...review, stage: 'commissioned', terms, profile, decidedAt: at }
    }
    case 'ReviewDeclined': {
      const { reason, profile, after: rapid } = event
      const panel = review.statutoryAsked ? { toldOn: rapid?.panelToldOn ?? null } : null
      const ended = { decidedAt: at, notBecause: reason, profile, panel }
      return { ...review, stage: 'notProceeding', ...ended }
    }
    case 'ReviewWithdrawn':
      return { ...review, stage: 'notProceeding', decidedAt: at }
    case 'OriginDropped':
      return review
    case 'PanelTold':
      return { ...review, panel: { toldOn: event.toldOn } }
    default:
      return assertNever(event)
  }
}
