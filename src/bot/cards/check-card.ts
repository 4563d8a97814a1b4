import { agencyOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { sentTo } from '../../domain/observation/routing.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import type { AgencyId, PersonId } from '../../domain/shared/ids.ts'
import type { Question } from '../../domain/taxonomies/types.ts'
import type { Draft } from '../conversation/draft.ts'
import { askedBeforeSending } from '../conversation/engine.ts'
import { fieldOf } from '../conversation/read-answer.ts'
import { formCard, formField } from './build.ts'
import type { Card, FormCard } from './card-data.ts'
import { aKind } from './draft-cards.ts'
import { choicesOf } from './question-cards.ts'
import { linesOf, plain, shortened } from './text.ts'

/** A longer answer is shown on the check card and changed by going back, to keep the card small. */
const EDITABLE_BYTES = 3_000

/** Who will read a report from this agency: said before anything is sent (S10, S12). */
export function readersOf(board: BoardSettings, agency: AgencyId, reporter: PersonId): string {
  const readers = sentTo({ route: { agency, person: null }, reporter }, board)
  const names = readers.map((id) => plain(sayPerson(board, id)))
  const where = plain(agencyOf(board, agency)?.name ?? 'your agency')
  return names.length === 0
    ? 'the board office'
    : `${names.join(' and ')}, who ${names.length > 1 ? 'look' : 'looks'} at reports from ${where}`
}

/** Every answer, each editable in place, and who will read it. Also the form of the dialog. */
export function checkCard(
  draft: Draft,
  readers: string,
  {
    problems = {},
    note = '',
    urgent = '',
  }: {
    readonly problems?: Readonly<Record<string, string>>
    readonly note?: string
    readonly urgent?: string
  } = {},
): Card {
  if (!draft.kind) throw new TypeError('a draft without a kind')
  const questions = askedBeforeSending(draft.kind)
  const given = ({ code }: Question) =>
    draft.answers.find((answer) => answer.question === code)?.value
  const isLong = (question: Question) =>
    Buffer.byteLength(fieldOf(given(question))) > EDITABLE_BYTES
  const fields = questions
    .filter((question) => !isLong(question))
    .map((question) => {
      const value = given(question)
      return formField({
        kind: question.answer.type === 'text' ? 'text' : 'choice',
        id: `answer_${question.code}`,
        label: question.asks,
        value: fieldOf(value),
        required: true,
        error: 'This one is needed before it can be sent.',
        multi: question.answer.type === 'choices',
        choices:
          question.answer.type === 'tick'
            ? [{ title: 'Yes', value: 'true' }]
            : choicesOf(question).map(({ label, code }) => ({ title: label, value: code })),
        help: question.help ?? '',
        problem: problems[`answers.${question.code}`] ?? '',
      })
    })
  const data = { draft: draft.id }
  const button = (title: string, verb: string, inputs: 'auto' | 'none') =>
    ({ title, verb, data, type: 'Action.Execute', inputs }) as const
  return formCard('Check before you send', {
    summary: 'Check your report before you send it',
    urgent,
    note,
    intro: [
      `You are telling us about ${aKind(draft.kind)}. You can change every answer here.`,
      `It will be read by ${readers}. They will see your name. It is for learning: it is not used to blame anybody. Teams keeps this chat, and the law can require what is written here to be shown to the police or a court.`,
    ],
    fields,
    sections: questions.filter(isLong).map((question) => ({
      heading: `${question.label} (long: press Back to change it)`,
      lines: linesOf(shortened(fieldOf(given(question)), 600)),
    })),
    buttons: [
      button('Send', 'send', 'auto'),
      button('Back', 'back', 'none'),
      button('Change the kind', 'changeKind', 'none'),
      button('Stop', 'stop', 'none'),
    ],
  })
}

/** The same card for a dialog, which sends in another way and has its own way out. */
export function asDialog(card: Card, buttons: FormCard['buttons']): Card {
  if (card.template !== 'form') return card
  return { ...card, data: { ...card.data, buttons } }
}
