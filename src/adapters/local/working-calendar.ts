import Holidays from 'date-holidays'
import type { PlainDate } from '../../domain/words/time.ts'
import type { WorkingCalendar } from '../../domain/words/working-days.ts'

/** The bank holidays of England and Wales, substitute days included, worked out once a year. */
export function createWorkingCalendar(): WorkingCalendar {
  // The bank holidays of Wales are those of England.
  const holidays = new Holidays('GB', 'ENG', { types: ['public'] })
  const byYear = new Map<string, ReadonlySet<PlainDate>>()
  const holidaysOf = (year: string) => {
    const known = byYear.get(year)
    if (known) return known
    const dates = new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)))
    byYear.set(year, dates)
    return dates
  }
  return { isHoliday: (date) => holidaysOf(date.slice(0, 4)).has(date) }
}
