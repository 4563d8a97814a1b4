import { chosen, sayAnswer } from '../../domain/observation/answers.ts'
import { sayStanding, sayWhatWaits } from '../../domain/observation/saying.ts'
import type { Answer, Observation } from '../../domain/observation/types.ts'
import { dateOf, sayDate } from '../../domain/shared/time.ts'
import {
  labelOf,
  observationKinds,
  questionsFor,
  triageOutcomes,
  worryScale,
} from '../../domain/taxonomies/lists.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import type { AgedRow } from '../../usecases/observation/list-observations.ts'
import { messageCard } from './build.ts'
import type { Card, Fact, Link, Section } from './card-data.ts'
import { linesOf, namedRoute, shortened } from './text.ts'

/** Longer words are cut on cards, in one conversation with the tab where they stand in full. */
const ON_A_CARD = 500

const answerSections = (
  kind: Observation['kind'],
  answers: readonly Answer[],
): readonly Section[] =>
  questionsFor(kind).flatMap((question): readonly Section[] => {
    const value = answers.find((answer) => answer.question === question.code)?.value
    if (!value || question.code === 'dangerNow') return []
    const text = shortened(sayAnswer(question, value), ON_A_CARD)
    return [{ heading: question.label, lines: linesOf(text) }]
  })

/** Everything its reporter wrote, in their own words. */
export const narrativeSections = (observation: Observation): readonly Section[] => [
  // Under the reporter's own kind, whose questions they answered.
  ...answerSections(observation.kindByReporter, observation.answers),
  ...observation.additions.slice(-3).flatMap(({ at, text, answers }) => [
    ...(text === null
      ? []
      : [
          {
            heading: `Added on ${sayDate(dateOf(at))}`,
            lines: linesOf(shortened(text, ON_A_CARD)),
          },
        ]),
    ...answerSections(observation.kindByReporter, answers),
  ]),
]

const kindFact = ({ kind, kindByReporter }: Observation): Fact => ({
  title: 'Kind',
  value:
    kind === kindByReporter
      ? labelOf(observationKinds, kind)
      : `${labelOf(observationKinds, kind)} (raised as ${labelOf(observationKinds, kindByReporter).toLowerCase()})`,
})

export const worryFact = ({ answers, additions }: Observation): readonly Fact[] => {
  const said = [...additions.map((addition) => addition.answers).reverse(), answers]
    .map((given) => chosen(given, 'worry'))
    .find((worry) => worry !== undefined)
  return said ? [{ title: 'How worried', value: labelOf(worryScale, said) }] : []
}

export const observationFacts = ({ view, board }: SeenObservation): readonly Fact[] => [
  kindFact(view),
  ...worryFact(view),
  { title: 'With', value: namedRoute(board, view.route) },
  { title: 'Raised', value: sayDate(dateOf(view.raisedAt)) },
]

/** The decision as its reporter reads it: what, in the triager's sentence, and why (S13). */
export const decisionSections = (observation: Observation): readonly Section[] => {
  if (observation.stage === 'awaitingTriage') return []
  const { decision, feedback } = observation
  return [
    {
      heading: `Decision: ${labelOf(triageOutcomes, decision.outcome)}`,
      lines: linesOf(shortened(decision.words, 2_000)),
    },
    { heading: 'Why', lines: linesOf(shortened(decision.reason, 2_000)) },
    ...feedback
      .slice(-2)
      .map(({ text }) => ({ heading: 'What was done', lines: linesOf(shortened(text, 1_000)) })),
  ]
}

/** One report as its reporter sees it. */
export function reportCard(seen: SeenObservation, link: Link): Card {
  const { view, ref, allowed } = seen
  const columns = {
    stage: view.stage,
    acknowledged: view.acknowledged !== null,
    outcome: view.stage === 'awaitingTriage' ? null : view.decision.outcome,
  }
  return messageCard(`Your report ${ref}`, {
    summary: `${ref}: how it stands`,
    note: sayStanding(columns),
    facts: observationFacts(seen),
    sections: [...decisionSections(view), ...narrativeSections(view)],
    buttons: allowed.some(({ action }) => action === 'add')
      ? [{ title: 'Add something', verb: 'more', data: { ref } }]
      : [],
    links: [link],
  })
}

const rowOf = (row: AgedRow, verb: string, says: string) => ({
  title: `${row.ref}: ${labelOf(observationKinds, row.kind)}`,
  says,
  open: 'Open',
  verb,
  data: { ref: row.ref },
})

export const myReportsCard = (rows: readonly AgedRow[], total: number, link: Link): Card => ({
  template: 'list',
  data: {
    to: '',
    title: 'My reports',
    summary: 'My reports',
    note: '',
    intro:
      rows.length === 0
        ? ['You have not told us anything yet. Type what you noticed, or press the button.']
        : total > rows.length
          ? [`The latest ${rows.length} of ${total}.`]
          : [],
    rows: rows.map((row) => rowOf(row, 'openReport', sayStanding(row))),
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
    links: [link],
  },
})

export const myWorkCard = (rows: readonly AgedRow[], total: number, link: Link): Card => ({
  template: 'list',
  data: {
    to: '',
    title: 'My work',
    summary: 'What waits for you',
    note: '',
    intro:
      rows.length === 0
        ? ['Nothing waits for you.']
        : total > rows.length
          ? [`The ${rows.length} that have waited longest, of ${total}.`]
          : [],
    rows: rows.map((row) =>
      rowOf(row, 'showTriage', sayWhatWaits(row, row.waitedWorkingDays) ?? ''),
    ),
    buttons: [],
    links: [link],
  },
})
