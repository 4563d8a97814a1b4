import { officeHourAt } from '../shared/office-hours.ts'
import type { Instant, PlainDate } from '../shared/time.ts'
import { dateOf } from '../shared/time.ts'
import type { WorkingCalendar } from '../shared/working-days.ts'
import { plusWorkingDays } from '../shared/working-days.ts'
import { chosen, mayBeDanger, soundsOfDanger } from './answers.ts'
import type { Addition, Observation } from './types.ts'

/** Working days until the reporter hears the decision (feedback mode D, default promise). */
export const DECISION_WORKING_DAYS = { usual: 5, veryWorried: 1 } as const

type Promised = Pick<Observation, 'waitingSince' | 'answers' | 'additions' | 'sameDay'>

/** When it was first true of what the reporter said, and not before the present wait began. */
function since(
  { waitingSince, answers, additions }: Promised,
  isSent: (sent: Pick<Addition, 'answers'>) => boolean,
  isAdded: (added: Addition) => boolean = isSent,
): Instant | undefined {
  if (isSent({ answers })) return waitingSince
  const added = additions.find(isAdded)
  return added && (added.at > waitingSince ? added.at : waitingSince)
}

const saysDanger = ({ answers }: Pick<Addition, 'answers'>) =>
  answers.some(({ question }) => question === 'dangerNow') && mayBeDanger(answers)

const isVeryWorried = ({ answers }: Pick<Addition, 'answers'>) =>
  chosen(answers, 'worry') === 'veryWorried'

/**
 * The date by which the reporter was promised to hear a decision. What may be danger is looked at on
 * the day it is told while the offices are open, else on the morning on which they open next (I1).
 */
export function decisionDueOn(observation: Promised, calendar: WorkingCalendar): PlainDate {
  const { waitingSince, sameDay } = observation
  const { usual, veryWorried } = DECISION_WORKING_DAYS
  // What was sent was asked about; what was added may say it in words of its own.
  const dangerSince = sameDay
    ? (since(observation, saysDanger, (added) => saysDanger(added) || soundsOfDanger(added)) ??
      waitingSince)
    : undefined
  const worriedSince = since(observation, isVeryWorried)
  const dates = [
    plusWorkingDays(calendar, dateOf(waitingSince), usual),
    ...(worriedSince ? [plusWorkingDays(calendar, dateOf(worriedSince), veryWorried)] : []),
    ...(dangerSince ? [officeHourAt(calendar, dangerSince).readOn] : []),
  ]
  return dates.reduce((first, date) => (date < first ? date : first))
}
