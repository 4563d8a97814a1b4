import { z } from 'zod'
import { PERIOD_LENGTHS } from '../domain/observation/figures-period.ts'
import { Labelled, Month } from './common.ts'

/**
 * A count that could point at somebody is hidden, and so are those from which it could be worked
 * out.
 */
export const ShownCount = z.union([z.number().int().min(0), z.literal('hidden')])
export type ShownCount = z.infer<typeof ShownCount>

/** A sum without hidden counts. Where there are any, the true sum is this or more. */
export const ShownTotal = z.object({ count: z.number().int().min(0), orMore: z.boolean() })
export type ShownTotal = z.infer<typeof ShownTotal>

// The tab offers the lengths the domain accepts.
export { PERIOD_LENGTHS } from '../domain/observation/figures-period.ts'

export const FiguresQuery = z.strictObject({
  quarters: z.coerce
    .number()
    .int()
    .optional()
    .describe(`So many quarters: ${PERIOD_LENGTHS.join(', ')}`),
  to: Month.optional().describe('The last month of a quarter that has ended'),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

const counts = z.array(ShownCount).describe('One for each quarter, in the order of `quarters`')
const Counted = Labelled.extend({ counts, total: ShownTotal })
export type Counted = z.infer<typeof Counted>

const days = z
  .array(z.number().int().nullable())
  .describe('One for each quarter; none with fewer than 5 decisions')
/** Working days within which half of the reporters, and nine in ten, had it. */
const Days = z.object({ half: days, nineInTen: days })

export const Figures = z
  .object({
    quarters: z.array(
      z.object({
        to: Month.describe('Its last month'),
        label: z.string().describe('January to March 2026'),
        short: z.string().describe('Jan–Mar 26'),
      }),
    ),
    all: z.object({ counts, total: ShownTotal }),
    /** Good and typical work first. */
    groups: z.array(
      Counted.extend({ group: z.enum(['appreciative', 'concern']), kinds: z.array(Counted) }).omit({
        code: true,
      }),
    ),
    mix: z.object({
      /** Share of good practice, good outcomes and typical cases, in whole per cent. */
      appreciativePercent: z.number().int().nullable(),
      /** Set when the share of the last quarter is under a quarter (S4). */
      warning: z.string().nullable(),
    }),
    decisions: z.object({
      medianWorkingDays: days,
      overall: z.number().int().nullable(),
    }),
    /** Whether the promise to the reporter was kept, by the quarter of the first decision. */
    times: z.object({
      onTimePercent: days.describe('Rounded down to whole tens'),
      firstWord: Days,
      decision: Days,
      says: z.string(),
      countedHow: z.string(),
    }),
    /** Learning activities by the quarter in which they were held. */
    activities: z.object({
      all: z.object({ counts, total: ShownTotal }),
      types: z.array(Counted),
      countedHow: z.string(),
    }),
    /** What each picture shows, how it was counted, and what is not counted yet, as sentences. */
    says: z.object({ mix: z.string(), decisions: z.string(), notYet: z.string() }),
    countedHow: z.object({ mix: z.string(), decisions: z.string() }),
  })
  .meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>
