import type { Missing } from '../../domain/shared/errors.ts'
import type { ShownField } from '../../domain/shared/shown-fields.ts'
import type { SeenObservation } from '../../usecases/observation/get-observation.ts'
import type { CardAction } from '../triage-commands.ts'
import { formCard, formField, leaves, submits } from './build.ts'
import type { Card, Choice, FormCard, FormField } from './card-data.ts'
import { choiceName, plain, shortened } from './text.ts'

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
})

export const problemAt = ({ missing }: FormState, ...needs: readonly string[]): string =>
  missing
    .filter(({ need }) => needs.includes(need))
    .map(({ say }) => say)
    .join(' ')

export function form(
  state: FormState,
  title: string,
  fields: readonly FormField[],
  buttons: FormCard['buttons'],
  intro: readonly string[] = [],
): Card {
  // What no field can show stands on top, so that a refusal never goes unseen.
  const shownAt = fields.map(({ problem }) => problem).join(' ')
  const elsewhere = state.missing.filter(({ say }) => !shownAt.includes(say)).map(({ say }) => say)
  return formCard(title, {
    summary: `${state.seen.ref}: ${title}`,
    note: [state.note, ...elsewhere].filter((said) => said !== '').join(' '),
    intro,
    fields,
    buttons: [
      ...buttons,
      leaves({ title: 'Cancel', verb: 'showTriage', data: { ref: state.seen.ref } }),
    ],
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

/** Choices of a place, as `agency` or `agency/person`. */
const placesOf = ({ places }: ShownField): readonly Choice[] =>
  places.flatMap(({ agency, name, anybody, people }) => [
    ...(anybody ? [{ title: `${choiceName(name)}: whoever is on duty`, value: agency }] : []),
    ...people.map((person) => ({
      title: `${choiceName(name)}: ${choiceName(person.name)}`,
      value: `${agency}/${person.id}`,
    })),
  ])

/** It may hold a name. */
const HELP_CHARACTERS = 200

const KINDS = { text: 'text', choice: 'choice', place: 'choice', date: 'date' } as const

const formFieldOf = (field: ShownField, state: FormState): FormField =>
  formField({
    kind: KINDS[field.is],
    id: field.name,
    label: field.required ? field.label : `${field.label} (optional)`,
    value: state.typed[field.name] ?? field.value,
    required: field.required,
    help: [
      plain(shortened(field.help, HELP_CHARACTERS)),
      field.atLeast > 0 ? `At least ${field.atLeast} characters.` : '',
    ]
      .join(' ')
      .trim(),
    style: field.expanded ? 'expanded' : 'compact',
    choices:
      field.is === 'place'
        ? placesOf(field)
        : field.choices.map(({ value, label, help }) => ({
            title: field.expanded && help !== '' ? `${label}. ${help}` : label,
            value,
          })),
    problem: problemAt(state, ...needsOf(field)),
  })

/** The needs that a field shows, as a refusal names them. */
const needsOf = ({ name, is }: ShownField): readonly string[] =>
  is === 'place' ? [name, `${name}.agency`, `${name}.person`] : [name]

/** The form of an action, as the workflow describes it. */
export function actionForm(action: CardAction, state: FormState): Card {
  const offered = state.seen.allowed.find((one) => one.action === action)
  if (!offered) throw new TypeError(`a form for an action that is not allowed: ${action}`)
  return form(
    state,
    `${offered.label}: ${state.seen.ref}`,
    offered.fields.map((field) => formFieldOf(field, state)),
    [submits({ title: offered.send, verb: action, data: dataOf(state) })],
  )
}
