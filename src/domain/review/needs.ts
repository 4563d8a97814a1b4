import type { Check } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import { labelOf } from '../taxonomies/lists.ts'
import { profileOf, reviewTypes } from '../taxonomies/review-lists.ts'
import type { Missing } from '../words/errors.ts'
import { dateOf } from '../words/time.ts'
import type { ReviewNeed } from './moves.ts'
import { saySuggestion, suggestionFor } from './proportionality.ts'
import {
  asksTests,
  criteriaOn,
  criteriaResult,
  departs,
  isAskedByLaw,
  notifiableResult,
  profileNow,
} from './standing.ts'
import { criteriaTest, sayWhy } from './statutory-test.ts'
import type { Review, ReviewCommand } from './types.ts'

type ReviewCheck = Check<{ command: ReviewCommand; state: Review; context: RecordContext }>

const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

/** What could change the answer is looked at again on a day: not known never counts as no. */
const lookAgain: ReviewCheck = (command, _review, { board }) => {
  if (command?.type !== 'answerCriteria' || command.lookAgainOn) return []
  const { type: _type, lookAgainOn: _on, ...answers } = command
  const test = criteriaTest(board.profile, answers)
  return test.result !== 'moreNeeded'
    ? []
    : missing(
        'lookAgainOn',
        `Choose when it is looked at again. ${sayWhy(test, answers)} What is not known never counts as no.`,
      )
}

/** What was found to be met is answered anew by somebody else only. */
const somebodyElse: ReviewCheck = (command, review, { now }, { person }) =>
  command?.type === 'answerCriteria' &&
  review?.criteria?.by === person &&
  criteriaResult(review, dateOf(now))?.result === 'met'
    ? missing(
        'somebodyElse',
        'You have answered that the criteria are met. Only somebody else can answer it anew: ask the chair or the business manager.',
      )
    : []

/** A departure from what the score suggests is reasoned, whichever way it goes (S31). */
const departure: ReviewCheck = (command, review, { now }) => {
  if (command?.type !== 'assess' || !review) return []
  const { type: _type, method, band, departure: reason, ...answers } = command
  const suggestion = suggestionFor(answers)
  const chosen = { answers, method, band: band ?? suggestion.band }
  const isDeparture = departs(review, chosen, dateOf(now))
  if (isDeparture && !reason)
    return missing(
      'departure',
      `Say why it is other than the score suggests. The score is ${saySuggestion(suggestion)}.`,
    )
  return !isDeparture && reason
    ? missing(
        'departure',
        'What is chosen is what the score suggests: empty the reason, or choose something else.',
      )
    : []
}

/** Both tests are answered by somebody, under the profile of now, where the type asks for them. */
const testsAnswered: ReviewCheck = (_command, review, { board }) => {
  if (!review || !asksTests(review.method)) return []
  const tests = [
    ['notifiable', review.notifiable, 'whether it is notifiable'],
    ['criteria', review.criteria, 'whether it meets the criteria for a statutory review'],
  ] as const
  return tests.flatMap(([need, test, what]) => {
    if (test === null) return missing(need, `Answer ${what}.`)
    return test.profile === profileNow(review, board)
      ? []
      : missing(
          need,
          `Answer anew ${what}: it was answered under ${profileOf(test.profile).label}.`,
        )
  })
}

/** Where the criteria are met, or may be, it is a review that the law asks for. */
const fitsCriteria: ReviewCheck = (_command, review, { board, now }) => {
  if (!review || !asksTests(review.method)) return []
  const today = dateOf(now)
  const test = criteriaResult(review, today)
  const profile = profileNow(review, board)
  if (test === undefined || isAskedByLaw(review.method, profile)) return []
  if (test.result === 'notMet')
    return notifiableResult(review, today)?.result === 'moreNeeded'
      ? missing('notifiable', 'Answer anew whether it is notifiable: it cannot be told yet.')
      : []
  if (test.result === 'moreNeeded')
    return missing(
      'criteria',
      `Answer the criteria anew before it becomes a review below them. ${sayWhy(test, criteriaOn(review, today) ?? {})}`,
    )
  const asked = profileOf(profile).statutoryTypes.map((code) => labelOf(reviewTypes, code))
  return missing(
    'method',
    `The criteria are met, so it has to be this: ${asked.join(', or ')}. Assess it again and choose that.`,
  )
}

/** It was assessed, and a departure has a reason as things stand today (S31). */
const assessed: ReviewCheck = (_command, review, { now }) => {
  const last = review?.assessments.at(-1)
  if (!review) return []
  if (!last) return missing('assessed', 'Assess how much review fits.')
  return last.departure === null && departs(review, last, dateOf(now))
    ? missing('assessed', 'Assess it again: what the tests say has changed since.')
    : []
}

/** A test that is met, or may be, is not declined away (S14). */
const mayBeDeclined: ReviewCheck = (_command, review, { now }) => {
  if (!review) return []
  const today = dateOf(now)
  const test = criteriaResult(review, today)
  if (!test)
    return review.statutoryAsked
      ? missing('criteria', 'Answer first whether it meets the criteria for a statutory review.')
      : []
  if (test.result === 'notMet') return []
  if (test.result === 'moreNeeded')
    return missing(
      'criteria',
      `It cannot be declined while the criteria may be met. ${sayWhy(test, criteriaOn(review, today) ?? {})}`,
    )
  return missing(
    'criteria',
    review.criteria && profileOf(review.criteria.profile).metIsDeclined === 'never'
      ? 'The criteria are met, so a statutory review is held: it cannot be declined. If that is wrong, somebody else answers the criteria anew.'
      : 'The criteria are met, so it is notified and a rapid review is held. Only a practice review can be declined, after that.',
  )
}

/** Where a statutory review was asked for, the business manager agrees to declining it. */
const noStatutoryQuestion: ReviewCheck = (_command, review) =>
  review?.statutoryAsked
    ? missing(
        'secondPerson',
        'A statutory review was asked for: the business manager has to agree.',
      )
    : []

export const REVIEW_NEEDS: Readonly<Record<ReviewNeed, ReviewCheck>> = {
  lookAgain,
  somebodyElse,
  departure,
  testsAnswered,
  fitsCriteria,
  assessed,
  mayBeDeclined,
  noStatutoryQuestion,
}
