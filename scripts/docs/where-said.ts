import { tableOf } from './markdown.ts'

export interface Place {
  /** Under `src`. */
  readonly file: string
  /** Text found in that file and in no other source. */
  readonly marker: string
  /** Which part, where the name of the file does not say. */
  readonly of?: string
}

/** A fact, and where it is said. */
export interface Said {
  readonly asks: string
  readonly places: readonly Place[]
}

/** The one place for each fact. A test finds every marker in its file and nowhere else. */
export const SAID: readonly Said[] = [
  {
    asks: 'who may do what, from where',
    places: [
      { file: 'domain/observation/workflow.ts', marker: 'const OBSERVATION_MOVES' },
      { file: 'domain/activity/workflow.ts', marker: 'const ACTIVITY_MOVES' },
      { file: 'domain/action/workflow.ts', marker: 'const ACTION_MOVES' },
      { file: 'domain/review/workflow.ts', marker: 'const REVIEW_MOVES' },
      { file: 'domain/board/workflow.ts', marker: 'const BOARD_MOVES' },
    ],
  },
  {
    asks: 'who belongs to a record, and as what',
    places: [
      {
        file: 'domain/observation/observation.ts',
        marker: 'const parties: ObservationParty[]',
        of: '`partiesOf`',
      },
      { file: 'domain/observation/routing.ts', marker: 'const triagersOf', of: 'who triages' },
    ],
  },
  {
    asks: "a button's words, a field's label, help and limit",
    places: [
      {
        file: 'domain/observation/workflow.ts',
        marker: "label: 'What would you like to add?'",
        of: "the action's row",
      },
    ],
  },
  {
    asks: 'what every door says of a field of a kind',
    places: [{ file: 'domain/machinery/fields/words.ts', marker: 'const labelWords' }],
  },
  {
    asks: 'what a fact of an observation is called',
    places: [{ file: 'domain/observation/fact-words.ts', marker: 'const FACT_WORDS' }],
  },
  {
    asks: 'the longest text',
    places: [
      {
        file: 'domain/words/text.ts',
        marker: 'const TEXT_LIMIT = ',
        of: "`TEXT_LIMIT`; a field's `atMost` where it is shorter",
      },
    ],
  },
  {
    asks: 'a list people choose from, and what its codes are called',
    places: [{ file: 'domain/taxonomies/lists.ts', marker: 'const labelOf' }],
  },
  {
    asks: 'the sentence of a refusal',
    places: [
      {
        file: 'domain/observation/workflow.ts',
        marker: "ask: 'Write what you want to add.'",
        of: "the field's `ask`",
      },
      {
        file: 'domain/observation/needs.ts',
        marker: 'const OBSERVATION_NEEDS',
        of: 'of more than one field',
      },
      {
        file: 'usecases/say-refusal.ts',
        marker: 'We cannot find that. Check the reference',
        of: 'of everything else',
      },
    ],
  },
  {
    asks: 'who hears of what, and whose cards change',
    places: [
      { file: 'domain/observation/events.ts', marker: 'const OBSERVATION_EVENTS' },
      { file: 'domain/activity/events.ts', marker: 'const ACTIVITY_EVENTS' },
      { file: 'domain/action/events.ts', marker: 'const ACTION_EVENTS' },
      { file: 'domain/review/events.ts', marker: 'const REVIEW_EVENTS' },
    ],
  },
  {
    asks: 'what a notification says',
    places: [{ file: 'domain/observation/notices.ts', marker: 'const OBSERVATION_NOTICES' }],
  },
  {
    asks: 'who sees it',
    places: [
      { file: 'domain/observation/visibility.ts', marker: 'function viewOfObservation' },
      { file: 'domain/observation/scope.ts', marker: 'const inScope', of: 'in lists' },
      { file: 'domain/observation/outline.ts', marker: 'function outlineOf', of: 'its outline' },
      {
        file: 'domain/observation/second-person.ts',
        marker: 'const SECOND_PERSON',
        of: 'what is proposed',
      },
    ],
  },
  {
    asks: 'who is kept from it for good',
    places: [
      { file: 'domain/observation/kept-from.ts', marker: 'const keptAgenciesOf' },
      {
        file: 'domain/board/belonging.ts',
        marker: 'function belongsTo',
        of: 'where somebody belongs',
      },
      {
        of: 'what follows from it',
        file: 'domain/observation/following.ts',
        marker: 'export const isKeptFromFollowing',
      },
    ],
  },
  {
    asks: 'what somebody who sees only an outline may do',
    places: [
      {
        file: 'domain/observation/moves.ts',
        marker: "| 'askedChair'",
        of: "the row's `by`, a party of",
      },
    ],
  },
  {
    asks: 'what ends what waits for a second person',
    places: [
      {
        file: 'domain/machinery/record-kind.ts',
        marker: 'readonly ends?:',
        of: '`ends` in the row, as in',
      },
    ],
  },
  {
    asks: 'what waits, by when, who is reminded',
    places: [
      { file: 'domain/observation/duties.ts', marker: 'function observationDuties' },
      {
        file: 'domain/observation/promise.ts',
        marker: 'export const PROMISE =',
        of: 'the promise',
      },
      {
        file: 'domain/machinery/rungs.ts',
        marker: 'const remindedUntilDone',
        of: 'the instants',
      },
    ],
  },
  {
    asks: 'a column, an order, an index',
    places: [
      { file: 'domain/observation/columns.ts', marker: 'const OBSERVATIONS = ' },
      { file: 'domain/activity/columns.ts', marker: 'const ACTIVITIES = ' },
      { file: 'domain/action/columns.ts', marker: 'const ACTIONS = ' },
      { file: 'domain/review/columns.ts', marker: 'const REVIEWS = ' },
    ],
  },
  {
    asks: 'from how many on a figure is shown',
    places: [{ file: 'domain/observation/figures.ts', marker: 'function showQuarter' }],
  },
  {
    asks: 'which kinds of record there are, and what each is made of',
    places: [{ file: 'domain/records.ts', marker: 'export const RECORDS' }],
  },
  {
    asks: 'what follows on another record',
    places: [
      {
        file: 'domain/observation/learning.ts',
        marker: 'function reactionsToObservation',
        of: '`reactionsTo` of its kind',
      },
      { file: 'usecases/reacting/react.ts', marker: 'async function react<', of: 'who takes it' },
    ],
  },
  {
    asks: 'when a statutory review has to be, when an incident is notified, and by when',
    places: [
      {
        file: 'domain/review/statutory-test.ts',
        marker: 'function criteriaTest',
        of: '`statutory-profiles.json`, tested by',
      },
      { file: 'domain/review/clocks.ts', marker: 'function endsOn', of: 'its clocks' },
    ],
  },
  {
    asks: 'how much review fits',
    places: [{ file: 'domain/review/proportionality.ts', marker: 'function suggestionFor' }],
  },
  {
    asks: 'a setting',
    places: [{ file: 'config/settings.ts', marker: 'const settings = z.object' }],
  },
  {
    asks: 'where something is asked of the API',
    places: [{ file: 'contract/operations.ts', marker: 'const OPERATIONS' }],
  },
  {
    asks: 'a field of the JSON',
    places: [
      { file: 'contract/observations.ts', marker: 'const ObservationDetail = ' },
      {
        file: 'api/present/observation.ts',
        marker: 'function presentObservation',
        of: 'what leaves',
      },
    ],
  },
  {
    asks: 'how a date is shown',
    places: [{ file: 'domain/words/time.ts', marker: 'const sayDate = ' }],
  },
  {
    asks: 'what can be changed in Set-up',
    places: [
      {
        file: 'domain/board/workflow.ts',
        marker: 'const BOARD_MOVES',
        of: 'its rows in `src/domain/board/moves`, together',
      },
    ],
  },
  {
    asks: 'whom to ring, and when offices are open',
    places: [
      { file: 'domain/board/contacts.ts', marker: 'const CONTACT_LINES' },
      { file: 'domain/words/office-hours.ts', marker: 'const OFFICE_HOURS' },
    ],
  },
  {
    asks: 'whom to ring when a child is in danger now',
    places: [{ file: 'domain/board/urgent-words.ts', marker: 'call 999. Then ring' }],
  },
]

const sayPlace = ({ file, of }: Place) => `${of ? `${of}: ` : ''}\`src/${file}\``

/** The table as Markdown. */
export const saidTable = (): string =>
  tableOf(
    ['where is it said?', 'one place'],
    SAID.map(({ asks, places }) => [asks, places.map(sayPlace).join('; ')]),
  )
