import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { CommandsOf, EventsOf } from '../../src/domain/shared/fields.ts'
import type { PersonId } from '../../src/domain/shared/ids.ts'
import type { Listing } from '../../src/domain/shared/listing.ts'
import { number, orNone, text } from '../../src/domain/shared/listing.ts'
import type { Move, RecordType } from '../../src/domain/shared/record.ts'
import type { Instant, PlainDate } from '../../src/domain/shared/time.ts'

// A second kind of record, to see that nothing of the machinery knows observations.

export type Stage = 'open' | 'inProgress' | 'done' | 'verified' | 'cancelled'
type Party = 'owner' | 'agencyLead'
type Need = 'notTheOwner'

export interface Action {
  readonly stage: Stage
  readonly title: string
  readonly owner: PersonId
  readonly due: PlainDate
  readonly datesChanged: number
  readonly finishedAt: Instant | null
  readonly evidence: string
}

interface Context {
  readonly board: BoardSettings
  readonly now: Instant
}

const reason = { is: 'text', label: 'Reason', called: 'The reason', ask: 'Give a reason.' } as const
const byOwner = { by: ['owner'], needs: [], gates: [] } as const

export const ACTION_MOVES = {
  assign: { from: [], to: 'open', by: ['agencyLead'], needs: [], gates: [], label: 'Assign' },
  accept: {
    ...byOwner,
    from: ['open'],
    to: 'inProgress',
    label: 'Accept',
    event: 'ActionAccepted',
    fields: {},
  },
  changeDate: {
    ...byOwner,
    from: ['open', 'inProgress'],
    to: null,
    label: 'Change the date',
    event: 'DateChanged',
    fields: {
      due: { is: 'date', label: 'By when?', ask: 'Choose a day from today on.', from: 'today' },
      reason,
    },
  },
  finish: {
    ...byOwner,
    from: ['inProgress'],
    to: 'done',
    label: 'Finish',
    send: 'It is done',
    done: 'Somebody else looks at it now.',
    event: 'ActionFinished',
    fields: {
      evidence: {
        is: 'text',
        label: 'How can one see it?',
        called: 'The evidence',
        ask: 'Say how one can see that it is done.',
        atLeast: 10,
      },
    },
  },
  verify: {
    from: ['done'],
    to: 'verified',
    by: ['agencyLead'],
    needs: ['notTheOwner'],
    gates: [],
    label: 'Verify',
    event: 'ActionVerified',
    fields: {
      lookedAt: {
        is: 'text',
        label: 'What did you look at?',
        called: 'What you looked at',
        ask: 'Say what you looked at.',
      },
    },
  },
  cancel: {
    from: ['open', 'inProgress'],
    to: 'cancelled',
    by: ['agencyLead'],
    needs: [],
    gates: [],
    label: 'Cancel it',
    event: 'ActionCancelled',
    fields: { reason },
  },
} as const satisfies Record<string, Move<Stage, Party, Need, Action, Context>>

type Command = { readonly type: 'assign' } | CommandsOf<typeof ACTION_MOVES>
type Event =
  | {
      readonly type: 'ActionAssigned'
      readonly title: string
      readonly owner: PersonId
      readonly due: PlainDate
    }
  | EventsOf<typeof ACTION_MOVES>

export const actionRecord: RecordType<Action, Stage, Command, Event, Party, Need, Context, Action> =
  {
    kind: 'action',
    moves: ACTION_MOVES,
    needs: {
      notTheOwner: () => [],
    },
    partiesOf: (actor, action) => (action?.owner === actor.person ? ['owner'] : ['agencyLead']),
    decide: () => [],
    evolve(action, { event, at }) {
      if (event.type === 'ActionAssigned') {
        const { title, owner, due } = event
        return { stage: 'open', title, owner, due, datesChanged: 0, finishedAt: null, evidence: '' }
      }
      if (!action) throw new TypeError('an action begins with being assigned')
      switch (event.type) {
        case 'ActionAccepted':
          return { ...action, stage: 'inProgress' }
        case 'DateChanged':
          return { ...action, due: event.due ?? action.due, datesChanged: action.datesChanged + 1 }
        case 'ActionFinished':
          return { ...action, stage: 'done', evidence: event.evidence, finishedAt: at }
        case 'ActionVerified':
          return { ...action, stage: 'verified' }
        case 'ActionCancelled':
          return { ...action, stage: 'cancelled' }
      }
    },
    viewOf: (action) => action,
  }

const COLUMNS = {
  stage: text<Stage>(),
  owner: text<PersonId>(),
  due: text<PlainDate>(),
  datesChanged: number(),
  finishedAt: orNone(text<Instant>()),
} as const

export const ACTIONS = {
  name: 'actions',
  columns: COLUMNS,
  columnsOf: ({ stage, owner, due, datesChanged, finishedAt }) => ({
    stage,
    owner,
    due,
    datesChanged,
    finishedAt,
  }),
  orders: { dueFirst: ['due', 'id'], mostChanged: ['-datesChanged', 'due', '-id'] },
  counts: {},
  indexes: { own: ['owner', 'stage', 'due', 'id'] },
} as const satisfies Listing<Action, typeof COLUMNS, 'dueFirst' | 'mostChanged'>
