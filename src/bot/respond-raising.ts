import { chosen } from '../domain/observation/answers.ts'
import { decisionDueOn } from '../domain/observation/promise.ts'
import type { Observation } from '../domain/observation/types.ts'
import type { Missing } from '../domain/shared/errors.ts'
import { isRefusal } from '../domain/shared/errors.ts'
import { cleanText } from '../domain/shared/text.ts'
import type { KindCode } from '../domain/taxonomies/lists.ts'
import { kindOf } from '../domain/taxonomies/lists.ts'
import type { Stored } from '../ports/records.ts'
import { raisedEarlier, raiseObservation } from '../usecases/observation/raise-observation.ts'
import { messageCard } from './cards/build.ts'
import type { Card } from './cards/card-data.ts'
import { checkCard, readersOf } from './cards/check-card.ts'
import { receiptCard, resumeCard, stoppedCard } from './cards/draft-cards.ts'
import { answeredCard, kindsCard, questionCard } from './cards/question-cards.ts'
import { safetyLine, urgentLine } from './cards/safety.ts'
import { agencyCard } from './cards/talk-cards.ts'
import type { DialogState, Draft } from './conversation/draft.ts'
import { draftIn } from './conversation/draft.ts'
import {
  answered,
  answersFor,
  askedBeforeSending,
  begun,
  movedOn,
  nextAfterwards,
  ofKind,
  questionAt,
  soundsUrgent,
  steppedBack,
  whyAskedAgain,
  withAnswer,
} from './conversation/engine.ts'
import { readAnswer, readField } from './conversation/read-answer.ts'
import type { Command } from './conversation/read-command.ts'
import { readKind } from './conversation/read-kind.ts'
import type { Fields, Response, Turning } from './turn.ts'

const raising = ({ deps }: Turning, draft: Draft, paused = false): DialogState => ({
  type: 'raising',
  draft,
  paused,
  editedAt: deps.clock.now(),
})

interface Told {
  readonly note?: string
  readonly urgent?: string
}

/** The card a draft is at. */
function cardAt({ board, actor }: Turning, draft: Draft, told: Told = {}): Card {
  if (draft.at === 'kind' || !draft.kind) return kindsCard(board, draft)
  if (draft.at === 'check') {
    const readers = actor.agency ? readersOf(board, actor.agency, actor.person) : 'the board office'
    return checkCard(draft, readers, told)
  }
  return questionCard(draft, { ...told, note: told.note ?? whyAskedAgain(draft) })
}

/** Shows where a draft stands, or first asks whether to go on with it. */
export const position = (
  turning: Turning,
  draft: Draft,
  { resume = false, ...told }: Told & { readonly resume?: boolean } = {},
): Response => ({
  say: [resume ? resumeCard(draft, told.note) : cardAt(turning, draft, told)],
  dialog: raising(turning, draft, resume),
})

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
  const urgent = said !== null && soundsUrgent(said) ? urgentLine(board) : safetyLine(board)
  return position(turning, draft, { urgent })
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
  if (!question)
    return position(turning, draft, {
      note: 'You can change every answer in this card. Press Send when it is right, or type “send”.',
    })
  const value = readAnswer(question, text)
  if (!value)
    return position(turning, draft, {
      note:
        question.answer.type === 'text'
          ? 'I could not read any words in that. One sentence is enough.'
          : 'Please choose one of these answers, by button or by typing it.',
    })
  return moved(turning, draft, answered(draft, question, value), soundsUrgent(text))
}

/** Where an answer leads, or why it does not fit; nothing that was told is lost either way. */
function moved(turning: Turning, draft: Draft, next: Draft | string, isUrgent: boolean): Response {
  if (typeof next === 'string') return position(turning, draft, { note: next })
  const danger = chosen(next.answers, 'dangerNow')
  const wasAsked = typeof draft.at === 'object' && draft.at.question === 'dangerNow'
  const urgent = isUrgent || (wasAsked && danger !== undefined && danger !== 'no')
  return position(turning, next, urgent ? { urgent: urgentLine(turning.board) } : {})
}

function kindSaid(turning: Turning, draft: Draft, text: string): Response {
  const named = readKind(text)
  const words = cleanText(text)
  const told = named ? named.said : words
  const said = [draft.said, told].filter((part) => part).join('\n') || null
  const urgent = soundsUrgent(text) ? { urgent: urgentLine(turning.board) } : {}
  if (named) return position(turning, ofKind({ ...draft, said }, named.kind), urgent)
  return position(turning, { ...draft, said }, urgent)
}

const stale = (turning: Turning, title: string): Response => {
  const { dialog } = turning
  const replace = messageCard(title)
  return dialog?.type === 'raising'
    ? { replace, ...position(turning, dialog.draft, { resume: dialog.paused }) }
    : { replace, say: [] }
}

/** The draft a button belongs to, if it is still the one being told. */
function draftOf({ dialog }: Turning, fields: Fields): Draft | undefined {
  const draft = draftIn(dialog)
  return draft && (!fields['draft'] || draft.id === fields['draft']) ? draft : undefined
}

const GONE = 'This report is no longer open'

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
  const response = moved(turning, draft, next, false)
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
  const card = messageCard('Deleted. Nothing was sent and nothing is kept', {
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
  })
  return { say: [card], replace: messageCard('Deleted'), dialog: null }
}

/** The draft with what the check card's fields hold now; an emptied field is an empty answer. */
function withFields(draft: Draft, fields: Fields): Draft {
  if (!draft.kind) return draft
  let { answers } = draft
  for (const question of askedBeforeSending(draft.kind)) {
    const field = fields[`answer_${question.code}`]
    if (field === undefined) continue
    const value = readField(question, field)
    answers = value
      ? withAnswer(answers, question.code, value)
      : answers.filter((answer) => answer.question !== question.code)
  }
  return { ...draft, answers }
}

const problemsOf = (missing: readonly Missing[]): Readonly<Record<string, string>> =>
  Object.fromEntries(missing.map(({ need, say }) => [need, say]))

/** Sends the report. The receipt is only shown once it is stored. */
export async function sent(turning: Turning, draft: Draft, fields: Fields): Promise<Response> {
  const { deps, actor, board } = turning
  const filled = withFields(draft, fields)
  if (!filled.kind) return position(turning, { ...filled, at: 'kind' })
  try {
    const { kind, id } = filled
    const answers = answersFor(kind, filled.answers)
    const stored = await raiseObservation(deps, { kind, answers, submission: id, actor })
    deps.nudge()
    return { ...receipt(turning, stored), dialog: null, replace: messageCard('Sent') }
  } catch (error) {
    if (!isRefusal(error, 'incomplete')) throw error
    const readers = actor.agency ? readersOf(board, actor.agency, actor.person) : 'the board office'
    const card = checkCard(filled, readers, {
      problems: problemsOf(error.details.missing),
      note: 'Nothing has been sent yet: something is missing. What you wrote is still here.',
    })
    const inPlace = turning.turn.input.type === 'pressed'
    return {
      say: inPlace ? [] : [card],
      ...(inPlace ? { replace: card } : {}),
      dialog: raising(turning, { ...filled, at: 'check' }),
    }
  }
}

export async function sendPressed(turning: Turning, fields: Fields): Promise<Response> {
  const draft = draftOf(turning, fields)
  if (draft) return sent(turning, draft, fields)
  // Pressed twice, or on another device: the report is there, and this is its receipt.
  const earlier = await raisedEarlier(turning.deps, turning.actor, fields['draft'] ?? '')
  return earlier
    ? { ...receipt(turning, earlier), replace: messageCard('Sent') }
    : stale(turning, GONE)
}

function receipt({ deps, board }: Turning, { id, state }: Stored<Observation>): Response {
  const hasMore = nextAfterwards(state.kind, state.answers, null) !== undefined
  return {
    say: [
      receiptCard({ ref: id, observation: state }, board, {
        readers: readersOf(board, state.route.agency, state.reporter),
        dueOn: decisionDueOn(state, deps.calendar),
        hasMore,
      }),
    ],
  }
}
