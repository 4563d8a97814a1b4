import type { Choice, Destination, Field, Fields } from './fields.ts'
import { TEXT_LIMIT } from './text.ts'

/** A field as it is shown: for every door the same, as plain data. */
export interface ShownField {
  readonly name: string
  readonly is: Field<never, never>['is']
  readonly label: string
  readonly help: string
  readonly required: boolean
  readonly expanded: boolean
  /** Characters, at least; 0 where a few words are enough. */
  readonly atLeast: number
  /** Characters, at most; 0 for what is no text. */
  readonly atMost: number
  /** A sentence with `{gaps}` is not finished. */
  readonly noGaps: boolean
  readonly value: string
  readonly choices: readonly Choice[]
  readonly places: readonly Destination[]
}

/** How the fields of an action are shown for a record as it stands. */
export const shownFields = <State, Context>(
  fields: Fields<State, Context>,
  state: State,
  context: Context,
): readonly ShownField[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    is: field.is,
    label: field.label,
    help: typeof field.help === 'function' ? field.help(state, context) : (field.help ?? ''),
    required: field.is !== 'date',
    expanded: field.is === 'choice' && field.expanded === true,
    atLeast: field.is === 'text' ? (field.atLeast ?? 0) : 0,
    atMost: field.is === 'text' ? TEXT_LIMIT : 0,
    noGaps: field.is === 'text' && field.noGaps === true,
    value: field.is === 'choice' ? (field.starts ?? '') : '',
    choices: field.is === 'choice' ? field.choices(state, context) : [],
    places: field.is === 'place' ? field.places(state, context) : [],
  }))
