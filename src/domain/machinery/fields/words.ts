import { TEXT_LIMIT } from '../../words/text.ts'
import type { FieldKind } from './kinds.ts'

// Words about a field beyond its description, said once for card and tab.

/** The part of a field on which its words depend, in the service or in the browser. */
interface Worded {
  readonly is: FieldKind
  readonly help: string
  readonly atLeast?: number
  readonly atMost?: number
  readonly noGaps?: boolean
  readonly from?: number | string | null
  readonly to?: number | string | null
  readonly precision?: readonly string[]
  readonly prefixes?: readonly string[]
}

/** The label of a field; an optional field says so. */
export const labelWords = ({ label, required }: { label: string; required: boolean }): string =>
  required ? label : `${label} (if you wish)`

const count = (characters: number) => characters.toLocaleString('en-GB')

function limitWords({ is, ...field }: Worded): string {
  switch (is) {
    case 'text': {
      const { atLeast = 0, atMost = TEXT_LIMIT, noGaps } = field
      return [
        atLeast > 0 ? `At least ${count(atLeast)} characters.` : '',
        atMost < TEXT_LIMIT ? `At most ${count(atMost)} characters.` : '',
        noGaps ? 'Fill in any {curly brackets}.' : '',
      ]
        .filter((one) => one !== '')
        .join(' ')
    }
    case 'number':
      return `A whole number from ${field.from} to ${field.to}.`
    case 'date':
      return (field.precision ?? []).length > 0
        ? 'A day as 2026-03-14, a month as 2026-03, or a year as 2026.'
        : ''
    case 'references':
      return `${(field.prefixes ?? []).map((prefix) => `${prefix}-2026-0042`).join(' or ')}; at most ${field.atMost}, with commas between.`
    default:
      return ''
  }
}

/** Of a value that is there and cannot be read, on cards and in the tab. */
export function unreadableWords({
  is,
  required,
  from,
  to,
}: Pick<Worded, 'is' | 'from' | 'to'> & { readonly required: boolean }): string {
  const orNothing = required ? '' : ', or leave it empty'
  return is === 'number'
    ? `This number cannot be read. Write a whole number from ${from} to ${to}${orNothing}.`
    : // Clients without a calendar send a day as typed, and 1/6 does not mean the same everywhere.
      `This date cannot be read for certain. Write it as year-month-day, such as 2026-06-01${orNothing}.`
}

/** The text beside a field: its help, and what fits into it. */
export const hintWords = (field: Worded): string =>
  [field.help, limitWords(field)].filter((one) => one !== '').join(' ')
