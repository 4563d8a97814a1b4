import { DomainError } from '../words/errors.ts'
import type { Quarter } from '../words/quarter.ts'
import { endedBefore, firstMonthOf, isQuarter, quartersUpTo } from '../words/quarter.ts'
import type { Instant, Month } from '../words/time.ts'
import { monthOf } from '../words/time.ts'

/** How many quarters can be looked at together: one, or one to three years. */
export const PERIOD_LENGTHS = [1, 4, 8, 12] as const

const USUAL_LENGTH = 4

export interface Period {
  readonly quarters: readonly Quarter[]
  readonly from: Month
  readonly to: Month
}

/**
 * The quarters of a period. Leaves out the one that is running: its counts grow report by report,
 * so looking before and after would show each of them.
 * @throws DomainError `incomplete` for a period that is not on this grid
 */
export function periodOf(
  asked: { readonly quarters?: number | undefined; readonly to?: Month | undefined },
  now: Instant,
): Period {
  const ended = endedBefore(monthOf(now))
  const { quarters = USUAL_LENGTH, to = ended } = asked
  const missing = [
    ...(PERIOD_LENGTHS.some((length) => length === quarters)
      ? []
      : [
          {
            need: 'quarters',
            say: `Choose how many quarters to look at: ${PERIOD_LENGTHS.join(', ')}.`,
          },
        ]),
    ...(isQuarter(to) && to <= ended
      ? []
      : [
          {
            need: 'to',
            say: `Choose the last month of a quarter that has ended: a March, June, September or December, ${ended} at the latest.`,
          },
        ]),
  ]
  if (missing.length > 0) throw new DomainError('incomplete', { missing })
  const period = quartersUpTo(to, quarters)
  return { quarters: period, from: firstMonthOf(period[0] ?? to), to }
}
