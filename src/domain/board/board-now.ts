import type { OfficeHour } from '../words/office-hours.ts'
import { officeHourAt } from '../words/office-hours.ts'
import type { Instant } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import type { BoardSettings } from './types.ts'

/** The settings at an hour, which decides who answers now and when reports are read. */
export interface BoardNow extends BoardSettings {
  readonly hour: OfficeHour
}

export const boardAt = (
  board: BoardSettings,
  calendar: WorkingCalendar,
  at: Instant,
): BoardNow => ({
  ...board,
  hour: officeHourAt(calendar, at),
})

/** The referral route that answers at this hour. */
export const referralNow = ({ contacts, hour }: Pick<BoardNow, 'contacts' | 'hour'>): string =>
  hour.isOpen ? contacts.referral : contacts.referralOutOfHours
