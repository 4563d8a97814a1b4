import type { Instant } from '../../domain/words/time.ts'
import { LONGEST_WAIT_MS } from '../../ports/deliveries.ts'

/** Anything that waits beyond this was written by a wrong clock. */
export const farthestFrom = (now: Instant): Instant =>
  new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString()
