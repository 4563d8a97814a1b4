import type { ReviewTypeCode } from '../taxonomies/review-lists.ts'
import { isStatutory, profileOf, reviewTypeOf } from '../taxonomies/review-lists.ts'
import type { StatutoryProfileCode } from '../taxonomies/types.ts'
import type { PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import type { RunningClock } from './clocks.ts'
import { runningClocks } from './clocks.ts'
import { suggestionFor } from './proportionality.ts'
import { answersOn, criteriaTest, notifiableTest } from './statutory-test.ts'
import type { Assessment, Review } from './types.ts'

// How a review stands: what follows from what was answered and assessed so far.

/** On which day it is looked at; `null` for the answers as they were given. */
type Today = PlainDate | null

/** The profile it goes by: frozen when it was commissioned, until then the board's. */
export const profileNow = (
  { profile }: Pick<Review, 'profile'>,
  board: { readonly profile: StatutoryProfileCode },
): StatutoryProfileCode => profile ?? board.profile

/** The answers about the criteria, as they count on a day. */
export const criteriaOn = ({ criteria }: Pick<Review, 'criteria'>, today: Today) =>
  criteria && answersOn(criteria.profile, criteria.answers, criteria.lookAgainOn, today)

/** Whether it meets the criteria on a day; `undefined` while nobody has answered. */
export function criteriaResult(review: Pick<Review, 'criteria'>, today: Today) {
  const answers = criteriaOn(review, today)
  return review.criteria && answers ? criteriaTest(review.criteria.profile, answers) : undefined
}

/** All answers about whether it is notifiable: those of the other test count, too. */
export const notifiableOn = (review: Pick<Review, 'notifiable' | 'criteria'>, today: Today) =>
  review.notifiable && { ...criteriaOn(review, today), ...review.notifiable.answers }

export function notifiableResult(review: Pick<Review, 'notifiable' | 'criteria'>, today: Today) {
  const answers = notifiableOn(review, today)
  return review.notifiable && answers
    ? notifiableTest(review.notifiable.profile, answers)
    : undefined
}

/** Whether a type is one of those the law asks for where the criteria are met. */
export const isAskedByLaw = (method: ReviewTypeCode, profile: StatutoryProfileCode): boolean =>
  profileOf(profile).statutoryTypes.includes(method)

export const asksTests = (method: ReviewTypeCode): boolean =>
  reviewTypeOf(method)?.asksTests === true

export const isForLead = (method: ReviewTypeCode): boolean =>
  reviewTypeOf(method)?.leadCommissions === true

/** Whether what was chosen is other than the score suggests. What the law asks for never is. */
export function departs(
  review: Pick<Review, 'criteria'>,
  { answers, band, method }: Pick<Assessment, 'answers' | 'band' | 'method'>,
  today: Today,
): boolean {
  const suggestion = suggestionFor(answers)
  const isLaw = isStatutory(method) && criteriaResult(review, today)?.result === 'met'
  return band !== suggestion.band || !(isLaw || suggestion.types.includes(method))
}

/**
 * A practice review whose criteria are met is declined only after a rapid review, with the reasons
 * to the panel.
 */
export const waitsForRapidReview = ({ criteria, method }: Review): boolean =>
  method === 'practiceReview' &&
  criteria !== null &&
  profileOf(criteria.profile).metIsDeclined === 'afterRapidReview' &&
  criteriaTest(criteria.profile, criteria.answers).result === 'met'

export const owesPanel = ({ panel }: Review): boolean => panel !== null && panel.toldOn === null

/** By its answers as they were given. */
export const isNotifiable = (review: Review): boolean =>
  notifiableResult(review, null)?.result === 'notifiable'

/** The clocks of the profile that run for a review. */
export function clocksOf(
  review: Review,
  board: { readonly profile: StatutoryProfileCode },
  calendar: WorkingCalendar,
): readonly RunningClock[] {
  const decidedOn = review.decidedAt && dateOf(review.decidedAt)
  return runningClocks(
    profileNow(review, board),
    {
      known: isNotifiable(review) ? review.knownOn : null,
      notified: review.notifiedOn,
      commissioned: review.stage === 'commissioned' ? decidedOn : null,
      declined: review.panel === null ? null : decidedOn,
    },
    calendar,
  )
}
