import { chosen } from '../domain/observation/answers.ts'
import { cleanText } from '../domain/shared/text.ts'
import type { KindCode } from '../domain/taxonomies/lists.ts'
import { kindOf } from '../domain/taxonomies/lists.ts'
import { messageCard } from './cards/build.ts'
import { stoppedCard } from './cards/draft-cards.ts'
import { answeredCard } from './cards/question-cards.ts'
import { safetyLine, urgentLine } from './cards/safety.ts'
import { agencyCard } from './cards/talk-cards.ts'
import type { Draft } from './conversation/draft.ts'
import { draftIn } from './conversation/draft.ts'
import {
  answered,
  begun,
  movedOn,
  ofKind,
  questionAt,
  steppedBack,
  toldEarly,
} from './conversation/engine.ts'
import { readAnswer, readField } from './conversation/read-answer.ts'
import type { Command } from './conversation/read-command.ts'
import { readKind } from './conversation/read-kind.ts'
import { draftOf, GONE, position, raising, stale, urgentIn } from './respond-position.ts'
import { sent, withFields } from './respond-sending.ts'
import type { Fields, Response, Turning } from './turn.ts'

/** Begins a report; what was said already is put in its place. */
export function startRaising(
  turning: Turning,
  { kind = null, said = null }: { kind?: KindCode | null; said?: string | null },
): Response {
  const { board, actor, deps, dialog } = turning
  if (actor.agency === null) {
    const earlier = dialog?.type === 'introducing' ? dialog.said : ''
    const all = [earlier, cleanText(said ?? '')].filter((part) => part !== '').join('\n')
    return {
      say: [agencyCard(board)],
      dialog: { type: 'introducing', said: all, editedAt: deps.clock.now() },
    }
  }
  const draft = begun(deps.newId(), kind, said)
  const { urgent } = urgentIn(turning, said ?? '')
  return position(turning, draft, urgent ? { urgent } : { safety: safetyLine(board) })
}

/** `raise`: a report that is half finished is offered again before a new one is begun. */
export const raise = (turning: Turning, given: Parameters<typeof startRaising>[1]): Response => {
  const draft = draftIn(turning.dialog)
  return draft ? position(turning, draft, { resume: true }) : startRaising(turning, given)
}

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
      return startRaising(turning, {})
    case 'deleteDraft':
      return deleted()
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
  const urgent = urgentIn(turning, text)
  if (!question)
    return position(turning, draft, {
      ...urgent,
      note: 'You can change every answer in this card. Press Send when it is right, or type “send”.',
    })
  const value = readAnswer(question, text)
  if (!value) {
    const told = toldEarly(draft, question, text)
    return position(turning, told ?? draft, {
      ...urgent,
      note:
        question.answer.type === 'text'
          ? 'I could not read any words in that. One sentence is enough.'
          : told
            ? 'I have kept that as what you want to tell. Please answer this first.'
            : 'Please choose one of these answers, by button or by typing it.',
    })
  }
  return moved(turning, draft, answered(draft, question, value), urgent)
}

/** Where an answer leads, or why it does not fit; nothing that was told is lost either way. */
function moved(
  turning: Turning,
  draft: Draft,
  next: Draft | string,
  urgent: { readonly urgent?: string },
): Response {
  if (typeof next === 'string') return position(turning, draft, { ...urgent, note: next })
  const wasAsked = typeof draft.at === 'object' && draft.at.question === 'dangerNow'
  const isDanger = wasAsked && chosen(next.answers, 'dangerNow') !== 'no'
  return position(turning, next, isDanger ? { urgent: urgentLine(turning.board) } : urgent)
}

function kindSaid(turning: Turning, draft: Draft, text: string): Response {
  const named = readKind(text)
  const words = cleanText(text)
  const told = named ? named.said : words
  const said = [draft.said, told].filter((part) => part).join('\n') || null
  const urgent = urgentIn(turning, text)
  if (named) return position(turning, ofKind({ ...draft, said }, named.kind), urgent)
  return position(turning, { ...draft, said }, urgent)
}

export function kindChosen(turning: Turning, fields: Fields): Response {
  const kind = kindOf(fields['kind'] ?? '')
  if (!kind) return stale(turning, 'That kind is not offered any more')
  const code = kind.code as KindCode // the list and the union are tested to be the same
  const replace = messageCard(`You chose: ${kind.label}`)
  const draft = draftOf(turning, fields)
  if (draft) return { ...position(turning, ofKind(draft, code)), replace }
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
  const draft = draftOf(turning, fields)
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
      const { dialog } = turning
      const isShown = dialog?.type === 'raising' && !dialog.paused
      const next = isShown ? movedOn(draft) : draft
      return { ...position(turning, next), replace: messageCard('Go on below') }
    }
    case 'startAgain':
      return { ...startRaising(turning, {}), replace: messageCard('Started again') }
    case 'deleteDraft':
      return deleted()
    default:
      return stopped(turning, kept)
  }
}

const stopped = (turning: Turning, draft: Draft): Response => ({
  say: [],
  replace: stoppedCard(draft),
  dialog: raising(turning, draft, true),
  ...(turning.turn.input.type === 'said' ? { say: [stoppedCard(draft)] } : {}),
})

function deleted(): Response {
  const card = messageCard('Deleted. Nothing was sent', {
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
  })
  return { say: [card], replace: messageCard('Deleted'), dialog: null }
}
