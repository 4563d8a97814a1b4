import { expect, test } from 'vitest'
import { boardAt, referralNow } from '../../src/domain/board/board-now.ts'
import { officeHourAt } from '../../src/domain/words/office-hours.ts'
import { aBoard, theContacts } from './a-board.ts'
import { holidays } from './an-observation.ts'

const calendar = holidays('2026-04-03', '2026-04-06')

test.each([
  ['on a Thursday at nine', '2026-03-26T09:00:00.000Z', true, '2026-03-26'],
  ['just before nine', '2026-03-26T08:59:00.000Z', false, '2026-03-26'],
  ['at five', '2026-03-26T17:00:00.000Z', false, '2026-03-27'],
  ['at five in summer, which is four in UTC', '2026-03-31T16:00:00.000Z', false, '2026-04-01'],
  ['just before five in summer', '2026-03-31T15:59:00.000Z', true, '2026-03-31'],
  ['at midnight', '2026-03-26T00:00:00.000Z', false, '2026-03-26'],
  ['on a Saturday', '2026-03-28T11:00:00.000Z', false, '2026-03-30'],
  ['on the evening before Easter', '2026-04-02T18:00:00.000Z', false, '2026-04-07'],
])(
  'I1: %s the offices are open or closed, and read next on the right day',
  (_, at, isOpen, readOn) => {
    expect(officeHourAt(calendar, at)).toEqual({ isOpen, readOn })
  },
)

test('I1: the referral route is that of the hour', () => {
  const routeAt = (at: string) => referralNow(boardAt(aBoard(), calendar, at))
  expect(routeAt('2026-03-26T10:00:00.000Z')).toBe(theContacts.referral)
  expect(routeAt('2026-03-26T19:00:00.000Z')).toBe(theContacts.referralOutOfHours)
})
