import { entryOf } from '../../words/entry.ts'
import type { DateKnown, FieldOf, Fields, Table, Values } from './kinds.ts'
import { by } from './kinds.ts'

/**
 * What was typed into a form, under the names of its inputs. Always text, whatever the client sent.
 */
export type Typed = Readonly<Record<string, string>>

const listed = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;\s]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]

/**
 * Reads `2026-03-14`, `2026-03` or `2026`. Anything else is returned as it is, for the check to
 * refuse.
 */
function dateKnown(text: string): DateKnown | string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { on: text, precision: 'day' }
  if (/^\d{4}-\d{2}$/.test(text)) return { on: `${text}-01`, precision: 'month' }
  return /^\d{4}$/.test(text) ? { on: `${text}-01-01`, precision: 'year' } : text
}

/** The input of a field in one row: `points.0.text`. */
export const rowInput = (name: string, index: number, field: string): string =>
  `${name}.${index}.${field}`

const READ: Table<readonly [name: string, typed: Typed], unknown> = {
  text: (_field, name, typed) => typed[name] ?? '',
  choice: (_field, name, typed) => typed[name] || null,
  choices: (_field, name, typed) => listed(typed[name] ?? ''),
  yesNo: (_field, name, typed) => entryOf({ true: true, false: false }, typed[name] ?? '') ?? null,
  number: (_field, name, typed) =>
    /^\d{1,9}$/.test(typed[name] ?? '') ? Number(typed[name]) : null,
  date: ({ precision }, name, typed) => {
    const text = (typed[name] ?? '').trim()
    if (text === '') return null
    return precision ? dateKnown(text) : text
  },
  person: (_field, name, typed) => typed[name] || null,
  agency: (_field, name, typed) => typed[name] || null,
  place(_field, name, typed) {
    const [agency = '', person] = (typed[name] ?? '').split('/')
    return { agency, person: person || null }
  },
  references: (_field, name, typed) => listed((typed[name] ?? '').toUpperCase()),
  rows: ({ fields, atMost }, name, typed) =>
    Array.from({ length: atMost }, (_, index) => index)
      .filter((index) =>
        Object.keys(fields).some(
          (field) => (typed[rowInput(name, index, field)] ?? '').trim() !== '',
        ),
      )
      .map((index) =>
        Object.fromEntries(
          Object.entries<FieldOf>(fields).map(([field, one]) => [
            field,
            by(READ, one, rowInput(name, index, field), typed),
          ]),
        ),
      ),
}

/** Reads what was typed into the inputs of a card. */
export const readFields = (fields: Fields<never, never>, typed: Typed): Values =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, by(READ, field, name, typed)]),
  )
