import { askedIn } from '../../contract/asked.ts'
import type { FormField } from '../../contract/form-fields.ts'
import type { Content, FieldContent } from '../api/client-types.ts'
import type { Typed } from '../session/drafts.ts'
import { chosen } from './chosen.ts'

export type FieldKind = FormField['is']
export type FieldOf<Kind extends FieldKind> = Extract<FormField, { readonly is: Kind }>

/** A place is two inputs: the agency under the field's own name, and the person under this one. */
export const personIn = (name: string): string => `${name}.person`
/** The input of a field in one row. */
export const rowIn = (name: string, index: number, field: string): string =>
  `${name}.${index}.${field}`

/** How many rows are shown. A field of rows keeps that number under its own name. */
export const rowsShown = ({ name, atLeast, atMost }: FieldOf<'rows'>, values: Typed): number =>
  Math.min(atMost, Math.max(1, atLeast, Number(values[name] ?? '') || 0))

/** A field of a row, as a field of its own. */
const inRow = <Field extends FormField>(
  { name }: FieldOf<'rows'>,
  index: number,
  field: Field,
): Field => ({ ...field, name: rowIn(name, index, field.name) })

const hasBegun = ({ name, fields }: FieldOf<'rows'>, index: number, values: Typed): boolean =>
  fields.some((one) => (values[rowIn(name, index, one.name)] ?? '').trim() !== '')

/**
 * The fields of a row. Nothing is required in an empty row that can be left out, which is every
 * row beyond those asked for.
 */
export function fieldsOfRow(field: FieldOf<'rows'>, index: number, values: Typed) {
  const isAsked = field.required && index < Math.max(1, field.atLeast)
  const counts = isAsked || hasBegun(field, index, values)
  return field.fields.map((one) =>
    inRow(field, index, { ...one, required: one.required && counts }),
  )
}

const among = (given: string, choices: readonly string[]) => (choices.includes(given) ? given : '')
const listed = (text: string) => text.split(/[,;\s]+/).filter((part) => part !== '')

/** What the inputs of each kind of field hold, and how the request takes it. */
interface Holding<Kind extends FieldKind> {
  /** The values of its inputs. Leaves out choices no longer offered, which would be sent unseen. */
  fitting(field: FieldOf<Kind>, values: Typed): Typed
  read(field: FieldOf<Kind>, values: Typed): Content
}

const own = ({ name }: FormField, values: Typed): string => values[name] ?? ''
const asTyped = (field: FormField, values: Typed): Typed => ({ [field.name]: own(field, values) })
const orNone = (field: FormField, value: string) => (value === '' && !field.required ? null : value)
const orChosen = (field: FormField, value: string) =>
  value === '' && !field.required ? null : chosen(value)

const HOLDING: { readonly [Kind in FieldKind]: Holding<Kind> } = {
  text: { fitting: asTyped, read: (field, values) => orNone(field, own(field, values)) },
  choice: {
    fitting: (field, values) => ({
      [field.name]: among(
        own(field, values),
        field.choices.map(({ value }) => value),
      ),
    }),
    read: (field, values) => orChosen(field, own(field, values)),
  },
  choices: {
    fitting: (field, values) => ({
      [field.name]: listed(own(field, values))
        .filter((code) => field.choices.some(({ value }) => value === code))
        .join(','),
    }),
    read: (field, values) => listed(own(field, values)),
  },
  yesNo: {
    fitting: asTyped,
    // Where nothing is chosen, the service says so beside the field.
    read: (field, values) => ({ true: true, false: false })[own(field, values)] ?? null,
  },
  number: {
    fitting: asTyped,
    read: (field, values) => {
      const text = own(field, values).trim()
      return text === '' ? null : Number(text)
    },
  },
  date: {
    fitting: asTyped,
    read: (field, values) => {
      const text = own(field, values).trim()
      if (text === '') return null
      if (field.precision.length === 0) return text
      const [year = '', month, day] = text.split('-')
      return {
        on: `${year}-${month ?? '01'}-${day ?? '01'}`,
        precision: day ? 'day' : month ? 'month' : 'year',
      }
    },
  },
  person: {
    fitting: (field, values) => ({
      [field.name]: among(
        own(field, values),
        field.people.map(({ id }) => id),
      ),
    }),
    read: (field, values) => orChosen(field, own(field, values)),
  },
  agency: {
    fitting: (field, values) => ({
      [field.name]: among(
        own(field, values),
        field.agencies.map(({ id }) => id),
      ),
    }),
    read: (field, values) => orChosen(field, own(field, values)),
  },
  place: {
    fitting: ({ name, places }, values) => {
      const place = places.find(({ agency }) => agency.id === values[name])
      const there = place?.people.map(({ id }) => id) ?? []
      return {
        [name]: place ? (values[name] ?? '') : '',
        [personIn(name)]: among(values[personIn(name)] ?? '', there),
      }
    },
    read: ({ name }, values) => ({
      agency: chosen(values[name] ?? ''),
      person: values[personIn(name)] || null,
    }),
  },
  references: {
    fitting: asTyped,
    read: (field, values) => listed(own(field, values).toUpperCase()),
  },
  rows: {
    fitting: (field, values) =>
      Object.assign(
        asTyped(field, values),
        ...indexes(field, values).map((index) =>
          fittingIn(
            field.fields.map((one) => inRow(field, index, one)),
            values,
          ),
        ),
      ),
    read: (field, values) =>
      indexes(field, values)
        .filter((index) => hasBegun(field, index, values))
        .map((index) =>
          Object.fromEntries(
            field.fields.map((one) => [one.name, read(inRow(field, index, one), values)]),
          ),
        ),
  },
}

const indexes = (field: FieldOf<'rows'>, values: Typed): readonly number[] =>
  Array.from({ length: rowsShown(field, values) }, (_, index) => index)

function fitting<Kind extends FieldKind>(field: FieldOf<Kind>, values: Typed): Typed {
  const holding: Pick<Holding<Kind>, 'fitting'> = HOLDING[field.is as Kind]
  return holding.fitting(field, values)
}

function read<Kind extends FieldKind>(field: FieldOf<Kind>, values: Typed): Content {
  const holding: Pick<Holding<Kind>, 'read'> = HOLDING[field.is as Kind]
  return holding.read(field, values)
}

/** The needs that a field shows, by their names in a refusal. */
export const needsOf = ({ name, is }: FormField): readonly string[] =>
  is === 'place' ? [`${name}.agency`, name, personIn(name)] : [name]

/** The fields of a form, and those in its rows. */
export const withRows = (fields: readonly FormField[], values: Typed): readonly FormField[] =>
  fields.flatMap((field) =>
    field.is === 'rows'
      ? [
          field,
          ...indexes(field, values).flatMap((index) =>
            field.fields.map((one) => inRow(field, index, one)),
          ),
        ]
      : [field],
  )

/** The needs that a form shows. */
export const shownNeeds = (fields: readonly FormField[], values: Typed): readonly string[] =>
  withRows(fields, values).flatMap(needsOf)

export const startOf = (fields: readonly FormField[]): Typed =>
  Object.fromEntries(fields.map((field) => [field.name, 'value' in field ? field.value : '']))

export const fittingIn = (fields: readonly FormField[], values: Typed): Typed =>
  Object.assign({}, ...fields.map((field) => fitting(field, values)))

/** The fields that are asked, given what is filled in. */
export const askedWith = (fields: readonly FormField[], values: Typed): readonly FormField[] =>
  askedIn(fields, (field) => read(field, values))

const textsOf = (fields: readonly FormField[], values: Typed) =>
  withRows(fields, values).filter((field) => field.is === 'text')

/** The inputs that hold words of one's own. */
export const textsIn = (fields: readonly FormField[], values: Typed): readonly string[] =>
  textsOf(fields, values).map(({ name }) => name)

/** Whether a text is too long, also in a row. */
export const isAnyTooLong = (fields: readonly FormField[], values: Typed): boolean =>
  textsOf(fields, values).some((field) => own(field, values).length > field.atMost)

/** The content for the request. A field that is not asked is `null`. */
export function contentOf(fields: readonly FormField[], values: Typed): FieldContent {
  const asked = askedWith(fields, values)
  return Object.fromEntries(
    fields.map((field) => [field.name, asked.includes(field) ? read(field, values) : null]),
  )
}
