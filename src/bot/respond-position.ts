import { chosen } from '../domain/observation/answers.ts'
import { messageCard } from './cards/build.ts'
import type { Card } from './cards/card-data.ts'
import { checkCard, readersOf } from './cards/check-card.ts'
import { resumeCard } from './cards/draft-cards.ts'
import { kindsCard, questionCard } from './cards/question-cards.ts'
import { urgentLine } from './cards/safety.ts'
import type { DialogState, Draft } from './conversation/draft.ts'
import { draftIn } from './conversation/draft.ts'
import { soundsUrgent, whyAskedAgain } from './conversation/engine.ts'
import type { Fields, Response, Turning } from './turn.ts'

// Where a half-finished report stands, and how it is shown.

export const raising = ({ deps }: Turning, draft: Draft, paused = false): DialogState => ({
  type: 'raising',
  draft,
  paused,
  editedAt: deps.clock.now(),
})

interface Told {
  readonly note?: string
  readonly safety?: string
  readonly urgent?: string
}

/** What is shown first, before everything else, when somebody's words sound like danger (I1). */
export const urgentIn = ({ board }: Turning, said: string): Told =>
  soundsUrgent(said) ? { urgent: urgentLine(board) } : {}

/** The form of every answer, with 999 in sight until it is sent, unless the answer is a clear "no". */
export function checkOf(
  { board, actor }: Turning,
  draft: Draft,
  told: Parameters<typeof checkCard>[2] = {},
): Card {
  const readers = actor.agency ? readersOf(board, actor.agency, actor.person) : 'the board office'
  const isClear = chosen(draft.answers, 'dangerNow') === 'no'
  return checkCard(draft, readers, { ...(isClear ? {} : { urgent: urgentLine(board) }), ...told })
}

/** The card a draft is at. */
function cardAt(turning: Turning, draft: Draft, told: Told = {}): Card {
  if (draft.at === 'kind' || !draft.kind) return kindsCard(turning.board, draft)
  if (draft.at === 'check') return checkOf(turning, draft, told)
  return questionCard(draft, { ...told, note: told.note ?? whyAskedAgain(draft) })
}

/** Shows where a draft stands, or first asks whether to go on with it. */
export const position = (
  turning: Turning,
  draft: Draft,
  { resume = false, ...told }: Told & { readonly resume?: boolean } = {},
): Response => ({
  say: [resume ? resumeCard(draft, told.note, told.urgent) : cardAt(turning, draft, told)],
  dialog: raising(turning, draft, resume),
})

/** A button that means nothing any more: says so, and shows where the report stands. */
export const stale = (turning: Turning, title: string): Response => {
  const { dialog } = turning
  const replace = messageCard(title)
  return dialog?.type === 'raising'
    ? { replace, ...position(turning, dialog.draft, { resume: dialog.paused }) }
    : { replace, say: [] }
}

/** The draft a button belongs to, if it is still the one being told. */
export function draftOf({ dialog }: Turning, fields: Fields): Draft | undefined {
  const draft = draftIn(dialog)
  return draft && (!fields['draft'] || draft.id === fields['draft']) ? draft : undefined
}

export const GONE = 'This report is no longer open'
