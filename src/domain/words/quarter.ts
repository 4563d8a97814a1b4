import type { Month } from './time.ts'

/**
 * Three months of the calendar, named by the last: `2026-03` is January to March 2026. A number
 * would mislead, because many boards begin their first quarter in April.
 */
export type Quarter = Month

export const isQuarter = (month: Month): boolean => /-(03|06|09|12)$/.test(month)

const monthsLater = (month: Month, months: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 15)).toISOString().slice(0, 7)
}

export const firstMonthOf = (quarter: Quarter): Month => monthsLater(quarter, -2)

export function quarterOf(month: Month): Quarter {
  const number = Number(month.slice(5))
  return monthsLater(month, Math.ceil(number / 3) * 3 - number)
}

/** The last quarter that had ended before a month. */
export const endedBefore = (month: Month): Quarter => monthsLater(quarterOf(month), -3)

/** This many quarters in a row, the given one last. */
export const quartersUpTo = (last: Quarter, count: number): readonly Quarter[] =>
  Array.from({ length: count }, (_, n) => monthsLater(last, (n - count + 1) * 3))
