import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateOf,
  isPlainDate,
  monthOf,
  monthsBetween,
  plusDays,
  sayDate,
  yearOf,
} from '../../src/domain/words/time.ts'

describe('the date on the wall in England and Wales', () => {
  test.each([
    ['in winter', '2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['in summer, an hour ahead of UTC', '2026-07-15T23:00:00.000Z', '2026-07-16'],
    ['before midnight, the night the clocks go forward', '2026-03-28T23:59:00.000Z', '2026-03-28'],
    ['after midnight, the night the clocks go forward', '2026-03-29T00:00:00.000Z', '2026-03-29'],
    ['at the end of the first day of summer time', '2026-03-29T23:00:00.000Z', '2026-03-30'],
    ['before midnight, the night the clocks go back', '2026-10-24T22:59:00.000Z', '2026-10-24'],
    ['after midnight, the night the clocks go back', '2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['at the end of the first day of winter time', '2026-10-25T23:59:00.000Z', '2026-10-25'],
    ['on 31 December', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['on 1 January', '2027-01-01T00:00:00.000Z', '2027-01-01'],
  ])('%s', (_, at, date) => {
    expect(dateOf(at)).toBe(date)
  })

  test('decides month and year as well', () => {
    expect(monthOf('2026-06-30T23:30:00.000Z')).toBe('2026-07')
    expect(yearOf('2026-12-31T23:59:59.999Z')).toBe(2026)
    expect(yearOf('2027-01-01T00:00:00.000Z')).toBe(2027)
  })
})

describe('counting days', () => {
  test('crosses months, years, leap days and clock changes', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(plusDays('2026-03-28', 1)).toBe('2026-03-29')
    expect(plusDays('2026-03-29', 1)).toBe('2026-03-30')
    expect(plusDays('2026-10-25', -1)).toBe('2026-10-24')
  })

  test('there and back is where it began', () => {
    const anyDate = fc.integer({ min: 0, max: 36_500 }).map((days) => plusDays('2000-01-01', days))
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(plusDays(plusDays(date, days), -days)).toBe(date)
        expect(plusDays(date, days) > date).toBe(days > 0)
      }),
    )
  })

  test('only days that exist are dates', () => {
    const written = ['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-1', '1/2/2026', 'soon', '']
    expect(written.filter(isPlainDate)).toEqual(['2028-02-29'])
  })

  test('months are listed with both ends, and none when the end comes first', () => {
    expect(monthsBetween('2026-11', '2027-02')).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ])
    expect(monthsBetween('2026-05', '2026-05')).toEqual(['2026-05'])
    expect(monthsBetween('2026-06', '2026-05')).toEqual([])
  })

  test('a date is written as people write it', () => {
    expect(sayDate('2026-03-07')).toBe('7 March 2026')
  })
})

test('a day so far away that counting from it would leave four digits is no day', () => {
  expect(['1899-12-31', '2200-01-01', '9999-12-31'].filter(isPlainDate)).toEqual([])
  expect(['1900-01-01', '2199-12-31'].every(isPlainDate)).toBe(true)
})
