import { z } from 'zod'
import type { FieldKind, FieldOf, Fields } from '../domain/machinery/fields/kinds.ts'
import { PRECISIONS } from '../domain/machinery/fields/kinds.ts'
import type { Move } from '../domain/machinery/record-kind.ts'
import { ChangeBase, Code, Id, PlainDate, Text } from './common.ts'

// Only the server reads requests. The tab uses only the types.

interface Asking {
  readonly ask: string
}

/** A field's own sentence is also said where the shape of its value is wrong. */
const asking = <Schema extends z.core.$ZodType>(schema: Schema, { ask }: Asking): Schema =>
  z.core.clone(schema, {
    ...schema._zod.def,
    error: ({ code }) => (code === 'too_big' || code === 'unrecognized_keys' ? undefined : ask),
  })

const placeOf = (field: Asking) =>
  asking(z.strictObject({ agency: asking(Id, field), person: Id.nullable() }), field)
const dateKnownOf = (field: Asking) =>
  asking(
    z.strictObject({
      on: asking(PlainDate, field),
      precision: asking(z.enum(PRECISIONS), field),
    }),
    field,
  )
const codesOf = (field: Asking) => asking(z.array(asking(Code, field)).max(60), field)

interface SchemaMap<F> extends Record<FieldKind, z.ZodType> {
  text: typeof Text
  choice: z.ZodNullable<typeof Code>
  choices: ReturnType<typeof codesOf>
  yesNo: z.ZodNullable<z.ZodBoolean>
  number: z.ZodNullable<z.ZodNumber>
  date: z.ZodNullable<
    F extends { readonly precision: object } ? ReturnType<typeof dateKnownOf> : typeof PlainDate
  >
  person: z.ZodNullable<typeof Id>
  agency: z.ZodNullable<typeof Id>
  place: ReturnType<typeof placeOf>
  references: ReturnType<typeof codesOf>
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

/**
 * Checks only shape and size. The domain checks codes, lengths and days, with a sentence for each.
 * Nothing chosen or filled in comes as `null`, so that the domain names it together with all else
 * that is missing.
 */
const SCHEMAS: {
  readonly [Kind in FieldKind]: (field: FieldOf<Kind>) => z.ZodType
} = {
  text: (field) => asking(Text, field),
  choice: (field) => asking(Code, field).nullable(),
  choices: codesOf,
  yesNo: (field) => asking(z.boolean(), field).nullable(),
  number: (field) => asking(z.int(), field).nullable(),
  date: (field) => (field.precision ? dateKnownOf(field) : asking(PlainDate, field)).nullable(),
  person: (field) => asking(Id, field).nullable(),
  agency: (field) => asking(Id, field).nullable(),
  place: placeOf,
  references: codesOf,
  // One more than allowed, so that the domain says how many are.
  rows: (field) =>
    asking(z.array(z.strictObject(shapeOf(field.fields))).max(field.atMost + 1), field),
}

function schemaOf<Kind extends FieldKind>(field: FieldOf<Kind>): z.ZodType {
  const make: (one: FieldOf<Kind>) => z.ZodType = SCHEMAS[field.is]
  const schema = make(field).describe(field.label)
  return field.optional || field.when ? schema.nullable().default(null) : schema
}

const shapeOf = (fields: Fields<never, never>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]))

/**
 * @param of the record's name in the document, since actions of different records may share a name
 */
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
  // One for each action with fields, in the shape of its fields.
  return Object.fromEntries(changes) as unknown as ChangesOf<Moves>
}
