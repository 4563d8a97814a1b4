import { z } from 'zod'
import { Instant, Named } from './common.ts'

/** People the bot cannot write to just now; nothing of what the messages were about. */
export const NotDelivered = z
  .object({
    rows: z.array(
      z.object({
        person: Named,
        agency: Named.nullable().describe('`null` for somebody who is not entered any more'),
        why: z.string().describe('What stands in the way, in plain words'),
        messages: z.number().int().min(1),
        last: Instant.describe('When the last of them was to be sent'),
        toDo: z.string(),
      }),
    ),
    people: z.number().int(),
  })
  .meta({ id: 'NotDelivered' })
export type NotDelivered = z.infer<typeof NotDelivered>
