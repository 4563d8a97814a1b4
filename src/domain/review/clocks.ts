import { profileOf } from '../taxonomies/review-lists.ts'
import type { ClockStart, StatutoryClock, StatutoryProfileCode } from '../taxonomies/types.ts'
import type { PlainDate } from '../words/time.ts'
import { plusDays, plusMonths } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import { plusWorkingDays } from '../words/working-days.ts'

/** A clock of the profile that runs, and its last day. */
export interface RunningClock extends StatutoryClock {
  readonly until: PlainDate
}

/** The last day of a clock. The day after its start is day 1. */
export function endsOn(
  { unit, length }: Pick<StatutoryClock, 'unit' | 'length'>,
  start: PlainDate,
  calendar: WorkingCalendar,
): PlainDate {
  switch (unit) {
    case 'workingDays':
      return plusWorkingDays(calendar, start, length)
    case 'calendarDays':
      return plusDays(start, length)
    case 'months':
      return plusMonths(start, length)
  }
}

/** The days on which the clocks of a review start, as far as they are known. */
export type ClockStarts = Readonly<Record<ClockStart, PlainDate | null>>

/** The confirmed clocks that run, by their last day. */
export const runningClocks = (
  profile: StatutoryProfileCode,
  starts: ClockStarts,
  calendar: WorkingCalendar,
): readonly RunningClock[] =>
  profileOf(profile)
    .clocks.filter(({ certainty }) => certainty === 'confirmed')
    .flatMap((clock): readonly RunningClock[] => {
      const start = starts[clock.starts]
      return start === null ? [] : [{ ...clock, until: endsOn(clock, start, calendar) }]
    })
    .sort((one, other) => one.until.localeCompare(other.until))
