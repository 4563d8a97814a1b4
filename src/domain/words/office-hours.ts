import type { Instant, PlainDate } from './time.ts'
import { dateOf, instantAt, plusDays, timeOfDay } from './time.ts'
import type { WorkingCalendar } from './working-days.ts'
import { isWorkingDay } from './working-days.ts'

/** When the offices of a board's agencies are open on a working day, on the wall clock. */
export const OFFICE_HOURS = { from: '09:00', to: '17:00' } as const

/** Where an instant lies relative to office hours. */
export interface OfficeHour {
  readonly isOpen: boolean
  /**
   * The day on which somebody may read what comes in now. That is today while the offices are open.
   */
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

/** Adds office hours. Those left when offices close are counted from the next morning. */
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

/** When offices close on a day. What is due that day is due by then. */
export const endOf = (date: PlainDate): Instant => instantAt(date, OFFICE_HOURS.to)
/** When offices open on a day. Messages of a day go then. */
export const morningOf = (date: PlainDate): Instant => instantAt(date, OFFICE_HOURS.from)
