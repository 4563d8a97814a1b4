import type { Instant } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import { workingDaysBetween } from '../words/working-days.ts'
import { duesNow } from './promise.ts'
import type { Observation, PromiseKept } from './types.ts'

// Noted with the first decision, because the dates of what waited are removed by it. Figures on
// time are counted from this.

const firstHeardAt = ({ heardAt, acknowledged }: Observation): Instant | undefined =>
  heardAt ?? acknowledged?.at

/**
 * When the reporter first heard that somebody had it. That stays true after the report is passed
 * on.
 */
export function heardBefore(observation: Observation): { readonly heardAt?: Instant } {
  const heardAt = firstHeardAt(observation)
  return heardAt === undefined ? {} : { heardAt }
}

/** How the promise was kept. Only the first decision notes it. */
export function promiseKept(
  observation: Observation,
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkingCalendar },
): { readonly promise?: PromiseKept } {
  if (observation.decisions.length > 0) return {}
  const due = duesNow(observation)['decide']
  if (due === undefined) return {}
  const heardAt = firstHeardAt(observation) ?? now
  return {
    promise: {
      onTime: now <= due,
      firstWordIn: workingDaysBetween(
        calendar,
        dateOf(observation.raisedAt),
        dateOf(heardAt < now ? heardAt : now),
      ),
    },
  }
}
