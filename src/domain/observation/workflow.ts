import {
  FEEDBACK_MODE_CODES,
  feedbackModes,
  KIND_CODES,
  labelOf,
  observationKinds,
  offered,
} from '../taxonomies/lists.ts'
import { asSentence } from '../words/text.ts'
import { REPLY } from './asking.ts'
import { DECIDE } from './decide-move.ts'
import type { ObservationMove } from './moves.ts'
import { REASON } from './moves.ts'
import { PASS_ON_LATE, REASSIGN, RECUSE } from './passing-on-moves.ts'
import { reviewOf } from './review-date.ts'
import { SAY_HARM } from './say-harm-move.ts'
import type { Observation } from './types.ts'

/** Rows of those who triage that keep the stage. */
const byTriager = { to: null, by: ['triager'], needs: [], gates: [] } as const

const ANYWHERE = {
  from: ['awaitingTriage', 'underWay', 'closed'],
  to: null,
  needs: [],
  gates: [],
} as const

/** The workflow of an observation. Guards, buttons, forms, the API and the documents come from it. */
export const OBSERVATION_MOVES = {
  raise: {
    from: [],
    to: 'awaitingTriage',
    by: ['staff'],
    needs: ['kind', 'answers', 'readers'],
    gates: [],
  },
  add: {
    from: ['awaitingTriage', 'underWay'],
    to: null,
    by: ['reporter'],
    needs: ['addition'],
    gates: [],
    label: 'Add something',
    send: 'Send',
    done: 'Added. Whoever reads your report sees it there. Thank you.',
    // Answers to further questions may come with the text, or instead of it.
    form: {
      text: {
        is: 'text',
        label: 'What would you like to add?',
        called: 'Your addition',
        ask: 'Write what you want to add.',
        help: 'Leave out names, dates of birth and addresses.',
      },
    },
  },
  reply: REPLY,
  acknowledge: {
    from: ['awaitingTriage'],
    ...byTriager,
    label: 'I am on it',
    done: 'The reporter is told that you are on it.',
    fields: {},
    event: 'ObservationAcknowledged',
    // Done once only: two seniors who start at the same time make one message.
    isDone: ({ acknowledged }: Observation) => acknowledged !== null,
  },
  reassign: REASSIGN,
  passOnLate: PASS_ON_LATE,
  recuse: RECUSE,
  correctKind: {
    from: ['awaitingTriage'],
    ...byTriager,
    ends: 'proposals',
    label: 'Correct the kind',
    send: 'Correct it',
    done: 'Kind corrected.',
    fields: {
      kind: {
        is: 'choice',
        label: 'What kind is it?',
        ask: 'Choose one of the eight kinds.',
        taken: 'It is already of this kind. Choose another, or leave it.',
        help: ({ kindByReporter }) =>
          `The reporter's own kind, ${labelOf(observationKinds, kindByReporter)}, is kept beside it.`,
        codes: KIND_CODES,
        choices: ({ kind }) =>
          offered(observationKinds)
            .filter(({ code }) => code !== kind)
            .map(({ code, label }) => ({ value: code, label, help: '' })),
      },
      reason: { ...REASON, help: 'The reporter can read it.' },
    },
  },
  sayHarm: SAY_HARM,
  ask: {
    from: ['awaitingTriage', 'underWay'],
    ...byTriager,
    label: 'Ask the reporter',
    send: 'Send the question',
    done: 'Asked. The reporter is told. Nothing waits for their answer: you can still decide.',
    event: 'ReporterAsked',
    fields: {
      question: {
        is: 'text',
        label: 'What would you like to know?',
        called: 'The question',
        help: 'The reporter reads it. Ask one thing, in plain words.',
        ask: 'Write the question.',
      },
    },
  },
  decide: DECIDE,
  giveFeedback: {
    from: ['underWay'],
    ...byTriager,
    label: 'Give feedback',
    send: 'Send the feedback',
    done: 'Feedback sent.',
    event: 'FeedbackGiven',
    fields: {
      mode: {
        is: 'choice',
        label: 'What kind of feedback is it?',
        ask: 'Choose what kind of feedback this is.',
        codes: FEEDBACK_MODE_CODES,
        expanded: true,
        starts: 'tellWhatWasDone',
        choices: () =>
          offered(feedbackModes).map(({ code, label, meaning }) => ({
            value: code,
            label,
            help: meaning,
          })),
      },
      text: {
        is: 'text',
        label: 'What the reporter will read',
        called: 'The feedback',
        help: 'Say what was done, in plain words.',
        ask: 'Write what the reporter should hear.',
        starts: ({ learned }) =>
          learned ? `People took this from it: ${learned.points.map(asSentence).join(' ')}` : '',
      },
    },
  },
  close: {
    from: ['underWay'],
    to: 'closed',
    by: ['triager'],
    needs: ['additionsRead'],
    gates: ['feedbackGiven'],
    ends: 'proposals',
    label: 'Close',
    send: 'Close it',
    confirm: 'The reporter is told that it is closed. It can be opened again later, with a reason.',
    done: 'Closed. The reporter is told.',
    fields: {
      // How much of what was added the closer has read. A page that shows the report knows this.
      readUpTo: {
        is: 'number',
        label: 'How much of what was added has been read',
        ask: 'Read what was added before you close it.',
        from: 0,
        to: 999_999,
        optional: true,
        given: ({ additions }) => additions.length,
      },
    },
  },
  lookAgain: {
    from: ['underWay', 'closed'],
    ...byTriager,
    label: 'I have looked again',
    confirm:
      'Nobody is reminded of the review date any more. Decide anew, or open it again, if something has to change.',
    done: 'Noted: it was looked at again.',
    fields: {},
    event: 'ObservationLookedAtAgain',
    isDone: (observation: Observation) => reviewOf(observation) === null,
  },
  // The result of a learning activity that a decision asked for. The product notes it.
  noteLearning: { ...ANYWHERE, by: ['system'] },
  noteNotHeld: { ...ANYWHERE, by: ['system'] },
  reopen: {
    from: ['closed'],
    to: 'awaitingTriage',
    by: ['triager', 'askedChair'],
    needs: [],
    gates: [],
    label: 'Open again',
    done: 'Open again: it waits for a decision.',
    event: 'ObservationReopened',
    fields: {
      reason: {
        ...REASON,
        help: 'Why does it need another decision? The reporter is told that it is open again, and can read the reason.',
      },
    },
  },
} as const satisfies Readonly<Record<string, ObservationMove>>

export type ObservationAction = keyof typeof OBSERVATION_MOVES
