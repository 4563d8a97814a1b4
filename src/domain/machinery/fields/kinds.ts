import type { AgencyId, PersonId } from '../../words/ids.ts'
import type { PlainDate } from '../../words/time.ts'

/** One of several that can be chosen, in words. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** What it means, or ''. */
  readonly help: string
}

/** Somebody who can be chosen. */
export interface PersonChoice {
  readonly id: PersonId
  readonly name: string
}

/** An agency that can be chosen. */
export interface AgencyChoice {
  readonly id: AgencyId
  readonly name: string
}

/** An agency something can go to, and who there. */
export interface Destination {
  readonly agency: AgencyId
  readonly name: string
  /** Also without a person: anybody on duty there. */
  readonly anybody: boolean
  readonly people: readonly PersonChoice[]
}

export interface Place {
  readonly agency: AgencyId
  readonly person: PersonId | null
}

/** How precisely a day is known: as itself, as its month, or as its year. */
export const PRECISIONS = ['day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

/** A day and how precisely it is known. A month or a year is given as its first day. */
export interface DateKnown {
  readonly on: PlainDate
  readonly precision: Precision
}

/**
 * Asked only where an earlier field of the form holds one of these values. A field that is not
 * asked is not required and is kept as `null`. If something is typed in it, every door refuses the
 * form, so that no words vanish. This is never a right.
 */
export interface When {
  readonly field: string
  readonly oneOf: readonly (string | boolean)[]
}

/**
 * Worked out from how things stand. A method, so that a description for one record fits all
 * records.
 */
export type From<State, Context, Result> = {
  from(state: State, context: Context): Result
}['from']

/** The choice that decides how a text starts. */
export interface StartsBy {
  readonly field: string
}

interface Described<State, Context> {
  readonly label: string
  /** Said beside the field. */
  readonly help?: string | From<State, Context, string>
  /** Said when it is missing or does not fit: what to do, as one sentence. */
  readonly ask: string
  readonly optional?: true
  readonly when?: When
  /**
   * Comes with the action and is never asked. Either worked out from how things stand, or known to
   * the code that offers the action (the number of a proposal).
   */
  readonly given?: true | From<State, Context, string | number>
}

/**
 * Every kind of field and what its description may say. A new kind is one line here and in each
 * table.
 */
export interface FieldMap<State, Context> {
  text: {
    /** Its name within a sentence: "The reason". */
    readonly called: string
    /** Characters. Absent: a few words are enough. */
    readonly atLeast?: number
    /** Characters. Absent: `TEXT_LIMIT`. */
    readonly atMost?: number
    /** One line, such as a name. */
    readonly short?: true
    /** A sentence that still has `{gaps}` is refused. */
    readonly noGaps?: true
    readonly starts?: From<State, Context, string>
    /** Its first words depend on an earlier choice. What somebody wrote in it is kept. */
    readonly startsBy?: StartsBy & {
      starts(state: State, context: Context): Readonly<Record<string, string>>
    }
  }
  choice: {
    /** Every code there is. They make the type of the value. */
    readonly codes: readonly string[]
    /**
     * The codes offered now. Another code of the list is refused with `taken`. An optional choice
     * with none is not asked.
     */
    choices(state: State, context: Context): readonly Choice[]
    readonly taken?: string
    /** Shown as a list of choices with their meaning, not as a menu. */
    readonly expanded?: true
    readonly starts?: string | From<State, Context, string>
  }
  choices: {
    choices(state: State, context: Context): readonly Choice[]
  }
  yesNo: object
  number: {
    readonly from: number
    readonly to: number
    readonly starts?: From<State, Context, number | undefined>
  }
  date: {
    /** The earliest and the latest day that fit. */
    readonly from?: 'today' | PlainDate
    readonly to?: 'today'
    /** Whether a month or a year is an answer, too. */
    readonly precision?: readonly Precision[]
  }
  person: {
    people(state: State, context: Context): readonly PersonChoice[]
    readonly starts?: From<State, Context, PersonId | undefined>
  }
  agency: {
    agencies(state: State, context: Context): readonly AgencyChoice[]
    readonly starts?: From<State, Context, AgencyId | undefined>
  }
  /** An agency, and one person there or anybody on duty. */
  place: {
    places(state: State, context: Context): readonly Destination[]
    /**
     * Why an agency that is not among the places is refused, where there is more to say than `ask`.
     */
    refused?(state: State, context: Context, agency: string): string | undefined
    /** Said of a person who cannot take it there. */
    readonly notThere: string
  }
  /** References of records. A need of the action checks that they exist and may be seen. */
  references: { readonly prefixes: readonly string[]; readonly atMost: number }
  /** A bounded group of fields that repeats. */
  rows: {
    /** What one of them is: "learning point". */
    readonly called: string
    readonly fields: Readonly<Record<string, PlainField<State, Context>>>
    readonly atLeast?: number
    readonly atMost: number
  }
}
export type FieldKind = keyof FieldMap<unknown, unknown>

// biome-ignore lint/suspicious/noExplicitAny: a table takes the fields of every record
export type FieldOf<Kind extends FieldKind = FieldKind, State = any, Context = any> = {
  [K in Kind]: { readonly is: K } & Described<State, Context> & FieldMap<State, Context>[K]
}[Kind]

/** A field that may stand in a row: all kinds but rows. */
export type PlainField<State, Context> = FieldOf<Exclude<FieldKind, 'rows'>, State, Context>

/** The fields of an action, by their names in the command, in the order of its form. */
export type Fields<State, Context> = Readonly<Record<string, FieldOf<FieldKind, State, Context>>>

interface ValueMap<F> extends Record<FieldKind, unknown> {
  text: string
  choice: F extends { readonly codes: readonly (infer Code)[] } ? Code : never
  choices: readonly string[]
  yesNo: boolean
  number: number
  date: F extends { readonly precision: readonly Precision[] } ? DateKnown : PlainDate
  person: PersonId
  agency: AgencyId
  place: Place
  references: readonly string[]
  rows: F extends { readonly fields: infer Row } ? readonly ValuesOf<Row>[] : never
}

type Asked<F> = F extends { readonly is: infer Kind extends FieldKind } ? ValueMap<F>[Kind] : never

/** The value of a field; may be `null` if it is optional or not always asked. */
type ValueOf<F> = F extends { readonly optional: true } | { readonly when: object }
  ? Asked<F> | null
  : Asked<F>

type AskedAlways<F, Name extends keyof F> = F[Name] extends { readonly when: object } ? never : Name

/** A command's values, by its description; a field that is not always asked may be absent. */
export type ValuesOf<F> = {
  readonly [Name in keyof F as AskedAlways<F, Name>]: ValueOf<F[Name]>
} & {
  readonly [Name in keyof F as Exclude<Name, AskedAlways<F, Name>>]?: ValueOf<F[Name]>
}

/** What came in under the names of the fields, unchecked. */
export type Values = Readonly<Record<string, unknown>>

/** One answer for each kind of field. A kind without one does not compile. */
export type Table<Args extends readonly unknown[], Result> = {
  readonly [Kind in FieldKind]: (field: FieldOf<Kind>, ...args: Args) => Result
}

/** The answer of a table for a field. */
export const by = <Kind extends FieldKind, Args extends readonly unknown[], Result>(
  table: { readonly [K in Kind]: (field: FieldOf<K>, ...args: Args) => Result },
  field: FieldOf<Kind>,
  ...args: Args
): Result => table[field.is](field, ...args)

type Flat<Type> = { readonly [Key in keyof Type]: Type[Key] }

/** The commands that a table of actions describes. */
export type CommandsOf<Actions> = {
  [Action in keyof Actions]: Actions[Action] extends { readonly fields: infer F }
    ? Flat<{ readonly type: Action } & ValuesOf<F>>
    : never
}[keyof Actions]

/** Actions that lead to one event holding exactly what the command holds. */
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
