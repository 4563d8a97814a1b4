import { z } from 'zod'
import { Id, Instant, Named, PlainDate } from './common.ts'

/** A record as an auditor names it: a reference as people write it, or "board". */
const RecordName = z.string().min(1).max(60)

/** Days of years from 2000 on, so that each has an instant. */
const Day = PlainDate.regex(/^2\d{3}-/)

export const TrailLog = z.enum(['changes', 'readings'])
export type TrailLog = z.infer<typeof TrailLog>

export const TrailQuery = z.strictObject({
  log: TrailLog.default('changes'),
  record: RecordName.optional(),
  person: Id.optional(),
  from: Day.optional(),
  to: Day.optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(400).optional(),
})
export type TrailQuery = z.infer<typeof TrailQuery>

/** One line of a log. Holds nothing anybody wrote. */
export const TrailLine = z
  .object({
    at: Instant,
    by: Named.extend({
      workplace: z.string().nullable().describe('`null` for somebody who is not entered any more'),
    }),
    says: z.string().describe('What was done, or how it was read, in a few words'),
    record: Named,
    number: z.number().int().describe('Which event of the record it is, or which reading of it'),
  })
  .meta({ id: 'TrailLine' })
export type TrailLine = z.infer<typeof TrailLine>

export const TrailPage = z
  .object({
    rows: z.array(TrailLine).describe('Newest first'),
    total: z.number().int(),
    next: z.string().nullable().describe('Give it as `after` for the next page'),
  })
  .meta({ id: 'TrailPage' })
export type TrailPage = z.infer<typeof TrailPage>

export const ChainQuery = z.strictObject({ record: RecordName })

/** Whether a record's chain is as it was kept. */
export const ChainState = z
  .object({
    record: Named,
    chains: z.array(
      z.object({
        log: TrailLog,
        whole: z.boolean(),
        events: z.number().int(),
        says: z.string().describe('How it stands; where it is broken, in which event and how'),
      }),
    ),
  })
  .meta({ id: 'ChainState' })
export type ChainState = z.infer<typeof ChainState>
