import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import type { PersonChoice } from '../machinery/fields/kinds.ts'
import { namedApart } from '../observation/saying.ts'
import type { RecordContext } from '../registered.ts'
import {
  ACTIVITY_TYPE_CODES,
  activityTypes,
  offered,
  TRAINING_EVIDENCE_CODES,
  trainingEvidence,
} from '../taxonomies/lists.ts'
import type { Item, List } from '../taxonomies/types.ts'
import type { PersonId } from '../words/ids.ts'
import type { ActivityField } from './moves.ts'
import type { Activity } from './types.ts'

export const choicesOf = ({ items }: Pick<List<Item>, 'items'>) =>
  items.map(({ code, label, help = '' }) => ({ value: code, label, help }))

/**
 * People who can be asked to hold a learning activity: seniors, leads and business managers.
 * @param isLeftOut only where whoever chooses knows already why somebody is left out
 */
export const holdersToChoose = (
  board: BoardSettings,
  isLeftOut: (person: PersonId) => boolean = () => false,
): readonly PersonChoice[] =>
  namedApart(
    board,
    [
      ...new Set([
        ...holdersOf(board, 'senior'),
        ...holdersOf(board, 'agencyLead'),
        ...holdersOf(board, 'businessManager'),
      ]),
    ].filter((id) => !isLeftOut(id)),
  ).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))

export const people = (_activity: Activity | undefined, { board }: RecordContext) =>
  holdersToChoose(board)

export const NO_NAMES = 'No names are needed: leave out children, families and colleagues.'

export const REASON = {
  is: 'text',
  label: 'Reason',
  called: 'The reason',
  ask: 'Give a reason: one sentence is enough.',
} as const satisfies ActivityField<'text'>

export const TYPE = {
  is: 'choice',
  label: 'What is it?',
  ask: 'Choose what it is.',
  codes: ACTIVITY_TYPE_CODES,
  choices: () => choicesOf({ items: offered(activityTypes) }),
} as const satisfies ActivityField<'choice'>

export const HOLDER = {
  is: 'person',
  label: 'Who holds it?',
  ask: 'Choose a senior, an agency lead or the business manager.',
  people,
} as const satisfies ActivityField<'person'>

export const DUE = {
  is: 'date',
  label: 'By when?',
  ask: 'Choose a day from today on.',
  from: 'today',
} as const satisfies ActivityField<'date'>

export const LEARNING = {
  is: 'rows',
  label: 'What others can take from it',
  ask: 'Write at least one learning point.',
  help: `One to three points. ${NO_NAMES}`,
  called: 'learning point',
  atMost: 3,
  fields: {
    point: {
      is: 'text',
      label: 'Learning point',
      called: 'The learning point',
      ask: 'Write the learning point.',
      help: NO_NAMES,
      atMost: 500,
    },
  },
} as const satisfies ActivityField<'rows'>

export const HELD = {
  heldOn: {
    is: 'date',
    label: 'When was it?',
    ask: 'Choose the day: today or earlier.',
    from: '2000-01-01',
    to: 'today',
  },
  learning: LEARNING,
  evidence: {
    is: 'choice',
    label: 'What shows that the training worked?',
    help: 'For training only. Leave it empty where nothing does: then it says “Attendance only”.',
    ask: 'Choose what shows that it worked, or leave it empty.',
    codes: TRAINING_EVIDENCE_CODES,
    // Of what is no training nothing is asked.
    choices: (activity: Activity | undefined) =>
      activity === undefined || activity.type === 'training' || activity.stage === 'recorded'
        ? choicesOf(trainingEvidence)
        : [],
    optional: true,
  },
  agencies: {
    is: 'choices',
    label: 'Which agencies took part?',
    help: 'Your own stands for itself where you choose none.',
    ask: 'Choose the agencies that took part, or none.',
    choices: (_activity: Activity, { board }: RecordContext) =>
      board.agencies
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: id, label: name, help: '' })),
    optional: true,
  },
  links: {
    is: 'references',
    label: 'Which observations does it belong to?',
    ask: 'Write references such as OBS-2026-0042, with commas between, or leave it empty.',
    prefixes: ['OBS'],
    atMost: 5,
    optional: true,
  },
} as const
