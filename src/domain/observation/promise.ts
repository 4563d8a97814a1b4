import type { PlainDate } from '../shared/time.ts'
import { dateOf } from '../shared/time.ts'
import type { WorkingCalendar } from '../shared/working-days.ts'
import { plusWorkingDays } from '../shared/working-days.ts'
import { chosenLast } from './answers.ts'
import type { Observation } from './types.ts'

/** Working days until the reporter hears the decision (feedback mode D, default promise). */
const DECISION_WORKING_DAYS = { usual: 5, veryWorried: 1 } as const

/** The date by which the reporter was promised to hear a decision. */
export function decisionDueOn(
  observation: Pick<Observation, 'waitingSince' | 'answers' | 'additions' | 'sameDay'>,
  calendar: WorkingCalendar,
): PlainDate {
  const soon = observation.sameDay || chosenLast(observation, 'worry') === 'veryWorried'
  const days = soon ? DECISION_WORKING_DAYS.veryWorried : DECISION_WORKING_DAYS.usual
  return plusWorkingDays(calendar, dateOf(observation.waitingSince), days)
}
