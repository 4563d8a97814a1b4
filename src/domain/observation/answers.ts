import { tooLong } from '../machinery/fields/check.ts'
import type { KindCode } from '../taxonomies/lists.ts'
import { questionSets, questionsFor } from '../taxonomies/lists.ts'
import type { Question } from '../taxonomies/types.ts'
import type { Missing } from '../words/errors.ts'
import { cleanText, isBlank, TEXT_LIMIT } from '../words/text.ts'
import { soundsUrgent } from './danger.ts'
import type { Addition, Answer, AnswerValue, Observation } from './types.ts'

/** Whether an answer fits its question; the sentence says what to do instead. */
export function answerProblem(question: Question, value: AnswerValue): string | undefined {
  const { answer, label } = question
  const choose = `Choose one of the answers offered for “${label}”.`
  switch (value.type) {
    case 'text':
      if (answer.type !== 'text') return choose
      if (isBlank(value.text)) return `Write a few words for “${label}”: one sentence is enough.`
      return value.text.length > TEXT_LIMIT ? tooLong(value.text, `“${label}”`) : undefined
    case 'notSure':
      return answer.type === 'text' && answer.orNotSure ? undefined : choose
    case 'choice':
      return answer.type === 'choice' && answer.items.some(({ code }) => code === value.code)
        ? undefined
        : choose
    case 'choices':
      return answer.type === 'choices' &&
        value.codes.length > 0 &&
        new Set(value.codes).size === value.codes.length &&
        value.codes.every((chosen) => answer.items.some(({ code }) => code === chosen))
        ? undefined
        : choose
    case 'tick':
      return answer.type === 'tick' ? undefined : choose
  }
}

/** Answers that do not belong to the kind, stand twice or do not fit their question. */
export function answerProblems(kind: KindCode, answers: readonly Answer[]): readonly Missing[] {
  const questions = questionsFor(kind)
  return answers.flatMap(({ question: code, value }, index): readonly Missing[] => {
    const question = questions.find((asked) => asked.code === code)
    const need = `answers.${code}`
    if (!question) return [{ need, say: 'One answer belongs to no question of this kind.' }]
    if (answers.findIndex((other) => other.question === code) !== index)
      return [{ need, say: `“${question.label}” is answered twice. Keep one answer.` }]
    const say = answerProblem(question, value)
    return say === undefined ? [] : [{ need, say }]
  })
}

/** Questions of the kind that must be answered and are not. */
export function unanswered(kind: KindCode, answers: readonly Answer[]): readonly Question[] {
  return questionsFor(kind).filter(
    ({ code, required }) => required && !answers.some(({ question }) => question === code),
  )
}

/** The same answers with every text made safe to keep: see `cleanText`. */
export const cleanAnswers = (answers: readonly Answer[]): readonly Answer[] =>
  answers.map((answer) =>
    answer.value.type === 'text'
      ? { ...answer, value: { type: 'text', text: cleanText(answer.value.text) } }
      : answer,
  )

/** An answer as people read it: their own words, or the labels of what they chose. */
export function sayAnswer(question: Question, value: AnswerValue): string {
  const { answer } = question
  const labelFor = (code: string) =>
    ('items' in answer && answer.items.find((item) => item.code === code)?.label) ||
    'No longer on the list'
  switch (value.type) {
    case 'text':
      return value.text
    case 'notSure':
      return 'Not sure'
    case 'choice':
      return labelFor(value.code)
    case 'choices':
      return value.codes.map(labelFor).join(', ')
    case 'tick':
      return 'Yes'
  }
}

export interface AskedAnswer {
  readonly question: Question
  readonly value: AnswerValue
}

/**
 * Answers with their questions: those the reporter was asked, or those of the kind it was corrected
 * to. A question that is no longer asked keeps its wording.
 */
export function withQuestions(
  answers: readonly Answer[],
  { kind, kindByReporter }: Pick<Observation, 'kind' | 'kindByReporter'>,
): readonly AskedAnswer[] {
  const known = [
    ...questionsFor(kindByReporter),
    ...questionsFor(kind),
    ...questionSets.flatMap(({ questions }) => questions),
  ]
  return answers.map(({ question: code, value }) => ({
    question: known.find((question) => question.code === code) ?? unknownQuestion(code),
    value,
  }))
}

const unknownQuestion = (code: string): Question => ({
  code,
  asks: 'A question that is no longer asked',
  label: 'A question that is no longer asked',
  answer: { type: 'text' },
  required: false,
})

/** Every question's answer as it stands now. A later addition wins over what was sent. */
export function answersNow({
  answers,
  additions,
}: Pick<Observation, 'answers' | 'additions'>): readonly Answer[] {
  const all = [...answers, ...additions.flatMap((addition) => addition.answers)]
  return [...new Map(all.map((answer) => [answer.question, answer])).values()]
}

/** The chosen code of a question, if it was answered by choosing one. */
export function chosen(answers: readonly Answer[], question: string): string | undefined {
  const value = answers.find((answer) => answer.question === question)?.value
  return value?.type === 'choice' ? value.code : undefined
}

/** The chosen code of a question as things stand now. */
export const chosenLast = (
  observation: Pick<Observation, 'answers' | 'additions'>,
  question: string,
): string | undefined => chosen(answersNow(observation), question)

/** Anything but a clear "no" is looked at the same day (I1). */
export const mayBeDanger = (answers: readonly Answer[]): boolean =>
  chosen(answers, 'dangerNow') !== 'no'

/**
 * Whether an addition says that a child may be at risk: asked and not denied, or in its own words.
 */
export function saysDanger(added: Pick<Addition, 'text' | 'answers'>): boolean {
  const answered = chosen(added.answers, 'dangerNow')
  return (answered !== undefined && answered !== 'no') || soundsOfDanger(added)
}

/** Words of danger from somebody who was not asked whether there is danger now. */
export const soundsOfDanger = ({ text, answers }: Pick<Addition, 'text' | 'answers'>): boolean =>
  [text ?? '', ...answers.map(({ value }) => (value.type === 'text' ? value.text : ''))].some(
    soundsUrgent,
  )
