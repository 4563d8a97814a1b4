import type { BoardNow } from '../../../domain/board/board-now.ts'
import { actorFor } from '../../../domain/board/directory.ts'
import { allowedFor, naming } from '../../../domain/machinery/allowed.ts'
import type { Recorded } from '../../../domain/machinery/record-kind.ts'
import { observationRecord } from '../../../domain/observation/observation.ts'
import { outlineOf } from '../../../domain/observation/outline.ts'
import type { Answer, Observation, ObservationEvent } from '../../../domain/observation/types.ts'
import type { RecordRef } from '../../../domain/shared/ids.ts'
import { agencyId, personId } from '../../../domain/shared/ids.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { dateOf } from '../../../domain/shared/time.ts'
import type { WorkingCalendar } from '../../../domain/shared/working-days.ts'
import { workingDaysBetween } from '../../../domain/shared/working-days.ts'
import type { KindCode } from '../../../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../../../usecases/observation/get-observation.ts'
import type { SeenOutline } from '../../../usecases/observation/read-outline.ts'
import { doorIntoTab } from '../../door-into-tab.ts'
import type { Card } from '../card-data.ts'
import type { Wording } from './sample-board.ts'
import { sampleBoard } from './sample-board.ts'

/** A card the bot can send, as an example to look at and to check. */
export interface CardSample {
  /** What stands on the gallery and in the list of cards; no two alike. */
  readonly name: string
  /** When the bot sends it, and to whom. */
  readonly says: string
  readonly card: Card
}

export const SAMPLE_REF = 'OBS-2026-0042' as RecordRef // of the form that references have

/** Friday, when the sample was raised. */
export const RAISED_AT = '2026-03-20T09:10:00.000Z'
/** Wednesday. */
const DECIDED_AT = '2026-03-25T14:30:00.000Z'
const NOW = '2026-03-27T09:00:00.000Z'

const REPORTER = personId('healthVisitor1')
const SENIOR = personId('seniorNurse')

export const sampleLink = doorIntoTab({
  teamsAppId: '00000000-0000-0000-0000-000000000000',
  publicUrl: 'https://loop.board.example',
})

export const sampleCalendar: WorkingCalendar = { isHoliday: () => false }

export interface SampleWorld extends Wording {
  readonly board: BoardNow
  /** The sample observation, after the named steps, as its reporter or as the senior sees it. */
  readonly seenBy: (who: 'reporter' | 'senior', ...steps: readonly Step[]) => SeenObservation
  /** The same as the business manager sees it who is asked about it. */
  readonly outlineAfter: (...steps: readonly Step[]) => SeenOutline
  readonly nearMiss: readonly Answer[]
  readonly disquiet: readonly Answer[]
}

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

const stepsWith = (
  { told }: Wording,
  { nearMiss, disquiet }: Pick<SampleWorld, 'nearMiss' | 'disquiet'>,
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
export type Step = keyof ReturnType<typeof stepsWith>

export function sampleWorld(wording: Wording): SampleWorld {
  const { told } = wording
  const board = sampleBoard(wording)
  const nearMiss = [
    sampleChoice('dangerNow', 'no'),
    sampleText(
      'couldHaveHappened',
      told('Two babies with the same name were nearly given the same vaccine.'),
    ),
    sampleText('whatStoppedIt', told('The mother asked why there were two appointments.')),
    sampleText('whoElseExposed', told('Every clinic that books by name.')),
  ]
  const disquiet = [
    sampleChoice('dangerNow', 'notSure'),
    sampleText('unease', told('Visits are always cancelled on the day, and I cannot say why.')),
    sampleChoice('worry', 'veryWorried'),
  ]
  const steps = stepsWith(wording, { nearMiss, disquiet })
  const context = { board, now: NOW, calendar: sampleCalendar }

  const historyOf = (names: readonly Step[]) =>
    names.map((name, index) => ({ ...steps[name], seq: index + 1, cause: `sample-${index}` }))
  const stateOf = (history: ReturnType<typeof historyOf>) =>
    history.reduce<Observation | undefined>(observationRecord.evolve, undefined)

  function outlineAfter(...names: readonly Step[]): SeenOutline {
    const state = stateOf(historyOf(names))
    const outline = state && outlineOf(state, actorFor(board, personId('businessManager')), board)
    if (!outline) throw new TypeError('a sample that was not put to the board')
    return { ref: SAMPLE_REF, outline, board }
  }

  function seenBy(who: 'reporter' | 'senior', ...names: readonly Step[]): SeenObservation {
    const history = historyOf(names)
    const state = stateOf(history)
    const actor = actorFor(board, who === 'reporter' ? REPORTER : SENIOR)
    const view = state && observationRecord.viewOf(state, actor, context)
    if (!view) throw new TypeError('a sample nobody may see')
    return {
      ref: SAMPLE_REF,
      version: history.length,
      view,
      history,
      allowed: naming(allowedFor(observationRecord, view, actor, context), SAMPLE_REF),
      waitedWorkingDays:
        view.stage === 'awaitingTriage' ? waited(view.waitingSince, context.now) : 0,
      board,
    }
  }
  return { ...wording, board, seenBy, outlineAfter, nearMiss, disquiet }
}

const waited = (since: Instant, now: Instant): number =>
  workingDaysBetween(sampleCalendar, dateOf(since), dateOf(now))
