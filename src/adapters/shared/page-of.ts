import type { Page, PageRequest } from '../../ports/page.ts'

/** @throws RangeError for a size no page may have: a defect of the caller */
export function requirePageSize({ size }: PageRequest): void {
  if (!Number.isInteger(size) || size < 1 || size > 100)
    throw new RangeError('a page holds 1 to 100 rows')
}

/**
 * A page of rows that were found.
 * @param found one row more than the page holds, where there is one: then another page follows
 * @param tokenOf where the page after a row begins
 */
export function pageOf<Row>(
  found: readonly Row[],
  total: number,
  { size }: PageRequest,
  tokenOf: (row: Row) => string,
): Page<Row> {
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, total, next: last && found.length > size ? tokenOf(last) : null }
}
