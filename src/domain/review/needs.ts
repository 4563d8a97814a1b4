import type { Check } from '../machinery/record-kind.ts'
import type { RecordContext } from '../registered.ts'
import { labelOf } from '../taxonomies/lists.ts'
import { profileOf, reviewTypes, typesUnder } from '../taxonomies/review-lists.ts'
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
import type { Answered, Review, ReviewCommand } from './types.ts'

type ReviewCheck = Check<{ command: ReviewCommand; state: Review; context: RecordContext }>

const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

/** Whether every question is answered; what is left out is named by its own field. */
const isWhole = (answers: object): boolean =>
  Object.values(answers).every((answer) => typeof answer === 'string' && answer !== '')

/** What could change the answer is looked at again on a day: not known never counts as no. */
const lookAgain: ReviewCheck = (command, _review, { board }) => {
  if (command?.type !== 'answerCriteria' || command.lookAgainOn) return []
  const { type: _type, lookAgainOn: _on, ...answers } = command
  const test = criteriaTest(board.profile, answers)
  return !isWhole(answers) || test.result !== 'moreNeeded'
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
  if (!isWhole(answers)) return []
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

const isUnder = (test: Answered, review: Review, { board }: RecordContext): boolean =>
  test.profile === profileNow(review, board)

const anew = (what: string, { profile }: Answered): string =>
  `Answer anew ${what}: it was answered under ${profileOf(profile).label}.`

const WHETHER_CRITERIA = 'whether it meets the criteria for a statutory review'

/** Both tests are answered, under the profile of now, where the type or a question asks for them. */
const testsAnswered: ReviewCheck = (_command, review, context) => {
  if (!review || !(asksTests(review.method) || review.statutoryAsked)) return []
  const tests = [
    ['notifiable', review.notifiable, 'whether it is notifiable'],
    ['criteria', review.criteria, WHETHER_CRITERIA],
  ] as const
  return tests.flatMap(([need, test, what]) => {
    if (test === null) return missing(need, `Answer ${what}.`)
    return isUnder(test, review, context) ? [] : missing(need, anew(what, test))
  })
}

/**
 * Where the criteria are met, or may be, it is a review that the law asks for. Where one was asked for,
 * and they are not met, somebody else than who said so sets up another.
 */
const fitsCriteria: ReviewCheck = (_command, review, { board, now }, { person }) => {
  if (!review) return []
  const { method, criteria, statutoryAsked } = review
  const profile = profileNow(review, board)
  if (!typesUnder(profile).some(({ code }) => code === method))
    return missing(
      'method',
      `There is no such review under ${profileOf(profile).label}. Assess it again and choose another.`,
    )
  const today = dateOf(now)
  const test = criteriaResult(review, today)
  if (!criteria || !test || isAskedByLaw(method, profile)) return []
  if (test.result === 'moreNeeded')
    return missing(
      'criteria',
      `Answer the criteria anew before it becomes a review below them. ${sayWhy(test, criteriaOn(review, today) ?? {})}`,
    )
  if (test.result === 'met') {
    const asked = profileOf(profile).statutoryTypes.map((code) => labelOf(reviewTypes, code))
    return missing(
      'method',
      `The criteria are met, so it has to be this: ${asked.join(', or ')}. Assess it again and choose that.`,
    )
  }
  if (statutoryAsked && criteria.by === person)
    return missing(
      'criteria',
      'A statutory review was asked for, and you have answered that the criteria are not met. Ask somebody else to answer them, too.',
    )
  return notifiableResult(review, today)?.result === 'moreNeeded'
    ? missing('notifiable', 'Answer anew whether it is notifiable: it cannot be told yet.')
    : []
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
const mayBeDeclined: ReviewCheck = (_command, review, context) => {
  if (!review) return []
  const { criteria, statutoryAsked } = review
  const today = dateOf(context.now)
  const test = criteriaResult(review, today)
  if (!criteria || !test)
    return statutoryAsked ? missing('criteria', `Answer first ${WHETHER_CRITERIA}.`) : []
  if (!isUnder(criteria, review, context))
    return missing('criteria', anew(WHETHER_CRITERIA, criteria))
  if (test.result === 'notMet') return []
  if (test.result === 'moreNeeded')
    return missing(
      'criteria',
      `It cannot be declined while the criteria may be met. ${sayWhy(test, criteriaOn(review, today) ?? {})}`,
    )
  return missing(
    'criteria',
    profileOf(criteria.profile).metIsDeclined === 'never'
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
