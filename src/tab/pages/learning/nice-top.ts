/** The top of an axis that holds a number: 1, 2 or 5 with noughts, or an even share of them. */
export function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  return Math.max(
    4,
    [1, 2, 4, 6, 8, 10].map((step) => step * size).find((top) => top >= most) ?? most,
  )
}
