import { z } from 'zod'
import type { FieldKind, FieldOf, Fields } from '../domain/machinery/fields/kinds.ts'
import { PRECISIONS } from '../domain/machinery/fields/kinds.ts'
import type { Move } from '../domain/machinery/record-kind.ts'
import { ChangeBase, Code, Id, PlainDate, Text } from './common.ts'

// Only the server reads requests: the tab takes no part of this but types.

const PlaceValue = z.strictObject({ agency: Id, person: Id.nullable() })
const DateKnownValue = z.strictObject({ on: PlainDate, precision: z.enum(PRECISIONS) })
const Codes = z.array(Code).max(60)

interface SchemaMap<F> extends Record<FieldKind, z.ZodType> {
  text: typeof Text
  choice: typeof Code
  choices: typeof Codes
  yesNo: z.ZodBoolean
  number: z.ZodNumber
  date: F extends { readonly precision: object } ? typeof DateKnownValue : typeof PlainDate
  person: typeof Id
  agency: typeof Id
  place: typeof PlaceValue
  references: typeof Codes
  rows: F extends { readonly fields: infer Row }
    ? z.ZodArray<z.ZodObject<Shape<Row>, z.core.$strict>>
    : never
}
type Asked<F> = F extends { readonly is: infer Kind extends FieldKind } ? SchemaMap<F>[Kind] : never
type SchemaOf<F> = F extends { readonly optional: true } | { readonly when: object }
  ? z.ZodDefault<z.ZodNullable<Asked<F>>>
  : Asked<F>
type Shape<F> = { [Name in keyof F]: SchemaOf<F[Name]> }

/** Requests of the actions that a table describes, by the action's name. */
export type ChangesOf<Moves> = {
  readonly [Action in keyof Moves as Moves[Action] extends { readonly fields: object }
    ? Action
    : never]: Moves[Action] extends { readonly fields: infer F }
    ? z.ZodObject<(typeof ChangeBase)['shape'] & Shape<F>, z.core.$strict>
    : never
}

/** Shape and size only: codes, lengths and days are the domain's to check, with a sentence for each. */
const SCHEMAS: {
  readonly [Kind in FieldKind]: (field: FieldOf<Kind>) => z.ZodType
} = {
  text: () => Text,
  choice: () => Code,
  choices: () => Codes,
  yesNo: () => z.boolean(),
  number: () => z.number().int(),
  date: ({ precision }) => (precision ? DateKnownValue : PlainDate),
  person: () => Id,
  agency: () => Id,
  place: () => PlaceValue,
  references: () => Codes,
  // One more than fits, so that the domain says how many do.
  rows: ({ fields, atMost }) => z.array(z.strictObject(shapeOf(fields))).max(atMost + 1),
}

function schemaOf<Kind extends FieldKind>(field: FieldOf<Kind>): z.ZodType {
  const make: (one: FieldOf<Kind>) => z.ZodType = SCHEMAS[field.is]
  const schema = make(field).describe(field.label)
  return field.optional || field.when ? schema.nullable().default(null) : schema
}

const shapeOf = (fields: Fields<never, never>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]))

/** @param of what the record is called in the document; its actions may be called like another's */
export const changeOf = <Own extends z.core.$ZodLooseShape>(action: string, shape: Own, of = '') =>
  z
    .strictObject({ ...ChangeBase.shape, ...shape })
    .meta({ id: `${of}${action.charAt(0).toUpperCase()}${action.slice(1)}Request` })

export function changesOf<Moves extends Readonly<Record<string, Move<string, string, string>>>>(
  moves: Moves,
  of = '',
): ChangesOf<Moves> {
  const changes = Object.entries(moves).flatMap(([action, { fields }]) =>
    fields ? [[action, changeOf(action, shapeOf(fields), of)]] : [],
  )
  // One for each action with fields, of the shape its fields have.
  return Object.fromEntries(changes) as unknown as ChangesOf<Moves>
}
