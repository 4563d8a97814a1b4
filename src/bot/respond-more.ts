import { answerProblem } from '../domain/observation/answers.ts'
import type { Answer } from '../domain/observation/types.ts'
import { DomainError } from '../domain/shared/errors.ts'
import { questionsFor } from '../domain/taxonomies/lists.ts'
import type { Question } from '../domain/taxonomies/types.ts'
import { changeObservation } from '../usecases/observation/change-observation.ts'
import { getObservation } from '../usecases/observation/get-observation.ts'
import { messageCard } from './cards/build.ts'
import type { Card } from './cards/card-data.ts'
import { answeredCard, moreCard } from './cards/question-cards.ts'
import type { DialogState } from './conversation/draft.ts'
import { draftIn } from './conversation/draft.ts'
import { nextAfterwards } from './conversation/engine.ts'
import { readAnswer, readField } from './conversation/read-answer.ts'
import type { Command } from './conversation/read-command.ts'
import { position, urgentIn } from './respond-position.ts'
import type { Fields, Response, Turning } from './turn.ts'

type More = Extract<DialogState, { type: 'more' }>

interface Told {
  readonly note?: string
  readonly urgent?: string
}

export const isMore = (dialog: DialogState | null): dialog is More => dialog?.type === 'more'

/** Asked last: words that answer no question of the kind. */
const ANYTHING_ELSE: Question = {
  code: 'anythingElse',
  asks: 'What would you like to add?',
  label: 'Added',
  answer: { type: 'text' },
  required: false,
}

const questionOf = ({ kind, question }: More): Question =>
  questionsFor(kind).find(({ code }) => code === question) ?? ANYTHING_ELSE

function asking(dialog: More, told: Told = {}): Response {
  return { say: [moreCard(dialog.ref, questionOf(dialog), told)], dialog }
}

/** After the receipt, or from a report: the optional questions one by one, then anything else. */
export async function more(turning: Turning, fields: Fields): Promise<Response> {
  return nextOf(turning, fields['ref'] ?? '', null)
}

async function nextOf(
  turning: Turning,
  ref: string,
  after: string | null,
  told: Told = {},
): Promise<Response> {
  const { deps, actor } = turning
  const { view, allowed } = await getObservation(deps, ref, actor)
  if (!allowed.some(({ action }) => action === 'add'))
    throw new DomainError('not-possible-now', { action: 'add', stage: view.stage })
  const given: readonly Answer[] = [...view.answers, ...view.additions.flatMap((a) => a.answers)]
  const next = nextAfterwards(view.kind, given, after)
  if (!next && after === ANYTHING_ELSE.code) return finished(turning, ref, told)
  const dialog: More = {
    type: 'more',
    ref,
    kind: view.kind,
    question: (next ?? ANYTHING_ELSE).code,
    editedAt: deps.clock.now(),
    draft: draftIn(turning.dialog),
  }
  return asking(dialog, told)
}

function finished(turning: Turning, ref: string, { urgent = '' }: Told = {}): Response {
  const draft = draftIn(turning.dialog)
  const before = draft ? position(turning, draft, { resume: true }) : { say: [], dialog: null }
  const thanks = messageCard('Thank you, that helps', {
    urgent,
    buttons: [{ title: 'Open my report', verb: 'openReport', data: { ref } }],
  })
  return { ...before, say: [thanks, ...before.say] }
}

async function added(turning: Turning, dialog: More, given: ReturnType<typeof readAnswer>) {
  const { deps, turn, actor } = turning
  const urgent = urgentIn(turning, turn.input.type === 'said' ? turn.input.text : '')
  const question = questionOf(dialog)
  const isElse = question.code === ANYTHING_ELSE.code
  if (!given)
    return asking(dialog, { ...urgent, note: 'Please choose an answer, or skip this question.' })
  const problem = answerProblem(question, given)
  if (problem !== undefined) return asking(dialog, { ...urgent, note: problem })
  await changeObservation(deps, {
    id: dialog.ref,
    command: {
      type: 'add',
      text: isElse && given.type === 'text' ? given.text : null,
      answers: isElse ? [] : [{ question: question.code, value: given }],
    },
    actor,
    // With the question: if another message moved the conversation on meanwhile, this one is an
    // answer to the next question, and is kept as that.
    submission: `${turn.key}:${question.code}`,
  })
  deps.nudge()
  const response = isElse
    ? finished(turning, dialog.ref, urgent)
    : await nextOf(turning, dialog.ref, question.code, urgent)
  const replace: Card = answeredCard(question, given)
  return { ...response, replace }
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
  return added(turning, dialog, readAnswer(questionOf(dialog), text))
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
    return added(turning, dialog, readField(questionOf(dialog), fields['value']))
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
