import type { FormField, OfferedAction, PlainFormField } from '../../contract/form-fields.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import type {
  AgencyChoice,
  Choice,
  Destination,
  FieldKind,
  PersonChoice,
} from '../../domain/machinery/fields/kinds.ts'
import type { ShownField, ShownOf } from '../../domain/machinery/fields/show.ts'

const choicesOf = (choices: readonly Choice[]) =>
  choices.map(({ value, label, help }) => ({ value, label, help }))
const peopleOf = (people: readonly PersonChoice[]) => people.map(({ id, name }) => ({ id, name }))
const agenciesOf = (agencies: readonly AgencyChoice[]) =>
  agencies.map(({ id, name }) => ({ id, name }))
const placesOf = (places: readonly Destination[]) =>
  places.map(({ agency, name, anybody, people }) => ({
    agency: { id: agency, name },
    anybody,
    people: peopleOf(people),
  }))

const everyField = ({ name, label, help, required, when }: ShownField) => ({
  name,
  label,
  help,
  required,
  when: when && { field: when.field, oneOf: [...when.oneOf] },
})

/** Each kind of field, part by part. Only what is named here leaves. */
const PRESENT: {
  readonly [Kind in FieldKind]: (field: ShownOf<Kind>) => Extract<FormField, { is: Kind }>
} = {
  text: (field) => {
    const { is, atLeast, atMost, short, noGaps, value, startsBy } = field
    return {
      ...everyField(field),
      is,
      atLeast,
      atMost,
      short,
      noGaps,
      value,
      startsBy: startsBy && { field: startsBy.field, starts: { ...startsBy.starts } },
    }
  },
  choice: (field) => {
    const { is, choices, expanded, value } = field
    return { ...everyField(field), is, choices: choicesOf(choices), expanded, value }
  },
  choices: (field) => ({
    ...everyField(field),
    is: field.is,
    choices: choicesOf(field.choices),
  }),
  yesNo: (field) => ({ ...everyField(field), is: field.is }),
  number: (field) => {
    const { is, from, to, value } = field
    return { ...everyField(field), is, from, to, value }
  },
  date: (field) => {
    const { is, from, to, precision } = field
    return { ...everyField(field), is, from, to, precision: [...precision] }
  },
  person: (field) => {
    const { is, people, value } = field
    return { ...everyField(field), is, people: peopleOf(people), value }
  },
  agency: (field) => {
    const { is, agencies, value } = field
    return { ...everyField(field), is, agencies: agenciesOf(agencies), value }
  },
  place: (field) => ({ ...everyField(field), is: field.is, places: placesOf(field.places) }),
  references: (field) => {
    const { is, prefixes, atMost } = field
    return { ...everyField(field), is, prefixes: [...prefixes], atMost }
  },
  rows: (field) => {
    const { is, called, atLeast, atMost, fields } = field
    const inRow = fields.map(presentField).filter((one): one is PlainFormField => one.is !== 'rows')
    return { ...everyField(field), is, called, atLeast, atMost, fields: inRow }
  },
}

function presentField<Kind extends FieldKind>(field: ShownOf<Kind>): FormField {
  const present: (one: ShownOf<Kind>) => FormField = PRESENT[field.is]
  return present(field)
}

/** The actions somebody may take, with their forms. */
export const presentOffered = (allowed: readonly Allowed[]): OfferedAction[] =>
  allowed.map(
    ({ action, missing, label, likely, send, preview, confirm, done, fields, given, second }) => ({
      action,
      missing: missing.map(({ need, say }) => ({ need, say })),
      label,
      likely,
      send,
      preview,
      confirm,
      done,
      fields: fields.map(presentField),
      given: { ...given },
      second: [...second],
    }),
  )
