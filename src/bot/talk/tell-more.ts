import { tooLong } from '../../domain/machinery/fields/check.ts'
import { answerProblem } from '../../domain/observation/answers.ts'
import type { Answer, AnswerValue } from '../../domain/observation/types.ts'
import { questionsFor } from '../../domain/taxonomies/lists.ts'
import type { Question } from '../../domain/taxonomies/types.ts'
import { DomainError } from '../../domain/words/errors.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import { messageCard } from '../cards/build.ts'
import { answeredCard, moreCard } from '../cards/question-cards.ts'
import { added, keptAsNew, onceHere, saysAdded } from './add-words.ts'
import type { DialogState } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import { isAddition, nextAfterwards } from './engine.ts'
import { keptAsNext } from './keep-next.ts'
import { following, position, urgentIn } from './position.ts'
import { readAnswer, readField } from './read-answer.ts'
import type { Command } from './read-command.ts'
import { readKind } from './read-kind.ts'
import type { Fields, Response, Turning } from './turn.ts'

export type More = Extract<DialogState, { type: 'more' }>

interface Told {
  readonly note?: string
  readonly urgent?: string
}

export const isMore = (dialog: DialogState | null): dialog is More => dialog?.type === 'more'

/** Words that answer no question of the kind. Asked last; by "Add something" first. */
const ANYTHING_ELSE: Question = {
  code: 'anythingElse',
  asks: 'What would you like to add?',
  label: 'Added',
  means: 'Anything that has happened since, or that you left out.',
  example: '“It happened again on Monday.”',
  answer: { type: 'text' },
  required: false,
}

export const moreQuestion = ({ kind, question }: Pick<More, 'kind' | 'question'>): Question =>
  questionsFor(kind).find(({ code }) => code === question) ?? ANYTHING_ELSE

const asking = (dialog: More, told: Told = {}): Response => ({
  say: [askingCard(dialog, told)],
  dialog,
})

export const askingCard = (dialog: More, told: Told = {}) =>
  moreCard(dialog.ref, moreQuestion(dialog), told)

/** After the receipt, or from a report: the optional questions one by one, then anything else. */
export const more = (turning: Turning, fields: Fields): Promise<Response> =>
  nextOf(turning, fields['ref'] ?? '', null)

/** "Add something": begins with words of their own. */
export async function addSomething(turning: Turning, fields: Fields): Promise<Response> {
  const { dialog } = await opened(turning, fields['ref'] ?? '')
  return asking(dialog)
}

/** The report as its reporter may add to it, and the dialog in which they do. */
async function opened(turning: Turning, ref: string) {
  const { deps, actor } = turning
  const { view, allowed } = await getObservation(deps, ref, actor)
  if (!allowed.some(({ action }) => action === 'add'))
    throw new DomainError('not-possible-now', { action: 'add', stage: view.stage })
  const dialog: More = {
    type: 'more',
    ref,
    kind: view.kind,
    question: ANYTHING_ELSE.code,
    editedAt: deps.clock.now(),
    draft: draftIn(turning.dialog),
    later: laterIn(turning.dialog),
  }
  const given: readonly Answer[] = [...view.answers, ...view.additions.flatMap((a) => a.answers)]
  return { dialog, kind: view.kind, given }
}

async function nextOf(
  turning: Turning,
  ref: string,
  after: string | null,
  told: Told = {},
): Promise<Response> {
  const { dialog, kind, given } = await opened(turning, ref)
  const next = nextAfterwards(kind, given, after)
  return asking({ ...dialog, question: (next ?? ANYTHING_ELSE).code }, told)
}

/** The end of the optional questions. Another half-finished report comes back. */
function finished(turning: Turning, ref: string, { urgent = '', note = '' }: Told = {}): Response {
  const draft = draftIn(turning.dialog)
  const before = draft ? position(turning, draft, { resume: true }) : following(turning)
  const thanks = messageCard('Thank you, that helps', {
    urgent,
    note,
    buttons: [
      { title: 'Open my report', verb: 'openReport', data: { ref } },
      { title: 'Answer a few questions', verb: 'more', data: { ref } },
    ],
  })
  return { ...before, say: [thanks, ...before.say] }
}

async function answered(
  turning: Turning,
  dialog: More,
  given: AnswerValue | undefined,
): Promise<Response> {
  const { turn } = turning
  const said = turn.input.type === 'said' ? turn.input.text : ''
  const urgent = urgentIn(turning, said)
  const question = moreQuestion(dialog)
  const isElse = question.code === ANYTHING_ELSE.code
  if (!given) return asking(dialog, { note: 'Please choose an answer, or skip this question.' })
  const problem = answerProblem(question, given)
  if (problem !== undefined) return asking(dialog, { ...urgent, note: problem })
  const text = given.type === 'text' ? given.text : ''
  const words = isElse
    ? { text, answers: [] }
    : { text: null, answers: [{ question: question.code, value: given }] }
  // If another message moved the conversation on, this answers the next question and is no repeat.
  const once = onceHere(turning, question.code, words)
  const isAdded = await added(turning, dialog.ref, words, once)
  if (!isAdded) return text === '' ? closed(turning, dialog) : keptAsNew(turning, dialog.ref, text)
  const told = { ...urgent, ...(text === '' ? {} : { note: saysAdded(turning, dialog.ref, text) }) }
  const response = isElse
    ? finished(turning, dialog.ref, told)
    : await nextOf(turning, dialog.ref, question.code, told)
  return { ...response, replace: answeredCard(question, given) }
}

const closed = (turning: Turning, { ref }: More): Response => {
  const response = finished(turning, ref)
  const card = messageCard(`${ref} is closed. Nothing was changed`)
  return { ...response, say: [card, ...response.say.slice(1)] }
}

/** Words that are no answer to a choice are added as words. The choice stays open. */
async function wordsAdded(turning: Turning, dialog: More, said: string): Promise<Response> {
  const text = cleanText(said)
  if (text.length > TEXT_LIMIT) return asking(dialog, { note: tooLong(text, 'Your addition') })
  const isAdded = await added(
    turning,
    dialog.ref,
    { text, answers: [] },
    `${turning.turn.key}:words`,
  )
  if (!isAdded) return keptAsNew(turning, dialog.ref, text)
  const note = `${saysAdded(turning, dialog.ref, text)} This question is still open: you can skip it.`
  return asking(dialog, { ...urgentIn(turning, text), note })
}

/** Something was typed while an optional question is open. */
export async function answerToMore(
  turning: Turning,
  dialog: More,
  command: Command['type'] | undefined,
  text: string,
): Promise<Response> {
  if (command === 'skip') return skipped(turning, dialog)
  if (command === 'goOn' || command === 'back') return asking(dialog)
  if (command) return finished(turning, dialog.ref)
  const now = { ...dialog, editedAt: turning.deps.clock.now() }
  if (readKind(text)?.begins)
    return keptAsNext({ ...turning, dialog: now }, text, (on) =>
      asking({ ...now, later: laterIn(on.dialog) }),
    )
  const value = readAnswer(moreQuestion(dialog), text)
  return !value && isAddition(text) ? wordsAdded(turning, now, text) : answered(turning, now, value)
}

const skipped = (turning: Turning, dialog: More): Promise<Response> | Response =>
  dialog.question === ANYTHING_ELSE.code
    ? finished(turning, dialog.ref)
    : nextOf(turning, dialog.ref, dialog.question)

/** A button of an optional question. */
export async function morePressed(
  turning: Turning,
  dialog: More,
  fields: Fields,
  verb: 'answer' | 'skip' | 'stop',
): Promise<Response> {
  const isOpen = dialog.ref === fields['ref'] && dialog.question === fields['question']
  if (!isOpen) return { ...asking(dialog), replace: messageCard('This question is closed') }
  if (verb === 'answer')
    return answered(turning, dialog, readField(moreQuestion(dialog), fields['value']))
  if (verb === 'skip')
    return { ...(await skipped(turning, dialog)), replace: messageCard('Skipped') }
  return { ...finished(turning, dialog.ref), replace: messageCard('That is all, thank you') }
}

/** A button of an optional question when nothing is being asked any more. */
export const moreClosed = (): Response => ({
  say: [],
  replace: messageCard('This question is closed', {
    intro: ['Type the reference to add something to your report.'],
  }),
})
