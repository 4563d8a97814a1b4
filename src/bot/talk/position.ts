import { chosen } from '../../domain/observation/answers.ts'
import { soundsUrgent } from '../../domain/observation/danger.ts'
import { kindOf } from '../../domain/taxonomies/lists.ts'
import { messageCard } from '../cards/build.ts'
import type { Card } from '../cards/card-data.ts'
import type { Readers } from '../cards/check-card.ts'
import { checkCard, readersFor, readersOfDraft } from '../cards/check-card.ts'
import { resumeCard } from '../cards/draft-cards.ts'
import { kindsCard, questionCard } from '../cards/question-cards.ts'
import { beforehandLine, urgentLine } from '../cards/safety.ts'
import type { DialogState, Draft } from './draft.ts'
import { draftIn, laterIn } from './draft.ts'
import { whyAskedAgain } from './engine.ts'
import type { Fields, Response, Turning } from './turn.ts'

// Where a half-finished report stands, and how it is shown.

/** The position of a draft in the conversation. Other drafts stay as they were. */
export const raising = (
  { deps, dialog }: Turning,
  draft: Draft,
  paused = false,
  more: Pick<DialogState, 'asks' | 'asksWhere' | 'later'> = {},
): DialogState => ({
  type: 'raising',
  draft,
  paused,
  editedAt: deps.clock.now(),
  later: laterIn(dialog),
  ...more,
})

interface Told {
  readonly note?: string
  readonly safety?: string
  readonly urgent?: string
  readonly beforehand?: string
}

/** Shown before everything else when somebody's words sound like danger (I1). */
export const urgentIn = ({ board }: Turning, said: string): Pick<Told, 'urgent'> =>
  soundsUrgent(said) ? { urgent: urgentLine(board) } : {}

export const readersIn = ({ board, actor }: Turning): Readers => readersFor(board, actor)

/** Thanks for praise, before anything is asked. */
export const thanksFor = ({ kind }: Draft): Pick<Told, 'note'> =>
  kindOf(kind ?? '')?.group === 'appreciative'
    ? { note: 'Thank you. What goes well is worth telling, and others can learn from it.' }
    : {}

/**
 * The form of every answer. 999 stays in sight until it is sent, unless the answer is a clear "no".
 */
export function checkOf(
  turning: Turning,
  draft: Draft,
  told: Parameters<typeof checkCard>[2] = {},
): Card {
  const isClear = chosen(draft.answers, 'dangerNow') === 'no'
  const urgent = isClear ? {} : { urgent: urgentLine(turning.board) }
  return checkCard(draft, readersIn(turning), { ...urgent, ...told })
}

/** The card a draft is at. */
function cardAt(turning: Turning, draft: Draft, told: Told): Card {
  if (draft.at === 'check') return checkOf(turning, draft, told)
  if (draft.at !== 'kind' && draft.kind)
    return questionCard(draft, { ...told, note: told.note || whyAskedAgain(draft) })
  const beforehand = beforehandLine(readersOfDraft(draft, readersIn(turning)))
  return kindsCard(turning.board, draft, { ...told, beforehand })
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

/** What is open once a report has been sent or deleted: the next one that was begun, if any. */
export function following(turning: Turning): Pick<Response, 'say' | 'dialog'> {
  const [next, ...later] = laterIn(turning.dialog)
  if (!next) return { say: [], dialog: null }
  return {
    say: [resumeCard(next, 'You began this one while you were telling me about another.')],
    dialog: raising(turning, next, true, { later }),
  }
}

/** What is open without this draft, which was sent, deleted or joined to something else. */
export function without(turning: Turning, id: string): Pick<Response, 'say' | 'dialog'> {
  const { dialog } = turning
  if (!dialog) return { say: [], dialog }
  const rest = { ...dialog, later: laterIn(dialog).filter((one) => one.id !== id) }
  if (draftIn(dialog)?.id !== id) return { say: [], dialog: rest }
  return rest.type === 'more'
    ? { say: [], dialog: { ...rest, draft: null } }
    : following({ ...turning, dialog: rest })
}

/** A button that is out of date: says so, and shows where the report stands. */
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
