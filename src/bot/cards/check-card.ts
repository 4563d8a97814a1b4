import { agencyOf, officeOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { officeInstead, routedTo, triagersOf } from '../../domain/observation/routing.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import type { Answer, AnswerValue } from '../../domain/observation/types.ts'
import type { Question } from '../../domain/taxonomies/types.ts'
import type { AgencyId, PersonId } from '../../domain/words/ids.ts'
import type { Draft } from '../talk/draft.ts'
import { askedBeforeSending, besideKind } from '../talk/engine.ts'
import { fieldOf } from '../talk/read-answer.ts'
import { formCard, formField, submits } from './build.ts'
import type { Card, FormCard, FormField } from './card-data.ts'
import { NO_FILES } from './channel-cards.ts'
import { aKind } from './draft-cards.ts'
import { choicesOf } from './question-cards.ts'
import { choiceName, jsonBytes, linesOf, named, sayKeptFrom, shortened } from './text.ts'

/** Limit in bytes for answers that can be changed in place. Longer ones are only shown. */
const EDITABLE_BYTES = 15_000
const SHOWN_CHARACTERS = 600
const NAMES_AT_MOST = 4

/** Everybody who may read a report where it lies or will lie. Said before it is sent (S10, S12). */
export function readersOf(board: BoardSettings, report: Parameters<typeof triagersOf>[0]): string {
  const { agency } = report.route
  const readers = triagersOf(report, board)
  const where = named(agencyOf(board, agency)?.name ?? 'your agency')
  if (readers.length === 0) return 'the board office'
  const names = readers.slice(0, NAMES_AT_MOST).map((id) => named(sayPerson(board, id)))
  const others = readers.length - names.length
  const all = others > 0 ? [...names, others === 1 ? 'one other' : `${others} others`] : names
  if (officeOf(board)?.id === agency) return `${all.join(' and ')} at ${where}`
  return `${all.join(' and ')}, who ${readers.length > 1 ? 'look' : 'looks'} at reports from ${where}`
}

/** Who reads this person's report, and who would at the board office if it can go past them. */
export interface Readers {
  readonly usual: string
  readonly agency: string
  /** `null` where sending it there makes no difference, or the agency is not known yet. */
  readonly office: string | null
}

export function readersFor(
  board: BoardSettings,
  { agency, person }: { readonly agency: AgencyId | null; readonly person: PersonId },
): Readers {
  if (agency === null)
    return { usual: 'a senior of your agency', agency: 'your agency', office: null }
  const office = officeInstead(board, agency, person)
  return {
    usual: readersOf(board, routedTo(agency, agency, person)),
    agency: agencyOf(board, agency)?.name ?? 'your agency',
    office: office ? readersOf(board, routedTo(office, agency, person)) : null,
  }
}

/** Those who read this draft, as it stands. */
export const readersOfDraft = ({ to }: Pick<Draft, 'to'>, { usual, office }: Readers): string =>
  to === 'office' && office !== null ? office : usual

/** The longest answers: those that do not fit beside the others as inputs. */
function tooLongToEdit(answers: readonly Answer[]): ReadonlySet<string> {
  let bytes = 0
  return new Set(
    answers
      .map(({ question, value }) => ({ question, size: jsonBytes(fieldOf(value)) }))
      .sort((a, b) => a.size - b.size)
      .filter(({ size }) => {
        bytes += size
        return bytes > EDITABLE_BYTES
      })
      .map(({ question }) => question),
  )
}

function answerField(
  question: Question,
  value: AnswerValue | undefined,
  problem: string,
): FormField {
  const { answer, code, asks, help = '' } = question
  return formField({
    kind: answer.type === 'text' ? 'text' : 'choice',
    id: `answer_${code}`,
    label: asks,
    value: fieldOf(value),
    error: 'This one is needed before it can be sent.',
    multi: answer.type === 'choices',
    choices:
      answer.type === 'tick'
        ? [{ title: 'Yes', value: 'true' }]
        : choicesOf(question).map((item) => ({ title: item.label, value: item.code })),
    help,
    problem,
  })
}

const FOR_LEARNING = 'It is for learning: it is not used to blame anybody.'
const CAN_REQUIRE = 'can require what is written here to be shown to the police or a court.'

interface Told {
  readonly problems?: Readonly<Record<string, string>>
  readonly note?: string
  readonly urgent?: string
}

/** Where it goes. Asked where somebody can send it past their own agency. */
const whereTo = ({ to = 'agency' }: Draft, { agency, office }: Readers): readonly FormField[] =>
  office === null && to === 'agency'
    ? []
    : [
        formField({
          kind: 'choice',
          id: 'to',
          label: 'Who should read it?',
          value: to,
          choices: [
            { title: `${choiceName(agency)}, as usual`, value: 'agency' },
            { title: 'The board office instead', value: 'office' },
          ],
          help:
            office === null ? '' : `At the board office: ${office}. ${sayKeptFrom(named(agency))}`,
        }),
      ]

/** Every answer, each editable in place, and who will read it. Also the form of the dialog. */
export function checkCard(
  draft: Draft,
  readers: Readers,
  { problems = {}, note = '', urgent = '' }: Told = {},
): Card {
  if (!draft.kind) throw new TypeError('a draft without a kind')
  const questions = askedBeforeSending(draft.kind)
  const given = ({ code }: Question) =>
    draft.answers.find((answer) => answer.question === code)?.value
  const asked = questions.map(({ code }) => code)
  const long = tooLongToEdit(draft.answers.filter(({ question }) => asked.includes(question)))
  const edited = questions.filter(({ code }) => !long.has(code))
  const data = { draft: draft.id, kind: draft.kind }
  // Problems that no field can show stand on top, so that a refusal is always seen.
  const elsewhere = Object.entries(problems)
    .filter(([need]) => !edited.some(({ code }) => need === `answers.${code}`))
    .map(([, say]) => say)
  return formCard('Check before you send', {
    summary: 'Check your report before you send it',
    urgent,
    note: [note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro: [
      `You are telling us about ${aKind(draft.kind)}. You can change every answer here.`,
      `It will be read by ${readersOfDraft(draft, readers)}. They will see your name. They may pass it on to somebody in another agency, who then sees it too.`,
      ...(draft.hadFiles ? [NO_FILES] : []),
    ],
    smallPrint: [`${FOR_LEARNING} Teams keeps this chat, and the law ${CAN_REQUIRE}`],
    fields: [
      ...edited.map((question) =>
        answerField(question, given(question), problems[`answers.${question.code}`] ?? ''),
      ),
      ...whereTo(draft, readers),
    ],
    sections: [
      ...questions
        .filter(({ code }) => long.has(code))
        .map((question) => ({
          heading: `${question.label} (too long to change here: press Back)`,
          lines: linesOf(shortened(fieldOf(given(question)), SHOWN_CHARACTERS)),
        })),
      ...besideKind(draft).map(({ label, text }) => ({
        heading: `${label} (you answered it before; it goes with your report)`,
        lines: linesOf(shortened(text, SHOWN_CHARACTERS)),
      })),
    ],
    buttons: [
      submits({ title: 'Send', verb: 'send', data }),
      // The ways out send the fields as well, so that changes made here are kept.
      submits({ title: 'Back', verb: 'back', data }),
      submits({ title: 'Change the kind', verb: 'changeKind', data }),
      submits({ title: 'Stop', verb: 'stop', data }),
    ],
  })
}

const TOO_LONG_FOR_DIALOG =
  'This is too long to send from here. I have kept it: close this, and type “go on” in our chat. One answer at a time fits there.'

/** The same card for a dialog, which starts empty, sends in another way and has its own way out. */
export function asDialog(card: Card, buttons: FormCard['buttons']): Card {
  if (card.template !== 'form') return card
  const { data } = card
  const fields = data.fields.map((field) => ({ ...field, required: true }))
  const smallPrint = [`${FOR_LEARNING} The law ${CAN_REQUIRE}`]
  // The dialog would send nothing for an answer that is only shown.
  return data.sections.length === 0
    ? { ...card, data: { ...data, fields, smallPrint, buttons } }
    : { ...card, data: { ...data, fields: [], note: TOO_LONG_FOR_DIALOG, buttons: [] } }
}
