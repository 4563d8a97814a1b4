const at = (options: Intl.DateTimeFormatOptions, timeZone = 'Europe/London') =>
  new Intl.DateTimeFormat('en-GB', { timeZone, ...options })

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
const ofInstant = at(day)
const withTime = at({ ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const withSeconds = at({
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
// A plain date has no time of day, so no zone may move it.
const ofPlainDate = at(day, 'UTC')

export const dayOf = (instant: string): string => ofInstant.format(new Date(instant))
export const timeOf = (instant: string): string => withTime.format(new Date(instant))
export const exactTimeOf = (instant: string): string => withSeconds.format(new Date(instant))
export const plainDay = (date: string): string => ofPlainDate.format(new Date(date))

/** `2026-03` in London now. */
export function monthNow(now: Date): string {
  const parts = at({ year: 'numeric', month: '2-digit' }).formatToParts(now)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}`
}
