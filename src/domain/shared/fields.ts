import type { Missing } from './errors.ts'
import type { AgencyId, PersonId } from './ids.ts'
import { cleanText, isBlank, TEXT_LIMIT } from './text.ts'
import type { Instant, PlainDate } from './time.ts'
import { dateOf, isPlainDate } from './time.ts'

/** One of several that can be chosen, in words. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** What it means, or ''. */
  readonly help: string
}

/** An agency something can go to, and who there. */
export interface Destination {
  readonly agency: AgencyId
  readonly name: string
  /** Whoever is on duty there may be chosen. */
  readonly anybody: boolean
  readonly people: readonly { readonly id: PersonId; readonly name: string }[]
}

export interface Place {
  readonly agency: AgencyId
  readonly person: PersonId | null
}

interface Described<State, Context> {
  readonly label: string
  /** Said beside the field; may depend on how the record stands. */
  readonly help?: string | ((state: State, context: Context) => string)
  /** What is said when it is missing or does not fit: what to do, as one sentence. */
  readonly ask: string
}

export interface TextField<State, Context> extends Described<State, Context> {
  readonly is: 'text'
  /** What it is in a sentence: "The reason". */
  readonly called: string
  /** Characters, at least. */
  readonly atLeast?: number
  /** A sentence with `{gaps}` is not finished. */
  readonly noGaps?: true
}

export interface ChoiceField<State, Context> extends Described<State, Context> {
  readonly is: 'choice'
  /** Every code there is: they make the type of the value. */
  readonly codes: readonly string[]
  /** Those that are offered now; another code of the list is refused with `taken`. */
  choices(state: State, context: Context): readonly Choice[]
  readonly taken?: string
  /** Each with what it means, instead of a list to unfold. */
  readonly expanded?: true
  readonly starts?: string
}

/** A day that may be left out. */
export interface DateField<State, Context> extends Described<State, Context> {
  readonly is: 'date'
  readonly from: 'today'
}

/** An agency, and one person there or whoever is on duty. Whether it fits, a need of the action says. */
export interface PlaceField<State, Context> extends Described<State, Context> {
  readonly is: 'place'
  places(state: State, context: Context): readonly Destination[]
}

export type Field<State, Context> =
  | TextField<State, Context>
  | ChoiceField<State, Context>
  | DateField<State, Context>
  | PlaceField<State, Context>

/** What an action takes, by the names the command gives it, in the order of its form. */
export type Fields<State, Context> = Readonly<Record<string, Field<State, Context>>>

type ValueOf<F> = F extends { readonly is: 'text' }
  ? string
  : F extends { readonly is: 'choice'; readonly codes: readonly (infer Code)[] }
    ? Code
    : F extends { readonly is: 'date' }
      ? PlainDate | null
      : F extends { readonly is: 'place' }
        ? Place
        : never

/** What a command holds, by its description. */
export type ValuesOf<F> = { readonly [Name in keyof F]: ValueOf<F[Name]> }

type Flat<Type> = { readonly [Key in keyof Type]: Type[Key] }

/** The commands that a table of actions describes. */
export type CommandsOf<Actions> = {
  [Action in keyof Actions]: Actions[Action] extends { readonly fields: infer F }
    ? Flat<{ readonly type: Action } & ValuesOf<F>>
    : never
}[keyof Actions]

/** The actions that lead to one event with what the command holds, and nothing else. */
export type PlainAction<Actions> = {
  [Action in keyof Actions]: Actions[Action] extends { readonly event: string } ? Action : never
}[keyof Actions]

/** Their events. */
export type EventsOf<Actions> = {
  [Action in keyof Actions]: Actions[Action] extends {
    readonly event: infer Type
    readonly fields: infer F
  }
    ? Flat<{ readonly type: Type } & ValuesOf<F>>
    : never
}[keyof Actions]

const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]

const GAP = /\{([a-zA-Z]+)\}/g

/** The gaps that are still open in a sentence, in order, each once. */
export const gapsIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(GAP)].map(([gap]) => gap)),
]

const inSentence = (called: string) => called.charAt(0).toLowerCase() + called.slice(1)

export const tooLong = (text: string, what: string): string =>
  `${what} is ${text.length.toLocaleString('en-GB')} characters long and at most ` +
  `${TEXT_LIMIT.toLocaleString('en-GB')} fit. Shorten it, or send the rest afterwards.`

function textProblems<State, Context>(
  name: string,
  { ask, called, atLeast = 0, noGaps, help }: TextField<State, Context>,
  text: string,
): readonly Missing[] {
  const gaps = noGaps ? gapsIn(text) : []
  if (gaps.length > 0) return missing(name, `Fill in ${gaps.join(', ')} in ${inSentence(called)}.`)
  const { length } = cleanText(text)
  if (length < atLeast)
    return missing(
      name,
      `Give ${inSentence(called)} in at least ${atLeast} characters; there are ${length}. ${typeof help === 'string' ? help : ''}`.trim(),
    )
  if (isBlank(text)) return missing(name, ask)
  return text.length > TEXT_LIMIT ? missing(name, tooLong(text, called)) : []
}

/** Clients that know no calendar send a day as it was typed: 1/6 is one day here, another elsewhere. */
const UNREADABLE_DATE =
  'This date cannot be read for certain. Write it as year-month-day, such as 2026-06-01, or leave it empty.'

type Values = Readonly<Record<string, unknown>>

function problemsOf<State, Context extends { readonly now: Instant }>(
  name: string,
  field: Field<State, Context>,
  value: unknown,
  state: State,
  context: Context,
): readonly Missing[] {
  switch (field.is) {
    case 'text':
      return textProblems(name, field, String(value ?? ''))
    case 'choice':
      if (!field.codes.some((code) => code === value)) return missing(name, field.ask)
      return field.choices(state, context).some((choice) => choice.value === value)
        ? []
        : missing(name, field.taken ?? field.ask)
    case 'date': {
      if ((value ?? null) === null) return []
      if (!isPlainDate(String(value))) return missing(name, UNREADABLE_DATE)
      return String(value) >= dateOf(context.now) ? [] : missing(name, field.ask)
    }
    case 'place':
      return []
  }
}

/** Everything that is missing in what a command brings, or does not fit. */
export const fieldProblems = <State, Context extends { readonly now: Instant }>(
  fields: Fields<State, Context>,
  values: Values,
  state: State,
  context: Context,
): readonly Missing[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    problemsOf(name, field, values[name], state, context),
  )

/** What a command brings, with every text made safe to keep. */
export const cleanFields = (fields: Fields<never, never>, values: Values): Values =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { is }]) => [
      name,
      is === 'text' ? cleanText(String(values[name] ?? '')) : values[name],
    ]),
  )

/** Reads what was typed into a form, as text whatever the client sent; a place as `agency/person`. */
export function readFields(
  fields: Fields<never, never>,
  typed: Readonly<Record<string, string>>,
): Values {
  const read = (name: string, { is }: Field<never, never>) => {
    const text = typed[name] ?? ''
    if (is === 'date') return text || null
    if (is !== 'place') return text
    const [agency = '', person] = text.split('/')
    return { agency, person: person || null }
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, read(name, field)]),
  )
}
