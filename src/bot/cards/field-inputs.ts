import type { FieldKind, PersonChoice } from '../../domain/machinery/fields/kinds.ts'
import { rowInput } from '../../domain/machinery/fields/read.ts'
import type { ShownField, ShownOf } from '../../domain/machinery/fields/show.ts'
import { asSentence } from '../../domain/shared/text.ts'
import { formField } from './build.ts'
import type { Choice, FormField } from './card-data.ts'
import { choiceName, plain, shortened } from './text.ts'

/** What was typed so far, and what the server found wrong, by the name of the input. */
export interface Filled {
  readonly typed: Readonly<Record<string, string>>
  problemAt(...needs: readonly string[]): string
}

type Input = Partial<FormField> & Pick<FormField, 'kind'>

/** It may hold a name. */
const HELP_CHARACTERS = 200
/** A card has a fixed number of inputs: more rows than this are for the tab. */
const ROWS_ON_A_CARD = 3

const titled = ({ label, help }: { label: string; help: string }, expanded: boolean) =>
  expanded && help !== '' ? `${asSentence(label)} ${help}` : label

const peopleOf = (people: readonly PersonChoice[]): readonly Choice[] =>
  people.map(({ id, name }) => ({ title: choiceName(name), value: id }))

/** Choices of a place, as `agency` or `agency/person`. */
const placesOf = ({ places }: ShownOf<'place'>): readonly Choice[] =>
  places.flatMap(({ agency, name, anybody, people }) => [
    ...(anybody ? [{ title: `${choiceName(name)}: whoever is on duty`, value: agency }] : []),
    ...people.map((person) => ({
      title: `${choiceName(name)}: ${choiceName(person.name)}`,
      value: `${agency}/${person.id}`,
    })),
  ])

const YES_NO: readonly Choice[] = [
  { title: 'Yes', value: 'true' },
  { title: 'No', value: 'false' },
]

const how = (precision: readonly string[]) =>
  precision.length > 0 ? 'A day as 2026-03-14, a month as 2026-03, or a year.' : ''

/** The input for each kind of field, and what it says besides the field's own help. */
const INPUTS: {
  readonly [Kind in Exclude<FieldKind, 'rows'>]: (field: ShownOf<Kind>) => Input & {
    readonly says?: string
  }
} = {
  text: ({ atLeast, value }) => ({
    kind: 'text',
    value,
    says: atLeast > 0 ? `At least ${atLeast} characters.` : '',
  }),
  choice: ({ choices, expanded, value }) => ({
    kind: 'choice',
    value,
    style: expanded ? 'expanded' : 'compact',
    choices: choices.map((choice) => ({ title: titled(choice, expanded), value: choice.value })),
  }),
  choices: ({ choices }) => ({
    kind: 'choice',
    multi: true,
    choices: choices.map(({ label, value }) => ({ title: label, value })),
  }),
  yesNo: () => ({ kind: 'choice', style: 'expanded', choices: YES_NO }),
  number: ({ from, to }) => ({ kind: 'text', says: `A whole number from ${from} to ${to}.` }),
  date: ({ precision }) =>
    precision.length > 0 ? { kind: 'text', says: how(precision) } : { kind: 'date' },
  person: ({ people }) => ({ kind: 'choice', choices: peopleOf(people) }),
  place: (field) => ({ kind: 'choice', choices: placesOf(field) }),
  references: ({ prefixes, atMost }) => ({
    kind: 'text',
    says: `${prefixes.map((prefix) => `${prefix}-2026-0042`).join(' or ')}; at most ${atMost}, with commas between.`,
  }),
}

/** The needs that a field shows, as a refusal names them. */
const needsOf = (is: FieldKind, name: string): readonly string[] =>
  is === 'place' ? [name, `${name}.agency`, `${name}.person`] : [name]

function input<Kind extends Exclude<FieldKind, 'rows'>>(
  field: ShownOf<Kind>,
  id: string,
  label: string,
  { typed, problemAt }: Filled,
): FormField {
  const make: (one: ShownOf<Kind>) => Input & { readonly says?: string } = INPUTS[field.is]
  const { says = '', ...made } = make(field)
  const { is, help, required } = field
  return formField({
    ...made,
    id,
    label: required ? label : `${label} (optional)`,
    value: typed[id] ?? made.value ?? '',
    required,
    help: [plain(shortened(help, HELP_CHARACTERS)), says].filter((one) => one !== '').join(' '),
    problem: problemAt(...needsOf(is, id)),
  })
}

/** The inputs of a card for a field: one, or one for each field of its first rows. */
export function inputsOf(field: ShownField, filled: Filled): readonly FormField[] {
  if (field.is !== 'rows') return [input(field, field.name, field.label, filled)]
  const { name, atLeast, atMost, fields } = field
  return Array.from({ length: Math.min(atMost, ROWS_ON_A_CARD) }, (_, index) =>
    fields.flatMap((one) => {
      const needed = { ...one, required: one.required && index < atLeast }
      return needed.is === 'rows'
        ? []
        : [input(needed, rowInput(name, index, one.name), `${one.label} ${index + 1}`, filled)]
    }),
  ).flat()
}
