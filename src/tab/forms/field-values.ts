import type { FormField } from '../../contract/common.ts'
import type { FieldContent } from '../api/client-types.ts'
import type { Typed } from '../session/drafts.ts'
import { chosen } from './chosen.ts'

/** A place is two fields: the agency under the field's own name, and the person there. */
export const personIn = (name: string): string => `${name}.person`

/** The needs that a field shows, as a refusal names them. */
export const needsOf = ({ name, is }: FormField): readonly string[] =>
  is === 'place' ? [`${name}.agency`, name, personIn(name)] : [name]

export const startOf = (fields: readonly FormField[]): Typed =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

const among = (given: string, choices: readonly string[]) => (choices.includes(given) ? given : '')

function fitting({ name, is, choices, places }: FormField, values: Typed): Typed {
  const value = values[name] ?? ''
  if (is === 'choice')
    return {
      [name]: among(
        value,
        choices.map((choice) => choice.value),
      ),
    }
  if (is !== 'place') return { [name]: value }
  const place = places.find(({ agency }) => agency.id === value)
  const person = among(values[personIn(name)] ?? '', place?.people.map(({ id }) => id) ?? [])
  return { [name]: place ? value : '', [personIn(name)]: person }
}

/** What was filled in, without what cannot be chosen any more: it would be sent unseen. */
export const fittingIn = (fields: readonly FormField[], values: Typed): Typed =>
  Object.assign({}, ...fields.map((field) => fitting(field, values)))

export const isTooLong = ({ name, atMost }: FormField, values: Typed): boolean =>
  atMost > 0 && (values[name] ?? '').length > atMost

function read({ name, is }: FormField, values: Typed): FieldContent[string] {
  const value = values[name] ?? ''
  switch (is) {
    case 'text':
      return value
    case 'choice':
      return chosen(value)
    case 'date':
      return value === '' ? null : value
    case 'place':
      return { agency: chosen(value), person: values[personIn(name)] || null }
  }
}

/** What was filled in, as the request takes it. */
export const contentOf = (fields: readonly FormField[], values: Typed): FieldContent =>
  Object.fromEntries(fields.map((field) => [field.name, read(field, values)]))
