import type { Month } from '../shared/time.ts'
import type { KindCode } from '../taxonomies/lists.ts'

/** What the store counts: how many of a kind were raised in a month. */
export interface KindCount {
  readonly month: Month
  readonly kind: KindCode
  readonly count: number
}

/** What the store counts: how many first decisions of a month took so many working days. */
export interface DecisionTime {
  readonly month: Month
  readonly workingDays: number
  readonly count: number
}

/** Counts from 1 to 4 could point at somebody: boards and the public see "fewer than 5". */
export const SMALLEST_SHOWN = 5

/** A count as it may be shown. */
export type ShownCount = number | 'fewerThan5'

export const shown = (count: number): ShownCount =>
  count > 0 && count < SMALLEST_SHOWN ? 'fewerThan5' : count

/**
 * A table of counts with the small ones hidden, and with enough others hidden that none can be
 * worked out from the totals: where a row or column hides exactly one cell, its smallest other
 * cell above zero is hidden too.
 * @param table rows of equal length, whole numbers
 */
export function hideSmallCounts(
  table: readonly (readonly number[])[],
): readonly (readonly ShownCount[])[] {
  const hidden = table.map((row) => row.map((count) => shown(count) === 'fewerThan5'))
  const lines = [
    ...table.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...(table[0] ?? []).map((_, c) => table.map((_, r) => [r, c] as const)),
  ]
  const count = ([r, c]: readonly [number, number]) => table[r]?.[c] ?? 0
  const isHidden = ([r, c]: readonly [number, number]) => hidden[r]?.[c] === true
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const next = line
        .filter((cell) => !isHidden(cell) && count(cell) > 0)
        .sort((a, b) => count(a) - count(b))[0]
      if (line.filter(isHidden).length !== 1 || !next) continue
      const row = hidden[next[0]]
      if (row) row[next[1]] = true
      changed = true
    }
  }
  return table.map((row, r) => row.map((n, c) => (hidden[r]?.[c] ? 'fewerThan5' : n)))
}

/**
 * The middle value of counted working days; the lower of the two middle ones for an even number.
 * `null` when there is nothing to count.
 */
export function medianWorkingDays(times: readonly DecisionTime[]): number | null {
  const total = times.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  let seen = 0
  for (const { workingDays, count } of [...times].sort((a, b) => a.workingDays - b.workingDays)) {
    seen += count
    if (seen >= total / 2) return workingDays
  }
  return null
}
