import { describe, expect, test } from 'vitest'
import {
  endedBefore,
  firstMonthOf,
  isQuarter,
  quarterOf,
  quartersUpTo,
} from '../../src/domain/words/quarter.ts'

describe('a quarter', () => {
  test.each([
    ['2026-01', '2026-03', '2025-12'],
    ['2026-03', '2026-03', '2025-12'],
    ['2026-04', '2026-06', '2026-03'],
    ['2026-12', '2026-12', '2026-09'],
  ])(
    '%s lies in the one that ends with %s, after the one that ended with %s',
    (month, quarter, before) => {
      expect(quarterOf(month)).toBe(quarter)
      expect(endedBefore(month)).toBe(before)
    },
  )

  test('begins two months before it ends, and follows another', () => {
    expect(firstMonthOf('2026-03')).toBe('2026-01')
    expect(quartersUpTo('2026-06', 4)).toEqual(['2025-09', '2025-12', '2026-03', '2026-06'])
  })

  test('ends in March, June, September or December', () => {
    const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`)
    expect(months.filter(isQuarter)).toEqual(['2026-03', '2026-06', '2026-09', '2026-12'])
  })
})
