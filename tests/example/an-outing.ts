import type { CommandsOf, EventsOf } from '../../src/domain/machinery/fields/kinds.ts'
import type { Listing } from '../../src/domain/machinery/listing.ts'
import { number, orNone, text } from '../../src/domain/machinery/listing.ts'
import type {
  Proposal,
  ProposalCommand,
  ProposalEvent,
} from '../../src/domain/machinery/proposals.ts'
import { isProposalEvent, proposalsAfter } from '../../src/domain/machinery/proposals.ts'
import type { Move, RecordKind } from '../../src/domain/machinery/record-kind.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { agencyId, personId } from '../../src/domain/words/ids.ts'
import type { Instant, PlainDate } from '../../src/domain/words/time.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import { plusWorkingDays } from '../../src/domain/words/working-days.ts'

// A toy record with every kind of field, a condition, rows and a second person, to see that the
// machinery works by itself and that nothing of it knows a record of the product.

export const someone = (name: string): Actor => ({
  person: personId(name),
  agency: null,
  roles: [],
})

type Stage = 'planned' | 'ready' | 'cancelled'
type Party = 'teacher' | 'head'
type Need = 'nobodyIsComing'

export interface Outing {
  readonly stage: Stage
  readonly title: string
  readonly coming: number
  readonly day: PlainDate
  readonly readyAt: Instant | null
  readonly proposals: readonly Proposal<Command>[]
}

interface Context {
  readonly now: Instant
  readonly people: readonly Actor[]
}

const choices = (...labels: readonly string[]) =>
  labels.map((label) => ({ value: label.toLowerCase(), label, help: '' }))

export const OUTING_MOVES = {
  plan: {
    from: [],
    to: 'planned',
    by: ['teacher'],
    needs: [],
    gates: [],
    label: 'Plan an outing',
  },
  getReady: {
    from: ['planned'],
    to: 'ready',
    by: ['teacher'],
    needs: [],
    gates: [],
    label: 'Get ready',
    send: 'It is ready',
    event: 'OutingGotReady',
    fields: {
      title: {
        is: 'text',
        label: 'What is it called?',
        called: 'The name',
        ask: 'Give it a name.',
        short: true,
        atMost: 40,
        starts: ({ title }: Outing) => title,
      },
      kind: {
        is: 'choice',
        label: 'Where to?',
        ask: 'Choose where to.',
        codes: ['wood', 'museum', 'moon'],
        taken: 'Nobody goes there now.',
        choices: () => choices('Wood', 'Museum'),
      },
      raincoats: {
        is: 'yesNo',
        label: 'Are there raincoats?',
        ask: 'Say whether there are raincoats.',
        when: { field: 'kind', oneOf: ['wood'] },
      },
      whyNot: {
        is: 'text',
        label: 'Why not?',
        called: 'The reason',
        ask: 'Say why there are none.',
        when: { field: 'raincoats', oneOf: [false] },
      },
      bring: {
        is: 'choices',
        label: 'What to bring',
        ask: 'Choose what to bring.',
        choices: () => choices('Lunch', 'Map'),
        optional: true,
      },
      coming: {
        is: 'number',
        label: 'How many?',
        ask: 'Say how many.',
        from: 1,
        to: 60,
        starts: ({ coming }: Outing) => coming,
      },
      on: { is: 'date', label: 'When?', ask: 'Choose a day from today on.', from: 'today' },
      lastTime: {
        is: 'date',
        label: 'When was the last one?',
        ask: 'Give a day, a month or a year that is over.',
        to: 'today',
        precision: ['day', 'month', 'year'],
        optional: true,
      },
      leader: {
        is: 'person',
        label: 'Who leads?',
        ask: 'Choose who leads.',
        people: (_outing: Outing, { people }: Context) =>
          people.map(({ person }) => ({ id: person, name: person })),
      },
      from: {
        is: 'agency',
        label: 'Which school?',
        ask: 'Choose the school.',
        agencies: () => [{ id: agencyId('school'), name: 'School' }],
        starts: () => agencyId('school'),
      },
      meet: {
        is: 'place',
        label: 'Where do we meet?',
        ask: 'Choose where.',
        notThere: 'Nobody of that name is there.',
        places: () => [
          {
            agency: agencyId('school'),
            name: 'School',
            anybody: true,
            people: [{ id: personId('porter'), name: 'Porter' }],
          },
        ],
      },
      seenIn: {
        is: 'references',
        label: 'Like which one?',
        ask: 'Give references such as OUT-2026-0001.',
        prefixes: ['OUT'],
        atMost: 2,
        optional: true,
      },
      stops: {
        is: 'rows',
        label: 'Stops',
        called: 'stop',
        ask: 'Name at least one stop.',
        atMost: 3,
        fields: {
          what: { is: 'text', label: 'Stop', called: 'The stop', ask: 'Say what the stop is.' },
          minutes: {
            is: 'number',
            label: 'Minutes',
            ask: 'Say how many minutes, up to 90.',
            from: 1,
            to: 90,
            optional: true,
          },
        },
      },
    },
  },
  cancel: {
    from: ['planned', 'ready'],
    to: 'cancelled',
    by: ['teacher'],
    needs: [],
    gates: [],
    second: { by: ['head'], unless: 'nobodyIsComing', workingDays: 2 },
    label: 'Cancel it',
    event: 'OutingCancelled',
    fields: {
      reason: { is: 'text', label: 'Reason', called: 'The reason', ask: 'Give a reason.' },
    },
  },
} as const satisfies Record<string, Move<Stage, Party, Need, Outing, Context>>

type Command =
  | { readonly type: 'plan'; readonly title: string; readonly coming: number }
  | CommandsOf<typeof OUTING_MOVES>
type Event =
  | { readonly type: 'OutingPlanned'; readonly title: string; readonly coming: number }
  | EventsOf<typeof OUTING_MOVES>

interface OutingTypes {
  readonly stage: Stage
  readonly party: Party
  readonly need: Need
  readonly state: Outing
  readonly command: Command
  readonly event: Event | ProposalEvent<Command>
  readonly context: Context
  readonly view: Outing
}

export type OutingCommand = Command | ProposalCommand

export const outingKind: RecordKind<OutingTypes> = {
  kind: 'outing',
  moves: OUTING_MOVES,
  likely: { planned: ['getReady'], ready: [], cancelled: [] },
  needs: {
    nobodyIsComing: (_command, outing) =>
      outing?.coming === 0 ? [] : [{ need: 'coming', say: 'Somebody is coming.' }],
  },
  second: {
    everybody: ({ people }) => people,
    lastDay: (days, { now }) => plusWorkingDays({ isHoliday: () => false }, dateOf(now), days),
  },
  partiesOf: ({ person }) => {
    if (person.startsWith('head')) return ['head']
    return person.startsWith('teacher') ? ['teacher'] : []
  },
  decide: (command) =>
    command.type === 'plan'
      ? [{ type: 'OutingPlanned', title: command.title, coming: command.coming }]
      : [],
  evolve(outing, recorded) {
    const { event, at } = recorded
    if (event.type === 'OutingPlanned') {
      const { title, coming } = event
      return { stage: 'planned', title, coming, day: dateOf(at), readyAt: null, proposals: [] }
    }
    if (!outing) throw new TypeError('an outing begins with being planned')
    if (isProposalEvent(event))
      return { ...outing, proposals: proposalsAfter(outing.proposals, { ...recorded, event }) }
    if (event.type === 'OutingCancelled') return { ...outing, stage: 'cancelled' }
    const { title, coming, on } = event
    return { ...outing, stage: 'ready', title, coming, day: on, readyAt: at }
  },
  viewOf: (outing) => outing,
}

const COLUMNS = {
  stage: text<Stage>(),
  title: text(),
  coming: number(),
  day: text<PlainDate>(),
  readyAt: orNone(text<Instant>()),
} as const

export const OUTINGS = {
  name: 'outings',
  columns: COLUMNS,
  columnsOf: ({ stage, title, coming, day, readyAt }) => ({ stage, title, coming, day, readyAt }),
  orders: { soonest: ['day', 'id'], largest: ['-coming', 'day', '-id'] },
  where: ({ stages }) => ({ scope: [[{ column: 'stage', oneOf: stages }]], all: [] }),
  counts: {},
  indexes: { byStage: ['stage', 'day', 'id'] },
} as const satisfies Listing<
  Outing,
  typeof COLUMNS,
  'soonest' | 'largest',
  { stages: readonly Stage[] }
>

/** An outing that is planned, where only what matters to a test is said. */
export const anOuting = (overrides: Partial<Outing> = {}): Outing => ({
  stage: 'planned',
  title: 'To the wood',
  coming: 20,
  day: '2026-04-01',
  readyAt: null,
  proposals: [],
  ...overrides,
})
