import {
  answersNow,
  chosenLast,
  sayAnswer,
  withQuestions,
} from '../../domain/observation/answers.ts'
import { REPLY } from '../../domain/observation/asking.ts'
import { FACT_WORDS } from '../../domain/observation/fact-words.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import { reopened, sayStandingSince } from '../../domain/observation/standing.ts'
import type { Observation, Route } from '../../domain/observation/types.ts'
import { sayPromised } from '../../domain/observation/waits.ts'
import {
  labelOf,
  observationKinds,
  triageOutcomes,
  worryScale,
} from '../../domain/taxonomies/lists.ts'
import { dateOf, sayDate } from '../../domain/words/time.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import { opens } from '../records/verbs.ts'
import { messageCard } from './build.ts'
import type { Button, Card, Fact, Link, Section } from './card-data.ts'
import { linesOf, named, namedRoute } from './text.ts'

/** Everything its reporter wrote, in their own words. Text too long for a card is marked as cut. */
export const narrativeSections = (observation: Observation): readonly Section[] => [
  ...withQuestions(answersNow(observation), observation)
    .filter(({ question }) => question.code !== 'dangerNow')
    .map(({ question, value }) => ({
      heading: question.label,
      lines: linesOf(sayAnswer(question, value)),
    })),
  ...[
    ...(observation.questions ?? []).map(({ at, question }) => ({
      at,
      said: 'Asked',
      text: question,
    })),
    ...observation.additions.map(({ at, text, isReply }) => ({
      at,
      said: isReply ? 'Answered' : 'Added',
      text,
    })),
  ]
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
    .flatMap(({ at, said, text }) =>
      text === null ? [] : [{ heading: `${said} on ${sayDate(dateOf(at))}`, lines: linesOf(text) }],
    ),
]

const passingOn = ({ view, history }: SeenObservation) => {
  if (view.stage !== 'awaitingTriage') return undefined
  const last = history.findLast(({ event }) => event.type === 'ObservationReassigned')?.event
  return last?.type === 'ObservationReassigned' ? last : undefined
}

export const wasPassedOn = (seen: SeenObservation): boolean => passingOn(seen) !== undefined

/** The words of the person who passed it on, for those who read it. Never pushed into a chat. */
export function whyItCame(seen: SeenObservation): readonly Section[] {
  const last = passingOn(seen)
  return last ? [{ heading: 'Why it was passed on', lines: linesOf(last.reason) }] : []
}

/** Why the chair did not agree, for the person who decides again. */
export function whyNotAgreed({ view, history }: SeenObservation): readonly Section[] {
  const last = history.findLast(({ event }) =>
    ['ProposalDeclined', 'Proposed', 'ObservationDecided'].includes(event.type),
  )?.event
  return last?.type === 'ProposalDeclined' && view.seenAs === 'triager'
    ? [{ heading: 'Why the chair did not agree', lines: linesOf(last.reason) }]
    : []
}

/** Why it was opened again, for the person who decides again. */
export function whyOpenedAgain({ view, history }: SeenObservation): readonly Section[] {
  const last = reopened({ view, history })
  return last ? [{ heading: 'Why it was opened again', lines: linesOf(last.event.reason) }] : []
}

const kindFacts = ({ kind, kindByReporter }: Observation): readonly Fact[] => [
  { title: FACT_WORDS.kind, value: labelOf(observationKinds, kind) },
  ...(kind === kindByReporter
    ? []
    : [{ title: FACT_WORDS.kindByReporter, value: labelOf(observationKinds, kindByReporter) }]),
]

/** Where it lies: an agency, and one person there if it was given to them. */
const placeFacts = (
  board: SeenObservation['board'],
  { agency, person }: Route,
): readonly Fact[] => [
  { title: FACT_WORDS.agency, value: namedRoute(board, { agency, person: null }) },
  ...(person === null ? [] : [{ title: FACT_WORDS.who, value: named(sayPerson(board, person)) }]),
]

export const worryFact = (observation: Observation): readonly Fact[] => {
  const said = chosenLast(observation, 'worry')
  return said ? [{ title: FACT_WORDS.worry, value: labelOf(worryScale, said) }] : []
}

/** The answer about danger, if it was no clear "no". */
const dangerFact = (observation: Observation): readonly Fact[] =>
  withQuestions(answersNow(observation), observation)
    .filter(
      ({ question, value }) => question.code === 'dangerNow' && sayAnswer(question, value) !== 'No',
    )
    .map(({ question, value }) => ({ title: FACT_WORDS.danger, value: sayAnswer(question, value) }))

export const observationFacts = ({ view, board }: SeenObservation): readonly Fact[] => [
  ...kindFacts(view),
  ...dangerFact(view),
  ...worryFact(view),
  ...placeFacts(board, view.route),
  { title: FACT_WORDS.raised, value: sayDate(dateOf(view.raisedAt)) },
  ...(view.pastAgency
    ? [
        {
          title: 'Not to be seen at',
          value: namedRoute(board, { agency: view.reporterAgency, person: null }),
        },
      ]
    : []),
]

/** A decision as its reporter reads it: the outcome, the triager's sentence, and why (S13). */
export const decisionSections = ({
  outcome = '',
  words = '',
  reason = '',
}: Partial<Record<'outcome' | 'words' | 'reason', string>>): readonly Section[] => [
  { heading: `Decision: ${labelOf(triageOutcomes, outcome)}`, lines: linesOf(words) },
  { heading: 'Why', lines: linesOf(reason) },
]

/** The decision from before it was opened again, and what was done since then. */
export function decidedBefore({ view, history }: SeenObservation): readonly Section[] {
  if (view.stage !== 'awaitingTriage') return []
  const decided = history.findLast(({ event }) => event.type === 'ObservationDecided')?.event
  if (decided?.type !== 'ObservationDecided') return []
  return [...decisionSections(decided), ...feedbackSections(view)].map(({ heading, lines }) => ({
    heading: `Before it was opened again: ${heading}`,
    lines,
  }))
}

const feedbackSections = ({ feedback }: Observation): readonly Section[] =>
  feedback.map(({ text }) => ({ heading: 'What was done', lines: linesOf(text) }))

/** The last decision, and what was done since. */
const outcomeSections = (observation: Observation): readonly Section[] =>
  observation.stage === 'awaitingTriage'
    ? []
    : [...decisionSections(observation.decision), ...feedbackSections(observation)]

/** Opens the form in which a reporter answers a question. */
export const answerButton = (ref: string): Button => ({
  title: REPLY.label,
  verb: opens('reply'),
  data: { ref },
})

/** One report as its reporter sees it. */
export function reportCard(
  seen: SeenObservation,
  link: Link,
  { note = '', unsent = [] }: { readonly note?: string; readonly unsent?: readonly Section[] } = {},
): Card {
  const { view, ref, allowed } = seen
  const columns = {
    stage: view.stage,
    acknowledged: view.acknowledged !== null,
    outcome: view.stage === 'awaitingTriage' ? null : view.decision.outcome,
  }
  return messageCard(`Your report ${ref}`, {
    summary: `${ref}: how it stands`,
    note: [note, sayStandingSince(columns, seen.history, seen.board), sayPromised(view, seen.now)]
      .filter((said) => said !== '')
      .join(' '),
    facts: observationFacts(seen),
    sections: [
      ...unsent,
      ...decidedBefore(seen),
      ...outcomeSections(view),
      ...narrativeSections(view),
    ],
    buttons: allowed.flatMap(({ action, label }): readonly Button[] =>
      action === 'add'
        ? [{ title: label, verb: 'addSomething', data: { ref } }]
        : action === 'reply'
          ? [answerButton(ref)]
          : [],
    ),
    links: [link],
  })
}
