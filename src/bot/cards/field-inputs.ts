import type { FieldKind, PersonChoice } from '../../domain/machinery/fields/kinds.ts'
import { rowInput } from '../../domain/machinery/fields/read.ts'
import type { ShownField, ShownOf } from '../../domain/machinery/fields/show.ts'
import { hintWords, labelWords } from '../../domain/machinery/fields/words.ts'
import { asSentence } from '../../domain/words/text.ts'
import { formField } from './build.ts'
import type { Choice, FormField } from './card-data.ts'
import { choiceName, plain, shortened } from './text.ts'

/** What was typed so far, and what the server found wrong, by the name of the input. */
export interface Filled {
  readonly typed: Readonly<Record<string, string>>
  problemAt(...needs: readonly string[]): string
}

type Input = Partial<FormField> & Pick<FormField, 'kind'>

/** Long, since it may hold a name. */
const HELP_CHARACTERS = 200
/** A card has a fixed number of inputs. More rows than this are for the tab. */
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

/** The input for each kind of field. */
const INPUTS: {
  readonly [Kind in Exclude<FieldKind, 'rows'>]: (field: ShownOf<Kind>) => Input
} = {
  text: ({ value }) => ({ kind: 'text', value }),
  choice: ({ choices, expanded, value }) => ({
    kind: 'choice',
    value,
    style: expanded ? 'expanded' : 'compact',
    choices: choices.map((choice) => ({ title: titled(choice, expanded), value: choice.value })),
  }),
  choices: ({ choices }) => ({
    kind: 'choice',
    multi: true,
    choices: choices.map(({ label, value }) => ({ title: choiceName(label), value })),
  }),
  yesNo: () => ({ kind: 'choice', style: 'expanded', choices: YES_NO }),
  number: ({ value }) => ({ kind: 'text', value }),
  date: ({ precision }) => (precision.length > 0 ? { kind: 'text' } : { kind: 'date' }),
  person: ({ people, value }) => ({ kind: 'choice', value, choices: peopleOf(people) }),
  agency: ({ agencies, value }) => ({
    kind: 'choice',
    value,
    choices: agencies.map(({ id, name }) => ({ title: choiceName(name), value: id })),
  }),
  place: (field) => ({ kind: 'choice', choices: placesOf(field) }),
  references: () => ({ kind: 'text' }),
}

/** The needs that a field shows, by their names in a refusal. */
const needsOf = (is: FieldKind, name: string): readonly string[] =>
  is === 'place' ? [name, `${name}.agency`, `${name}.person`] : [name]

function input<Kind extends Exclude<FieldKind, 'rows'>>(
  field: ShownOf<Kind>,
  id: string,
  label: string,
  { typed, problemAt }: Filled,
): FormField {
  const make: (one: ShownOf<Kind>) => Input = INPUTS[field.is]
  const made = make(field)
  const { is, help, required } = field
  return formField({
    ...made,
    id,
    label: labelWords({ label, required }),
    value: typed[id] ?? made.value ?? '',
    // A card cannot hide a field that is not asked, so the service says what is missing.
    required: required && field.when === null,
    help: hintWords({ ...field, help: plain(shortened(help, HELP_CHARACTERS)) }),
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
