import type { Missing } from '../../domain/shared/errors.ts'
import { isBlank } from '../../domain/shared/text.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import type { CardAction } from '../triage-commands.ts'
import { textFields } from '../triage-commands.ts'
import { formCard, formField, leaves, messageCard, submits } from './build.ts'
import type { Card, FormCard, FormField, Section } from './card-data.ts'
import { inputsOf } from './field-inputs.ts'
import { narrativeSections, whyItCame } from './report-cards.ts'
import { linesOf } from './text.ts'

/** A form on its way: what was typed so far, what the server found missing, what to say on top. */
export interface FormState {
  readonly seen: SeenObservation
  readonly submission: string
  readonly typed: Readonly<Record<string, string>>
  readonly missing: readonly Missing[]
  readonly note: string
}

export const dataOf = ({ seen, submission }: FormState) => ({
  ref: seen.ref,
  version: seen.version,
  submission,
  // The story is on every form.
  readUpTo: seen.view.additions.length,
})

export const problemAt = ({ missing }: FormState, ...needs: readonly string[]): string =>
  missing
    .filter(({ need }) => needs.includes(need))
    .map(({ say }) => say)
    .join(' ')

export interface FormParts {
  readonly fields: readonly FormField[]
  readonly buttons: FormCard['buttons']
  readonly intro?: readonly string[]
  readonly sections?: readonly Section[]
  /** The story is in sight rather than behind its button. */
  readonly storyIsOpen?: boolean
}

/** A form on the triage card. What it is about stays at hand while it is filled in. */
export function form(
  state: FormState,
  title: string,
  { fields, buttons, intro = [], sections = [], storyIsOpen = false }: FormParts,
): Card & { readonly template: 'form' } {
  // What no field can show stands on top, so that a refusal never goes unseen.
  const shownAt = fields.map(({ problem }) => problem).join(' ')
  const elsewhere = state.missing.filter(({ say }) => !shownAt.includes(say)).map(({ say }) => say)
  return formCard(title, {
    summary: `${state.seen.ref}: ${title}`,
    note: [state.note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro,
    story: [...whyItCame(state.seen), ...narrativeSections(state.seen.view)],
    storyIsOpen,
    sections,
    fields,
    buttons: [...buttons, leaves({ title: 'Cancel', verb: 'showTriage', data: dataOf(state) })],
  })
}

export const reasonField = (state: FormState, help = ''): FormField =>
  formField({
    kind: 'text',
    id: 'reason',
    label: 'Reason',
    value: state.typed['reason'] ?? '',
    required: true,
    help,
    problem: problemAt(state, 'reason'),
  })

/** The form of an action, as the workflow describes it. */
export function actionForm(action: CardAction, state: FormState): Card {
  const offered = state.seen.allowed.find((one) => one.action === action)
  if (!offered) throw new TypeError(`a form for an action that is not allowed: ${action}`)
  const filled = {
    typed: state.typed,
    problemAt: (...needs: readonly string[]) => problemAt(state, ...needs),
  }
  return form(state, `${offered.label}: ${state.seen.ref}`, {
    fields: offered.fields.flatMap((field) => inputsOf(field, filled)),
    buttons: [
      submits({ title: offered.send, verb: action, data: { ...dataOf(state), ...offered.given } }),
    ],
  })
}

/** Whether a form holds everything that was typed into it, to its last character. */
export const holdsAll = (card: Card, typed: FormState['typed']): boolean =>
  card.template !== 'form' ||
  card.data.fields.every(({ kind, id, value }) => kind !== 'text' || value === (typed[id] ?? value))

/** Said beside a form that is left as it is. */
export const tooLongCard = (ref: string, why: readonly string[]): Card =>
  messageCard(`${ref}: nothing was sent yet`, {
    summary: `${ref}: nothing was sent yet`,
    intro: [
      ...why.filter((said) => said !== ''),
      'All of it together is too long for a card. It still stands in the form: shorten it there, or write it in the tab.',
    ],
  })

/** What was typed for an action that is no longer possible, to be taken elsewhere. */
export const writtenIn = (action: CardAction, typed: FormState['typed']): readonly Section[] =>
  textFields(action).flatMap(({ name, label }) => {
    const text = typed[name] ?? ''
    return isBlank(text)
      ? []
      : [{ heading: `${label}: what you wrote, which was not sent`, lines: linesOf(text) }]
  })
