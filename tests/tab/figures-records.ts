import type { Counted, Figures, ShownCount, ShownTotal } from '../../src/contract/figures.ts'

const h = 'hidden'

const totalOf = (counts: readonly ShownCount[]): ShownTotal => ({
  count: counts.reduce<number>((sum, count) => sum + (count === h ? 0 : count), 0),
  orMore: counts.includes(h),
})

const counted = (code: string, label: string, ...counts: ShownCount[]): Counted => ({
  code,
  label,
  counts,
  total: totalOf(counts),
})

const sum = (...counts: ShownCount[]) => ({ counts, total: totalOf(counts) })

/** Three quarters: one with everything, one with several kinds together, and one that is hidden. */
export const someFigures = (overrides: Partial<Figures> = {}): Figures => ({
  quarters: [
    { to: '2025-09', label: 'July to September 2025', short: 'Jul–Sept 25' },
    { to: '2025-12', label: 'October to December 2025', short: 'Oct–Dec 25' },
    { to: '2026-03', label: 'January to March 2026', short: 'Jan–Mar 26' },
  ],
  all: sum(64, 40, h),
  groups: [
    {
      group: 'appreciative',
      label: 'Good and typical work',
      ...sum(24, 18, h),
      kinds: [
        counted('goodPractice', 'Good practice', 12, 11, h),
        counted('goodOutcome', 'Good outcome', 7, h, h),
        counted('typicalCase', 'Typical case', 5, h, h),
      ],
    },
    {
      group: 'concern',
      label: 'Worries and concerns',
      ...sum(40, 22, h),
      kinds: [
        counted('nearMiss', 'Near miss', 13, 9, h),
        counted('disquiet', 'Something feels wrong', 9, h, h),
        counted('practiceConcern', 'Concern about practice', 6, h, h),
        counted('riskAhead', 'Risk ahead', 7, h, h),
        counted('poorOutcome', 'Poor outcome', 5, h, h),
      ],
    },
  ],
  mix: { appreciativePercent: 38, warning: null },
  decisions: { medianWorkingDays: [4, 2, null], overall: 3 },
  times: {
    onTimePercent: [80, 100, null],
    firstWord: { half: [1, 0, null], nineInTen: [2, 1, null] },
    decision: { half: [4, 2, null], nineInTen: [7, 5, null] },
    says: 'The promise is a decision within 5 working days at most.',
    countedHow: 'Each report counts once, in the quarter of its first decision.',
  },
  activities: {
    all: sum(12, 9, h),
    types: [counted('supervision', 'Supervision', 7, h, h)],
    countedHow: 'Each learning activity counts in the quarter it was held.',
  },
  says: {
    mix: 'People told us about good work 42 times and about worries 62 times.',
    decisions: 'The middle decision took 3 working days; the promise is 5.',
    notYet: 'April to June 2026 is counted once it has ended.',
  },
  countedHow: {
    mix: 'Each report counts once, in the quarter it was raised, with the kind it has now.',
    decisions: 'First decisions only, in working days of England and Wales.',
  },
  ...overrides,
})
