import { messageCard } from '../cards/build.ts'
import { forgetCard, KEPT_TITLE, keptCard } from '../cards/draft-cards.ts'
import { addWords } from './add-words.ts'
import { startRaising } from './begin.ts'
import type { DialogState, Forgetting } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import { begun, withMore, withoutEnding, wordsOf } from './engine.ts'
import {
  draftOf,
  following,
  GONE,
  position,
  raising,
  stale,
  urgentIn,
  without,
} from './position.ts'
import { readAnswer } from './read-answer.ts'
import { readKind } from './read-kind.ts'
import type { Fields, Response, Turning } from './turn.ts'

// What becomes of words that belong to nothing open. None of them is lost.

/**
 * Words that are no answer are kept as the next report and shown back. They can be added to this
 * one.
 */
export function keptAsNext(turning: Turning, text: string, shown: (on: Turning) => Response) {
  const { dialog, deps } = turning
  if (!dialog) throw new TypeError('nothing is open')
  const named = readKind(text)
  const next = named?.begins
    ? begun(deps.newId(), named.kind, named.said)
    : begun(deps.newId(), null, text)
  const response = shown({ ...turning, dialog: { ...dialog, later: [...laterIn(dialog), next] } })
  const to = dialog.type === 'more' ? dialog.ref : 'the report that is open'
  const card = keptCard({ id: next.id, words: text }, { to, ...urgentIn(turning, text) })
  return { ...response, say: [card, ...response.say] }
}

/** The report that a kept one joins after all. */
export async function joined(turning: Turning, fields: Fields): Promise<Response> {
  const { dialog } = turning
  const { draft: id, ref } = fields
  if (ref) return joinedTo(turning, ref, id ?? '')
  const next = laterIn(dialog).find((one) => one.id === id)
  if (!dialog || !next) return stale(turning, GONE)
  const on = { ...turning, dialog: { ...dialog, later: laterIn(dialog).filter((d) => d !== next) } }
  if (dialog.type === 'more') {
    const response = await addWords(on, dialog.ref, wordsOf(next), `${next.id}:joined`)
    return { dialog: on.dialog, ...response, replace: messageCard(`Added to ${dialog.ref}`) }
  }
  const draft = draftIn(dialog)
  const longer = draft && withMore(draft, wordsOf(next))
  if (!draft || !longer)
    return { say: [], replace: messageCard('It does not fit there, so it stays the next one') }
  const resume = dialog.type === 'raising' && dialog.paused
  return { ...position(on, longer, { resume }), replace: messageCard('Added to the open report') }
}

/** The end of the story becomes a report of its own. */
export function apart(turning: Turning, fields: Fields): Response {
  const { dialog, deps } = turning
  const draft = draftOf(turning, fields)
  const { begins = '', characters } = fields
  const shorter = draft && withoutEnding(draft, { begins, characters: Number(characters) })
  if (!dialog || !shorter) return stale(turning, 'That has been changed since, and stays as it is')
  const next = begun(deps.newId(), null, shorter.ending)
  const on = { ...turning, dialog: { ...dialog, later: [...laterIn(dialog), next] } }
  const resume = dialog.type === 'raising' && dialog.paused
  return { ...position(on, shorter.draft, { resume }), replace: messageCard(KEPT_TITLE) }
}

/** Adds what was kept to a report that was sent. */
export async function joinedTo(turning: Turning, ref: string, id: string): Promise<Response> {
  const { dialog } = turning
  const next = [draftIn(dialog), ...laterIn(dialog)].find((one) => one?.id === id)
  if (!dialog || !next) return stale(turning, GONE)
  const after = without(turning, id)
  const added = await addWords(
    { ...turning, dialog: after.dialog ?? null },
    ref,
    wordsOf(next),
    `${next.id}:joined`,
  )
  const say = added.dialog === undefined ? [...added.say, ...after.say] : added.say
  return { ...after, ...added, say, replace: messageCard(`About ${ref}`) }
}

/** Begins another report first. This one waits behind it. */
export function another(turning: Turning, fields: Fields): Response {
  const draft = draftOf(turning, fields)
  const { dialog } = turning
  if (!draft || dialog?.type !== 'raising') return stale(turning, GONE)
  const on = { ...turning, dialog: { ...dialog, later: [draft, ...laterIn(dialog)] } }
  return { ...startRaising(on, {}), replace: messageCard('Kept. It comes back afterwards') }
}

const YES_OR_NO = {
  code: 'yesOrNo',
  asks: '',
  label: '',
  answer: {
    type: 'choice',
    items: [
      { code: 'yes', label: 'Yes' },
      { code: 'no', label: 'No' },
    ],
  },
  required: true,
} as const

/** "Yes" or "no" to going on, or to forgetting. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const value = readAnswer(YES_OR_NO, text)
  return value?.type === 'choice' ? (value.code as 'yes' | 'no') : undefined // one of the two above
}

/** Forgets words only once somebody has said twice that they want it. */
export function forgetting(turning: Turning, how: Forgetting, fields: Fields = {}): Response {
  const { dialog, turn } = turning
  const draft = dialog?.type === 'introducing' ? null : (draftOf(turning, fields) ?? null)
  const words = dialog?.type === 'introducing' ? dialog.said : draft ? wordsOf(draft) : ''
  if (!dialog || words === '' || fields['sure'] === 'yes') return forgotten(turning, how)
  const card = forgetCard(how, { draft: draft?.id ?? '', words })
  const next: DialogState = draft
    ? raising(turning, draft, true, { asks: how })
    : { ...dialog, asks: how }
  const isPressed = turn.input.type === 'pressed'
  return { say: isPressed ? [] : [card], dialog: next, ...(isPressed ? { replace: card } : {}) }
}

/** Somebody without an entry answers whether to forget what they said, or says something else. */
export function introducingAsked(turning: Turning, how: Forgetting, text: string): Response {
  const answer = yesOrNo(text)
  if (answer === 'yes') return forgotten(turning, how)
  return startRaising(turning, { said: answer === 'no' ? '' : text })
}

export function forgotten(turning: Turning, how: Forgetting): Response {
  if (how === 'startAgain') {
    const on = turning.dialog?.type === 'introducing' ? { ...turning, dialog: null } : turning
    return { ...startRaising(on, {}), replace: messageCard('Started again') }
  }
  const card = messageCard('Deleted. Nothing was sent', {
    buttons: [{ title: 'Tell us something', verb: 'raise', data: {} }],
  })
  const next = following(turning)
  return { say: [card, ...next.say], dialog: next.dialog ?? null, replace: messageCard('Deleted') }
}
