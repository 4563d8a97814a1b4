import type { FormField } from '../../contract/common.ts'
import { chosen } from './chosen.ts'

export type Values = Readonly<Record<string, string>>

/** A place is two fields: the agency under the field's own name, and the person there. */
export const personIn = (name: string): string => `${name}.person`

/** The needs that a field shows, as a refusal names them. */
export const needsOf = ({ name, is }: FormField): readonly string[] =>
  is === 'place' ? [`${name}.agency`, name, personIn(name)] : [name]

export const startOf = (fields: readonly FormField[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, is, value }) => [
      [name, value],
      ...(is === 'place' ? [[personIn(name), '']] : []),
    ]),
  )

function read({ name, is }: FormField, values: Values): unknown {
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
export const contentOf = (fields: readonly FormField[], values: Values) =>
  Object.fromEntries(fields.map((field) => [field.name, read(field, values)]))
