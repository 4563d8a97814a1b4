import type { Instant } from '../../domain/words/time.ts'
import { LONGEST_WAIT_MS } from '../../ports/deliveries.ts'

/** Whatever waits for longer than until then was written while a clock stood wrong. */
export const farthestFrom = (now: Instant): Instant =>
  new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString()
