const monthAt = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 7)

/** The months from so many back up to this one, as the figures are asked for. */
export function lastMonths(count: number, now: string): { from: string; to: string } {
  const [year = 0, month = 1] = now.split('-').map(Number)
  return { from: monthAt(year, month - count), to: now }
}
