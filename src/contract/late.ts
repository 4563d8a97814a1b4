import { z } from 'zod'
import { AnyReference, Instant, Named } from './common.ts'

/** What is late on the whole board. Holds no names and nothing anybody wrote. */
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
