import type { ShownCount, ShownTotal } from '../../../contract/figures.ts'

/** A count as people read it: what could point at somebody is hidden, and not even estimated. */
export const countText = (count: ShownCount): string => String(count)

/** A sum; what is hidden is not in it. */
export function totalText({ count, orMore }: ShownTotal): string {
  if (!orMore) return String(count)
  return count === 0 ? 'hidden' : `${count} or more`
}
