import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Counts } from '../../src/domain/observation/figures.ts'
import {
  appreciativePercent,
  DIVIDED_INTO,
  isTooFewAppreciative,
  showQuarter,
  totalOf,
} from '../../src/domain/observation/figures.ts'
import { KIND_CODES, kindOf } from '../../src/domain/taxonomies/lists.ts'

const h = 'hidden'

/** What is shown of each kind, for good and typical work first. */
const shownOf = (counts: Counts, known: Counts = {}) => {
  const { all, groups, kinds } = showQuarter(counts, known)
  return [all, groups.appreciative, groups.concern, ...KIND_CODES.map((kind) => kinds[kind])]
}

describe('the counts of a quarter as they are shown', () => {
  test('every kind is divided off once, in its group', () => {
    for (const [group, division] of Object.entries(DIVIDED_INTO)) {
      const kinds = [division].flat(9)
      expect([...kinds].sort()).toEqual(
        KIND_CODES.filter((kind) => kindOf(kind)?.group === group).sort(),
      )
    }
  })

  test.each<readonly [string, Counts, readonly (number | 'hidden')[]]>([
    ['none is shown as none', {}, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['fewer than five in all are hidden', { nearMiss: 4 }, [h, h, h, h, h, h, h, h, h, h, h]],
    ['five of one kind are shown', { nearMiss: 5 }, [5, 0, 5, 0, 0, 0, 5, 0, 0, 0, 0]],
    [
      'a group of fewer than five hides the other group, and neither is divided',
      { goodPractice: 1, nearMiss: 30 },
      [31, h, h, h, h, h, h, h, h, h, h],
    ],
    [
      'a small kind is shown with what is beside it alone',
      { goodPractice: 7, goodOutcome: 2, typicalCase: 6, nearMiss: 9 },
      [24, 15, 9, 7, h, h, 9, 0, 0, 0, 0],
    ],
    [
      'several small kinds are shown as what they make together',
      { nearMiss: 9, disquiet: 4, practiceConcern: 3, riskAhead: 2, poorOutcome: 3 },
      [21, 0, 21, 0, 0, 0, 9, h, h, h, h],
    ],
  ])('%s', (_, counts, shown) => {
    expect(shownOf(counts)).toEqual(shown)
  })

  test('what the reader can list one by one hides nobody else', () => {
    const mine = { nearMiss: 12 }
    expect(shownOf({ nearMiss: 14 }, mine)[0]).toBe(h)
    expect(shownOf({ nearMiss: 12 }, mine)[0]).toBe(12)
    expect(shownOf({ nearMiss: 17 }, mine)[0]).toBe(17)
  })

  test('whatever is shown is true, and from 1 to 4 is never shown of others', () => {
    const anyCounts = fc.record(
      Object.fromEntries(KIND_CODES.map((kind) => [kind, fc.nat(12)])),
    ) as fc.Arbitrary<Counts>
    fc.assert(
      fc.property(anyCounts, (counts) => {
        for (const [kind, shown] of Object.entries(showQuarter(counts, {}).kinds))
          if (shown !== h) {
            expect(shown).toBe(counts[kind as keyof Counts])
            expect(shown === 0 || shown >= 5).toBe(true)
          }
      }),
    )
  })
})

describe('sums of what is shown', () => {
  test('leave out what is hidden, and say that there may be more', () => {
    expect(totalOf([7, 0, 6])).toEqual({ count: 13, orMore: false })
    expect(totalOf([7, h, 6])).toEqual({ count: 13, orMore: true })
    expect(totalOf([h])).toEqual({ count: 0, orMore: true })
  })

  test.each<readonly [string, readonly Counts[], number | null]>([
    ['of everything', [{ goodPractice: 5, nearMiss: 15 }], 25],
    ['over quarters', [{ goodPractice: 5, nearMiss: 5 }, { nearMiss: 10 }], 25],
    ['not of nothing', [{}], null],
    ['not where one is hidden', [{ goodPractice: 5, nearMiss: 5 }, { disquiet: 3 }], null],
    ['not where it would tell a small count', [{ goodPractice: 1, nearMiss: 9 }], null],
  ])('S4: the share of good and typical work is said %s', (_, quarters, percent) => {
    expect(appreciativePercent(quarters.map((counts) => showQuarter(counts, {})))).toBe(percent)
  })

  test.each<readonly [string, Counts, boolean]>([
    ['a quarter is enough', { goodPractice: 5, nearMiss: 15 }, false],
    ['less gives a warning', { goodPractice: 5, nearMiss: 16 }, true],
    ['none at all gives a warning', { nearMiss: 5 }, true],
    ['a warning would tell that a hidden count is one', { goodOutcome: 1, nearMiss: 4 }, false],
    ['nothing to say of nothing', {}, false],
    ['nothing but good work is no reason', { goodOutcome: 6 }, false],
  ])('S4: the warning: %s', (_, counts, warns) => {
    expect(isTooFewAppreciative(showQuarter(counts, {}))).toBe(warns)
  })
})
