import type { Month } from '../words/time.ts'
import { SMALLEST_SHOWN } from './figures.ts'

/** Whether the first decision came by the day that its reporter was promised. */
export type InTime = 'onTime' | 'late'

/**
 * What the store counts of first decisions: how many of a month took so many working days, after a first
 * word within so many. `null` where that was not noted yet when it was decided.
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
  /** Rounded down to ten per cent, because an exact share tells how many were decided. */
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
 * Whether anything is said of some decisions: there are at least five, for one alone would be somebody's.
 * Those that the reader can list count for nothing there: with four of their own a middle value would
 * say that there is another one.
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

/** The lowest value that so many of ten reached or beat: the lower of two that are both in the middle. */
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
 * Decisions of one quarter, or of several together, as they may be shown. How many there were is not said,
 * and cannot be worked out: it is how many observations there were.
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
