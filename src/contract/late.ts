import { z } from 'zod'
import { AnyReference, Instant, Named } from './common.ts'

/** One thing about a record that is late: nothing anybody wrote, and nobody's name. */
export const LateMatter = z
  .object({
    matter: z.string(),
    due: Instant,
    lateWorkingDays: z.number().int(),
    heldBy: z.string().describe('Whose it is, by role and agency'),
    canDo: z.string().describe('What this person can do about it'),
  })
  .meta({ id: 'LateMatter' })
export type LateMatter = z.infer<typeof LateMatter>

/** What is late about one record, for whoever oversees the board. */
export const LateRecord = z
  .object({
    ref: AnyReference,
    kind: z.string().describe('Which kind of record'),
    agency: Named,
    late: z.array(LateMatter),
    isSeen: z.boolean().describe('Whether this person sees the record as well'),
  })
  .meta({ id: 'LateRecord' })
export type LateRecord = z.infer<typeof LateRecord>

/** What is late on the whole board: nothing anybody wrote, and nobody's name. */
export const Late = z
  .object({
    lines: z
      .array(
        z.object({
          ref: AnyReference,
          kind: z.string().describe('Which kind of record'),
          matter: z.string(),
          agency: Named,
          due: Instant,
          lateWorkingDays: z.number().int(),
        }),
      )
      .describe('What is urgent, then what has been late for longest'),
    byAgency: z.array(z.object({ agency: Named, count: z.number().int() })),
    byMatter: z.array(z.object({ matter: z.string(), count: z.number().int() })),
    isMore: z.boolean().describe('There are more than these lines'),
  })
  .meta({ id: 'Late' })
export type Late = z.infer<typeof Late>
