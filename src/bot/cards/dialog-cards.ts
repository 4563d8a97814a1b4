import type { BoardNow } from '../../domain/board/board-now.ts'
import { observationKinds } from '../../domain/taxonomies/lists.ts'
import { cleanText, TEXT_LIMIT } from '../../domain/words/text.ts'
import { formCard, formField, messageCard } from './build.ts'
import type { Button, Card } from './card-data.ts'
import { safetyLine } from './safety.ts'
import { shortened } from './text.ts'

/** A button of a dialog. Dialogs know only `Action.Submit`, whose verb is part of its data. */
export const dialogSubmit = (title: string, data: Button['data']) =>
  ({ title, verb: '', data, type: 'Action.Submit', inputs: 'auto' }) as const

/** First form of "Raise as observation": the message it starts from, and what kind it is. */
export const dialogKindCard = (
  board: BoardNow,
  {
    draft,
    said,
    readers,
    problem = '',
    note = '',
  }: { draft: string; said: string; readers: string; problem?: string; note?: string },
): Card => {
  const text = cleanText(said)
  return formCard('Raise as observation', {
    safety: safetyLine(board),
    note,
    intro: [readers, 'Once you press Next, it is kept in our chat until you send or delete it.'],
    fields: [
      formField({
        kind: 'choice',
        id: 'kind',
        label: 'What would you like to tell us about?',
        style: 'expanded',
        required: true,
        choices: observationKinds.items
          .filter(({ retired }) => !retired)
          .map(({ code, label, says }) => ({ title: `${label}. ${says}`, value: code })),
        problem,
      }),
      formField({
        kind: 'text',
        id: 'said',
        label: 'What you noticed',
        value: shortened(text, TEXT_LIMIT - ' …'.length),
        help: 'Take out names of children, families and colleagues: they are not needed.',
        problem: text.length < TEXT_LIMIT ? '' : 'Only the beginning of the message fits here.',
      }),
    ],
    buttons: [dialogSubmit('Next', { verb: 'dialogKind', draft })],
  })
}

/** The dialog for a person without an entry. */
export const notMetCard = (): Card =>
  messageCard('We have not met before', {
    intro: [
      'I have kept what this message says. Open the chat with me and type “raise”: I ask once where you work.',
    ],
  })
