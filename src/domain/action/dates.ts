import type { PlainDate } from '../words/time.ts'
import { dateOf, sayDate } from '../words/time.ts'
import type { Action } from './types.ts'

type Dated = Pick<Action, 'dueOn' | 'earlier'>

/** How often its owner moves the date before the agency's seniors and leads do. */
const OWNERS_MOVES = 2

/** Whether the seniors and leads of its agency move its date now, and no more its owner. */
export const isForLeads = ({ dueOn, earlier }: Dated, today: PlainDate): boolean =>
  earlier.length >= OWNERS_MOVES || dueOn < today

const DAY_MS = 86_400_000
const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

const times = (count: number): string =>
  ['once', 'twice', 'three times', 'four times', 'five times'][count - 1] ?? `${count} times`

const sayDays = (days: number): string =>
  `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}${days < 0 ? ' earlier' : ''}`

/** The year is said once where both are in it. */
const sayFirst = (first: PlainDate, last: PlainDate): string =>
  first.slice(0, 4) === last.slice(0, 4) ? sayDate(first).slice(0, -5) : sayDate(first)

/** By when, and how often and how far it was moved: “was 1 March, now 20 July 2026: moved three times, 141 days”. */
export function sayDue({ dueOn, earlier }: Dated): string {
  const [first] = earlier
  if (!first) return sayDate(dueOn)
  const late = earlier.filter((one) => dateOf(one.at) > one.dueOn).length
  return [
    `was ${sayFirst(first.dueOn, dueOn)}, now ${sayDate(dueOn)}: moved ${times(earlier.length)}`,
    sayDays(daysBetween(first.dueOn, dueOn)),
    ...(late === 0 ? [] : [`${times(late)} after it had passed`]),
  ].join(', ')
}
