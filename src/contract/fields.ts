import { z } from 'zod'
import type { Field } from '../domain/shared/fields.ts'
import type { Move } from '../domain/shared/record.ts'
import { ChangeBase, Code, Id, PlainDate, Text } from './common.ts'

// Only the server reads requests: the tab takes no part of this but types.

const PlaceValue = z.strictObject({ agency: Id, person: Id.nullable() })
const DateValue = PlainDate.nullable()

type SchemaOf<F> = F extends { readonly is: 'text' }
  ? typeof Text
  : F extends { readonly is: 'choice' }
    ? typeof Code
    : F extends { readonly is: 'date' }
      ? typeof DateValue
      : F extends { readonly is: 'place' }
        ? typeof PlaceValue
        : never

type Shape<F> = { [Name in keyof F]: SchemaOf<F[Name]> }

/** Requests of the actions that a table describes, by the action's name. */
export type ChangesOf<Moves> = {
  readonly [Action in keyof Moves as Moves[Action] extends { readonly fields: object }
    ? Action
    : never]: Moves[Action] extends { readonly fields: infer F }
    ? z.ZodObject<(typeof ChangeBase)['shape'] & Shape<F>, z.core.$strict>
    : never
}

const SCHEMAS = {
  text: Text,
  choice: Code,
  date: DateValue,
  place: PlaceValue,
} as const satisfies Record<Field<never, never>['is'], z.ZodType>

/** @param of what the record is called in the document; its actions may be called like another's */
export const changeOf = <Own extends z.core.$ZodLooseShape>(action: string, shape: Own, of = '') =>
  z
    .strictObject({ ...ChangeBase.shape, ...shape })
    .meta({ id: `${of}${action.charAt(0).toUpperCase()}${action.slice(1)}Request` })

export function changesOf<Moves extends Readonly<Record<string, Move<string, string, string>>>>(
  moves: Moves,
  of = '',
): ChangesOf<Moves> {
  const changes = Object.entries(moves).flatMap(([action, { fields }]) => {
    if (!fields) return []
    const shape = Object.fromEntries(
      Object.entries(fields).map(([name, { is, label }]) => [name, SCHEMAS[is].describe(label)]),
    )
    return [[action, changeOf(action, shape, of)]]
  })
  // One for each action with fields, of the shape its fields have.
  return Object.fromEntries(changes) as unknown as ChangesOf<Moves>
}
