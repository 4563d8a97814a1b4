import type { Matter } from '../registered.ts'

/** What waits about an observation, in words. */
export const OBSERVATION_MATTERS = {
  acknowledge: { does: 'Say that you have it', is: 'A start' },
  decide: { does: 'Decide', is: 'A decision' },
  readAdded: { does: 'Read what was added', is: 'Danger that was added' },
  tell: { does: 'Tell the reporter what was done', is: 'Word of what was done' },
  close: { does: 'Close it', is: 'Closing' },
  answer: {
    does: 'Give the board’s answer to those who triage it',
    is: 'An answer of the board',
  },
  agree: { does: 'Agree to what is proposed, or say why not', is: 'An agreement' },
  reply: { does: 'Answer the question about your report', is: 'An answer to a question' },
  unanswered: {
    does: 'Go on without the reporter’s answer, or ask again',
    is: 'A question without an answer',
  },
  lookAgain: { does: 'Look at it again', is: 'A second look' },
} as const satisfies Readonly<Record<string, Matter>>

export type ObservationMatter = keyof typeof OBSERVATION_MATTERS
