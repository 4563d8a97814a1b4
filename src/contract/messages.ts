import { z } from 'zod'
import { SMALLEST_SHOWN } from '../domain/observation/figures.ts'
import { Named, PlainDate } from './common.ts'

/**
 * People on duty the bot cannot write to just now. Says nothing of content, nor who has reported
 * anything.
 */
export const NotDelivered = z
  .object({
    rows: z.array(
      z.object({
        person: Named,
        agency: Named.nullable().describe('`null` for somebody who is not entered any more'),
        why: z.string().describe('What stands in the way, in plain words'),
        messages: z.number().int().min(1),
        lastOn: PlainDate.describe('The day on which the last of them was to be sent'),
        toDo: z.string(),
      }),
    ),
    people: z.number().int(),
    reporters: z
      .number()
      .int()
      .min(SMALLEST_SHOWN)
      .nullable()
      .describe(
        'How many people word back about their report did not reach; `null` for fewer than 5',
      ),
  })
  .meta({ id: 'NotDelivered' })
export type NotDelivered = z.infer<typeof NotDelivered>
