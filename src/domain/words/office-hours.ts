import type { Instant, PlainDate } from './time.ts'
import { dateOf, instantAt, plusDays, timeOfDay } from './time.ts'
import type { WorkingCalendar } from './working-days.ts'
import { isWorkingDay } from './working-days.ts'

/** When the offices of a board's agencies are open on a working day, on the wall clock. */
export const OFFICE_HOURS = { from: '09:00', to: '17:00' } as const

/** How an instant lies to the office hours. */
export interface OfficeHour {
  readonly isOpen: boolean
  /** The day on which somebody may read what comes in now: today while the offices are open. */
  readonly readOn: PlainDate
}

export function officeHourAt(calendar: WorkingCalendar, at: Instant): OfficeHour {
  const [today, time] = [dateOf(at), timeOfDay(at)]
  if (isWorkingDay(calendar, today)) {
    if (time >= OFFICE_HOURS.from && time < OFFICE_HOURS.to) return { isOpen: true, readOn: today }
    if (time < OFFICE_HOURS.from) return { isOpen: false, readOn: today }
  }
  let readOn = plusDays(today, 1)
  while (!isWorkingDay(calendar, readOn)) readOn = plusDays(readOn, 1)
  return { isOpen: false, readOn }
}

const HOUR_MS = 3_600_000

/** So many hours later while offices are open; what is left of them goes on the next morning. */
export function plusOfficeHours(calendar: WorkingCalendar, from: Instant, hours: number): Instant {
  let at = from
  let left = hours * HOUR_MS
  for (;;) {
    const { isOpen, readOn } = officeHourAt(calendar, at)
    const begin = isOpen ? at : instantAt(readOn, OFFICE_HOURS.from)
    const end = instantAt(readOn, OFFICE_HOURS.to)
    const open = Date.parse(end) - Date.parse(begin)
    if (left <= open) return new Date(Date.parse(begin) + left).toISOString()
    left -= open
    at = end
  }
}

/** When offices close on a day: by then what is due on it is done. */
export const endOf = (date: PlainDate): Instant => instantAt(date, OFFICE_HOURS.to)
/** When they open on it: messages of a day go then. */
export const morningOf = (date: PlainDate): Instant => instantAt(date, OFFICE_HOURS.from)
