import type { Figures, ShownCount } from '../../../contract/figures.ts'

/** A part of a bar. */
export interface StackPart {
  readonly key: string
  /** `null` where it is unknown and cannot be drawn to size. */
  readonly count: number | null
  /** Place in the list of kinds; `null` for what is not shown by kind. */
  readonly kind: number | null
}

const shownOf = (count: ShownCount | undefined) => (typeof count === 'number' ? count : 0)

/** The bar of a quarter. Uses only what the table shows. */
export function stackOf(
  { all, groups }: Pick<Figures, 'all' | 'groups'>,
  quarter: number,
): readonly StackPart[] {
  const whole = all.counts[quarter]
  if (typeof whole !== 'number') return [{ key: 'all', count: null, kind: null }]
  const places = groups.flatMap((group) => group.kinds.map(({ code }) => code))
  const parts = groups
    .flatMap(({ group, counts, kinds }) => {
      const apart = kinds.map(({ code, counts: ofKind }) => ({
        key: code,
        count: shownOf(ofKind[quarter]),
        kind: places.indexOf(code),
      }))
      const together = apart.reduce((rest, { count }) => rest - count, shownOf(counts[quarter]))
      return [...apart, { key: group, count: together, kind: null }]
    })
    .filter(({ count }) => count > 0)
  const drawn = parts.reduce((total, { count }) => total + count, 0)
  return drawn < whole ? [...parts, { key: 'all', count: whole - drawn, kind: null }] : parts
}
