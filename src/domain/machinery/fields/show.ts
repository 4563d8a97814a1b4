import { TEXT_LIMIT } from '../../words/text.ts'
import type { Instant, PlainDate } from '../../words/time.ts'
import { dateOf } from '../../words/time.ts'
import type {
  AgencyChoice,
  Choice,
  Destination,
  FieldKind,
  FieldOf,
  Fields,
  PersonChoice,
  Precision,
  StartsBy,
  When,
} from './kinds.ts'

/** What each kind of field shows besides its words, as plain data. */
interface ShownMap {
  text: {
    readonly atLeast: number
    readonly atMost: number
    readonly short: boolean
    /** Gaps such as `{date}` have to be filled in. */
    readonly noGaps: boolean
    readonly value: string
    /** The text it starts with instead, by the value of the named choice. */
    readonly startsBy: (StartsBy & { readonly starts: Readonly<Record<string, string>> }) | null
  }
  choice: {
    readonly choices: readonly Choice[]
    /** Shown as a list of choices with their meaning, not as a menu. */
    readonly expanded: boolean
    readonly value: string
  }
  choices: { readonly choices: readonly Choice[] }
  yesNo: object
  number: { readonly from: number; readonly to: number; readonly value: string }
  date: {
    readonly from: PlainDate | null
    readonly to: PlainDate | null
    /** Empty where only a day is an answer. */
    readonly precision: readonly Precision[]
  }
  person: { readonly people: readonly PersonChoice[]; readonly value: string }
  agency: { readonly agencies: readonly AgencyChoice[]; readonly value: string }
  place: { readonly places: readonly Destination[] }
  references: { readonly prefixes: readonly string[]; readonly atMost: number }
  rows: {
    readonly called: string
    readonly atLeast: number
    readonly atMost: number
    readonly fields: readonly ShownField[]
  }
}

/** A field as it is shown, as plain data for every door. */
export type ShownOf<Kind extends FieldKind> = {
  [K in Kind]: {
    readonly is: K
    readonly name: string
    readonly label: string
    readonly help: string
    readonly required: boolean
    readonly when: When | null
  } & ShownMap[K]
}[Kind]
export type ShownField = ShownOf<FieldKind>

interface Now {
  readonly now: Instant
}
type Shows = {
  readonly [Kind in FieldKind]: (
    field: FieldOf<Kind>,
    state: unknown,
    context: Now,
  ) => ShownMap[Kind]
}

const SHOWS: Shows = {
  text: (
    { atLeast = 0, atMost = TEXT_LIMIT, short = false, noGaps = false, starts, startsBy },
    state,
    context,
  ) => ({
    atLeast,
    atMost,
    short,
    noGaps,
    value: starts?.(state, context) ?? '',
    startsBy: startsBy ? { field: startsBy.field, starts: startsBy.starts(state, context) } : null,
  }),
  choice: ({ choices, expanded = false, starts = '' }, state, context) => ({
    choices: choices(state, context),
    expanded,
    value: typeof starts === 'function' ? starts(state, context) : starts,
  }),
  choices: ({ choices }, state, context) => ({ choices: choices(state, context) }),
  yesNo: () => ({}),
  number: ({ from, to, starts }, state, context) => ({
    from,
    to,
    value: String(starts?.(state, context) ?? ''),
  }),
  date: ({ from, to, precision = [] }, _state, { now }) => ({
    from: from === 'today' ? dateOf(now) : (from ?? null),
    to: to ? dateOf(now) : null,
    precision,
  }),
  person: ({ people, starts }, state, context) => ({
    people: people(state, context),
    value: starts?.(state, context) ?? '',
  }),
  agency: ({ agencies, starts }, state, context) => ({
    agencies: agencies(state, context),
    value: starts?.(state, context) ?? '',
  }),
  place: ({ places }, state, context) => ({ places: places(state, context) }),
  references: ({ prefixes, atMost }) => ({ prefixes, atMost }),
  rows: ({ called, fields, atLeast = 1, atMost }, state, context) => ({
    called,
    atLeast,
    atMost,
    fields: shownFields(fields, state, context),
  }),
}

function shownField<Kind extends FieldKind>(
  name: string,
  field: FieldOf<Kind>,
  state: unknown,
  context: Now,
): ShownField {
  const { is, label, help, optional, when } = field
  const shows: (one: FieldOf<Kind>, state: unknown, context: Now) => ShownMap[Kind] = SHOWS[is]
  const shown = {
    is,
    name,
    label,
    help: typeof help === 'function' ? help(state, context) : (help ?? ''),
    required: optional !== true,
    when: when ?? null,
    ...shows(field, state, context),
  }
  // Built from the parts of its own kind. The compiler cannot follow that through an open kind.
  return shown as unknown as ShownField
}

/** The fields of an action as they are shown for a record now. Given fields are not asked. */
export const shownFields = <State, Context extends Now>(
  fields: Fields<State, Context>,
  state: State,
  context: Context,
): readonly ShownField[] =>
  Object.entries(fields)
    .filter(([, { given }]) => given === undefined)
    .map(([name, field]) => shownField(name, field, state, context))
    .filter((field) => field.is !== 'choice' || field.required || field.choices.length > 0)

/** What is given with an action as things stand. */
export const givenFields = <State, Context extends Now>(
  fields: Fields<State, Context>,
  state: State,
  context: Context,
): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { given }]) =>
      typeof given === 'function' ? [[name, given(state, context)]] : [],
    ),
  )
