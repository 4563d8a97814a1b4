import type { Allowed } from '../../domain/machinery/allowed.ts'
import type { When } from '../../domain/machinery/fields/kinds.ts'
import type { ShownField } from '../../domain/machinery/fields/show.ts'
import { entryOf } from '../../domain/words/entry.ts'
import type { Missing } from '../../domain/words/errors.ts'
import { isBlank } from '../../domain/words/text.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import type { CardAction } from '../records/card-actions.ts'
import { askOf, textFields } from '../records/card-actions.ts'
import { formCard, leaves, messageCard, submits } from './build.ts'
import type { Card, FormCard, Section } from './card-data.ts'
import { inputsOf } from './field-inputs.ts'
import { decisionSections, narrativeSections, whyItCame } from './report-cards.ts'
import { jsonBytes, linesOf } from './text.ts'

/** A form under way: what was typed so far, what the server found missing, what to say on top. */
export interface FormState {
  readonly seen: SeenObservation
  readonly submission: string
  readonly typed: Readonly<Record<string, string>>
  readonly missing: readonly Missing[]
  readonly note: string
}

const dataOf = ({ seen, submission }: FormState) => ({
  ref: seen.ref,
  version: seen.version,
  submission,
  // The form shows the whole story, so all additions count as read.
  readUpTo: seen.view.additions.length,
})

const problemAt = ({ missing }: FormState, ...needs: readonly string[]): string =>
  missing
    .filter(({ need }) => needs.includes(need))
    .map(({ say }) => say)
    .join(' ')

interface FormParts extends Pick<FormCard, 'fields' | 'buttons'> {
  readonly intro?: readonly string[]
  readonly sections?: readonly Section[]
  /** The story is in sight, not behind its button. */
  readonly storyIsOpen?: boolean
}

/** A form on the triage card. Its subject stays at hand while it is filled in. */
function form(
  state: FormState,
  title: string,
  { fields, buttons, intro = [], sections = [], storyIsOpen = false }: FormParts,
): Card & { readonly template: 'form' } {
  // Problems that no field can show stand on top, so that a refusal is always seen.
  const shownAt = fields.map(({ problem }) => problem).join(' ')
  const elsewhere = state.missing.filter(({ say }) => !shownAt.includes(say)).map(({ say }) => say)
  return formCard(title, {
    summary: title.includes(state.seen.ref) ? title : `${state.seen.ref}: ${title}`,
    note: [state.note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro,
    story: [...whyItCame(state.seen), ...narrativeSections(state.seen.view)],
    storyIsOpen,
    sections,
    fields,
    buttons: [...buttons, leaves({ title: 'Cancel', verb: 'showTriage', data: dataOf(state) })],
  })
}

const offeredIn = ({ seen }: FormState, action: CardAction): Allowed => {
  const offered = seen.allowed.find((one) => one.action === action)
  if (!offered) throw new TypeError(`a form for an action that is not allowed: ${action}`)
  return offered
}

const inputsFor = (state: FormState, fields: readonly ShownField[]) => {
  const { typed } = state
  const at = (...needs: readonly string[]) => problemAt(state, ...needs)
  return fields.flatMap((field) => inputsOf(field, { typed, problemAt: at }))
}

/**
 * Where a text starts by a choice, the card asks the choice first: the fields up to it, then the
 * rest.
 */
function inSteps({ fields }: Allowed) {
  const starting = fields.find((field) => field.is === 'text' && field.startsBy !== null)
  const by = starting?.is === 'text' ? starting.startsBy?.field : undefined
  const at = fields.findIndex(({ name }) => name === by)
  const choice = fields[at]
  if (choice?.is !== 'choice') return undefined
  return { choice, first: fields.slice(0, at + 1), rest: fields.slice(at + 1) }
}

const isAskedBy = ({ oneOf }: When, code: string) => oneOf.includes(code)

/** A text with the first words its choice gives. What was typed is kept. */
const startedBy = (field: ShownField, code: string): ShownField =>
  field.is === 'text'
    ? { ...field, value: entryOf(field.startsBy?.starts ?? {}, code) ?? field.value }
    : field

/** The form of an action, as the workflow describes it. */
export function actionForm(action: CardAction, state: FormState): Card {
  const offered = offeredIn(state, action)
  const { label, send, preview, confirm, given, fields } = offered
  const data = { ...dataOf(state), ...given }
  const { ref } = state.seen
  const last =
    preview === null
      ? { title: send, verb: action, data }
      : { title: 'Preview', verb: 'preview', data: { ...data, action } }
  const steps = inSteps(offered)
  if (!steps)
    return form(state, `${label}: ${ref}`, {
      fields: inputsFor(state, fields),
      buttons: [submits(last)],
      intro: confirm === null ? [] : [confirm],
    })
  const { choice, first, rest } = steps
  const chosen = choice.choices.find(({ value }) => value === state.typed[choice.name])
  if (!chosen)
    return form(state, `${label}: ${ref}`, {
      storyIsOpen: true,
      fields: inputsFor(state, first),
      buttons: [submits({ title: 'Go on', verb: 'fillIn', data: { ...data, action } })],
    })
  const before = Object.fromEntries(first.map(({ name }) => [name, state.typed[name] ?? '']))
  return form(state, `${ref}: ${chosen.label}`, {
    fields: inputsFor(
      state,
      rest
        .filter(({ when }) => when?.field !== choice.name || isAskedBy(when, chosen.value))
        .map((field) => startedBy({ ...field, when: null }, chosen.value)),
    ),
    buttons: [submits({ ...last, data: { ...last.data, ...before } })],
    intro: chosen.help === '' ? [] : [chosen.help],
  })
}

/** The next step of a form, or the same step with what is missing. */
export function nextStep(action: CardAction, state: FormState): Card {
  const steps = inSteps(offeredIn(state, action))
  const { name = '', choices = [] } = steps?.choice ?? {}
  if (choices.some(({ value }) => value === state.typed[name])) return actionForm(action, state)
  const say = askOf(action, name)
  return actionForm(action, { ...state, missing: say === '' ? [] : [{ need: name, say }] })
}

/** How the typed text will be read, for actions whose row has a preview. */
const PREVIEWS: Partial<
  Readonly<Record<CardAction, (typed: FormState['typed']) => readonly Section[]>>
> = { decide: decisionSections }

/**
 * Limit in bytes. The preview shows what was typed once, but carries it twice: to send and to
 * change.
 */
const CARRIED_BYTES = 20_000
const TOO_LONG = 'This is too long for the preview. Shorten it, or write it in the tab.'
const SHOWN_IN_PART = 'Only the beginning of it is shown here. All of it will be sent.'

/** Last step: what was typed as it will be read, to send or to change. */
export function actionPreview(action: CardAction, state: FormState): Card {
  const { preview, send, fields, given } = offeredIn(state, action)
  // A field that is not asked was not typed into.
  const typed = Object.fromEntries(
    fields.flatMap(({ name }) =>
      state.typed[name] === undefined ? [] : [[name, state.typed[name]]],
    ),
  )
  const data = { ...dataOf(state), ...given, ...typed }
  if (2 * jsonBytes(data) > CARRIED_BYTES)
    return actionForm(action, { ...state, note: `${state.note} ${TOO_LONG}`.trim() })
  const sections = PREVIEWS[action]?.(typed) ?? []
  const shown = (note: string) =>
    form({ ...state, note }, preview ?? '', {
      fields: [],
      sections,
      buttons: [
        submits({ title: send, verb: action, data }),
        leaves({ title: 'Change it', verb: 'fillIn', data: { ...data, action } }),
      ],
    })
  const card = shown(state.note)
  const isWhole = JSON.stringify(card.data.sections) === JSON.stringify(sections)
  return isWhole ? card : shown(`${state.note} ${SHOWN_IN_PART}`.trim())
}

/** Whether a form still holds everything that was typed into it, to the last character. */
export const holdsAll = (card: Card, typed: FormState['typed']): boolean =>
  card.template !== 'form' ||
  card.data.fields.every(({ kind, id, value }) => kind !== 'text' || value === (typed[id] ?? value))

/** Shown beside a form that is left unchanged. */
export const tooLongCard = (ref: string, why: readonly string[]): Card =>
  messageCard(`${ref}: nothing was sent yet`, {
    summary: `${ref}: nothing was sent yet`,
    intro: [
      ...why.filter((said) => said !== ''),
      'All of it together is too long for a card. It still stands in the form: shorten it there, or write it in the tab.',
    ],
  })

/** What was typed for an action that is no longer possible, so that it can be copied. */
export const writtenIn = (action: CardAction, typed: FormState['typed']): readonly Section[] =>
  textFields(action).flatMap(({ name, label }) => {
    const text = typed[name] ?? ''
    return isBlank(text)
      ? []
      : [{ heading: `${label}: what you wrote, which was not sent`, lines: linesOf(text) }]
  })
