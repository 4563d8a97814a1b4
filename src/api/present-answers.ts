import type { z } from 'zod'
import type { ObservationDetail } from '../contract/observations.ts'
import { sayAnswer } from '../domain/observation/answers.ts'
import type { Answer, AnswerValue, Observation } from '../domain/observation/types.ts'
import { questionSets, questionsFor } from '../domain/taxonomies/lists.ts'
import type { Question } from '../domain/taxonomies/types.ts'

type SaidAnswer = z.output<typeof ObservationDetail>['answers'][number]

/** Answers as people read them, with what a form starts from. */
export function presentAnswers(
  answers: readonly Answer[],
  observation: Pick<Observation, 'kind' | 'kindByReporter'>,
): SaidAnswer[] {
  // First as the reporter was asked; triage may have corrected the kind since. Then any question
  // there ever was: one that is no longer asked keeps its wording.
  const asked = [
    ...questionsFor(observation.kindByReporter),
    ...questionsFor(observation.kind),
    ...questionSets.flatMap(({ questions }) => questions),
  ]
  return answers.map(({ question: code, value }) => {
    const question = asked.find((known) => known.code === code) ?? unknownQuestion(code)
    return {
      question: code,
      label: question.label,
      text: sayAnswer(question, value),
      value: presentValue(value),
    }
  })
}

const unknownQuestion = (code: string): Question => ({
  code,
  asks: code,
  label: code,
  answer: { type: 'text' },
  required: false,
})

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
