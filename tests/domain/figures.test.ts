import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hideSmallCounts,
  medianWorkingDays,
  type ShownCount,
  shown,
} from '../../src/domain/observation/figures.ts'

const f: ShownCount = 'fewerThan5'

describe('a count as it is shown', () => {
  test('counts from 1 to 4 are "fewer than 5"; none and more are said', () => {
    expect([0, 1, 4, 5, 6].map(shown)).toEqual([0, f, f, 5, 6])
  })
})

describe('a table in which small counts are hidden', () => {
  test.each([
    ['nothing small: everything is shown', [[5, 0, 7]], [[5, 0, 7]], [12]],
    ['one small count hides a zero as well', [[3, 0, 7]], [[f, f, 7]], [10]],
    ['without a zero, the next smallest', [[3, 9, 7]], [[f, 9, f]], [19]],
    ['two small counts hide each other', [[3, 1, 7]], [[f, f, 7]], [11]],
    ['two ones could only be ones, so a third is hidden', [[1, 1, 7, 9]], [[f, f, f, 9]], [18]],
    ['two fours likewise', [[4, 4, 0, 9]], [[f, f, f, 9]], [17]],
    ['ones and nothing else hide their total', [[1, 1, 1, 1, 1]], [[f, f, f, f, f]], [f]],
    ['a small total is hidden with its counts', [[2, 0]], [[f, 0]], [f]],
  ])('%s', (_, rows, shownRows, totals) => {
    expect(hideSmallCounts(rows)).toEqual({ rows: shownRows, totals })
  })

  test('a hidden total is not given away by the totals beside it', () => {
    const { rows, totals } = hideSmallCounts([
      [0, 0, 10],
      [1, 1, 0],
    ])
    expect(totals).toEqual([f, f])
    expect(rows).toEqual([
      [f, 0, 10],
      [f, f, 0],
    ])
  })

  const anyTable = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
    .chain(([height, width]) =>
      fc.array(
        fc.array(fc.oneof(fc.constantFrom(0, 0, 1, 1, 2, 4), fc.nat(12)), {
          minLength: width,
          maxLength: width,
        }),
        { minLength: height, maxLength: height },
      ),
    )

  test('shows nothing from 1 to 4, and what it shows is true', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { rows, totals } = hideSmallCounts(table)
        const truth = [...table, table.map(sumOf)]
        const cells = [...rows, totals].flatMap((row, r) =>
          row.map((count, c) => ({ count, true: truth[r]?.[c] })),
        )
        expect(cells.filter((cell) => cell.count !== f && cell.count !== cell.true)).toEqual([])
        expect(
          cells.filter(({ count }) => typeof count === 'number' && count > 0 && count < 5),
        ).toEqual([])
      }),
    )
  })

  test('no hidden count can be worked out, also by who knows the sum of all', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { rows, totals } = hideSmallCounts(table)
        const certain = rows.flatMap((row, r) =>
          row.flatMap((count, c) =>
            count === f && !couldBeOtherwise(table, rows, totals, r, c) ? [[r, c]] : [],
          ),
        )
        expect(certain).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/**
 * Whether some other table would look the same and differ in this hidden cell: one more or less in
 * it, made up for by a hidden neighbour, or, where the total of its row is hidden too, by a hidden
 * cell of another such row. A single row has no sum of all beside its total.
 */
function couldBeOtherwise(
  table: readonly (readonly number[])[],
  rows: readonly (readonly ShownCount[])[],
  totals: readonly ShownCount[],
  r: number,
  c: number,
): boolean {
  const count = table[r]?.[c] ?? 0
  const others = (row: number) =>
    (rows[row] ?? []).flatMap((shownAs, column) =>
      shownAs === f && !(row === r && column === c) ? [table[row]?.[column] ?? 0] : [],
    )
  const inRow = others(r)
  if (inRow.length > 0 && (count > 0 || inRow.some((other) => other > 0))) return true
  if (totals[r] !== f) return false
  if (table.length === 1) return true
  const inOtherRows = totals.flatMap((total, row) => (row !== r && total === f ? others(row) : []))
  return inOtherRows.length > 0 && (count > 0 || inOtherRows.some((other) => other > 0))
}

describe('the middle value of working days', () => {
  const times = (...counted: readonly (readonly [number, number])[]) =>
    counted.map(([workingDays, count]) => ({ month: '2026-03', workingDays, count }))

  test.each([
    ['nothing counted', [], null],
    ['one', [[3, 1]], 3],
    [
      'an odd number',
      [
        [9, 1],
        [1, 1],
        [2, 1],
      ],
      2,
    ],
    [
      'an even number: the lower of the two',
      [
        [1, 2],
        [4, 2],
      ],
      1,
    ],
    [
      'most of one value',
      [
        [0, 1],
        [5, 8],
        [30, 1],
      ],
      5,
    ],
    [
      'none counted of a value',
      [
        [0, 0],
        [2, 1],
      ],
      2,
    ],
  ] as const)('%s', (_, counted, median) => {
    expect(medianWorkingDays(times(...counted))).toBe(median)
  })

  test('is the middle of the values written out one by one', () => {
    const anyTimes = fc.array(
      fc.record({
        month: fc.constant('2026-03'),
        workingDays: fc.nat(20),
        count: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(anyTimes, (counted) => {
        const all = counted
          .flatMap(({ workingDays, count }) => Array<number>(count).fill(workingDays))
          .sort((a, b) => a - b)
        expect(medianWorkingDays(counted)).toBe(all[Math.ceil(all.length / 2) - 1])
      }),
    )
  })
})
