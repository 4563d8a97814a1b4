import { decisionDueOn } from '../domain/observation/promise.ts'
import type { Answer } from '../domain/observation/types.ts'
import { isRefusal } from '../domain/shared/errors.ts'
import { cleanText, TEXT_LIMIT } from '../domain/shared/text.ts'
import type { KindCode } from '../domain/taxonomies/lists.ts'
import { kindOf } from '../domain/taxonomies/lists.ts'
import { raiseObservation } from '../usecases/observation/raise-observation.ts'
import type { Card } from './cards/card-data.ts'
import { asDialog, checkCard, readersOf } from './cards/check-card.ts'
import { dialogKindCard, dialogSubmit, notMetCard } from './cards/dialog-cards.ts'
import { receiptCard } from './cards/draft-cards.ts'
import type { Draft } from './conversation/draft.ts'
import { askedBeforeSending, begun } from './conversation/engine.ts'
import { readField } from './conversation/read-answer.ts'
import type { Fields, Response, Turning } from './turn.ts'

// The dialog of "Raise as observation" on a message: the same questions as in the chat, on two
// forms. Nothing is kept between them but in the form itself, so it can be closed at any time.

const dialog = (card: Card): Response => ({ say: [], dialogCard: card })

/** First form: the message it starts from, and what kind it is. */
export function dialogOpened(
  { board, actor, deps }: Turning,
  said: string,
  told: { readonly problem?: string; readonly note?: string } = {},
): Response {
  if (actor.agency === null) return dialog(notMetCard())
  return dialog(dialogKindCard(board, { draft: deps.newId(), said, ...told }))
}

function formOf({ board, actor }: Turning, draft: Draft, told: Parameters<typeof checkCard>[2]) {
  const readers = actor.agency ? readersOf(board, actor.agency, actor.person) : 'the board office'
  const data = { verb: 'dialogSend', draft: draft.id, kind: draft.kind }
  return asDialog(checkCard(draft, readers, told), [dialogSubmit('Send', data)])
}

/** The forms come back: the second form, or the receipt. */
export async function dialogSent(
  turning: Turning,
  { verb, fields }: { readonly verb: string; readonly fields: Fields },
): Promise<Response> {
  const { board, actor, deps } = turning
  const kind = kindOf(fields['kind'] ?? '')
  const problem = 'Choose one of the eight kinds.'
  if (!kind) return dialogOpened(turning, fields['said'] ?? '', { problem })
  const code = kind.code as KindCode // the list and the union are tested to be the same
  const id = fields['draft'] || deps.newId()
  const said = cleanText(fields['said'] ?? '')
  // Too long to become an answer: shown again, as far as it fits, rather than left out.
  if (said.length > TEXT_LIMIT) return dialogOpened(turning, said)
  if (verb === 'dialogKind') return dialog(formOf(turning, begun(id, code, said || null), {}))
  const answers = askedBeforeSending(code).flatMap((question): readonly Answer[] => {
    const value = readField(question, fields[`answer_${question.code}`])
    return value ? [{ question: question.code, value }] : []
  })
  const draft: Draft = { ...begun(id, code, null), answers, at: 'check' }
  try {
    const stored = await raiseObservation(deps, { kind: code, answers, submission: id, actor })
    deps.nudge()
    const { state } = stored
    const receipt = receiptCard({ ref: stored.id, observation: state }, board, {
      readers: readersOf(board, state.route.agency, state.reporter),
      dueOn: decisionDueOn(state, deps.calendar),
      hasMore: false,
    })
    // Buttons that need a chat do nothing in a dialog.
    return receipt.template === 'message'
      ? dialog({ ...receipt, data: { ...receipt.data, buttons: [] } })
      : dialog(receipt)
  } catch (error) {
    if (!isRefusal(error, 'incomplete')) throw error
    const problems = Object.fromEntries(error.details.missing.map(({ need, say }) => [need, say]))
    const note = 'Nothing has been sent yet: something is missing. What you wrote is still here.'
    return dialog(formOf(turning, draft, { problems, note }))
  }
}
