import { z } from 'zod'
import type { FieldKind } from '../domain/machinery/fields/kinds.ts'
import { PRECISIONS } from '../domain/machinery/fields/kinds.ts'
import { AllowedAction, Code, Named, PlainDate } from './common.ts'

const Choice = z.object({ value: Code, label: z.string(), help: z.string() })
const Choices = z.array(Choice)

const EveryField = z.object({
  name: Code,
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  when: z
    .object({ field: Code, oneOf: z.array(z.union([z.string(), z.boolean()])) })
    .nullable()
    .describe('Asked only where an earlier field holds one of these'),
})

/** Characters of a text, or number of rows. */
const Counted = { atLeast: z.number().int(), atMost: z.number().int() }

/** What each kind of field shows. Without rows, which hold the others. */
const PLAIN = {
  text: EveryField.extend({
    is: z.literal('text'),
    ...Counted,
    short: z.boolean().describe('One line'),
    noGaps: z.boolean().describe('Gaps such as {date} have to be filled in'),
    value: z.string().describe('What it starts with'),
    startsBy: z
      .object({ field: Code, starts: z.record(z.string(), z.string()) })
      .nullable()
      .describe('What it starts with instead, by what the named choice holds'),
  }),
  choice: EveryField.extend({
    is: z.literal('choice'),
    choices: Choices,
    expanded: z.boolean().describe('Each choice with what it means'),
    value: z.string().describe('What it starts with'),
  }),
  choices: EveryField.extend({ is: z.literal('choices'), choices: Choices }),
  yesNo: EveryField.extend({ is: z.literal('yesNo') }),
  number: EveryField.extend({
    is: z.literal('number'),
    from: z.number().int(),
    to: z.number().int(),
    value: z.string().describe('What it starts with'),
  }),
  date: EveryField.extend({
    is: z.literal('date'),
    from: PlainDate.nullable(),
    to: PlainDate.nullable(),
    precision: z.array(z.enum(PRECISIONS)).describe('Empty where only a day will do'),
  }),
  person: EveryField.extend({
    is: z.literal('person'),
    people: z.array(Named),
    value: z.string().describe('Who it starts with'),
  }),
  agency: EveryField.extend({
    is: z.literal('agency'),
    agencies: z.array(Named),
    value: z.string().describe('Which one it starts with'),
  }),
  place: EveryField.extend({
    is: z.literal('place'),
    places: z.array(z.object({ agency: Named, anybody: z.boolean(), people: z.array(Named) })),
  }),
  references: EveryField.extend({
    is: z.literal('references'),
    prefixes: z.array(Code),
    atMost: z.number().int(),
  }),
} as const satisfies Record<Exclude<FieldKind, 'rows'>, z.ZodType>

const PlainFormField = z.discriminatedUnion('is', [
  PLAIN.text,
  PLAIN.choice,
  PLAIN.choices,
  PLAIN.yesNo,
  PLAIN.number,
  PLAIN.date,
  PLAIN.person,
  PLAIN.agency,
  PLAIN.place,
  PLAIN.references,
])
export type PlainFormField = z.infer<typeof PlainFormField>

/** A field of a form, as it is shown for this record. */
export const FormField = z.discriminatedUnion('is', [
  PlainFormField,
  EveryField.extend({
    is: z.literal('rows'),
    called: z.string().describe('What one row is'),
    ...Counted,
    fields: z.array(PlainFormField),
  }),
])
export type FormField = z.infer<typeof FormField>

/**
 * An action the person may take with the record, with its form. Without fields it takes one press.
 */
export const OfferedAction = AllowedAction.extend({
  label: z.string(),
  likely: z.boolean().describe('What the person most likely came to do'),
  send: z.string().describe('What the button says that sends the form'),
  preview: z
    .string()
    .nullable()
    .describe('Stands above what its reader will read, shown before it is sent'),
  confirm: z.string().nullable().describe('Asked before it is done'),
  done: z.string().describe('Said when it is done'),
  fields: z.array(FormField),
  given: z
    .record(Code, z.union([z.string(), z.number()]))
    .describe('What is sent with it and not asked'),
  second: z.array(Code).describe('Who else may have to agree, by what they are to the record'),
})
export type OfferedAction = z.infer<typeof OfferedAction>
