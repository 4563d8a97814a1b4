import type { Dues } from '../machinery/duties.ts'
import type { RecordContext } from '../registered.ts'
import { endOf } from '../words/office-hours.ts'
import type { PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import { plusWorkingDays } from '../words/working-days.ts'
import { clocksOf, criteriaResult, owesPanel } from './standing.ts'
import type { Review } from './types.ts'

/** How many working days a proposal waits for the chair, where no clock of the profile is shorter. */
export const DECIDED_WITHIN = 10

/** By when what waits is due, by the clocks of the profile and the calendar of now. */
export function reviewDues(review: Review, { board, calendar }: RecordContext): Dues {
  const { stage, criteria, notifiedOn, proposedAt } = review
  const clocks = clocksOf(review, board, calendar)
  const bounding = (bounds: string): readonly PlainDate[] =>
    clocks.filter((clock) => clock.bounds === bounds).map(({ until }) => until)
  const decided = [
    plusWorkingDays(calendar, dateOf(proposedAt), DECIDED_WITHIN),
    ...bounding('decision'),
  ].sort()
  const isOpen = criteriaResult(review, null)?.result === 'moreNeeded'
  return Object.fromEntries(
    [
      ['decide', stage === 'proposed' ? decided[0] : undefined],
      ['lookAgain', stage === 'proposed' && isOpen ? criteria?.lookAgainOn : undefined],
      ['notify', notifiedOn === null ? bounding('notification')[0] : undefined],
      ['tellPanel', owesPanel(review) ? bounding('panelTold')[0] : undefined],
    ].flatMap(([key, day]) => (key && day ? [[key, endOf(day)]] : [])),
  )
}
