import type { Instant } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import { workingDaysBetween } from '../words/working-days.ts'
import { duesNow } from './promise.ts'
import type { Observation, PromiseKept } from './types.ts'

// Noted with the first decision, because the dates of what waited go with it: figures on time are
// counted from this.

const firstHeardAt = ({ heardAt, acknowledged }: Observation): Instant | undefined =>
  heardAt ?? acknowledged?.at

/** Whoever it is passed on to has not started; that its reporter had heard from somebody stays true. */
export function heardBefore(observation: Observation): { readonly heardAt?: Instant } {
  const heardAt = firstHeardAt(observation)
  return heardAt === undefined ? {} : { heardAt }
}

/** How the promise was kept; of later decisions nothing is noted. */
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
