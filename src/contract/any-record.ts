import { z } from 'zod'
import { AnyReference, Code, Instant, Labelled, Named } from './common.ts'
import { OfferedAction } from './form-fields.ts'
import { LateMatter } from './late.ts'

/** A record of a kind that is shown as it is described. */
export const RecordDetail = z
  .object({
    ref: AnyReference,
    version: z.number().int(),
    title: z.string().describe('What it is'),
    stage: z.string().describe('Where it stands, in words'),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    sections: z
      .array(z.object({ heading: z.string(), lines: z.array(z.string()) }))
      .describe('What people wrote, each text on its own'),
    links: z
      .array(z.object({ ref: AnyReference, kind: z.string() }))
      .describe('Records that belong to it'),
    history: z.array(z.object({ seq: z.number().int(), at: Instant, by: Named, says: z.string() })),
    late: z.array(LateMatter).default([]).describe('What is late about it'),
    allowed: z.array(OfferedAction),
  })
  .meta({ id: 'RecordDetail' })
export type RecordDetail = z.infer<typeof RecordDetail>

/** The answer when a change took the record out of the actor's sight. */
const RecordGone = z
  .object({ ref: AnyReference, gone: z.literal(true), says: z.string() })
  .meta({ id: 'RecordGone' })

export const ChangedRecord = z.union([RecordDetail, RecordGone])
export type ChangedRecord = z.infer<typeof ChangedRecord>

/** One line of a list. Holds nothing anybody wrote. */
export const RecordRow = z
  .object({
    ref: AnyReference,
    kind: z.string().describe('Which kind of record'),
    title: z.string(),
    stage: z.string(),
    says: z.string().describe('A line about it: whose it is, and when'),
  })
  .meta({ id: 'RecordRow' })
export type RecordRow = z.infer<typeof RecordRow>

/** A page of the records of a kind. */
export const RecordPage = z
  .object({
    rows: z.array(RecordRow),
    total: z.number().int(),
    next: z.string().nullable().describe('Give it as `after` for the next page'),
    makes: z.array(OfferedAction).describe('What the person may make'),
    narrowing: z
      .array(z.object({ name: Code, label: z.string(), choices: z.array(Labelled) }))
      .describe('What the list can be narrowed to'),
  })
  .meta({ id: 'RecordPage' })
export type RecordPage = z.infer<typeof RecordPage>
