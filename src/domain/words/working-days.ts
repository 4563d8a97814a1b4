import type { PlainDate } from './time.ts'
import { plusDays } from './time.ts'

/** Which days people work. Bank holidays of England and Wales come from outside the domain. */
export interface WorkingCalendar {
  isHoliday(date: PlainDate): boolean
}

const isWeekend = (date: PlainDate): boolean => {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay()
  return day === 0 || day === 6
}

export const isWorkingDay = (calendar: WorkingCalendar, date: PlainDate): boolean =>
  !isWeekend(date) && !calendar.isHoliday(date)

/** Monday to Friday, for what must not depend on a list of holidays. */
export const WEEKDAYS: WorkingCalendar = { isHoliday: () => false }

/**
 * Working days from one date to another. The day after the first is day 1. So the same day is 0,
 * and an event on a Saturday that is answered on Monday took 1.
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate) {
  let days = 0
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1))
    if (isWorkingDay(calendar, day)) days += 1
  return days
}

/** The last working day before a date. */
export function workingDayBefore(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  let day = plusDays(date, -1)
  while (!isWorkingDay(calendar, day)) day = plusDays(day, -1)
  return day
}

/** The date on which this many working days have passed; the day after `from` is day 1. */
export function plusWorkingDays(calendar: WorkingCalendar, from: PlainDate, days: number) {
  let date = from
  for (let left = days; left > 0; ) {
    date = plusDays(date, 1)
    if (isWorkingDay(calendar, date)) left -= 1
  }
  return date
}
