import { expect, test } from 'vitest'
import { showActivities } from '../../src/domain/activity/figures.ts'
import type { ActivityTypeCode } from '../../src/domain/taxonomies/lists.ts'

const counts = (of: Partial<Record<ActivityTypeCode, number>>) =>
  Object.entries(of).map(([type, count]) => ({
    month: '2026-03',
    type: type as ActivityTypeCode,
    count,
  }))

test.each([
  ['none at all', {}, {}, 0, 0],
  ['four', { supervision: 4 }, {}, 'hidden', 'hidden'],
  ['five of one type', { supervision: 5 }, {}, 5, 5],
  ['one type that is small beside another', { supervision: 9, huddle: 1 }, {}, 10, 'hidden'],
  ['the small one being the reader’s own', { supervision: 9, huddle: 1 }, { huddle: 1 }, 10, 9],
  ['four of them the reader’s own', { supervision: 5 }, { supervision: 4 }, 'hidden', 'hidden'],
] as const)(
  'S6: the board sees counts of at least five: %s',
  (_what, all, known, sum, supervision) => {
    const shown = showActivities(counts(all), counts(known))
    expect(shown.all).toBe(sum)
    expect(shown.types.supervision).toBe(supervision)
  },
)
