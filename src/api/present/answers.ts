import type { z } from 'zod'
import type { ObservationDetail } from '../../contract/observations.ts'
import { sayAnswer, withQuestions } from '../../domain/observation/answers.ts'
import type { Answer, AnswerValue, Observation } from '../../domain/observation/types.ts'

type SaidAnswer = z.output<typeof ObservationDetail>['answers'][number]

/** Answers as people read them, with what a form starts from. */
export function presentAnswers(
  answers: readonly Answer[],
  observation: Pick<Observation, 'kind' | 'kindByReporter'>,
): SaidAnswer[] {
  return withQuestions(answers, observation).map(({ question, value }) => ({
    question: question.code,
    label: question.label,
    text: sayAnswer(question, value),
    value: presentValue(value),
  }))
}

function presentValue(value: AnswerValue): SaidAnswer['value'] {
  switch (value.type) {
    case 'text':
      return { type: 'text', text: value.text }
    case 'choice':
      return { type: 'choice', code: value.code }
    case 'choices':
      return { type: 'choices', codes: [...value.codes] }
    case 'tick':
      return { type: 'tick' }
    case 'notSure':
      return { type: 'notSure' }
  }
}
