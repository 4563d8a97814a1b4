import type { Figures, ShownCount } from '../../contract/figures.ts'

/** A part of a bar. */
export interface StackPart {
  readonly key: string
  /** `null` where nothing is known, and nothing can be drawn to size. */
  readonly count: number | null
  /** Place in the list of kinds; `null` for what is not shown by kind. */
  readonly kind: number | null
}

const shownOf = (count: ShownCount | undefined) => (typeof count === 'number' ? count : 0)

/** The bar of a quarter, from what is shown in the table alone. */
export function stackOf(
  { all, groups }: Pick<Figures, 'all' | 'groups'>,
  quarter: number,
): readonly StackPart[] {
  const whole = all.counts[quarter]
  if (typeof whole !== 'number') return [{ key: 'all', count: null, kind: null }]
  const kinds = groups
    .flatMap((group) => group.kinds)
    .map(({ code, counts }, kind) => ({ key: code, count: shownOf(counts[quarter]), kind }))
  const together = groups.flatMap(({ group, counts, kinds: ofGroup }) => {
    const sum = counts[quarter]
    const apart = ofGroup.reduce((total, kind) => total + shownOf(kind.counts[quarter]), 0)
    return typeof sum === 'number' ? [{ key: group, count: sum - apart, kind: null }] : []
  })
  const parts = [...kinds, ...together].filter(({ count }) => count > 0)
  const drawn = parts.reduce((total, { count }) => total + count, 0)
  return drawn < whole ? [...parts, { key: 'all', count: whole - drawn, kind: null }] : parts
}
