import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { dateOf, plusDays } from '../../src/domain/words/time.ts'
import {
  isWorkingDay,
  plusWorkingDays,
  workingDaysBetween,
} from '../../src/domain/words/working-days.ts'
import { holidays } from './an-observation.ts'

const none = holidays()

describe('working days', () => {
  test('leave out weekends and holidays', () => {
    const week = ['2026-03-23', '2026-03-26', '2026-03-27', '2026-03-28', '2026-03-29']
    const closedThursday = holidays('2026-03-26')
    expect(week.filter((date) => isWorkingDay(closedThursday, date))).toEqual([
      '2026-03-23',
      '2026-03-27',
    ])
  })

  test.each([
    ['the same day', '2026-03-23', '2026-03-23', 0],
    ['the day after', '2026-03-23', '2026-03-24', 1],
    ['from Friday to Saturday', '2026-03-27', '2026-03-28', 0],
    ['from Friday to Monday', '2026-03-27', '2026-03-30', 1],
    ['from Saturday to Monday', '2026-03-28', '2026-03-30', 1],
    ['a week', '2026-03-23', '2026-03-30', 5],
    ['backwards', '2026-03-24', '2026-03-23', 0],
  ])('%s', (_, from, to, days) => {
    expect(workingDaysBetween(none, from, to)).toBe(days)
  })

  test('a holiday does not count, wherever it falls', () => {
    expect(workingDaysBetween(holidays('2026-03-25'), '2026-03-23', '2026-03-27')).toBe(3)
    expect(workingDaysBetween(holidays('2026-03-28'), '2026-03-23', '2026-03-30')).toBe(5)
  })

  test.each([
    ['no days end on the day itself', '2026-03-28', 0, '2026-03-28'],
    ['one day from Friday ends on Monday', '2026-03-27', 1, '2026-03-30'],
    ['five days from Monday end a week later', '2026-03-23', 5, '2026-03-30'],
    ['one day from Saturday ends on Monday', '2026-03-28', 1, '2026-03-30'],
  ])('%s', (_, from, days, to) => {
    expect(plusWorkingDays(none, from, days)).toBe(to)
  })

  test('a clock ends on a working day, that many working days later', () => {
    const anyDate = fc.integer({ min: 0, max: 1500 }).map((days) => plusDays('2024-01-01', days))
    const someHolidays = fc.array(anyDate, { maxLength: 30 }).map((dates) => holidays(...dates))
    fc.assert(
      fc.property(
        someHolidays,
        anyDate,
        fc.integer({ min: 1, max: 40 }),
        (calendar, from, days) => {
          const to = plusWorkingDays(calendar, from, days)
          expect(isWorkingDay(calendar, to)).toBe(true)
          expect(workingDaysBetween(calendar, from, to)).toBe(days)
        },
      ),
    )
  })
})

/** From the lists the government publishes, written by hand. */
const BANK_HOLIDAYS = {
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
}

describe('the bank holidays of England and Wales', () => {
  const calendar = createWorkingCalendar()

  test.each(Object.entries(BANK_HOLIDAYS))('are known for %s, and no day more', (year, listed) => {
    const days = Array.from({ length: 366 }, (_, day) => plusDays(`${year}-01-01`, day))
    const weekdaysOff = days.filter(
      (date) => date.startsWith(year) && !isWorkingDay(calendar, date) && isWorkingDay(none, date),
    )
    expect(weekdaysOff).toEqual(listed.split(' ').map((day) => `${year}-${day}`))
  })

  test('a clock that runs over Easter ends two days later than it would', () => {
    expect(plusWorkingDays(calendar, '2026-04-01', 5)).toBe('2026-04-10')
    expect(workingDaysBetween(calendar, '2026-04-02', '2026-04-07')).toBe(1)
  })

  test('Christmas on a weekend moves to the days after it', () => {
    expect(plusWorkingDays(calendar, '2027-12-24', 1)).toBe('2027-12-29')
    expect(plusWorkingDays(calendar, '2026-12-24', 1)).toBe('2026-12-29')
  })

  test('31 December is worked, 1 January is not', () => {
    expect(isWorkingDay(calendar, '2026-12-31')).toBe(true)
    expect(plusWorkingDays(calendar, '2026-12-31', 1)).toBe('2027-01-04')
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-04')).toBe(2)
  })

  test('the night the clocks change loses and adds no working day', () => {
    const [friday, monday] = ['2026-03-27T23:30:00.000Z', '2026-03-29T23:30:00.000Z'].map(dateOf)
    expect([friday, monday]).toEqual(['2026-03-27', '2026-03-30'])
    expect(workingDaysBetween(calendar, friday ?? '', monday ?? '')).toBe(1)
    expect(workingDaysBetween(calendar, '2026-10-23', '2026-10-26')).toBe(1)
  })
})
