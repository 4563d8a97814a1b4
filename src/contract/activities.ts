import { z } from 'zod'
import { ACTIVITY_STAGES } from '../domain/activity/types.ts'
import { RecordRow } from './any-record.ts'
import { Code, Labelled, Reference } from './common.ts'
import { OfferedAction } from './form-fields.ts'
import { list } from './observations.ts'

export const ActivityQuery = z.strictObject({
  stage: list(z.enum(ACTIVITY_STAGES)),
  type: list(Code),
  origin: Reference.optional().describe('The observation whose decision they follow from'),
  size: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(400).optional(),
})

export const ActivityPage = z
  .object({
    rows: z.array(RecordRow),
    total: z.number().int(),
    next: z.string().nullable().describe('Give it as `after` for the next page'),
    makes: z.array(OfferedAction).describe('What the person may record or plan'),
    stages: z.array(Labelled).describe('What the list can be narrowed to'),
    types: z.array(Labelled),
  })
  .meta({ id: 'ActivityPage' })
export type ActivityPage = z.infer<typeof ActivityPage>
