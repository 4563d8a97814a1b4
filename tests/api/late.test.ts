import { expect, test } from 'vitest'
import { Late } from '../../src/contract/late.ts'

test('S13: what is late may be of any kind of record', () => {
  const line = {
    ref: 'LRN-2026-0001',
    kind: 'activity',
    matter: 'A learning activity',
    agency: { id: 'police', name: 'Police' },
    due: '2026-01-22T17:00:00.000Z',
    lateWorkingDays: 3,
  }
  const late = { lines: [line], byAgency: [], byMatter: [], isMore: false }
  expect(Late.parse(late).lines).toEqual([line])
})
