import { decisionDueOn } from '../../domain/observation/promise.ts'
import type { Answer, Observation } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { kindOf } from '../../domain/taxonomies/lists.ts'
import type { Missing } from '../../domain/words/errors.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { Stored } from '../../ports/records.ts'
import { raiseObservation } from '../../usecases/observation/raise-observation.ts'
import { madeEarlier } from '../../usecases/records/make-record.ts'
import { messageCard } from '../cards/build.ts'
import type { Card } from '../cards/card-data.ts'
import { readersOf } from '../cards/check-card.ts'
import { keptCard, receiptCard } from '../cards/draft-cards.ts'
import { added } from './add-words.ts'
import type { Draft } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import {
  answersFor,
  askedBeforeSending,
  begun,
  besideKind,
  nextAfterwards,
  withAnswer,
  wordsOf,
} from './engine.ts'
import { checkOf, draftOf, following, GONE, position, raising, stale } from './position.ts'
import { fieldOf, readField } from './read-answer.ts'
import type { Fields, Response, Turning } from './turn.ts'

/** The draft with the current fields of the check card. An emptied field is an empty answer. */
export function withFields(draft: Draft, fields: Fields): Draft {
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
  const { to } = fields
  return { ...draft, answers, ...(to === 'office' || to === 'agency' ? { to } : {}) }
}

export const problemsOf = (missing: readonly Missing[]): Readonly<Record<string, string>> =>
  Object.fromEntries(missing.map(({ need, say }) => [need, say]))

export const NOT_SENT =
  'Nothing has been sent yet: something is missing. What you wrote is still here.'

/** Sends the report. The receipt is only shown once it is stored. */
export async function sent(turning: Turning, draft: Draft, fields: Fields): Promise<Response> {
  const { deps, actor } = turning
  const filled = withFields(draft, fields)
  if (!filled.kind) return position(turning, { ...filled, at: 'kind' })
  try {
    const { kind, id, to } = filled
    const answers = answersFor(kind, filled.answers)
    const stored = await raiseObservation(deps, { kind, answers, to, submission: id, actor })
    // Under the draft's own id: a report sent again adds nothing twice.
    const once = { ...turning, turn: { ...turning.turn, key: id } }
    for (const { question, words } of besideKind(filled))
      await added(once, stored.id, { text: words, answers: [] }, question)
    deps.nudge()
    const next = following(turning)
    return {
      ...next,
      say: [receiptOf(turning, stored), ...next.say],
      replace: messageCard('Sent'),
    }
  } catch (error) {
    if (!isRefusal(error, 'incomplete')) throw error
    const card = checkOf(turning, filled, {
      problems: problemsOf(error.details.missing),
      note: NOT_SENT,
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
  // Pressed twice, or on another device: the report exists, and this is its receipt.
  const earlier = await madeEarlier(
    turning.deps,
    'observation',
    turning.actor,
    fields['draft'] ?? '',
  )
  return earlier ? sentEarlier(turning, earlier, fields) : revived(turning, fields)
}

/** The card of a report that was sent already. Changes made on it since are added to the report. */
async function sentEarlier(
  turning: Turning,
  earlier: Stored<Observation>,
  fields: Fields,
): Promise<Response> {
  const { id: ref, state } = earlier
  const shown = begun('', state.kindByReporter, null)
  const changed = withFields(shown, fields).answers.filter((answer) => isNew(answer, state))
  const replace = messageCard('Sent')
  if (state.kind !== state.kindByReporter || changed.length === 0)
    return { say: [receiptOf(turning, earlier)], replace }
  if (!(await added(turning, ref, { text: null, answers: changed }, 'changed')))
    return stale(turning, `${ref} is closed, so what you changed here is not in it`)
  const note = messageCard(`${ref} was sent before`, {
    intro: ['What you have changed on this card since is added to it.'],
  })
  return { say: [receiptOf(turning, earlier), note], replace }
}

const isNew = ({ question, value }: Answer, { answers, additions }: Observation): boolean =>
  [...answers, ...additions.flatMap((addition) => addition.answers)].every(
    (known) => known.question !== question || fieldOf(known.value) !== fieldOf(value),
  )

/**
 * The card of a report that was deleted or has expired still holds the words. They are kept again.
 */
function revived(turning: Turning, fields: Fields): Response {
  const kind = kindOf(fields['kind'] ?? '')
  const code = kind?.code as KindCode | undefined // the list and the union are tested to be the same
  const { dialog, deps } = turning
  const empty = code && begun(deps.newId(), code, null)
  const draft = empty && { ...withFields(empty, fields), at: 'check' as const }
  if (!draft || wordsOf(draft) === '') return stale(turning, GONE)
  const replace = messageCard('This report was not open any more, and nothing was sent')
  const open = draftIn(dialog)
  if (!dialog || !open)
    return { ...position({ ...turning, dialog: null }, draft, { note: REVIVED }), replace }
  const card = keptCard({ id: draft.id, words: wordsOf(draft) }, { to: 'the report that is open' })
  return { say: [card], dialog: { ...dialog, later: [...laterIn(dialog), draft] }, replace }
}

const REVIVED = 'I have kept what stood on the card. Nothing has been sent: look at it once more.'

export function receiptOf(
  { deps, board }: Turning,
  { id, state }: Stored<Observation>,
  { isDialog = false } = {},
): Card {
  return receiptCard({ ref: id, observation: state }, board, {
    readers: readersOf(board, state),
    dueOn: decisionDueOn(state, deps.calendar),
    hasMore: !isDialog && nextAfterwards(state.kind, state.answers, null) !== undefined,
  })
}
