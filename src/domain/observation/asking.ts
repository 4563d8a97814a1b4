import type { PersonId } from '../words/ids.ts'
import type { ObservationMove } from './moves.ts'
import type { Observation, Question } from './types.ts'

// Whoever triages asks the reporter, who does them a favour by answering.

/** What the reporter was asked and has not answered. */
export const openQuestions = ({ questions = [] }: Pick<Observation, 'questions'>) =>
  questions.filter(({ answeredAt }) => answeredAt === undefined)

/** Whatever they write then is taken as their answer to all that is open. */
export const answeredAt = (
  { questions = [] }: Pick<Observation, 'questions'>,
  at: string,
): readonly Question[] => questions.map((one) => ({ answeredAt: at, ...one }))

/** Whoever asked what was answered last. */
export function answeredTo({
  questions = [],
}: Pick<Observation, 'questions'>): readonly PersonId[] {
  const last = questions
    .flatMap((one) => one.answeredAt ?? [])
    .sort()
    .at(-1)
  return questions.filter((one) => last && one.answeredAt === last).map(({ by }) => by)
}

/** Any words of the reporter answer: this row is where they are asked for them. */
export const REPLY = {
  from: ['awaitingTriage', 'underWay'],
  to: null,
  by: ['reporter'],
  needs: [],
  gates: [],
  label: 'Answer',
  send: 'Send the answer',
  done: 'Sent. Whoever asked is told. Thank you.',
  applies: (observation: Observation) => openQuestions(observation).length > 0,
  fields: {
    answer: {
      is: 'text',
      label: 'Your answer',
      called: 'Your answer',
      help: (observation: Observation) =>
        openQuestions(observation)
          .map(({ question }) => question)
          .join(' '),
      ask: 'Write your answer.',
    },
  },
} as const satisfies ObservationMove
