import type { Month } from '../words/time.ts'
import { SMALLEST_SHOWN } from './figures.ts'

/** Whether the first decision came by the day that its reporter was promised. */
export type InTime = 'onTime' | 'late'

/**
 * What the store counts of first decisions: how many of a month took how many working days, and
 * within how many the first word came. `null` where that was not noted when it was decided.
 */
export interface DecisionTime {
  readonly month: Month
  readonly workingDays: number | null
  readonly firstWordIn: number | null
  readonly inTime: InTime | null
  readonly count: number
}

/** Working days within which the reporter had it: half of them, and nine in ten. */
export interface ShownDays {
  readonly half: number | null
  readonly nineInTen: number | null
}

export interface ShownTimes {
  /** Rounded down to ten per cent, because an exact share would tell how many were decided. */
  readonly onTimePercent: number | null
  readonly firstWord: ShownDays
  readonly decision: ShownDays
}

type Measured<Value> = { readonly value: Value; readonly count: number }

const measuredBy = <Key extends 'workingDays' | 'firstWordIn' | 'inTime'>(
  times: readonly DecisionTime[],
  key: Key,
): readonly Measured<NonNullable<DecisionTime[Key]>>[] =>
  times.flatMap(({ [key]: value, count }) => (value === null ? [] : [{ value, count }]))

const countOf = (times: readonly { readonly count: number }[]): number =>
  times.reduce((sum, { count }) => sum + count, 0)

/**
 * Whether decisions may be shown: there are at least five, and of those the reader cannot list none
 * or at least five. With four of their own, a middle value would tell them that there is another.
 * @param known the part of them that the reader can list
 */
function isShown(
  times: readonly { readonly count: number }[],
  known: readonly { readonly count: number }[],
): boolean {
  const total = countOf(times)
  const others = total - countOf(known)
  return total >= SMALLEST_SHOWN && (others === 0 || others >= SMALLEST_SHOWN)
}

/** The lowest value that this many of ten reached or beat. Of two in the middle, the lower. */
function reachedBy(times: readonly Measured<number>[], ofTen: number): number | null {
  const total = countOf(times)
  let seen = 0
  for (const { value, count } of [...times].sort((a, b) => a.value - b.value)) {
    seen += count
    if (seen * 10 >= total * ofTen) return value
  }
  return null
}

function showDays(
  times: readonly DecisionTime[],
  known: readonly DecisionTime[],
  key: 'workingDays' | 'firstWordIn',
): ShownDays {
  const measured = measuredBy(times, key)
  if (!isShown(measured, measuredBy(known, key))) return { half: null, nineInTen: null }
  return { half: reachedBy(measured, 5), nineInTen: reachedBy(measured, 9) }
}

/**
 * Decisions of one quarter, or of several together, as they may be shown. Their number is left out
 * and cannot be worked out, since it equals the number of observations.
 */
export function showTimes(
  times: readonly DecisionTime[],
  known: readonly DecisionTime[],
): ShownTimes {
  const judged = measuredBy(times, 'inTime')
  const onTime = countOf(judged.filter(({ value }) => value === 'onTime'))
  return {
    onTimePercent: isShown(judged, measuredBy(known, 'inTime'))
      ? Math.floor((onTime * 10) / countOf(judged)) * 10
      : null,
    firstWord: showDays(times, known, 'firstWordIn'),
    decision: showDays(times, known, 'workingDays'),
  }
}
