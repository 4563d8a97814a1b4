import { z } from 'zod'
import { Labelled, Month } from './common.ts'

/** Counts from 1 to 4 are hidden: they could point at somebody. */
export const ShownCount = z.union([z.number().int().min(0), z.literal('fewerThan5')])
export type ShownCount = z.infer<typeof ShownCount>

export const FiguresQuery = z.strictObject({ from: Month.optional(), to: Month.optional() })

export const Figures = z
  .object({
    from: Month,
    to: Month,
    months: z.array(Month),
    kinds: z.array(
      Labelled.extend({
        group: z.enum(['appreciative', 'concern']),
        counts: z.array(ShownCount).describe('One for each month, in the order of `months`'),
        total: ShownCount,
      }),
    ),
    total: ShownCount,
    mix: z.object({
      /** Share of good practice, good outcomes and typical cases, in whole per cent. */
      appreciativePercent: z.number().int().nullable(),
      /** Set when the share of the last three months is under a quarter (S4). */
      warning: z.string().nullable(),
    }),
    decisions: z.array(
      z.object({
        month: Month,
        decided: ShownCount,
        medianWorkingDays: z.number().int().nullable().describe('Hidden with fewer than 5'),
      }),
    ),
    medianWorkingDays: z.number().int().nullable(),
    /** What each picture shows, and how it was counted, as sentences. */
    says: z.object({ mix: z.string(), decisions: z.string() }),
    countedHow: z.object({ mix: z.string(), decisions: z.string() }),
  })
  .meta({ id: 'Figures' })
export type Figures = z.infer<typeof Figures>
