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

/** A count as it may be shown; a hidden one is nearly always from 0 to 4. */
export type ShownCount = number | 'fewerThan5'

export const shown = (count: number): ShownCount =>
  count > 0 && count < SMALLEST_SHOWN ? 'fewerThan5' : count

/** Counts in rows, and the sum of each row, as they may be shown beside each other. */
export interface ShownTable {
  readonly rows: readonly (readonly ShownCount[])[]
  readonly totals: readonly ShownCount[]
}

interface Cell {
  readonly count: number
  hidden: boolean
}

/** Counts, and their sum where it is shown as well; a sum that is not shown counts as known. */
interface Line {
  readonly parts: readonly Cell[]
  readonly sum: Cell | null
}

const cellOf = (count: number): Cell => ({ count, hidden: shown(count) !== count })

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

/** Whether a hidden count of the line could be worked out from the others. */
function givesAway({ parts, sum }: Line): boolean {
  const hidden = parts.filter((cell) => cell.hidden)
  if (hidden.length + (sum?.hidden ? 1 : 0) < 2) return hidden.length > 0 || sum?.hidden === true
  const all = (count: number) => hidden.every((cell) => cell.count === count)
  // Several ones (or fours) whose sum is known can only be ones (or fours).
  if (sum?.hidden) return all(1) && hidden.length === SMALLEST_SHOWN - 1
  return all(1) || all(SMALLEST_SHOWN - 1)
}

/**
 * Rows of counts and their totals with the small ones hidden, and with enough others hidden that
 * none can be worked out again from this table, also by somebody who knows the sum of the totals.
 * (Two tables over ranges that overlap can still be compared.) Zeros are hidden
 * for that before anything else, because "fewer than 5" is true of them too.
 * @param rows of equal length, whole numbers
 */
export function hideSmallCounts(rows: readonly (readonly number[])[]): ShownTable {
  const cells = rows.map((row) => row.map(cellOf))
  const totals = rows.map((row) => cellOf(sumOf(row)))
  const lines: readonly Line[] = [
    ...cells.map((parts, r) => ({ parts, sum: totals[r] ?? null })),
    // The total of a single row has nothing beside it from which it could be worked out.
    ...(rows.length > 1 ? [{ parts: totals, sum: null }] : []),
  ]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      if (!givesAway(line)) continue
      const next = line.parts.filter((cell) => !cell.hidden).sort((a, b) => a.count - b.count)[0]
      const also = next ?? (line.sum?.hidden === false ? line.sum : undefined)
      if (!also) continue
      also.hidden = true
      changed = true
    }
  }
  const show = ({ count, hidden }: Cell): ShownCount => (hidden ? 'fewerThan5' : count)
  return { rows: cells.map((row) => row.map(show)), totals: totals.map(show) }
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
