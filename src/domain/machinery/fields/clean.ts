import { cleanText, isBlank } from '../../words/text.ts'
import { askedOf } from './ask.ts'
import type { Fields, Table, Values } from './kinds.ts'
import { by } from './kinds.ts'

const asItIs = (_field: unknown, value: unknown): unknown => value

/** Makes a value safe to keep. Only called with a value that fits its field. */
const CLEAN: Table<readonly [value: unknown], unknown> = {
  text: ({ optional }, value) => {
    const text = typeof value === 'string' ? value : ''
    return optional && isBlank(text) ? null : cleanText(text)
  },
  choice: asItIs,
  choices: asItIs,
  yesNo: asItIs,
  number: asItIs,
  date: asItIs,
  person: asItIs,
  agency: asItIs,
  place: asItIs,
  references: (_field, value) => [...new Set(Array.isArray(value) ? value : [])],
  rows: ({ fields }, value) =>
    (Array.isArray(value) ? value : []).map((row: Values) => cleanFields(fields, row)),
}

const isLeftOut = (value: unknown): boolean => value === null || value === ''

/** A command's fields as they are kept. What is not asked or left out is `null`. */
export function cleanFields(fields: Fields<never, never>, given: Values): Values {
  const held = askedOf(fields, given)
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      isLeftOut(held[name]) ? null : by(CLEAN, field, held[name]),
    ]),
  )
}
