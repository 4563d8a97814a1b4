import { answerProblem, unanswered } from '../../domain/observation/answers.ts'
import { soundsUrgent } from '../../domain/observation/danger.ts'
import type { Answer, AnswerValue } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { observationKinds, questionsFor } from '../../domain/taxonomies/lists.ts'
import type { Question } from '../../domain/taxonomies/types.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import type { Draft } from './draft.ts'

/** The questions of a draft before it is checked and sent, in order. */
export const askedBeforeSending = (kind: KindCode): readonly Question[] =>
  questionsFor(kind).filter(({ required }) => required)

/** The questions offered after the receipt. */
export const askedAfterwards = (kind: KindCode): readonly Question[] =>
  questionsFor(kind).filter(({ required }) => !required)

/** The question that opens a kind's story. What was said first goes there. */
export const openingOf = (kind: KindCode | null): Question | undefined =>
  (kind ? questionsFor(kind) : []).find(
    ({ code, replaces }) => replaces === 'story' || code === 'story',
  )

export const questionAt = (draft: Draft): Question | undefined => {
  const { at, kind } = draft
  return typeof at === 'object' && kind
    ? questionsFor(kind).find(({ code }) => code === at.question)
    : undefined
}

export const withAnswer = (
  answers: readonly Answer[],
  question: string,
  value: AnswerValue,
): readonly Answer[] => [
  ...answers.filter((answer) => answer.question !== question),
  { question, value },
]

/** Moves on to the first question without an answer; to the check when there is none. */
export function advanced(draft: Draft): Draft {
  if (!draft.kind) return { ...draft, at: 'kind' }
  const open = unanswered(draft.kind, draft.answers)[0]
  return { ...draft, at: open ? { question: open.code } : 'check' }
}

/** A new draft. What was said already is put in its place once a kind is known. */
export const begun = (id: string, kind: KindCode | null, said: string | null): Draft => {
  const draft: Draft = { id, kind: null, said, answers: [], at: 'kind' }
  return kind ? ofKind(draft, kind) : draft
}

/**
 * The draft as one of this kind. The opening answer moves to this kind's opening question. All
 * other answers stay, also those this kind does not ask for, in case the kind changes back.
 */
export function ofKind(draft: Draft, kind: KindCode): Draft {
  const opening = openingOf(kind)
  const before = draft.kind ? openingOf(draft.kind) : undefined
  const wasAsked = before !== undefined && !draft.unasked?.includes(before.code)
  const told = draft.answers.find(({ question }) => question === before?.code)?.value
  const value: AnswerValue | undefined =
    told ?? (draft.said === null ? undefined : { type: 'text', text: draft.said })
  const kept = draft.answers.filter(({ question }) => question !== before?.code)
  // Words too long to fit are asked for again rather than cut.
  const fits = opening && value && answerProblem(opening, value) === undefined
  const answers = fits ? withAnswer(kept, opening.code, value) : kept
  const unasked = fits && !(told && wasAsked) ? [opening.code] : []
  return advanced({ ...draft, kind, answers, unasked })
}

/** The answers that are sent: those to questions of its kind. */
export const answersFor = (kind: KindCode, answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ question }) => questionsFor(kind).some(({ code }) => code === question))

/** What was written to questions that the kind does not ask. It is sent with the report all the same. */
export function besideKind({ kind, answers }: Draft): readonly Written[] {
  const asked = kind ? questionsFor(kind) : []
  return answers.flatMap(({ question, value }) => {
    if (value.type !== 'text' || asked.some(({ code }) => code === question)) return []
    const label = EVERY_QUESTION.get(question)?.label ?? 'Also'
    const said = `${label}: ${value.text}`
    // An answer as long as an answer may be leaves no room for its question.
    const words = said.length > TEXT_LIMIT ? value.text : said
    return [{ question, label, text: value.text, words }]
  })
}

interface Written {
  readonly question: string
  readonly label: string
  readonly text: string
  /** What is added to the report. */
  readonly words: string
}

const EVERY_QUESTION: ReadonlyMap<string, Question> = new Map(
  observationKinds.items.flatMap(({ code }) =>
    // The list and the union are tested to be the same.
    questionsFor(code as KindCode).map((question) => [question.code, question] as const),
  ),
)

/** Why the first words could not become the answer asked for now; '' otherwise. */
export function whyAskedAgain(draft: Draft): string {
  const question = questionAt(draft)
  const { kind, said, answers } = draft
  if (!question || !kind || said === null || question.code !== openingOf(kind)?.code) return ''
  const isAnswered = answers.some((answer) => answer.question === question.code)
  return isAnswered ? '' : (answerProblem(question, { type: 'text', text: said }) ?? '')
}

/** The draft with an answer to its current question, or the sentence why it does not fit. */
export function answered(draft: Draft, question: Question, value: AnswerValue): Draft | string {
  const problem = answerProblem(question, value)
  if (problem !== undefined) return problem
  return advanced({ ...draft, answers: withAnswer(draft.answers, question.code, value) })
}

/** Moves on from a question that was answered before; otherwise stays. */
export function movedOn(draft: Draft): Draft {
  const question = questionAt(draft)
  return draft.answers.some((answer) => answer.question === question?.code)
    ? advanced(draft)
    : draft
}

/** This many words are a story. Fewer may be a choice, or a question to the bot. */
export const WORDS_OF_A_STORY = 5

/**
 * The draft with a story told while a choice was asked: people begin with what matters to them.
 * `undefined` where it is no story, or the story has been told already.
 */
export function toldEarly(draft: Draft, asked: Question, said: string): Draft | undefined {
  const opening = draft.kind ? openingOf(draft.kind) : undefined
  const isTold = draft.answers.some(({ question }) => question === opening?.code)
  if (!opening || isTold || asked.answer.type === 'text') return undefined
  if (!isAddition(said)) return undefined
  const value = { type: 'text', text: cleanText(said) } as const
  if (answerProblem(opening, value) !== undefined) return undefined
  const answers = withAnswer(draft.answers, opening.code, value)
  return { ...draft, answers, unasked: [...(draft.unasked ?? []), opening.code] }
}

/** Whether words tell something. Words that sound like danger always do. */
export const isStory = (said: string): boolean =>
  said.trim().split(/\s+/).length >= WORDS_OF_A_STORY || soundsUrgent(said)

/** An addition may be this short: too many do no harm, lost words do. */
const WORDS_OF_AN_ADDITION = 3

export const isAddition = (said: string): boolean =>
  isStory(said) || cleanText(said).split(/\s+/).length >= WORDS_OF_AN_ADDITION

interface Ending {
  readonly begins: string
  readonly characters: number
}

/**
 * The draft without the ending of its story, and that ending; `undefined` where it ends otherwise.
 */
export function withoutEnding(
  draft: Draft,
  { begins, characters }: Ending,
): { readonly draft: Draft; readonly ending: string } | undefined {
  const opening = draft.kind ? openingOf(draft.kind) : undefined
  const told = draft.answers.find(({ question }) => question === opening?.code)?.value
  const story = told?.type === 'text' ? told.text : draft.said
  const at = (story?.length ?? 0) - characters
  const ending = story?.slice(at) ?? ''
  const text = cleanText(story?.slice(0, Math.max(0, at)) ?? '')
  if (text === '' || begins === '' || !ending.startsWith(begins)) return undefined
  if (!opening || !told) return { draft: { ...draft, said: text }, ending }
  const answers = withAnswer(draft.answers, opening.code, { type: 'text', text })
  return { draft: { ...draft, answers }, ending }
}

/** The draft with more of its story; `undefined` where both do not fit into one answer. */
export function withMore(draft: Draft, words: string): Draft | undefined {
  const opening = draft.kind ? openingOf(draft.kind) : undefined
  const told = draft.answers.find(({ question }) => question === opening?.code)?.value
  const earlier = opening ? (told?.type === 'text' ? told.text : '') : (draft.said ?? '')
  const text = [earlier, cleanText(words)].filter((part) => part !== '').join('\n')
  if (!opening) return { ...draft, said: text }
  const value = { type: 'text', text } as const
  if (answerProblem(opening, value) !== undefined) return undefined
  const answers = withAnswer(draft.answers, opening.code, value)
  return told ? { ...draft, answers } : { ...draft, answers, unasked: [opening.code] }
}

/** What somebody wrote into a draft, in their words. */
export const wordsOf = ({ kind, said, answers }: Draft): string => {
  const texts = answers.flatMap(({ value }) => (value.type === 'text' ? [value.text] : []))
  return kind && texts.length > 0 ? texts.join('\n') : (said ?? texts.join('\n'))
}

/** "2 of 3". Counts only questions that are asked. */
export function stepOf({ kind, unasked = [] }: Draft, { code }: Question) {
  const asked = (kind ? askedBeforeSending(kind) : []).filter(
    (question) => question.code === code || !unasked.includes(question.code),
  )
  return { place: asked.findIndex((question) => question.code === code) + 1, of: asked.length }
}

/** One step back: the question before this one, or the choice of the kind. */
export function steppedBack(draft: Draft): Draft {
  if (!draft.kind || draft.at === 'kind') return { ...draft, at: 'kind' }
  const asked = askedBeforeSending(draft.kind)
  const { at } = draft
  const index = at === 'check' ? asked.length : asked.findIndex(({ code }) => code === at.question)
  const before = asked[index - 1]
  return { ...draft, at: before ? { question: before.code } : 'kind' }
}

/** The next unanswered optional question after this one; the first when none is given. */
export function nextAfterwards(
  kind: KindCode,
  answers: readonly Answer[],
  after: string | null,
): Question | undefined {
  const asked = askedAfterwards(kind)
  const from = after === null ? 0 : asked.findIndex(({ code }) => code === after) + 1
  return asked.slice(from).find(({ code }) => !answers.some(({ question }) => question === code))
}
