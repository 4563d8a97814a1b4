import type { Dues } from '../machinery/duties.ts'
import { endOf, officeHourAt, plusOfficeHours } from '../words/office-hours.ts'
import type { Instant, PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { WorkingCalendar } from '../words/working-days.ts'
import { plusWorkingDays, WEEKDAYS } from '../words/working-days.ts'
import { chosen, mayBeDanger, saysDanger, soundsOfDanger } from './answers.ts'
import { openQuestions } from './asking.ts'
import { isToldWhatWasDone } from './needs.ts'
import { asksTheBoard } from './outline.ts'
import { reviewOf } from './review-date.ts'
import type { Addition, Observation } from './types.ts'

/** What a reporter is promised, in working days (feedback modes A and D), and what follows from it. */
export const PROMISE = {
  /** Until somebody has started on it. */
  acknowledge: 1,
  /** Until the decision. */
  decide: { usual: 5, veryWorried: 1 },
  /** From the decision until they hear what was done. */
  tell: 20,
  /** From then until it is closed. */
  close: 5,
  /** How long a reporter has to answer a question. Then the person who asked is told. */
  reply: 5,
  /** Until the board has said whether there has to be a statutory review. */
  answer: 10,
} as const

/** Reports that come in after hours are read within this many hours of the next morning. */
const MORNING_HOURS = 3

type Promised = Pick<Observation, 'waitingSince' | 'answers' | 'additions' | 'sameDay'>

/** When the reporter first said it, but not before the present wait began. */
function since(
  { waitingSince, answers, additions }: Promised,
  isSent: (sent: Pick<Addition, 'answers'>) => boolean,
  isAdded: (added: Addition) => boolean = isSent,
): Instant | undefined {
  if (isSent({ answers })) return waitingSince
  const added = additions.find(isAdded)
  return added && (added.at > waitingSince ? added.at : waitingSince)
}

const answersDanger = ({ answers }: Pick<Addition, 'answers'>) =>
  answers.some(({ question }) => question === 'dangerNow') && mayBeDanger(answers)

const isVeryWorried = ({ answers }: Pick<Addition, 'answers'>) =>
  chosen(answers, 'worry') === 'veryWorried'

/** When offices close on the day on which this many working days have passed. */
export const within = (calendar: WorkingCalendar, from: Instant, days: number): Instant =>
  endOf(plusWorkingDays(calendar, dateOf(from), days))

/**
 * Danger told while offices are open is looked at the same day, otherwise the next morning (I1).
 */
const atOnce = (calendar: WorkingCalendar, from: Instant): Instant => {
  const { isOpen, readOn } = officeHourAt(calendar, from)
  return isOpen ? endOf(readOn) : plusOfficeHours(calendar, from, MORNING_HOURS)
}

/** When somebody said that a child may be at risk, but not before the present wait began. */
const dangerSince = (observation: Promised): Instant | undefined =>
  observation.sameDay
    ? // What was sent was asked about; what was added may say it in words of its own.
      (since(
        observation,
        answersDanger,
        (added) => answersDanger(added) || soundsOfDanger(added),
      ) ?? observation.waitingSince)
    : undefined

const earliest = (instants: readonly (Instant | undefined)[]): Instant =>
  instants.filter((at) => at !== undefined).sort()[0] ?? ''

function decisionDueAt(observation: Promised, calendar: WorkingCalendar): Instant {
  const { waitingSince } = observation
  const worried = since(observation, isVeryWorried)
  const danger = dangerSince(observation)
  return earliest([
    within(calendar, waitingSince, PROMISE.decide.usual),
    worried && within(calendar, worried, PROMISE.decide.veryWorried),
    danger && atOnce(calendar, danger),
  ])
}

/** The date by which the reporter was promised to hear a decision. */
export const decisionDueOn = (
  observation: Promised & Pick<Observation, 'due'>,
  calendar: WorkingCalendar,
): PlainDate => dateOf(observation.due?.['decide'] ?? decisionDueAt(observation, calendar))

/** The addition since the last answer that says a child may be at risk. */
export function dangerAddedTo(observation: Observation): Addition | undefined {
  if (observation.stage !== 'underWay') return undefined
  const answered = [observation.decision, ...observation.feedback]
    .map(({ at }) => at)
    .sort()
    .at(-1)
  return observation.additions.find((added) => added.at > (answered ?? '') && saysDanger(added))
}

/** When the reporter heard what was done, since the decision that stands. */
export const toldAt = ({ feedback }: Observation): Instant | undefined => feedback.at(-1)?.at

/** When what waits is due, by the clocks of now. */
export function observationDues(observation: Observation, calendar: WorkingCalendar): Dues {
  switch (observation.stage) {
    case 'awaitingTriage': {
      const decide = decisionDueAt(observation, calendar)
      const started = within(calendar, observation.waitingSince, PROMISE.acknowledge)
      return {
        ...(observation.acknowledged === null
          ? { acknowledge: started < decide ? started : decide }
          : {}),
        decide,
        ...replyDues(observation, calendar),
      }
    }
    case 'underWay': {
      const { decision } = observation
      const danger = dangerAddedTo(observation)
      return {
        ...(danger ? { readAdded: atOnce(calendar, danger.at) } : {}),
        ...(isToldWhatWasDone(observation)
          ? { close: within(calendar, toldAt(observation) ?? decision.at, PROMISE.close) }
          : { tell: within(calendar, decision.at, PROMISE.tell) }),
        ...(asksTheBoard(decision.outcome)
          ? { answer: within(calendar, decision.at, PROMISE.answer) }
          : {}),
        ...reviewDues(observation),
        ...replyDues(observation, calendar),
      }
    }
    case 'closed':
      return reviewDues(observation)
  }
}

const replyDues = (observation: Observation, calendar: WorkingCalendar): Dues => {
  const asked = openQuestions(observation).at(-1)
  if (!asked) return {}
  const reply = within(calendar, asked.at, PROMISE.reply)
  return { reply, unanswered: within(calendar, reply, 1) }
}

const reviewDues = (observation: Observation): Dues => {
  const on = reviewOf(observation)
  return on === null ? {} : { lookAgain: endOf(on) }
}

/**
 * When what waits is due, from the last event. Records of an earlier version hold no dates: for
 * them bank holidays count as working days, since no calendar of that time is known.
 */
export const duesNow = (observation: Observation): Dues =>
  observation.due ?? observationDues(observation, WEEKDAYS)
