import { morningOf, plusOfficeHours } from '../words/office-hours.ts'
import type { Instant } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import { isWorkingDay, plusWorkingDays, WEEKDAYS, workingDayBefore } from '../words/working-days.ts'
import type { Duty, Rung, Step } from './duties.ts'

// When people are reminded follows from the dates of a duty alone, so that an audit can prove it.
// Only days of the week count here; what falls on a bank holiday is told on the next working day.

type Dates = Pick<Duty, 'since' | 'due'>

const onDay = (due: Instant, daysLate: number): Instant => {
  const date = dateOf(due)
  return morningOf(daysLate === 0 ? date : plusWorkingDays(WEEKDAYS, date, daysLate))
}

/** A rung that is past when a duty begins is dropped. */
const after = (since: Instant, rungs: readonly Rung[]): readonly Rung[] =>
  rungs.filter(({ at }) => at > since)

/** Nobody is told on a Saturday or Sunday: what is due then is told on the working day before. */
const dayOf = (due: Instant): Instant => {
  const date = dateOf(due)
  return isWorkingDay(WEEKDAYS, date)
    ? morningOf(date)
    : morningOf(workingDayBefore(WEEKDAYS, date))
}

/** How many working days late a duty is when it climbs to each step. */
const CLIMBS = [
  { late: 1, step: 'deputy' },
  { late: 2, step: 'agencyLead' },
  { late: 3, step: 'businessManager' },
  { late: 5, step: 'chair' },
] as const satisfies readonly { readonly late: number; readonly step: Step }[]

/**
 * The working day before, the day itself, then each step up. The holder is reminded at each step
 * too.
 */
export const remindedUntilDone = ({ since, due }: Dates, upTo: Step = 'chair'): readonly Rung[] => {
  const climbs = CLIMBS.slice(0, CLIMBS.findIndex(({ step }) => step === upTo) + 1)
  return after(since, [
    { at: morningOf(workingDayBefore(WEEKDAYS, dateOf(dayOf(due)))), step: 'holder' },
    { at: dayOf(due), step: 'holder' },
    ...climbs.flatMap(({ late, step }): readonly Rung[] => [
      { at: onDay(due, late), step: 'holder' },
      { at: onDay(due, late), step },
    ]),
  ])
}

/** A favour is reminded of once and never climbs. */
export const remindedOnce = ({ since, due }: Dates): readonly Rung[] =>
  after(since, [{ at: dayOf(due), step: 'holder' }])

/** Office hours in which somebody has to open what may be danger. */
const OPENED_IN_HOURS = 2

/**
 * What may be danger and was not opened within two office hours: its holder is reminded and their
 * deputy told. The business manager is told by the next morning, the chair the morning after.
 */
export function remindedAtOnce({ since, due }: Dates): readonly Rung[] {
  const soon = plusOfficeHours(WEEKDAYS, since, OPENED_IN_HOURS)
  // The deputy hears of it before anybody further up.
  const late = [1, 2].map((days) => morningOf(plusWorkingDays(WEEKDAYS, dateOf(soon), days)))
  return after(since, [
    { at: soon, step: 'holder', unlessOpened: true },
    { at: soon, step: 'deputy', unlessOpened: true },
    ...(['businessManager', 'chair'] as const).flatMap((step, index): readonly Rung[] => {
      const at = late[index] ?? due
      return at < due
        ? [{ at, step, unlessOpened: true }]
        : [
            { at, step: 'holder' },
            { at, step },
          ]
    }),
  ])
}
