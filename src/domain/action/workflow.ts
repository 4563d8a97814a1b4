import { DUE, holdersToChoose, NO_NAMES, REASON } from '../activity/fields.ts'
import type { RecordContext } from '../registered.ts'
import { DONE_MOVES } from './done-moves.ts'
import type { ActionMove } from './moves.ts'
import { byOwner } from './moves.ts'
import type { Action } from './types.ts'

const people = (_action: unknown, { board }: RecordContext) => holdersToChoose(board)

/** What was handed back is not its owner’s to go on with. */
const isTheirs = ({ handedBack }: Action) => handedBack === null

const OWNER = {
  is: 'person',
  label: 'Who does it?',
  ask: 'Choose who does it: a senior, an agency lead or the business manager.',
  people,
} as const

/** The workflow of an action (S42). */
export const ACTION_MOVES = {
  assign: {
    from: [],
    to: 'open',
    // Who gives it to themselves has taken it on.
    orTo: 'inProgress',
    by: ['planner'],
    needs: [],
    gates: [],
    label: 'Assign an action',
    send: 'Assign it',
    done: 'Assigned. Who does it is told.',
    fields: {
      what: {
        is: 'text',
        label: 'What will be done?',
        called: 'What will be done',
        ask: 'Write what will be done.',
        help: NO_NAMES,
        atMost: 1000,
      },
      change: {
        is: 'text',
        label: 'What will be different then?',
        called: 'What will be different',
        ask: 'Write what will be different once it is done.',
        help: 'How anybody could see that it worked.',
        atMost: 1000,
      },
      owner: OWNER,
      dueOn: DUE,
    },
  },
  arise: { from: [], to: 'open', orTo: 'inProgress', by: ['system'], needs: [], gates: [] },
  accept: {
    from: ['open'],
    to: 'inProgress',
    ...byOwner,
    label: 'Accept it',
    done: 'Accepted. Whoever assigned it is told.',
    event: 'ActionAccepted',
    fields: {},
  },
  handBack: {
    from: ['open'],
    to: null,
    ...byOwner,
    label: 'Hand it back',
    send: 'Hand it back',
    done: 'Handed back. Whoever assigned it is told, with the reason.',
    event: 'ActionHandedBack',
    fields: { reason: REASON },
    isDone: ({ handedBack }: Action) => handedBack !== null,
  },
  update: {
    from: ['inProgress', 'stuck'],
    to: null,
    ...byOwner,
    label: 'Say how it goes',
    send: 'Say so',
    done: 'Noted.',
    event: 'ActionUpdated',
    fields: {
      text: {
        is: 'text',
        label: 'How does it go?',
        called: 'How it goes',
        ask: 'Write in one line how it goes.',
        help: NO_NAMES,
        atMost: 300,
        short: true,
      },
    },
  },
  reportStuck: {
    from: ['open', 'inProgress'],
    to: 'stuck',
    ...byOwner,
    needs: ['canBeAsked', 'somebodyElse'],
    applies: isTheirs,
    label: 'It is stuck',
    send: 'Ask for help',
    done: 'Noted. Who can help is told today.',
    event: 'ActionStuck',
    fields: {
      reason: {
        is: 'text',
        label: 'What holds it up?',
        called: 'What holds it up',
        ask: 'Write what holds it up.',
        help: NO_NAMES,
        atMost: 1000,
      },
      helper: {
        is: 'person',
        label: 'Who can help?',
        help: 'They see the action until it can go on.',
        ask: 'Choose who can help: a senior, an agency lead or the business manager.',
        people,
      },
    },
  },
  unstick: {
    from: ['stuck'],
    to: 'inProgress',
    // Where it stood before.
    orTo: 'open',
    ...byOwner,
    by: ['owner', 'helper'],
    label: 'It can go on',
    send: 'Say so',
    done: 'Noted. Who does it can go on.',
    event: 'ActionUnstuck',
    fields: {
      text: {
        is: 'text',
        label: 'What made it possible?',
        called: 'What made it possible',
        ask: 'Write in a sentence what made it possible.',
        help: NO_NAMES,
        atMost: 1000,
      },
    },
  },
  changeDate: {
    from: ['open', 'inProgress', 'stuck'],
    to: null,
    by: ['dater'],
    needs: ['anotherDay'],
    gates: [],
    label: 'Change the date',
    send: 'Change it',
    done: 'Changed. The earlier date stays and is shown.',
    event: 'ActionDateChanged',
    fields: { dueOn: DUE, reason: REASON },
  },
  ...DONE_MOVES,
  handOver: {
    from: ['open', 'inProgress', 'stuck'],
    to: 'open',
    orTo: 'inProgress',
    by: ['agencyLeads', 'businessManager', 'maker'],
    needs: ['canBeAsked', 'somebodyElse'],
    gates: [],
    label: 'Hand it over',
    send: 'Hand it over',
    done: 'Handed over. Who does it now is told, and accepts it or hands it back.',
    fields: { owner: OWNER, reason: REASON },
  },
} as const satisfies Readonly<Record<string, ActionMove>>
