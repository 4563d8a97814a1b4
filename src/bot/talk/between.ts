import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { cleanText } from '../../domain/words/text.ts'
import { moreCard, stoppedCard } from '../cards/draft-cards.ts'
import { startRaising } from './begin.ts'
import type { Draft } from './draft.ts'
import { draftIn, isJustNow, isListening, laterIn, opened } from './draft.ts'
import { isStory, ofKind, questionAt, withMore } from './engine.ts'
import { forgotten, joinedTo, keptAsNext, yesOrNo } from './keep-next.ts'
import { position, raising, urgentIn } from './position.ts'
import { isNotSure, readAnswer } from './read-answer.ts'
import { readKind } from './read-kind.ts'
import { isAddIt } from './read-more.ts'
import type { Response, Turning } from './turn.ts'

/** Something was typed while a report is stopped, or after a long silence. */
export function betweenSaid(
  turning: Turning,
  draft: Draft,
  text: string,
): Response | Promise<Response> {
  const { dialog, deps } = turning
  const isPaused = dialog?.type === 'raising' && dialog.paused
  const where = isPaused ? whereSaid(turning, text) : undefined
  if (where) return where
  const named = readKind(text)
  if (named?.said === null) return kindNamed(turning, draft, named.kind)
  const said = isPaused ? yesOrNo(text) : undefined
  if (said === 'yes')
    return dialog?.asks ? forgotten(turning, dialog.asks) : position(turning, draft)
  if (said === 'no' && dialog?.asks) return position(turning, draft, { resume: true })
  // Meant for the question that was open. It is asked again rather than answered unseen.
  const question = questionAt(draft)
  const isAnswer = question?.answer.type !== 'text' && question && readAnswer(question, text)
  if (isPaused && (isAnswer || isNotSure(text))) return position(turning, draft, { note: AGAIN })
  if (said === 'no') return { say: [stoppedCard(draft)], dialog: raising(turning, draft, true) }
  // Only words so far, so more of them belong to it.
  const isFresh = dialog !== null && isJustNow(dialog.editedAt, deps.clock.now())
  if (isStory(text) && isPaused && isFresh && draft.kind === null && !named?.begins)
    return addedTo(turning, draft, text)
  const resume = (on: Turning) => position(on, draft, { resume: true })
  if (isStory(text)) return keptAsNext(turning, text, resume)
  return position(turning, draft, { resume: true, note: NOT_TAKEN })
}

/** More words for a report that is asking nothing. Shown, with a way to keep them apart. */
export function addedTo(turning: Turning, draft: Draft, text: string): Response {
  const { dialog, deps } = turning
  const resume = dialog === null || !isListening(dialog, deps.clock.now())
  const longer = withMore(draft, text)
  if (!longer) return keptAsNext(turning, text, (on) => position(on, draft, { resume }))
  const { urgent } = urgentIn(turning, text)
  const card = moreCard({ draft: draft.id, words: cleanText(text) }, urgent)
  const shown = position(turning, longer, { resume })
  return { ...shown, say: [card, ...shown.say] }
}

/** "Yes", "no" or "add it", as the answer to where kept words belong. */
function whereSaid(turning: Turning, text: string): Response | Promise<Response> | undefined {
  const { dialog } = turning
  const { draft: id = '', ref = null } = dialog?.asksWhere ?? {}
  const draft = [draftIn(dialog), ...laterIn(dialog)].find((one) => one?.id === id)
  if (!draft) return undefined
  const said = isAddIt(text) ? 'yes' : yesOrNo(text)
  if (said === 'yes' && ref) return joinedTo(turning, ref, id)
  const on = { ...turning, dialog: opened(dialog, id) }
  if (said === 'yes') return position(on, draft)
  return said === 'no' ? { say: [stoppedCard(draft)], dialog: raising(on, draft, true) } : undefined
}

/** A kind by its name: for a report without one, else for a new report while this one waits. */
function kindNamed(turning: Turning, draft: Draft, kind: KindCode): Response {
  if (draft.kind === kind) return position(turning, draft)
  const { dialog } = turning
  if (draft.kind === null) return position(turning, ofKind(draft, kind))
  if (!dialog) return startRaising(turning, { kind })
  return startRaising(
    { ...turning, dialog: { ...dialog, later: [draft, ...laterIn(dialog)] } },
    { kind },
  )
}

const AGAIN =
  'This report was stopped, so I have not taken that as an answer. Here is where we were.'
const NOT_TAKEN = 'I have not taken what you just wrote as an answer. It is still here in the chat.'
