import { chosen } from '../../domain/observation/answers.ts'
import { soundsUrgent } from '../../domain/observation/danger.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { kindOf } from '../../domain/taxonomies/lists.ts'
import { cleanText } from '../../domain/words/text.ts'
import { messageCard } from '../cards/build.ts'
import { addedCard, stoppedCard } from '../cards/draft-cards.ts'
import { answeredCard } from '../cards/question-cards.ts'
import { urgentLine } from '../cards/safety.ts'
import { agencyCard } from '../cards/talk-cards.ts'
import { plain, shortened } from '../cards/text.ts'
import { startRaising } from './begin.ts'
import { addedTo } from './between.ts'
import type { Draft } from './draft.ts'
import {
  advanced,
  answered,
  askedBeforeSending,
  isAddition,
  movedOn,
  ofKind,
  openingOf,
  questionAt,
  steppedBack,
  toldEarly,
  withMore,
} from './engine.ts'
import { forgetting, keptAsNext, yesOrNo } from './keep-next.ts'
import { draftOf, GONE, position, raising, stale, thanksFor, urgentIn } from './position.ts'
import { isNotSure, readAnswer, readField } from './read-answer.ts'
import type { Command } from './read-command.ts'
import { readCommand } from './read-command.ts'
import { readKind } from './read-kind.ts'
import { readMore } from './read-more.ts'
import { sent, withFields } from './send.ts'
import type { Fields, Response, Turning } from './turn.ts'

/** Something was typed while a report is being told. */
export async function raisingSaid(
  turning: Turning,
  draft: Draft,
  command: Command['type'] | undefined,
  text: string,
): Promise<Response> {
  switch (command) {
    case 'back':
      return position(turning, steppedBack(draft))
    case 'stop':
      return stopped(turning, draft)
    case 'startAgain':
    case 'deleteDraft':
      return forgetting(turning, command)
    case 'goOn':
      return position(turning, movedOn(draft))
    case 'send':
      if (draft.at === 'check') return sent(turning, draft, {})
      return position(turning, draft, {
        note: 'Almost: this is still needed before I can send it.',
      })
    case 'skip':
      if (movedOn(draft) !== draft) return position(turning, movedOn(draft))
      return position(turning, draft, {
        note: 'This one is needed. “Not sure” is an answer too, where it is offered.',
      })
  }
  if (draft.at === 'kind') return kindSaid(turning, draft, text)
  const question = questionAt(draft)
  const isOpening = question !== undefined && question.code === openingOf(draft.kind)?.code
  const next = () =>
    keptAsNext(turning, text, (on) => position(on, draft, { note: question ? '' : CHANGEABLE }))
  if (readKind(text)?.begins && !isOpening && isTold(draft)) return next()
  const isMore = question?.answer.type === 'text' && !isOpening && readMore(text) === 'ofEither'
  const more = isMore ? withMore(draft, text) : undefined
  if (more) return position(turning, more, { ...urgentIn(turning, text), note: ADDED })
  const value = question && readAnswer(question, text)
  const urgent = urgentIn(turning, text)
  if (question && value)
    return moved(turning, draft, answered(draft, question, value), {
      ...insteadOf(draft, question.code, text),
      ...(question.answer.type !== 'text' && readCommand(text) ? { note: TAKEN_AS_ANSWER } : {}),
      ...urgent,
    })
  if (!question) {
    if (readMore(text)) return addedTo(turning, draft, text)
    if (isAnswerIn(draft, text)) return position(turning, draft, { note: CHANGEABLE })
    return (soundsUrgent(text) ? dangerAdded(turning, draft, text) : undefined) ?? next()
  }
  if (question.answer.type === 'text')
    return position(turning, draft, {
      note: 'I could not read any words in that. One sentence is enough.',
    })
  if (!isAddition(text))
    return position(turning, draft, {
      note: 'Please choose one of these answers, by button or by typing it.',
    })
  // People begin with what matters to them: it is their story, or more of it.
  const early = toldEarly(draft, question, text)
  const told = early ?? withMore(draft, text)
  if (!told) return next()
  return position(turning, told, {
    ...urgent,
    note: early ? 'I have kept that as what you want to tell. Please answer this first.' : ADDED,
  })
}

const ADDED = 'I have added that to what you told me. Please answer this first.'
const TAKEN_AS_ANSWER =
  'I have taken that as the answer. Go back if it was not, or type “stop” to stop for now.'
const CHANGEABLE =
  'You can change every answer in this card. Press Send when it is right, or type “send”.'

/** Whether it only answers a choice of this report, or says yes or no. */
const isAnswerIn = ({ kind }: Draft, text: string): boolean =>
  yesOrNo(text) !== undefined ||
  (kind ? askedBeforeSending(kind) : []).some(
    (question) => question.answer.type !== 'text' && readAnswer(question, text) !== undefined,
  )

/** Danger at the last card belongs to the report it would send. A "no" is asked again (I1). */
function dangerAdded(turning: Turning, draft: Draft, text: string): Response | undefined {
  const longer = withMore(draft, text)
  if (!longer) return undefined
  const isDenied = chosen(longer.answers, 'dangerNow') === 'no'
  const answers = longer.answers.filter(({ question }) => question !== 'dangerNow')
  const shown = position(turning, isDenied ? advanced({ ...longer, answers }) : longer)
  const card = addedCard({ draft: draft.id, words: cleanText(text) }, urgentLine(turning.board))
  return { ...shown, say: [card, ...shown.say] }
}

/** Whether the story has been told, so that another may begin. */
const isTold = ({ kind, answers }: Draft): boolean =>
  answers.some(({ question }) => question === openingOf(kind)?.code)

/** Where an answer leads, or why it does not fit. Either way, nothing that was told is lost. */
function moved(
  turning: Turning,
  draft: Draft,
  next: Draft | string,
  told: { readonly urgent?: string; readonly note?: string },
): Response {
  if (typeof next === 'string') return position(turning, draft, { ...told, note: next })
  const wasAsked = typeof draft.at === 'object' && draft.at.question === 'dangerNow'
  const isDanger = wasAsked && chosen(next.answers, 'dangerNow') !== 'no'
  return position(turning, next, {
    ...told,
    ...(isDanger ? { urgent: urgentLine(turning.board) } : {}),
  })
}

/** Shows words once more that their writer replaces, in case they did not mean to. */
function insteadOf({ answers }: Draft, question: string, text: string): { note?: string } {
  const value = answers.find((answer) => answer.question === question)?.value
  if (value?.type !== 'text' || cleanText(text).includes(value.text)) return {}
  return {
    note: `That takes the place of what you had written: ${plain(shortened(value.text, 1_000))}`,
  }
}

function kindSaid(turning: Turning, draft: Draft, text: string): Response {
  if (yesOrNo(text) || isNotSure(text)) return position(turning, draft, { note: KIND_FIRST })
  const named = readKind(text)
  const words = named ? named.said : cleanText(text)
  const told = words ? withMore(draft, words) : draft
  if (!told) return keptAsNext(turning, text, (on) => position(on, draft))
  const urgent = urgentIn(turning, text)
  if (!named) return position(turning, told, { ...urgent, note: KIND_FIRST })
  const next = ofKind(told, named.kind)
  return position(turning, next, { ...thanksFor(next), ...urgent })
}

const KIND_FIRST = 'Choose the kind first: press one, or type its name.'

export function kindChosen(turning: Turning, fields: Fields): Response {
  const kind = kindOf(fields['kind'] ?? '')
  if (!kind) return stale(turning, 'That kind is not offered any more')
  const code = kind.code as KindCode // the list and the union are tested to be the same
  const replace = messageCard(`You chose: ${kind.label}`)
  const draft = draftOf(turning, fields)
  if (draft) {
    const next = ofKind(draft, code)
    return { ...position(turning, next, thanksFor(next)), replace }
  }
  if (fields['draft']) return stale(turning, GONE)
  return { ...startRaising(turning, { kind: code }), replace }
}

export function buttonAnswered(turning: Turning, fields: Fields): Response {
  const draft = draftOf(turning, fields)
  const question = draft && questionAt(draft)
  if (!draft) return stale(turning, GONE)
  if (!question || question.code !== fields['question'])
    return stale(turning, 'This question has been answered. You can change it before you send')
  const value = readField(question, fields['value'])
  if (!value) return position(turning, draft, { note: 'Please choose one of the answers first.' })
  const next = answered(draft, question, value)
  const response = moved(turning, draft, next, {})
  return typeof next === 'string'
    ? response
    : { ...response, replace: answeredCard(question, value) }
}

export function draftMoved(turning: Turning, fields: Fields, verb: string): Response {
  const { dialog } = turning
  const draft = draftOf(turning, fields)
  if (verb === 'startAgain' || verb === 'deleteDraft')
    return draft || dialog?.type === 'introducing'
      ? forgetting(turning, verb, fields)
      : stale(turning, GONE)
  if (dialog?.type === 'introducing' && !fields['draft'])
    return { say: verb === 'stop' ? [] : [agencyCard(turning.board)], replace: messageCard('Kept') }
  if (!draft) return stale(turning, GONE)
  const kept = withFields(draft, fields)
  switch (verb) {
    case 'back':
      return { ...position(turning, steppedBack(kept)), replace: messageCard('One step back') }
    case 'changeKind':
      return {
        ...position(turning, { ...kept, at: 'kind' }),
        replace: messageCard('Choose another kind below'),
      }
    case 'goOn': {
      const isShown = dialog?.type === 'raising' && !dialog.paused
      const next = isShown ? movedOn(draft) : draft
      return { ...position(turning, next), replace: messageCard('Go on below') }
    }
    default:
      return stopped(turning, kept)
  }
}

/** The report is to go past the own agency: the open one goes on, or a new one begins. */
export function toOffice(turning: Turning, fields: Fields): Response {
  const replace = messageCard('It goes to the board office instead')
  const draft = draftOf(turning, fields)
  if (draft) return { ...position(turning, { ...draft, to: 'office' }), replace }
  if (fields['draft']) return stale(turning, GONE)
  const begun = startRaising(turning, {})
  const { dialog } = begun
  return dialog?.type === 'raising'
    ? { ...position({ ...turning, dialog }, { ...dialog.draft, to: 'office' }), replace }
    : { ...begun, replace }
}

const stopped = (turning: Turning, draft: Draft): Response => ({
  say: [],
  replace: stoppedCard(draft),
  dialog: raising(turning, draft, true),
  ...(turning.turn.input.type === 'said' ? { say: [stoppedCard(draft)] } : {}),
})
