import type { PersonId } from '../words/ids.ts'
import type { ObservationMove } from './moves.ts'
import type { Observation, Question } from './types.ts'

// Those who triage ask the reporter, who does them a favour by answering.

/** Questions the reporter has not answered, but those from before it was opened again. */
export const openQuestions = ({
  questions = [],
  waitingSince,
}: Pick<Observation, 'questions' | 'waitingSince'>) =>
  questions.filter(({ answeredAt, at }) => answeredAt === undefined && at >= waitingSince)

/** The reporter's next words are taken as their answer to every open question. */
export const answeredAt = (
  { questions = [] }: Pick<Observation, 'questions'>,
  at: string,
): readonly Question[] => questions.map((one) => ({ answeredAt: at, ...one }))

/** The people who asked what was answered last. */
export function answeredTo({
  questions = [],
}: Pick<Observation, 'questions'>): readonly PersonId[] {
  const last = questions
    .flatMap((one) => one.answeredAt ?? [])
    .sort()
    .at(-1)
  return questions.filter((one) => last && one.answeredAt === last).map(({ by }) => by)
}

/** Any words of the reporter are an answer. This row asks for them. */
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
  notNow:
    'Nothing is asked any more: it was answered, or decided meanwhile. What you wrote was not sent. Add it to your report instead.',
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
