import type { ShownCount } from '../../contract/figures.ts'

/** A count as people read it: small ones are hidden, because they could point at somebody. */
export const countText = (count: ShownCount): string =>
  count === 'fewerThan5' ? 'fewer than 5' : String(count)
