import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecisionTime, InTime } from '../../src/domain/observation/decision-times.ts'
import { showTimes } from '../../src/domain/observation/decision-times.ts'

const decided = (workingDays: number, count: number, inTime: InTime | null = 'onTime') =>
  ({ month: '2026-03', workingDays, firstWordIn: workingDays, inTime, count }) as const

const times = (...counted: readonly (readonly [number, number])[]) =>
  counted.map(([days, count]) => decided(days, count))

const halfOf = (all: readonly DecisionTime[], known: readonly DecisionTime[] = []) =>
  showTimes(all, known).decision.half

describe('the middle value of working days', () => {
  test.each<readonly [string, readonly (readonly [number, number])[], number | null]>([
    ['nothing counted', [], null],
    ['four', [[3, 4]], null],
    // biome-ignore format: one line a case
    ['an odd number', [[9, 2], [1, 2], [2, 1]], 2],
    // biome-ignore format: one line a case
    ['an even number: the lower of the two', [[1, 3], [4, 3]], 1],
    // biome-ignore format: one line a case
    ['most of one value', [[0, 1], [5, 8], [30, 1]], 5],
    // biome-ignore format: one line a case
    ['none counted of a value', [[0, 0], [2, 5]], 2],
  ])('%s', (_, counted, median) => {
    expect(halfOf(times(...counted))).toBe(median)
  })

  test('S10: is not said where it would tell of a few that the reader cannot list', () => {
    const all = times([0, 4], [10, 1])
    expect(halfOf(all, times([0, 4]))).toBeNull()
    expect(halfOf(times([0, 5]), times([0, 5]))).toBe(0)
    expect(halfOf(times([0, 4], [10, 5]), times([0, 4]))).toBe(10)
  })

  test('half and nine in ten are those of the values written out one by one', () => {
    const anyTimes = fc.array(
      fc.record({ days: fc.nat(20), count: fc.integer({ min: 1, max: 5 }) }),
      { minLength: 5 },
    )
    fc.assert(
      fc.property(anyTimes, (counted) => {
        const all = counted
          .flatMap(({ days, count }) => Array<number>(count).fill(days))
          .sort((a, b) => a - b)
        const { firstWord, decision } = showTimes(
          counted.map(({ days, count }) => decided(days, count)),
          [],
        )
        expect(decision).toEqual({
          half: all[Math.ceil(all.length / 2) - 1],
          nineInTen: all[Math.ceil((all.length * 9) / 10) - 1],
        })
        expect(firstWord).toEqual(decision)
      }),
    )
  })
})

describe('the share of decisions on time', () => {
  const shareOf = (onTime: number, late: number, known: readonly DecisionTime[] = []) =>
    showTimes([decided(1, onTime), decided(9, late, 'late')], known).onTimePercent

  test('is rounded down to tens, and 100 is all of them', () => {
    expect([shareOf(5, 0), shareOf(9, 1), shareOf(99, 1), shareOf(2, 4), shareOf(0, 5)]).toEqual([
      100, 90, 90, 30, 0,
    ])
  })

  test('leaves out what was decided before this was noted', () => {
    const before = { ...decided(3, 20, null), firstWordIn: null }
    const all = [before, decided(1, 4), decided(9, 1, 'late')]
    expect(showTimes(all, [])).toMatchObject({ onTimePercent: 80, decision: { half: 3 } })
    expect(showTimes([before, decided(1, 4)], [])).toMatchObject({
      onTimePercent: null,
      firstWord: { half: null, nineInTen: null },
      decision: { half: 3 },
    })
  })

  test('S10: is not said where it would tell of a few that the reader cannot list', () => {
    expect(shareOf(8, 1, [decided(1, 8)])).toBeNull()
    expect(shareOf(5, 4, [decided(1, 5)])).toBeNull()
    expect(shareOf(5, 5, [decided(1, 5)])).toBe(50)
  })

  test('S10: never tells how many were decided: at least four numbers give each share', () => {
    const numbers = new Map<number | null, Set<number>>()
    for (let all = 5; all <= 20; all += 1)
      for (let onTime = 0; onTime <= all; onTime += 1) {
        const share = shareOf(onTime, all - onTime)
        numbers.set(share, (numbers.get(share) ?? new Set()).add(all))
      }
    expect([...numbers.keys()].sort()).toHaveLength(11)
    for (const some of numbers.values()) expect(some.size).toBeGreaterThanOrEqual(4)
  })
})
