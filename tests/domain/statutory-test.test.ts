import { describe, expect, test } from 'vitest'
import { endsOn, runningClocks } from '../../src/domain/review/clocks.ts'
import { addedBy, suggestionFor } from '../../src/domain/review/proportionality.ts'
import {
  answersOn,
  criteriaTest,
  notifiableTest,
  sayWhy,
} from '../../src/domain/review/statutory-test.ts'
import { proportionalityInputs } from '../../src/domain/taxonomies/review-lists.ts'
import { plusMonths } from '../../src/domain/words/time.ts'
import { NONE, SEVEN, ZERO } from './a-review.ts'
import { aContext } from './an-observation.ts'

const { calendar } = aContext()

type Given = Readonly<Record<string, string>>

// Given these answers, and “no” to everything else: under the 2013 profile, and under that of 2023.
const CRITERIA: readonly (readonly [string, Given, string, string])[] = [
  ['nothing of it', {}, 'notMet', 'notMet'],
  ['abuse alone', { abuseOrNeglect: 'known' }, 'notMet', 'notMet'],
  ['a death without abuse', { died: 'yes' }, 'notMet', 'notMet'],
  ['a death, abuse suspected', { abuseOrNeglect: 'suspected', died: 'yes' }, 'met', 'met'],
  [
    'a death, abuse not known',
    { abuseOrNeglect: 'notKnown', died: 'yes' },
    'moreNeeded',
    'moreNeeded',
  ],
  ['serious harm', { abuseOrNeglect: 'known', seriouslyHarmed: 'yes' }, 'notMet', 'met'],
  [
    'serious harm and a concern about joint work',
    { abuseOrNeglect: 'known', seriouslyHarmed: 'yes', concernJointWork: 'yes' },
    'met',
    'met',
  ],
  [
    'serious harm, joint work not known',
    { abuseOrNeglect: 'known', seriouslyHarmed: 'yes', concernJointWork: 'notKnown' },
    'moreNeeded',
    'met',
  ],
  [
    'harm not known, and a concern about joint work',
    { abuseOrNeglect: 'known', seriouslyHarmed: 'notKnown', concernJointWork: 'yes' },
    'moreNeeded',
    'moreNeeded',
  ],
  [
    'harm not known, and no concern about joint work',
    { abuseOrNeglect: 'known', seriouslyHarmed: 'notKnown' },
    'notMet',
    'moreNeeded',
  ],
  [
    'nothing known but that there is no abuse',
    { seriouslyHarmed: 'notKnown', concernJointWork: 'notKnown' },
    'notMet',
    'notMet',
  ],
  ['a death in custody', { custodyOrDetained: 'yes' }, 'met', 'notMet'],
  [
    'a death in custody, all else not known',
    { custodyOrDetained: 'yes', abuseOrNeglect: 'notKnown', seriouslyHarmed: 'notKnown' },
    'met',
    'moreNeeded',
  ],
]

describe('the criteria for a statutory review', () => {
  test.each(CRITERIA)('S14: %s', (_what, given, in2013, in2023) => {
    const answers = { ...NONE, ...given }
    expect(criteriaTest('WT2013', answers).result).toBe(in2013)
    expect(criteriaTest('WT2023', answers).result).toBe(in2023)
  })

  test('S14: without any answer it cannot be told, and is never a no', () => {
    for (const profile of ['WT2013', 'WT2023'] as const)
      expect(criteriaTest(profile, {}).result).toBe('moreNeeded')
  })

  test('S14: what is not known never gives another answer than what it may turn out to be', () => {
    for (const profile of ['WT2013', 'WT2023'] as const)
      for (const [, given] of CRITERIA) {
        const answers: Given = { ...NONE, ...given }
        const open = Object.keys(answers).filter((code) => answers[code] === 'notKnown')
        const may = (['yes', 'no'] as const).flatMap((all) => {
          const as = Object.fromEntries(
            open.map((code) => [code, code === 'abuseOrNeglect' && all === 'yes' ? 'known' : all]),
          )
          return criteriaTest(profile, { ...answers, ...as }).result
        })
        const { result } = criteriaTest(profile, answers)
        if (result !== 'moreNeeded') expect(new Set(may)).toEqual(new Set([result]))
      }
  })

  test('S14: it says why, by the answers that decide it', () => {
    const answers = { ...NONE, abuseOrNeglect: 'suspected', died: 'yes' }
    expect(sayWhy(criteriaTest('WT2013', answers), answers)).toBe(
      'Because of: Abuse or neglect: suspected; The child died: yes.',
    )
    const open = { ...NONE, abuseOrNeglect: 'known', seriouslyHarmed: 'notKnown' }
    expect(sayWhy(criteriaTest('WT2023', open), open)).toBe(
      'It hangs on: Seriously harmed: not known.',
    )
  })

  test('S14: under the 2013 profile a concern still not known on its day counts as yes', () => {
    const answers = {
      ...NONE,
      abuseOrNeglect: 'known',
      seriouslyHarmed: 'yes',
      concernJointWork: 'notKnown',
    }
    const on = (day: string) =>
      criteriaTest('WT2013', answersOn('WT2013', answers, '2026-04-10', day)).result
    expect([on('2026-04-09'), on('2026-04-10')]).toEqual(['moreNeeded', 'met'])
    expect(answersOn('WT2023', answers, '2026-04-10', '2026-04-10')).toEqual(answers)
  })
})

// The two answers of its own, with those about the criteria.
const NOTIFIABLE: readonly (readonly [string, Given, string, string])[] = [
  ['nothing of it', NONE, 'notNotifiable', 'notNotifiable'],
  ['a looked-after child died', { ...NONE, lookedAfterDied: 'yes' }, 'notifiable', 'notifiable'],
  [
    'a child in a regulated setting died, and nothing else is known',
    { regulatedSettingDied: 'yes' },
    'notifiable',
    'notifiable',
  ],
  [
    'the criteria are met',
    { ...NONE, abuseOrNeglect: 'known', died: 'yes' },
    'notifiable',
    'notifiable',
  ],
  [
    'the criteria may be met',
    { ...NONE, abuseOrNeglect: 'notKnown', died: 'yes' },
    'moreNeeded',
    'moreNeeded',
  ],
  ['nobody has answered the criteria', {}, 'moreNeeded', 'moreNeeded'],
]

describe('whether an incident is notifiable', () => {
  test.each(NOTIFIABLE)('S14: %s', (_what, given, in2013, in2023) => {
    const answers = { lookedAfterDied: 'no', regulatedSettingDied: 'no', ...given }
    expect(notifiableTest('WT2013', answers).result).toBe(in2013)
    expect(notifiableTest('WT2023', answers).result).toBe(in2023)
  })

  test('S14: whatever meets the criteria is notifiable', () => {
    for (const profile of ['WT2013', 'WT2023'] as const)
      for (const [, given] of CRITERIA) {
        const answers = { ...NONE, ...given, lookedAfterDied: 'no', regulatedSettingDied: 'no' }
        if (criteriaTest(profile, answers).result === 'met')
          expect(notifiableTest(profile, answers).result).toBe('notifiable')
      }
  })
})

describe('the clocks of a profile', () => {
  test.each([
    ['a month ends on the same date', { unit: 'months', length: 1 }, '2026-03-27', '2026-04-27'],
    [
      'or on the last day of a shorter month',
      { unit: 'months', length: 1 },
      '2026-01-31',
      '2026-02-28',
    ],
    ['in a leap year, too', { unit: 'months', length: 1 }, '2028-01-31', '2028-02-29'],
    ['across the end of a year', { unit: 'months', length: 6 }, '2026-08-31', '2027-02-28'],
    [
      'calendar days count every day',
      { unit: 'calendarDays', length: 14 },
      '2026-03-27',
      '2026-04-10',
    ],
    [
      'working days leave out weekends',
      { unit: 'workingDays', length: 5 },
      '2026-03-20',
      '2026-03-27',
    ],
  ] as const)('S1: %s', (_what, clock, start, end) => {
    expect(endsOn(clock, start, calendar)).toBe(end)
  })

  test('S1: the last day of a month is not passed, nor a day added', () => {
    expect(plusMonths('2026-12-15', 1)).toBe('2027-01-15')
    expect(plusMonths('2026-02-28', 1)).toBe('2026-03-28')
  })

  test('S1: only those that are confirmed and have begun are said', () => {
    const starts = {
      known: '2026-03-18',
      notified: '2026-03-20',
      commissioned: null,
      declined: null,
    }
    const said = (profile: 'WT2013' | 'WT2023') =>
      runningClocks(profile, starts, calendar).map(({ code, until }) => `${code} ${until}`)
    expect(said('WT2013')).toEqual(['notifyIncident 2026-03-25', 'scrDecision 2026-04-20'])
    expect(said('WT2023')[1]).toMatch(/^rapidReview 2026-04-1\d$/)
  })
})

describe('how much review fits', () => {
  test('S31: each answer adds nothing, one or two points, and says so', () => {
    expect(addedBy(SEVEN).map(({ points }) => points)).toEqual([2, 1, 1, 1, 1, 1])
    expect(addedBy(ZERO).map(({ points }) => points)).toEqual([0, 0, 0, 0, 0, 0])
    expect(addedBy(SEVEN)[0]).toEqual({
      question: 'Agencies involved',
      answer: 'Four or more',
      points: 2,
    })
  })

  const scored = (points: number) =>
    Object.fromEntries(
      proportionalityInputs.items.map(({ code, answers }, index) => [
        code,
        answers[Math.min(2, Math.max(0, points - index * 2))]?.code ?? '',
      ]),
    )

  test.each([
    [0, 'local', []],
    [3, 'local', []],
    [4, 'focused', ['systemsReview', 'singleAgencyReview']],
    [6, 'focused', ['systemsReview', 'singleAgencyReview']],
    [7, 'joint', ['multiAgencyLearningReview']],
    [9, 'joint', ['multiAgencyLearningReview']],
    [10, 'full', ['multiAgencyLearningReview']],
    [12, 'full', ['multiAgencyLearningReview']],
  ] as const)('S31: %i points suggest the size “%s”', (score, band, types) => {
    expect(suggestionFor(scored(score))).toEqual({ score, band, types })
  })

  test('S31: harm is not asked', () => {
    expect(JSON.stringify(proportionalityInputs)).not.toMatch(/harm|died/i)
  })
})
