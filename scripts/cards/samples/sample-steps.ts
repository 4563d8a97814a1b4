import type { Recorded } from '../../../src/domain/machinery/record-kind.ts'
import type { Answer, ObservationEvent } from '../../../src/domain/observation/types.ts'
import type { KindCode } from '../../../src/domain/taxonomies/lists.ts'
import { agencyId, personId } from '../../../src/domain/words/ids.ts'
import type { Wording } from './sample-board.ts'

/** Friday, when the sample was raised. */
export const RAISED_AT = '2026-03-20T09:10:00.000Z'
/** Wednesday. */
const DECIDED_AT = '2026-03-25T14:30:00.000Z'

export const REPORTER = personId('healthVisitor1')
export const SENIOR = personId('seniorNurse')

export const sampleText = (question: string, text: string): Answer => ({
  question,
  value: { type: 'text', text },
})
export const sampleChoice = (question: string, code: string): Answer => ({
  question,
  value: { type: 'choice', code },
})

const raised = (kind: KindCode, answers: readonly Answer[], sameDay = false) =>
  ({
    at: RAISED_AT,
    by: REPORTER,
    event: {
      type: 'ObservationRaised',
      kind,
      answers,
      mode: 'open',
      agency: agencyId('healthVisiting'),
      sameDay,
    },
  }) as const

/** What may have happened to the sample observation, by name. */
export const stepsWith = (
  { told }: Wording,
  { nearMiss, disquiet }: Readonly<Record<'nearMiss' | 'disquiet', readonly Answer[]>>,
) =>
  ({
    raised: raised('nearMiss', nearMiss),
    raisedUrgent: raised('disquiet', disquiet, true),
    addedTo: {
      at: '2026-03-23T08:00:00.000Z',
      by: REPORTER,
      event: {
        type: 'ObservationAddedTo',
        text: told('It happened again on Monday, with two other families.'),
        answers: [sampleChoice('whenRoughly', 'thisWeek')],
      },
    },
    addedLater: {
      at: '2026-03-25T16:00:00.000Z',
      by: REPORTER,
      event: {
        type: 'ObservationAddedTo',
        text: told('The mother rang: she is afraid to go home tonight.'),
        answers: [],
      },
    },
    becameUrgent: {
      at: '2026-03-25T16:00:00.000Z',
      by: REPORTER,
      event: { type: 'ObservationBecameUrgent', because: 'danger' },
    },
    question: {
      at: '2026-03-23T10:10:00.000Z',
      by: SENIOR,
      event: { type: 'ReporterAsked', question: told('Which clinic was it?') },
    },
    acknowledged: {
      at: '2026-03-23T10:00:00.000Z',
      by: SENIOR,
      event: { type: 'ObservationAcknowledged' },
    },
    kindCorrected: {
      at: '2026-03-23T10:05:00.000Z',
      by: SENIOR,
      event: {
        type: 'KindCorrected',
        from: 'nearMiss',
        to: 'practiceConcern',
        reason: told('The letter did go out.'),
      },
    },
    decided: {
      at: DECIDED_AT,
      by: SENIOR,
      event: {
        type: 'ObservationDecided',
        outcome: 'localLearning',
        reason: told('Other clinics book by name as well, so the same can happen there.'),
        words: told(
          'The team manager is asked to use OBS-2026-0042 for learning at the team meeting by 30 April 2026, without names.',
        ),
        nextReviewOn: '2026-06-01',
        tookWorkingDays: 3,
      },
    },
    answered: {
      at: DECIDED_AT,
      by: SENIOR,
      event: {
        type: 'ObservationDecided',
        outcome: 'answerAndClose',
        reason: told('The form was changed last month, so it cannot happen in that way again.'),
        words: told(
          'We have read OBS-2026-0042 and here is our answer: the booking form asks for the date of birth since June.',
        ),
        nextReviewOn: null,
        tookWorkingDays: 3,
        closes: true,
      },
    },
    harmSaid: {
      at: DECIDED_AT,
      by: SENIOR,
      event: { type: 'HarmSaid', harm: 'seriouslyHarmed' },
    },
    proposed: {
      at: DECIDED_AT,
      by: SENIOR,
      event: {
        type: 'Proposed',
        command: {
          type: 'decide',
          outcome: 'linkToExisting',
          reason: 'The hospital reviews it already, with everybody who knew the family.',
          words: 'It is looked at together with the report before it.',
          nextReviewOn: null,
        },
        until: '2026-03-27',
      },
    },
    asked: {
      at: DECIDED_AT,
      by: SENIOR,
      event: {
        type: 'ObservationDecided',
        outcome: 'considerStatutoryReview',
        reason: told(
          'A child may have been seriously harmed, and several agencies knew the family.',
        ),
        words: told('OBS-2026-0042 may call for a Serious Case Review.'),
        nextReviewOn: null,
        tookWorkingDays: 3,
      },
    },
    passedOn: {
      at: '2026-03-23T11:00:00.000Z',
      by: SENIOR,
      event: {
        type: 'ObservationReassigned',
        from: { agency: agencyId('healthVisiting'), person: null },
        to: { agency: agencyId('healthVisiting'), person: SENIOR },
        reason: told('You know this clinic best.'),
      },
    },
    feedbackGiven: {
      at: '2026-03-26T11:00:00.000Z',
      by: SENIOR,
      event: {
        type: 'FeedbackGiven',
        mode: 'tellWhatWasDone',
        text: told('The booking form now asks for the date of birth. Thank you for noticing.'),
      },
    },
    closed: { at: '2026-03-26T16:00:00.000Z', by: SENIOR, event: { type: 'ObservationClosed' } },
  }) as const satisfies Record<string, Pick<Recorded<ObservationEvent>, 'at' | 'by' | 'event'>>
