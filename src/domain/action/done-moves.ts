import { choicesOf, NO_NAMES } from '../activity/fields.ts'
import {
  actionEvidence,
  CHECK_RESULT_CODES,
  checkLooks,
  checkResults,
} from '../taxonomies/lists.ts'
import type { ActionMove } from './moves.ts'
import { byOwner } from './moves.ts'

/** How an action ends: its owner says that it is done, and somebody else looks at it (S42). */
export const DONE_MOVES = {
  finish: {
    from: ['inProgress'],
    to: 'done',
    ...byOwner,
    needs: ['moreThanTraining'],
    label: 'Say that it is done',
    send: 'It is done',
    done: 'Noted. Somebody else checks it now.',
    event: 'ActionFinished',
    fields: {
      did: {
        is: 'text',
        label: 'What was done?',
        called: 'What was done',
        ask: 'Write what was done.',
        help: NO_NAMES,
        atMost: 1000,
      },
      evidence: {
        is: 'choices',
        label: 'What shows it?',
        help: 'A training record alone is never enough.',
        ask: 'Choose at least one thing that shows it.',
        choices: () => choicesOf(actionEvidence),
      },
      shows: {
        is: 'text',
        label: 'Where can it be seen, and what does it show?',
        called: 'What it shows',
        ask: 'Write where it can be seen, and what it shows.',
        help: NO_NAMES,
        atMost: 1000,
      },
    },
  },
  check: {
    from: ['done'],
    to: 'checked',
    orTo: 'inProgress',
    by: ['checker'],
    needs: [],
    gates: [],
    label: 'Check it',
    send: 'Record the check',
    done: 'Recorded. Whoever has to know is told.',
    fields: {
      looks: {
        is: 'choices',
        label: 'How did you look at it?',
        ask: 'Choose at least one way in which you looked at it.',
        choices: () => choicesOf(checkLooks),
      },
      looked: {
        is: 'text',
        label: 'What did you look at, and what did you see?',
        called: 'What you looked at',
        ask: 'Write what you looked at, and what you saw.',
        help: NO_NAMES,
        atMost: 1000,
      },
      result: {
        is: 'choice',
        label: 'Is it there?',
        ask: 'Choose whether it is there.',
        codes: CHECK_RESULT_CODES,
        choices: () => choicesOf(checkResults),
      },
      missing: {
        is: 'text',
        label: 'What is missing?',
        called: 'What is missing',
        ask: 'Write what is missing: it goes back with that.',
        help: NO_NAMES,
        atMost: 1000,
        when: { field: 'result', oneOf: ['notAccepted'] },
      },
    },
  },
} as const satisfies Readonly<Record<string, ActionMove>>
