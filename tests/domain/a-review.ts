import { suggestionFor } from '../../src/domain/review/proportionality.ts'
import type { Assessment, Review, ReviewCommand } from '../../src/domain/review/types.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { boardChair, communityTrust, healthVisitor, officeManager, seniorNurse } from './a-board.ts'

/** Proposed by the senior of the community trust; nothing is answered yet. */
export const aReview = (overrides: Partial<Review> = {}): Review => ({
  stage: 'proposed',
  method: 'multiAgencyLearningReview',
  statutoryAsked: false,
  agency: communityTrust,
  proposer: seniorNurse,
  proposedAt: '2026-03-20T09:00:00.000Z',
  source: 'observations',
  about: 'How letters go from one agency to the next.',
  links: [],
  origin: null,
  kind: null,
  reporter: null,
  past: null,
  knownOn: null,
  notifiedOn: null,
  notifiable: null,
  criteria: null,
  assessments: [],
  profile: null,
  terms: null,
  decidedAt: null,
  notBecause: null,
  panel: null,
  proposals: [],
  ...overrides,
})

export const NONE = {
  abuseOrNeglect: 'no',
  died: 'no',
  seriouslyHarmed: 'no',
  concernJointWork: 'no',
  custodyOrDetained: 'no',
} as const

const answered = { profile: 'WT2013', by: officeManager, at: '2026-03-23T09:00:00.000Z' } as const

export const criteria = (answers: Readonly<Record<string, string>> = {}, lookAgainOn?: string) => ({
  ...answered,
  answers: { ...NONE, ...answers },
  lookAgainOn: lookAgainOn ?? null,
})

export const notifiable = (answers: Readonly<Record<string, string>> = {}) => ({
  ...answered,
  answers: { lookedAfterDied: 'no', regulatedSettingDied: 'no', ...answers },
})

/** Seven points: a multi-agency learning review. */
export const SEVEN = {
  agencies: 'fourOrMore',
  novelty: 'partlyKnown',
  recurrence: 'once',
  exposure: 'team',
  complexity: 'severalEpisodes',
  uncertainty: 'partlyClear',
} as const

/** No points: a learning activity is enough. */
export const ZERO = {
  agencies: 'one',
  novelty: 'known',
  recurrence: 'none',
  exposure: 'oneChild',
  complexity: 'singleEpisode',
  uncertainty: 'clear',
} as const

export const anAssessment = (overrides: Partial<Assessment> = {}): Assessment => {
  const { score, band } = suggestionFor(overrides.answers ?? SEVEN)
  const stands = { answers: SEVEN, score, suggested: band, band, departure: null }
  const method = 'multiAgencyLearningReview'
  return { ...stands, method, by: boardChair, at: '2026-03-24T09:00:00.000Z', ...overrides }
}

/** Everything there before it is commissioned. */
export const aReadyReview = (overrides: Partial<Review> = {}): Review =>
  aReview({
    notifiable: notifiable(),
    criteria: criteria(),
    knownOn: '2026-03-18',
    assessments: [anAssessment()],
    ...overrides,
  })

/** Asked for as a Serious Case Review. */
export const aSeriousCase = (overrides: Partial<Review> = {}): Review =>
  aReview({ method: 'seriousCaseReview', statutoryAsked: true, ...overrides })

/** For each action a command that brings everything it needs. */
export const REVIEW_COMPLETE: {
  readonly [Type in ReviewCommand['type']]: Extract<ReviewCommand, { readonly type: Type }>
} = {
  propose: {
    type: 'propose',
    method: 'multiAgencyLearningReview',
    agency: communityTrust,
    source: 'observations',
    observations: ['OBS-2026-0042'],
    about: 'How letters go from one agency to the next.',
  },
  arise: {
    type: 'arise',
    statutory: true,
    agency: communityTrust,
    kind: 'poorOutcome',
    reporter: healthVisitor,
    past: null,
    proposer: seniorNurse,
    origin: 'OBS-2026-0042' as RecordRef,
  },
  withdraw: { type: 'withdraw' },
  answerNotifiable: {
    type: 'answerNotifiable',
    lookedAfterDied: 'no',
    regulatedSettingDied: 'no',
    knownOn: '2026-03-18',
  },
  answerCriteria: { type: 'answerCriteria', ...NONE, lookAgainOn: null },
  sayNotified: { type: 'sayNotified', notifiedOn: '2026-03-20' },
  assess: {
    type: 'assess',
    ...SEVEN,
    method: 'multiAgencyLearningReview',
    band: null,
    departure: null,
  },
  commission: { type: 'commission', terms: 'How letters go from one agency to the next, in 2025.' },
  declineReview: {
    type: 'declineReview',
    reason: 'The agencies have looked at it together already.',
  },
  declineAfterRapid: {
    type: 'declineAfterRapid',
    reason: 'The rapid review found what there is to learn.',
    rapidReview: ['REV-2026-0001'],
    panelToldOn: '2026-03-26',
  },
  tellPanel: { type: 'tellPanel', toldOn: '2026-03-26' },
}
