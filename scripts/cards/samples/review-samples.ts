import { recordCard, recordForm, recordNotice } from '../../../src/bot/cards/record-cards.ts'
import { actorFor } from '../../../src/domain/board/directory.ts'
import { allowedFor } from '../../../src/domain/machinery/allowed.ts'
import { suggestionFor } from '../../../src/domain/review/proportionality.ts'
import { reviewRecord } from '../../../src/domain/review/review.ts'
import type { Review } from '../../../src/domain/review/types.ts'
import { agencyId, personId } from '../../../src/domain/words/ids.ts'
import type { CardSample, SampleWorld } from './sample-world.ts'

const REF = 'REV-2026-0003'
const SENIOR = personId('seniorNurse')
const OFFICE = personId('businessManager')
const CHAIR = personId('chair')
const NOW = '2026-03-27T09:00:00.000Z'
const link = { title: 'Open in the tab', url: 'https://example.org/tab/#/reviews/REV-2026-0003' }

const ANSWERS = {
  agencies: 'fourOrMore',
  novelty: 'partlyKnown',
  recurrence: 'once',
  exposure: 'team',
  complexity: 'severalEpisodes',
  uncertainty: 'partlyClear',
} as const

/** Cards of a review that waits for the chair. */
export function reviewSamples({ board, told }: SampleWorld): readonly CardSample[] {
  const answered = { profile: 'WT2013', by: OFFICE, at: NOW } as const
  const { score, band } = suggestionFor(ANSWERS)
  const method = 'multiAgencyLearningReview'
  const review: Review = {
    stage: 'proposed',
    method,
    statutoryAsked: false,
    agency: agencyId('healthVisiting'),
    proposer: SENIOR,
    proposedAt: NOW,
    source: 'notification',
    about: told('How a move reaches every agency.'),
    links: [],
    origin: null,
    kind: null,
    reporter: null,
    past: null,
    knownOn: '2026-03-18',
    notifiedOn: '2026-03-20',
    notifiable: { ...answered, answers: { lookedAfterDied: 'no', regulatedSettingDied: 'no' } },
    criteria: {
      ...answered,
      answers: {
        abuseOrNeglect: 'no',
        died: 'no',
        seriouslyHarmed: 'no',
        concernJointWork: 'yes',
        custodyOrDetained: 'no',
      },
      lookAgainOn: null,
    },
    assessments: [
      {
        ...{ answers: ANSWERS, score, suggested: band, band, method, departure: null },
        ...{ by: CHAIR, at: NOW },
      },
    ],
    profile: null,
    terms: null,
    decidedAt: null,
    notBecause: null,
    panel: null,
    proposals: [],
  }
  const actor = actorFor(board, CHAIR)
  const context = { board, now: NOW, calendar: { isHoliday: () => false } }
  const allowed = allowedFor(reviewRecord, review, actor, context)
  const view = reviewRecord.viewOf(review, actor, context)
  const assess = allowed.find(({ action }) => action === 'assess')
  if (!view || !assess) throw new TypeError('the chair sees and assesses a review')
  const ref = REF as never
  const about = { history: [], late: [], followedBy: [], board }
  const seen = { ref, version: 4, view, allowed, ...about }
  return [
    {
      name: 'Review: proposed',
      says: 'To the chair. Nothing anybody wrote.',
      card: recordNotice('review', 'proposed', REF),
    },
    {
      name: 'Review: as it stands',
      says: 'After “Open it”, or its reference: both tests, and how much review fits.',
      card: recordCard('review', seen, { link, submission: 'sample' }),
    },
    {
      name: 'Review: assess it',
      says: 'After “Assess how much review fits”.',
      card: recordForm(
        assess,
        { ref: REF, version: 4, action: 'assess', submission: 'sample' },
        { typed: {} },
      ),
    },
  ]
}
