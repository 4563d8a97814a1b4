import type { ShownCount } from '../observation/figures.ts'
import { SMALLEST_SHOWN } from '../observation/figures.ts'
import type { ActivityTypeCode } from '../taxonomies/lists.ts'
import { ACTIVITY_TYPE_CODES } from '../taxonomies/lists.ts'
import type { Month } from '../words/time.ts'

/** What the store counts: how many of a type were held in a month. */
export interface ActivityCount {
  readonly month: Month
  readonly type: ActivityTypeCode
  readonly count: number
}

export interface ShownActivities {
  readonly all: ShownCount
  readonly types: Readonly<Record<ActivityTypeCode, ShownCount>>
}

/**
 * The activities of one quarter as they may be shown, by the rule for observations (ADR 0017). The
 * whole is shown where it counts nobody or at least five; its types only where that holds for each.
 * @param known those that the reader sees one by one: only the others can be given away
 */
export function showActivities(
  counts: readonly ActivityCount[],
  known: readonly ActivityCount[],
): ShownActivities {
  const sum = (of: readonly ActivityCount[], type?: ActivityTypeCode) =>
    of.reduce((total, one) => total + (!type || one.type === type ? one.count : 0), 0)
  const isSafe = (type?: ActivityTypeCode) => {
    const others = sum(counts, type) - sum(known, type)
    return others === 0 || others >= SMALLEST_SHOWN
  }
  const isDivided = isSafe() && ACTIVITY_TYPE_CODES.every(isSafe)
  const shownOf = (type: ActivityTypeCode): ShownCount => (isDivided ? sum(counts, type) : 'hidden')
  return {
    all: isSafe() ? sum(counts) : 'hidden',
    // Every type, by its list.
    types: Object.fromEntries(
      ACTIVITY_TYPE_CODES.map((type) => [type, shownOf(type)]),
    ) as ShownActivities['types'],
  }
}
