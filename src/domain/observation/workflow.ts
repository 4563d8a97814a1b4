import { agencyOf } from '../board/directory.ts'
import type { FieldOf } from '../machinery/fields/kinds.ts'
import type { Move } from '../machinery/record-kind.ts'
import {
  FEEDBACK_MODE_CODES,
  feedbackModes,
  KIND_CODES,
  labelOf,
  OUTCOME_CODES,
  observationKinds,
  offered,
  triageOutcomes,
} from '../taxonomies/lists.ts'
import type { ObservationContext } from './needs.ts'
import { destinationsOf } from './routing.ts'
import { sayPerson } from './saying.ts'
import type { Observation, ObservationStage } from './types.ts'

/**
 * What somebody is to an observation. `triager`: the seniors and leads of the agency it was routed
 * to, never its own reporter; the business manager where nobody is left, then the chair.
 */
export type ObservationParty = 'staff' | 'reporter' | 'triager'

/** What an action needs beside what its fields ask for: rules that look at several things at once. */
export type ObservationNeed = 'kind' | 'answers' | 'readers' | 'addition' | 'feedbackGiven'

/** S13: a decision comes with a reason of at least this many characters. */
export const DECISION_REASON_AT_LEAST = 20

const reason = {
  is: 'text',
  label: 'Reason',
  called: 'The reason',
  ask: 'Give a reason: one sentence is enough.',
} as const satisfies FieldOf<'text', Observation, ObservationContext>

/** What leaves it where it is, by those who triage it. */
const byTriager = { to: null, by: ['triager'], needs: [], gates: [] } as const

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
    done: 'Added. Thank you. If a child is in danger now, call 999 as well: nobody may read this at once.',
    // Answers to further questions may come with it, or instead of it.
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
  acknowledge: {
    from: ['awaitingTriage'],
    ...byTriager,
    label: 'I am on it',
    done: 'The reporter is told that you are on it.',
    fields: {},
    event: 'ObservationAcknowledged',
    // Once is enough: two seniors who start at the same time make one message.
    isDone: ({ acknowledged }: Observation) => acknowledged !== null,
  },
  reassign: {
    from: ['awaitingTriage'],
    to: null,
    by: ['triager'],
    needs: [],
    gates: [],
    label: 'Reassign',
    done: 'Reassigned. The reporter is told who reads it now.',
    fields: {
      to: {
        is: 'place',
        label: 'Who should look at it?',
        ask: 'Choose the agency that should look at it.',
        notThere: 'This person does not triage for that agency. Choose another.',
        help: ({ route }, { board }) =>
          `It is with ${agencyOf(board, route.agency)?.name ?? 'another agency'} now.`,
        places: (observation, { board }) =>
          destinationsOf(observation, board).map(({ people, ...there }) => ({
            ...there,
            people: people.map((id) => ({ id, name: sayPerson(board, id) })),
          })),
      },
      reason: {
        ...reason,
        help: 'For whoever it goes to. The reporter does not see it.',
      },
    },
  },
  correctKind: {
    from: ['awaitingTriage'],
    ...byTriager,
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
      reason: { ...reason, help: 'The reporter can read it.' },
    },
  },
  decide: {
    from: ['awaitingTriage', 'underWay'],
    to: 'underWay',
    // An outcome that is the whole answer leaves nothing to do.
    orTo: 'closed',
    by: ['triager'],
    needs: [],
    gates: [],
    label: 'Decide',
    send: 'Send decision',
    done: 'Decision sent.',
    fields: {
      outcome: {
        is: 'choice',
        label: 'What should happen with it?',
        ask: 'Choose what should happen with it.',
        codes: OUTCOME_CODES,
        expanded: true,
        choices: () =>
          offered(triageOutcomes).map(({ code, label, follows }) => ({
            value: code,
            label,
            help: follows,
          })),
      },
      reason: {
        ...reason,
        help: 'The reporter reads it.',
        atLeast: DECISION_REASON_AT_LEAST,
      },
      words: {
        is: 'text',
        label: 'What the reporter will read',
        called: 'What the reporter will read',
        help: 'One sentence in plain words: what happens now, and by when.',
        ask: 'Write the sentence the reporter will read.',
        noGaps: true,
      },
      nextReviewOn: {
        is: 'date',
        label: 'Look at it again on',
        help: 'It stands beside the decision, also for the reporter. Nobody is reminded of it.',
        ask: 'Choose a review date that is today or later, or leave it empty.',
        optional: true,
        from: 'today',
      },
    },
  },
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
      },
    },
  },
  close: {
    from: ['underWay'],
    to: 'closed',
    by: ['triager'],
    needs: [],
    gates: ['feedbackGiven'],
    label: 'Close',
    confirm:
      'Read what the reporter added last before you close it. The reporter is told that it is closed. It can be opened again later, with a reason.',
    done: 'Closed. The reporter is told.',
    event: 'ObservationClosed',
    fields: {},
  },
  reopen: {
    from: ['closed'],
    to: 'awaitingTriage',
    by: ['triager'],
    needs: [],
    gates: [],
    label: 'Open again',
    done: 'Open again: it waits for a decision.',
    event: 'ObservationReopened',
    fields: {
      reason: {
        ...reason,
        help: 'Why does it need another decision? The reporter is told that it is open again, and can read the reason.',
      },
    },
  },
} as const satisfies Record<
  string,
  Move<ObservationStage, ObservationParty, ObservationNeed, Observation, ObservationContext>
>

export type ObservationAction = keyof typeof OBSERVATION_MOVES
