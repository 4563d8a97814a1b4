import type { Figures } from '../../src/contract/figures.ts'

const counted = (
  code: string,
  label: string,
  group: 'appreciative' | 'concern',
  counts: Figures['kinds'][number]['counts'],
): Figures['kinds'][number] => ({
  code,
  label,
  group,
  counts,
  total: counts.reduce<number>((sum, count) => sum + (count === 'fewerThan5' ? 0 : count), 0),
})

export const someFigures = (overrides: Partial<Figures> = {}): Figures => ({
  from: '2026-01',
  to: '2026-03',
  months: ['2026-01', '2026-02', '2026-03'],
  kinds: [
    counted('goodPractice', 'Good practice', 'appreciative', [8, 11, 12]),
    counted('goodOutcome', 'Good outcome', 'appreciative', ['fewerThan5', 6, 7]),
    counted('typicalCase', 'Typical case', 'appreciative', [0, 5, 'fewerThan5']),
    counted('nearMiss', 'Near miss', 'concern', [9, 7, 13]),
    counted('disquiet', 'Something feels wrong', 'concern', [6, 'fewerThan5', 9]),
    counted('practiceConcern', 'Concern about practice', 'concern', [5, 8, 6]),
    counted('riskAhead', 'Risk ahead', 'concern', [0, 5, 7]),
    counted('poorOutcome', 'Poor outcome', 'concern', ['fewerThan5', 0, 5]),
  ],
  total: 137,
  mix: { appreciativePercent: 38, warning: null },
  decisions: [
    { month: '2026-01', decided: 31, medianWorkingDays: 4 },
    { month: '2026-02', decided: 'fewerThan5', medianWorkingDays: null },
    { month: '2026-03', decided: 52, medianWorkingDays: 2 },
  ],
  medianWorkingDays: 3,
  says: {
    mix: 'People told us about good work 49 times and about worries 88 times.',
    decisions: 'The middle decision took 3 working days; the promise is 5.',
  },
  countedHow: {
    mix: 'Each report counts once, in the month it was raised, with the kind it has now.',
    decisions: 'First decisions only, in working days of England and Wales.',
  },
  ...overrides,
})
