import type { ShownCount, ShownTotal } from '../../../contract/figures.ts'

/**
 * A count as people read it. One that could point at somebody is hidden, and not even estimated.
 */
export const countText = (count: ShownCount): string => String(count)

/** A sum, without the hidden counts. */
export function totalText({ count, orMore }: ShownTotal): string {
  if (!orMore) return String(count)
  return count === 0 ? 'hidden' : `${count} or more`
}
