import { HARM_CODES, harmChoices } from './harm.ts'
import type { ObservationMove } from './moves.ts'

/**
 * Whether a child died or came to serious harm. Nobody takes back alone what anybody has said of
 * it. Saying it ends what waits for the chair, since that was about something else.
 */
export const SAY_HARM = {
  from: ['awaitingTriage', 'underWay'],
  to: null,
  by: ['triager'],
  needs: [],
  gates: [],
  second: { by: ['chair'], unless: 'maySayAlone', workingDays: 2 },
  ends: 'proposals',
  label: 'Say whether a child was harmed',
  send: 'Keep it',
  done: 'Kept.',
  event: 'HarmSaid',
  fields: {
    harm: {
      is: 'choice',
      label: 'Did the child die, or come to serious harm?',
      ask: 'Choose one of the answers.',
      taken: 'This is what stands there already. Choose another, or leave it.',
      help: 'Where a child died or was seriously harmed, the chair has to agree to anything but considering a statutory review, and to taking this answer back.',
      codes: HARM_CODES,
      choices: ({ harm }) => harmChoices().filter(({ value }) => value !== harm),
    },
  },
} as const satisfies ObservationMove
