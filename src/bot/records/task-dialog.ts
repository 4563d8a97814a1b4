import type { Answer } from '../../domain/observation/types.ts'
import type { KindCode } from '../../domain/taxonomies/lists.ts'
import { kindOf } from '../../domain/taxonomies/lists.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import { raiseObservation } from '../../usecases/observation/raise-observation.ts'
import type { Card } from '../cards/card-data.ts'
import { asDialog, checkCard } from '../cards/check-card.ts'
import { dialogKindCard, dialogSubmit, notMetCard } from '../cards/dialog-cards.ts'
import { beforehandLine } from '../cards/safety.ts'
import { introducing } from '../talk/begin.ts'
import type { Draft } from '../talk/draft.ts'
import { draftIn, laterIn } from '../talk/draft.ts'
import { advanced, askedBeforeSending, begun, wordsOf } from '../talk/engine.ts'
import { raising, readersIn, without } from '../talk/position.ts'
import { readField } from '../talk/read-answer.ts'
import { NOT_SENT, problemsOf, receiptOf, withFields } from '../talk/send.ts'
import type { Fields, Response, Turning } from '../talk/turn.ts'

// The dialog of "Raise as observation" on a message: the same questions as in the chat, on two
// forms. From its "Next" on, the content of the first form is kept in the chat, so closing the
// dialog loses nothing.

const dialog = (card: Card): Response => ({ say: [], dialogCard: card })

/** First form: the message it starts from, and what kind it is. */
export function dialogOpened(
  turning: Turning,
  said: string,
  told: { readonly problem?: string; readonly note?: string } = {},
): Response {
  const { board, actor, deps } = turning
  if (actor.agency === null) return { ...dialog(notMetCard()), dialog: introducing(turning, said) }
  const readers = beforehandLine(readersIn(turning).usual)
  return dialog(dialogKindCard(board, { draft: deps.newId(), said, readers, ...told }))
}

/** Keeps the form in the chat as a report that waits, replacing its earlier version. */
function kept(turning: Turning, draft: Draft): Pick<Response, 'dialog'> {
  if (wordsOf(draft) === '') return {}
  const { dialog: stands } = turning
  const open = draftIn(stands)
  if (stands?.type === 'introducing') return {}
  if (stands?.type === 'more' && (!open || open.id === draft.id))
    return { dialog: { ...stands, draft } }
  if (!stands || !open || open.id === draft.id) return { dialog: raising(turning, draft, true) }
  const others = laterIn(stands).filter(({ id }) => id !== draft.id)
  return { dialog: { ...stands, later: [...others, draft] } }
}

function formOf(turning: Turning, draft: Draft, told: Parameters<typeof checkCard>[2]) {
  const data = { verb: 'dialogSend', draft: draft.id, kind: draft.kind }
  const card = checkCard(draft, readersIn(turning), told)
  return asDialog(card, [dialogSubmit('Send', data)])
}

/** The forms come back: the second form, or the receipt. */
export async function dialogSent(
  turning: Turning,
  { verb, fields }: { readonly verb: string; readonly fields: Fields },
): Promise<Response> {
  const { actor, deps } = turning
  const kind = kindOf(fields['kind'] ?? '')
  const problem = 'Choose one of the eight kinds.'
  if (!kind) return dialogOpened(turning, fields['said'] ?? '', { problem })
  const code = kind.code as KindCode // the list and the union are tested to be the same
  const id = fields['draft'] || deps.newId()
  const said = cleanText(fields['said'] ?? '')
  // Too long for an answer: shown again, as far as it fits, rather than left out.
  if (said.length > TEXT_LIMIT) return dialogOpened(turning, said)
  if (verb === 'dialogKind') {
    const first = begun(id, code, said || null)
    return { ...dialog(formOf(turning, first, {})), ...kept(turning, first) }
  }
  const answers = askedBeforeSending(code).flatMap((question): readonly Answer[] => {
    const value = readField(question, fields[`answer_${question.code}`])
    return value ? [{ question: question.code, value }] : []
  })
  const draft = withFields({ ...begun(id, code, null), answers, at: 'check' }, fields)
  try {
    const { to } = draft
    const stored = await raiseObservation(deps, { kind: code, answers, to, submission: id, actor })
    deps.nudge()
    const receipt = receiptOf(turning, stored, { isDialog: true })
    // Buttons that need a chat do nothing in a dialog.
    const card: Card =
      receipt.template === 'message'
        ? { ...receipt, data: { ...receipt.data, buttons: [] } }
        : receipt
    return { ...dialog(card), dialog: without(turning, id).dialog ?? null }
  } catch (error) {
    if (!isRefusal(error, 'incomplete')) throw error
    const told = { problems: problemsOf(error.details.missing), note: NOT_SENT }
    return { ...dialog(formOf(turning, draft, told)), ...kept(turning, advanced(draft)) }
  }
}
