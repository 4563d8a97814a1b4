import { OUTCOME_CODES, offered, triageOutcomes } from '../taxonomies/lists.ts'
import { asSentence } from '../words/text.ts'
import { isGrave } from './harm.ts'
import { LEARNING_FIELDS } from './learning.ts'
import type { ObservationMove } from './moves.ts'
import { REASON } from './moves.ts'
import { startingWords } from './wording.ts'

/** A decision comes with a reason of at least this many characters. */
export const DECISION_REASON_AT_LEAST = 20

/**
 * The decision (S13). Nobody can decide while one waits for the chair: that is answered or taken
 * back first.
 */
export const DECIDE = {
  from: ['awaitingTriage', 'underWay'],
  to: 'underWay',
  // An outcome that is the whole answer leaves nothing to do.
  orTo: 'closed',
  by: ['triager'],
  needs: [],
  gates: [],
  second: { by: ['chair'], unless: 'mayDecideAlone', workingDays: 2 },
  ends: 'proposals',
  label: 'Decide',
  send: 'Send decision',
  preview: 'This is how the reporter will read it',
  done: 'Decision sent.',
  fields: {
    outcome: {
      is: 'choice',
      label: 'What should happen with it?',
      ask: 'Choose what should happen with it.',
      help: (observation) =>
        isGrave(observation)
          ? 'A child died or was seriously harmed: to anything but considering a statutory review the chair has to agree, within 2 working days.'
          : '',
      codes: OUTCOME_CODES,
      expanded: true,
      choices: () =>
        offered(triageOutcomes).map(({ code, label, needs, follows }) => ({
          value: code,
          label,
          help: `${follows} Worth saying in the reason: ${asSentence(needs)}`,
        })),
    },
    ...LEARNING_FIELDS,
    reason: {
      ...REASON,
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
      startsBy: {
        field: 'outcome',
        starts: (_observation, { board }) =>
          Object.fromEntries(
            OUTCOME_CODES.map((code) => [code, startingWords(code, '{ref}', board.profile)]),
          ),
      },
    },
    nextReviewOn: {
      is: 'date',
      label: 'Look at it again on',
      help: 'It stands beside the decision, also for the reporter. Whoever triages is reminded on that day.',
      ask: 'Choose a review date that is today or later, or leave it empty.',
      optional: true,
      from: 'today',
    },
  },
} as const satisfies ObservationMove
