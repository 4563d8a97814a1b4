import type { BoardSettings } from '../board/types.ts'
import { sayAgency, sayPerson } from '../observation/saying.ts'
import type { ShownFact, ShownRecord, ShownRow } from '../registered.ts'
import { labelOf, observationKinds } from '../taxonomies/lists.ts'
import { profileOf, reviewOrigins, reviewStates, reviewTypes } from '../taxonomies/review-lists.ts'
import type { PersonId } from '../words/ids.ts'
import { asSentence } from '../words/text.ts'
import type { Instant } from '../words/time.ts'
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

/** Names stand among the facts, where a card shows them as they are. */
const byWhom = (said: { readonly by: PersonId; readonly at: Instant }, board: BoardSettings) =>
  `${sayPerson(board, said.by)}, on ${sayDate(dateOf(said.at))}`

const under = ({ profile }: Answered): string => `Answered under ${profileOf(profile).label}.`

/** The result of a test, why, and what was answered. */
function notifiableLines(review: ReviewView): readonly string[] {
  const { notifiable, worked, knownOn } = review
  const result = notifiableResult(review, worked.today)
  const answers = notifiableOn(review, worked.today)
  if (!notifiable || !result || !answers) return []
  return [
    `${sayResult(result)}. ${sayWhy(result, answers)}`,
    under(notifiable),
    ...Object.keys(notifiable.answers).map((code) => asSentence(sayAnswer(code, answers))),
    ...(knownOn === null ? [] : [`Known since ${sayDate(knownOn)}.`]),
  ]
}

function criteriaLines(review: ReviewView): readonly string[] {
  const { criteria, worked } = review
  const result = criteriaResult(review, worked.today)
  const answers = criteriaOn(review, worked.today)
  if (!criteria || !result || !answers) return []
  const counted = Object.keys(answers).filter(
    (code) => criteria.answers[code] === NOT_KNOWN && answers[code] !== NOT_KNOWN,
  )
  return [
    `${sayResult(result)}. ${sayWhy(result, answers)}`,
    under(criteria),
    ...Object.keys(criteria.answers).map((code) => asSentence(sayAnswer(code, criteria.answers))),
    ...(counted.length > 0 ? ['What was still not known on its day counts as yes.'] : []),
    ...(result.result === 'moreNeeded' && criteria.lookAgainOn !== null
      ? [`To be looked at again on ${sayDate(criteria.lookAgainOn)}.`]
      : []),
  ]
}

/** An assessment: the score, what each answer added, and what was chosen. */
function assessmentLines({
  answers,
  score,
  suggested,
  band,
  method,
  departure,
}: Assessment): readonly string[] {
  const { label = '', panel = '', duration = '' } = bandOf(band) ?? {}
  return [
    `The score: ${saySuggestion({ score, band: suggested })}.`,
    ...addedBy(answers).map(
      ({ question, answer, points }) =>
        `${asSentence(question)} ${answer}: ${points === 1 ? '1 point' : `${points} points`}.`,
    ),
    `Chosen: ${labelOf(reviewTypes, method)}, “${label}”. Panel: ${panel.toLowerCase()}. How long: ${duration}.`,
    ...(departure === null ? [] : ['Why other than the score suggests:', departure]),
  ]
}

/** What waits for a second person: the reason of who wants to decline it. */
const proposalLines = ({ proposals }: Review): readonly string[] =>
  proposals.flatMap(({ command, until }) => [
    `It is to be declined, if the business manager agrees until ${sayDate(until)}. The reason:`,
    ...('reason' in command ? [command.reason] : []),
  ])

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
      ...fact(
        'Who answered whether it is notifiable',
        review.notifiable && byWhom(review.notifiable, board),
      ),
      ...fact('Who answered the criteria', review.criteria && byWhom(review.criteria, board)),
      ...fact('Who assessed it', review.assessments.map((one) => byWhom(one, board)).join('; ')),
      ...fact(
        'Who wants to decline it',
        review.proposals.map((one) => byWhom(one, board)).join('; '),
      ),
      ...fact('Notified on', review.notifiedOn && sayDate(review.notifiedOn)),
      ...worked.clocks.flatMap(({ name, until }) => fact(name, `by ${sayDate(until)}`)),
      ...fact('National panel told on', review.panel?.toldOn && sayDate(review.panel.toldOn)),
    ],
    sections: [
      ...section('What is asked now', proposalLines(review)),
      ...section('What should be looked at, and why', review.about === '' ? [] : [review.about]),
      ...section('Is it notifiable?', notifiableLines(review)),
      ...section('Does it meet the criteria for a statutory review?', criteriaLines(review)),
      ...review.assessments.flatMap((one, index, all) =>
        section(
          index === all.length - 1
            ? 'How much review fits'
            : `How much review fits: assessment ${index + 1}`,
          assessmentLines(one),
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
