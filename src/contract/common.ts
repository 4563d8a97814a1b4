import { z } from 'zod'

/** The longest text the API reads. The domain's own limit is lower and decides. */
const WIRE_TEXT_LIMIT = 20_000

export const Text = z.string().max(WIRE_TEXT_LIMIT)
export const Code = z.string().min(1).max(60)
export const Id = z.string().min(1).max(80)
export const Instant = z.iso.datetime()
export const PlainDate = z.iso.date()
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const Reference = z.string().regex(/^OBS-\d{4}-\d{4,7}$/)
/** A reference of any kind of record. */
export const AnyReference = z.string().regex(/^[A-Z]{3}-\d{4}-\d{4,7}$/)

/** A code with the words people read for it. */
export const Labelled = z.object({ code: Code, label: z.string() })
export type Labelled = z.infer<typeof Labelled>

/** An agency or a person, by id and name. */
export const Named = z.object({ id: Id, name: z.string() })
export type Named = z.infer<typeof Named>

export const Missing = z.object({
  need: z.string().describe('What is missing, as a path into the request or the record'),
  say: z.string().describe('What is missing and what to do, as one sentence'),
})
export type Missing = z.infer<typeof Missing>

/** Errors follow RFC 9457 (problem details), with the code of the refusal. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What to do, as one sentence for the person'),
    code: z.enum([
      'not-found',
      'not-your-role',
      'not-possible-now',
      'incomplete',
      'conflict',
      'unavailable',
      'malformed',
      'not-signed-in',
      'too-large',
      'unsupported',
      'defect',
    ]),
    missing: z.array(Missing).optional(),
    /** For a defect: what to quote to the board office. */
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** An action the person may take, and what still stands in its way. */
export const AllowedAction = z.object({ action: Code, missing: z.array(Missing) })
export type AllowedAction = z.infer<typeof AllowedAction>

/** Every change names the version it was made from, and its submission. */
export const ChangeBase = z.object({
  version: z.number().int().min(1).describe('The version the change was made from'),
  submission: Id.describe('Made by the client; the same one again makes no second change'),
})

/** A part of a query that may stand several times. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess((given) => (Array.isArray(given) ? given : [given]), z.array(item).max(20))
    .optional()

/** The part of a list that is asked for. */
export const PageQuery = z.object({
  size: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(400).optional(),
})
