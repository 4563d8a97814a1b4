import type { Missing } from '../../words/errors.ts'
import { cleanText, isBlank, TEXT_LIMIT } from '../../words/text.ts'
import type { Instant } from '../../words/time.ts'
import { dateOf, isPlainDate } from '../../words/time.ts'
import { askedOf, isAsked } from './ask.ts'
import type { DateKnown, FieldKind, FieldOf, Fields, Table, Values } from './kinds.ts'
import { by } from './kinds.ts'
import { unreadableWords } from './words.ts'

interface Now {
  readonly now: Instant
}
type Args = readonly [name: string, value: unknown, state: unknown, context: Now]

const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]
const none: readonly Missing[] = []

const GAP = /\{([a-zA-Z.]{1,60})\}/g

/** The gaps still open in a sentence, in order, each once. */
export const gapsIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(GAP)].map(([gap]) => gap)),
]

export const inSentence = (called: string) => called.charAt(0).toLowerCase() + called.slice(1)

export const tooLong = (text: string, what: string, atMost = TEXT_LIMIT): string =>
  `${what} is ${text.length.toLocaleString('en-GB')} characters long and at most ` +
  `${atMost.toLocaleString('en-GB')} fit. Shorten it${atMost < TEXT_LIMIT ? '' : ', or send the rest afterwards'}.`

const textProblems = (
  { ask, called, atLeast = 0, atMost = TEXT_LIMIT, noGaps, help }: FieldOf<'text'>,
  name: string,
  value: unknown,
): readonly Missing[] => {
  const text = typeof value === 'string' ? value : ''
  const gaps = noGaps ? gapsIn(text) : []
  if (gaps.length > 0) return missing(name, `Fill in ${gaps.join(', ')} in ${inSentence(called)}.`)
  const { length } = cleanText(text)
  if (length < atLeast)
    return missing(
      name,
      `Give ${inSentence(called)} in at least ${atLeast} characters; there are ${length}. ${typeof help === 'string' ? help : ''}`.trim(),
    )
  if (isBlank(text)) return missing(name, ask)
  return length > atMost ? missing(name, tooLong(cleanText(text), called, atMost)) : none
}

const isOffered = (choices: readonly { readonly value: string }[], value: unknown): boolean =>
  choices.some((choice) => choice.value === value)

const fitsDay = ({ from, to }: FieldOf<'date'>, day: unknown, { now }: Now): boolean =>
  typeof day === 'string' &&
  isPlainDate(day) &&
  (from === undefined || day >= (from === 'today' ? dateOf(now) : from)) &&
  (to === undefined || day <= dateOf(now))

// A month or a year is kept as its first day.
const isFirstOf: Readonly<Record<DateKnown['precision'], RegExp>> = {
  day: /^/,
  month: /-01$/,
  year: /-01-01$/,
}

const REFERENCE = /^([A-Z]{3})-\d{4}-\d{4,7}$/

/** What is wrong with a value that is there. */
const PROBLEMS: Table<Args, readonly Missing[]> = {
  text: textProblems,
  choice({ codes, ask, taken, choices }, name, value, state, context) {
    if (!codes.some((code) => code === value)) return missing(name, ask)
    return isOffered(choices(state, context), value) ? none : missing(name, taken ?? ask)
  },
  choices({ ask, choices }, name, value, state, context) {
    const offered = choices(state, context)
    const fits =
      Array.isArray(value) && value.length > 0 && value.every((code) => isOffered(offered, code))
    return fits && new Set(value).size === value.length ? none : missing(name, ask)
  },
  yesNo: ({ ask }, name, value) => (typeof value === 'boolean' ? none : missing(name, ask)),
  number: ({ ask, from, to }, name, value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to
      ? none
      : missing(name, ask),
  date(field, name, value, _state, context) {
    if (!field.precision) {
      const isLeftOut = value === null || value === ''
      if (!isLeftOut && !isPlainDate(String(value)))
        return missing(name, unreadableWords({ is: 'date', required: field.optional !== true }))
      return fitsDay(field, value, context) ? none : missing(name, field.ask)
    }
    const { on, precision } = (value ?? {}) as Partial<DateKnown> // looked into below
    const isKnown = precision !== undefined && field.precision.includes(precision)
    return isKnown && fitsDay(field, on, context) && isFirstOf[precision].test(on ?? '')
      ? none
      : missing(name, field.ask)
  },
  person: ({ ask, people }, name, value, state, context) =>
    people(state, context).some(({ id }) => id === value) ? none : missing(name, ask),
  agency: ({ ask, agencies }, name, value, state, context) =>
    agencies(state, context).some(({ id }) => id === value) ? none : missing(name, ask),
  place({ ask, places, refused, notThere }, name, value, state, context) {
    const { agency, person = null } = (value ?? {}) as { agency?: unknown; person?: unknown }
    const there = places(state, context).find((place) => place.agency === agency)
    if (!there)
      return missing(`${name}.agency`, refused?.(state, context, String(agency ?? '')) ?? ask)
    if (person === null)
      return there.anybody
        ? none
        : missing(name, 'It is already there. Choose another agency or person.')
    return there.people.some(({ id }) => id === person) ? none : missing(`${name}.person`, notThere)
  },
  references({ ask, prefixes, atMost }, name, value) {
    const all = Array.isArray(value) ? value : []
    const fit = all.every((ref) => {
      const [, prefix = ''] = REFERENCE.exec(String(ref)) ?? []
      return prefixes.includes(prefix)
    })
    return all.length > 0 && all.length <= atMost && fit ? none : missing(name, ask)
  },
  rows({ ask, called, fields, atLeast = 1, atMost }, name, value, state, context) {
    const rows: readonly unknown[] = Array.isArray(value) ? value : []
    if (rows.length < atLeast) return missing(name, ask)
    if (rows.length > atMost)
      return missing(name, `At most ${atMost} fit here. Leave out one ${called}, or more.`)
    return rows.flatMap((row, index) =>
      fieldProblems(fields, (row ?? {}) as Values, state, context).map(({ need, say }) => ({
        need: `${name}.${index}.${need}`,
        say,
      })),
    )
  },
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

/**
 * Kinds of field that people type into. A choice can often not be undone, and holds no words to
 * lose.
 */
const TYPED: readonly FieldKind[] = ['text', 'number', 'date', 'references', 'rows']

const holdsWords = ({ is }: FieldOf, value: unknown): boolean =>
  TYPED.includes(is) && !isEmpty(value) && !(typeof value === 'string' && isBlank(value))

/**
 * Drops a field that is not asked. Refuses if it holds typed words: their writer decides what for.
 */
function unasked(fields: Fields<never, never>, name: string, value: unknown): readonly Missing[] {
  const { [name]: field } = fields
  const other = field?.when && fields[field.when.field]
  if (!field || !other || !holdsWords(field, value)) return none
  const say = `“${field.label}” is not asked for with what is chosen at “${other.label}”. Empty it, or choose something else there.`
  return missing(name, say)
}

/** Everything that is missing in a command or does not fit. */
export function fieldProblems<State, Context extends Now>(
  fields: Fields<State, Context>,
  given: Values,
  state: State,
  context: Context,
): readonly Missing[] {
  const held = askedOf(fields, given)
  const problems = (name: string, field: FieldOf): readonly Missing[] =>
    field.optional && isEmpty(held[name])
      ? none
      : by(PROBLEMS, field, name, held[name], state, context)
  return Object.entries(fields).flatMap(([name, field]) => {
    if (isAsked(field.when, held)) return problems(name, field)
    const decider = field.when?.field ?? ''
    const { [decider]: other } = fields
    // While the choice is still to be made, nobody knows whether this field is asked.
    const isOpen = other && isAsked(other.when, held) && problems(decider, other).length > 0
    return isOpen ? none : unasked(fields, name, given[name])
  })
}
