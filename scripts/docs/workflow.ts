import { ACTION_MOVES } from '../../src/domain/action/workflow.ts'
import { ACTIVITY_MOVES } from '../../src/domain/activity/workflow.ts'
import { BOARD_MOVES } from '../../src/domain/board/workflow.ts'
import type { Move } from '../../src/domain/machinery/record-kind.ts'
import { OBSERVATION_EVENTS } from '../../src/domain/observation/events.ts'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import type { Who } from '../../src/domain/observation/tellings.ts'
import { OBSERVATION_MOVES } from '../../src/domain/observation/workflow.ts'
import { REVIEW_MOVES } from '../../src/domain/review/workflow.ts'
import { tableOf, writtenBy } from './markdown.ts'
import {
  boardFieldRefusals,
  boardRefusals,
  observationFieldRefusals,
  observationRefusals,
} from './refusals.ts'
import {
  ACTION_WORDS,
  ACTIVITY_WORDS,
  BOARD_WORDS,
  OBSERVATION_WORDS,
  REVIEW_WORDS,
} from './workflow-words.ts'

type Moves = Readonly<Record<string, Move<string, string, string>>>
type Words = Readonly<Record<'stages' | 'parties' | 'needs', Readonly<Record<string, string>>>>

const say = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code
const listed = (words: Readonly<Record<string, string>>, codes: readonly string[], none = '') =>
  codes.map((code) => say(words, code)).join('; ') || none

/** An action in the words of its button, or its own words where it has none. */
const sayAction = (action: string, { label }: Moves[string] = NO_MOVE) =>
  label ??
  action.charAt(0).toUpperCase() +
    action.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const NO_MOVE = { from: [], to: null, by: [], needs: [], gates: [] }

/** Stages as boxes, the actions between two of them on one arrow. */
function diagramOf(moves: Moves, { stages }: Words): string {
  const arrows = Object.entries(moves).flatMap(([action, { from, to, orTo }]) =>
    (from.length === 0 ? ['[*]'] : from).flatMap((stage) =>
      [to ?? stage, ...(orTo ? [orTo] : [])].map((end) => ({ stage, to: end, action })),
    ),
  )
  const between = [...new Set(arrows.map(({ stage, to }) => `${stage} --> ${to}`))]
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(stages).map(([stage, words]) => `  ${stage}: ${words}`),
    ...between.map((arrow) => {
      const actions = arrows.filter(({ stage, to }) => `${stage} --> ${to}` === arrow)
      return `  ${arrow}: ${actions.map(({ action }) => sayAction(action, moves[action])).join(', ')}`
    }),
    '```',
  ].join('\n')
}

const labelsOf = ({ fields = {} }: Moves[string]): readonly string[] =>
  Object.values(fields)
    .filter(({ given }) => given === undefined)
    .map(({ label, is, optional }) => `“${label}”${optional || is === 'date' ? ' (if any)' : ''}`)

/** Who else may have to agree, and when. */
const secondOf = (
  { second }: Moves[string],
  parties: Words['parties'],
  needs: Words['needs'],
): readonly string[] =>
  second
    ? [
        `${second.unless ? `where it needs ${say(needs, second.unless)}: ` : ''}${listed(parties, second.by)}, within ${second.workingDays} working days`,
      ]
    : []

const movesOf = (moves: Moves, { stages, parties, needs }: Words): string =>
  tableOf(
    ['action', 'from', 'to', 'by', 'has to bring', 'has to be true already'],
    Object.entries(moves).map(([action, move]) => [
      `${sayAction(action, move)} (\`${action}\`)`,
      listed(stages, move.from, 'nothing yet'),
      move.to === null
        ? 'stays'
        : [move.to, ...(move.orTo ? [move.orTo] : [])].map((to) => say(stages, to)).join('; or '),
      listed(parties, move.by),
      [
        ...labelsOf(move),
        ...move.needs.map((need) => say(needs, need)),
        ...secondOf(move, parties, needs),
      ].join('; '),
      listed(needs, move.gates),
    ]),
  )

const refusalsOf = (refusals: ReadonlyMap<string, readonly string[]>, { needs }: Words): string =>
  tableOf(
    ['what is missing', 'what people read'],
    [...refusals].map(([need, sentences]) => [say(needs, need), sentences.join('<br>')]),
  )

const WHOSE = { nobody: 'nobody’s', others: 'everybody’s but their own', everybody: 'everybody’s' }

/** A column for everybody who can be told something. */
const HEARS: Readonly<Record<Who, string>> = {
  reporter: 'the reporter reads',
  triagers: 'those who triage get',
  asker: 'who asked gets',
  board: 'business manager and chair get',
  seconds: 'who may agree gets',
  proposer: 'who proposed it gets',
}

const tellingOf = (): string =>
  tableOf(
    ['after', ...Object.values(HEARS), 'cards brought up to date'],
    Object.values(OBSERVATION_EVENTS).map(({ label, tells, cards }) => {
      const told = (who: Who) =>
        tells
          .filter((telling) => telling.who === who)
          .map(({ notice, only }) =>
            [only?.says && `${only.says}:`, OBSERVATION_NOTICES[notice].is]
              .filter(Boolean)
              .join(' '),
          )
          .join('; ')
      return [
        label,
        // The keys of the table.
        ...(Object.keys(HEARS) as Who[]).map(told),
        WHOSE[cards],
      ]
    }),
  )

/** The workflow tables as a board can read them. */
export const workflowPage = (): string =>
  `${[
    '# Workflows',
    writtenBy('scripts/docs/workflow.ts'),
    'Who may do what, from where to where, and what has to be there. The buttons on a card, the forms of the tab and the API’s `allowed` list come from the same tables.',
    '## How an action is refused',
    'In this order. Nothing is changed by an action that is refused.',
    [
      '1. **Not found**: it does not exist, or it is not for this person to see. Both are one answer.',
      '2. **Changed meanwhile**: the person looked at an older version.',
      '3. **Not your role**: it names whose it is.',
      '4. **Not possible now**: it says where the record stands.',
      '5. **Something is missing**: it names everything at once, each with what to do.',
    ].join('\n'),
    'The same submission sent again is no second action: it gets the answer of the first.',
    '## Observation',
    'Whoever triages it: the seniors and leads of the agency it was routed to and their deputies, without its reporter; where nobody is left the business manager, then the chair. Its reporter may only add to it, whatever else they hold. Others do not see it, but for one thing: where a decision says that it may call for a statutory review, the business manager and the chair see an outline, which is the reference, kind, agency, dates and who decided. They do not see what was written, or whose it is, and nobody sees an outline of their own.',
    diagramOf(OBSERVATION_MOVES, OBSERVATION_WORDS),
    movesOf(OBSERVATION_MOVES, OBSERVATION_WORDS),
    '### What people read when something is missing',
    refusalsOf(observationFieldRefusals(), OBSERVATION_WORDS),
    refusalsOf(observationRefusals(), OBSERVATION_WORDS),
    '### Who is told',
    'The receipt is the answer to sending and comes at once. Everything else is a message of its own, sent once for each event and person; see [the map](../ARCHITECTURE.md#telling-people).',
    tellingOf(),
    '## Learning activity',
    'Supervision, reflection, meetings, training and audits: recorded at once, or planned, also by a decision on an observation. Who holds or made it and the seniors and leads of its agency see it, the business manager where the agency has none, and whoever has to do something about a finding; nobody of an agency that its observation was sent past. The board sees counts.',
    diagramOf(ACTIVITY_MOVES, ACTIVITY_WORDS),
    movesOf(ACTIVITY_MOVES, ACTIVITY_WORDS),
    '## Action',
    'What one person does by a day: assigned by hand, or by the findings of an audit. Its owner, who assigned it, who was named as able to help, the seniors and leads of its agency, the business manager and the chair see it; nobody of an agency that the observation behind it was sent past, and not the reporter of that observation. Who gives an action to themselves has accepted it. Every earlier date stays and is shown.',
    diagramOf(ACTION_MOVES, ACTION_WORDS),
    movesOf(ACTION_MOVES, ACTION_WORDS),
    '## Review',
    'From its proposal to the point where it is set up or does not go ahead; what follows is not part of the product yet. Proposed by hand, or by a decision on an observation, of which it carries the reference, kind and agency alone. Whether it is notifiable and whether it meets the criteria are two tests, each answered by a named person; what is not known never counts as no. Who proposed it, the chair and the business manager see it, and the lead of its agency a single-agency or appreciative review; never the reporter of the observation it follows from, nor anybody of an agency that this was sent past.',
    diagramOf(REVIEW_MOVES, REVIEW_WORDS),
    movesOf(REVIEW_MOVES, REVIEW_WORDS),
    '## Board settings',
    'Agencies, people, who holds what, contacts and the statutory profile. Deputies may do what those they stand in for may do.',
    diagramOf(BOARD_MOVES, BOARD_WORDS),
    movesOf(BOARD_MOVES, BOARD_WORDS),
    '### What people read when something is missing in the settings',
    refusalsOf(boardFieldRefusals(), BOARD_WORDS),
    refusalsOf(boardRefusals(), BOARD_WORDS),
  ].join('\n\n')}\n`
