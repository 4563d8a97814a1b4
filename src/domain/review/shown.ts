import type { BoardSettings } from '../board/types.ts'
import { sayAgency, sayPerson } from '../observation/saying.ts'
import type { ShownFact, ShownRecord, ShownRow } from '../registered.ts'
import { labelOf, observationKinds } from '../taxonomies/lists.ts'
import { profileOf, reviewOrigins, reviewStates, reviewTypes } from '../taxonomies/review-lists.ts'
import { asSentence } from '../words/text.ts'
import { dateOf, sayDate } from '../words/time.ts'
import type { ReviewRow } from './columns.ts'
import { addedBy, bandOf, saySuggestion } from './proportionality.ts'
import { criteriaOn, criteriaResult, notifiableOn, notifiableResult } from './standing.ts'
import { NOT_KNOWN, sayAnswer, sayResult, sayWhy } from './statutory-test.ts'
import type { Answered, Assessment, Review, ReviewView } from './types.ts'

const fact = (label: string, value: string | null | undefined): readonly ShownFact[] =>
  !value ? [] : [{ label, value }]

const section = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [{ heading, lines }]

const answeredBy = ({ by, at, profile }: Answered, board: BoardSettings): string =>
  `Answered by ${sayPerson(board, by)} on ${sayDate(dateOf(at))}, under ${profileOf(profile).label}.`

/** The result of a test, why, who answered, and what they answered. */
function notifiableLines(review: ReviewView, board: BoardSettings): readonly string[] {
  const { notifiable, worked, knownOn } = review
  const result = notifiableResult(review, worked.today)
  const answers = notifiableOn(review, worked.today)
  if (!notifiable || !result || !answers) return []
  return [
    `${sayResult(result)}. ${sayWhy(result, answers)}`,
    answeredBy(notifiable, board),
    ...Object.keys(notifiable.answers).map((code) => asSentence(sayAnswer(code, answers))),
    ...(knownOn === null ? [] : [`Known since ${sayDate(knownOn)}.`]),
  ]
}

function criteriaLines(review: ReviewView, board: BoardSettings): readonly string[] {
  const { criteria, worked } = review
  const result = criteriaResult(review, worked.today)
  const answers = criteriaOn(review, worked.today)
  if (!criteria || !result || !answers) return []
  const counted = Object.keys(answers).filter(
    (code) => criteria.answers[code] === NOT_KNOWN && answers[code] !== NOT_KNOWN,
  )
  return [
    `${sayResult(result)}. ${sayWhy(result, answers)}`,
    answeredBy(criteria, board),
    ...Object.keys(criteria.answers).map((code) => asSentence(sayAnswer(code, criteria.answers))),
    ...(counted.length > 0 ? ['What was still not known on its day counts as yes.'] : []),
    ...(result.result === 'moreNeeded' && criteria.lookAgainOn !== null
      ? [`To be looked at again on ${sayDate(criteria.lookAgainOn)}.`]
      : []),
  ]
}

/** An assessment: the score, what each answer added, and what was chosen. */
function assessmentLines(
  { answers, score, suggested, band, method, departure, by, at }: Assessment,
  board: BoardSettings,
): readonly string[] {
  const { label = '', panel = '', duration = '' } = bandOf(band) ?? {}
  return [
    `The score: ${saySuggestion({ score, band: suggested })}.`,
    ...addedBy(answers).map(
      ({ question, answer, points }) =>
        `${asSentence(question)} ${answer}: ${points === 1 ? '1 point' : `${points} points`}.`,
    ),
    `Chosen: ${labelOf(reviewTypes, method)}, “${label}”. Panel: ${panel.toLowerCase()}. How long: ${duration}.`,
    ...(departure === null ? [] : [`Why other than the score suggests: ${departure}`]),
    `Assessed by ${sayPerson(board, by)} on ${sayDate(dateOf(at))}.`,
  ]
}

/** What waits for a second person. */
const proposalLines = ({ proposals }: Review, board: BoardSettings): readonly string[] =>
  proposals.map(
    ({ by, until, command }) =>
      `${sayPerson(board, by)} wants to decline it. The business manager may agree until ${sayDate(until)}.${'reason' in command ? ` Reason: ${command.reason}` : ''}`,
  )

const WHAT_FOLLOWS =
  'Gathering accounts, the analysis, the report and what follows from it are not part of Learning Loop yet. Carry the review on as your board does until now; what was set up here stays here to read.'

/** All that card and page show of a review. Only what is named here leaves. */
export function showReview(review: ReviewView, board: BoardSettings): ShownRecord {
  const { stage, method, source, agency, proposer, proposedAt, kind, worked } = review
  const { label } = profileOf(worked.profile)
  return {
    title: labelOf(reviewTypes, method),
    stage: labelOf(reviewStates, stage),
    facts: [
      ...fact('Proposed by', sayPerson(board, proposer)),
      ...fact('Proposed on', sayDate(dateOf(proposedAt))),
      ...fact('Mainly about', sayAgency(board, agency)),
      ...fact('Comes from', labelOf(reviewOrigins, source)),
      ...fact('Kind of observation', kind && labelOf(observationKinds, kind)),
      ...fact('Statutory guidance', review.profile === null ? label : `${label}, as it was then`),
      ...fact('Notified on', review.notifiedOn && sayDate(review.notifiedOn)),
      ...worked.clocks.flatMap(({ name, until }) => fact(name, `by ${sayDate(until)}`)),
      ...fact('National panel told on', review.panel?.toldOn && sayDate(review.panel.toldOn)),
    ],
    sections: [
      ...section('What is asked now', proposalLines(review, board)),
      ...section('What should be looked at, and why', review.about === '' ? [] : [review.about]),
      ...section('Is it notifiable?', notifiableLines(review, board)),
      ...section('Does it meet the criteria for a statutory review?', criteriaLines(review, board)),
      ...review.assessments.flatMap((one, index, all) =>
        section(
          index === all.length - 1
            ? 'How much review fits'
            : `How much review fits: assessment ${index + 1}`,
          assessmentLines(one, board),
        ),
      ),
      ...section('Terms of reference', review.terms === null ? [] : [review.terms]),
      ...section('What follows', stage === 'commissioned' ? [WHAT_FOLLOWS] : []),
      ...section('Why it does not go ahead', notGoingAhead(review)),
    ],
    links: [...(review.origin === null ? [] : [review.origin]), ...review.links],
  }
}

const notGoingAhead = ({ stage, notBecause }: Review): readonly string[] =>
  stage !== 'notProceeding'
    ? []
    : [notBecause ?? 'Another decision was made about the report it followed from.']

/** One line of a list. Holds nothing anybody wrote. */
export const showReviewRow = (
  { method, stage, agency, proposedOn }: ReviewRow,
  board: BoardSettings,
): ShownRow => ({
  title: labelOf(reviewTypes, method),
  stage: labelOf(reviewStates, stage),
  says: `${sayAgency(board, agency)}: proposed on ${sayDate(proposedOn)}`,
})
