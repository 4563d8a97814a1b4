/** An instant as ISO 8601 in UTC with milliseconds: `2026-03-27T09:00:00.000Z`. Sorts as text. */
export type Instant = string
/** A plain date in the board's time zone: `2026-03-27`. Sorts as text. */
export type PlainDate = string
/** A month in the board's time zone: `2026-03`. Sorts as text. */
export type Month = string

/** The boards this product is made for keep the clock of England and Wales. */
export const TIME_ZONE = 'Europe/London'

const onTheWall = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

interface WallHour {
  readonly date: PlainDate
  readonly hour: string
}

/**
 * Asked for many times on every turn. The clock changes on the hour and by an hour, so all instants
 * of one hour lie in one hour on the wall.
 */
const HOURS = new Map<string, WallHour>()
const HOURS_KEPT = 20_000
const HOUR_CHARACTERS = '2026-03-27T09'.length

function wallHour(at: Instant): WallHour {
  const key = at.slice(0, HOUR_CHARACTERS)
  const known = HOURS.get(key)
  if (known) return known
  const [date = '', hour = ''] = onTheWall.format(new Date(at)).split(', ')
  if (HOURS.size >= HOURS_KEPT) HOURS.clear()
  const found = { date, hour }
  HOURS.set(key, found)
  return found
}

/** The date on the wall in England and Wales at an instant, daylight saving included. */
export const dateOf = (at: Instant): PlainDate => wallHour(at).date

/** The time on the same wall: `17:05`. Sorts as text. */
export const timeOfDay = (at: Instant): string =>
  `${wallHour(at).hour}${at.slice(HOUR_CHARACTERS, '2026-03-27T09:05'.length)}`

/** The instant at a time on that wall: `2026-03-27` and `17:00`. */
export function instantAt(date: PlainDate, time: string): Instant {
  const inWinter = Date.parse(`${date}T${time}:00Z`)
  const isSummer = timeOfDay(new Date(inWinter).toISOString()) !== time
  return new Date(inWinter - (isSummer ? HOUR_MS : 0)).toISOString()
}

export const monthOf = (at: Instant): Month => dateOf(at).slice(0, 7)

export const yearOf = (at: Instant): number => Number(dateOf(at).slice(0, 4))

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * A day that exists, written as a plain date. Nothing here is about days further away: counting
 * working days from one could leave the years that four digits can say.
 */
export const isPlainDate = (text: string): boolean =>
  /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T12:00:00Z`)) &&
  plusDays(text, 0) === text

/** Calendar days forward (or back, when negative). Noon is clear of every clock change. */
export const plusDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Months later: the same date, or the last day of that month where it has none. */
export function plusMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0, 12))
  const whole = last.toISOString().slice(0, 10)
  return day >= last.getUTCDate() ? whole : plusDays(whole, day - last.getUTCDate())
}

/** Every month from one to the other, both included. */
export function monthsBetween(from: Month, to: Month): readonly Month[] {
  const months: Month[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  while (`${year}-${String(month).padStart(2, '0')}` <= to) {
    months.push(`${year}-${String(month).padStart(2, '0')}`)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
  return months
}

const longDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `27 March 2026`: how dates are written to people. */
export const sayDate = (date: PlainDate): string => longDate.format(new Date(`${date}T12:00:00Z`))

const longDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })

/** `Friday 27 March 2026`: for days that are near. */
export const sayDay = (date: PlainDate): string =>
  `${longDay.format(new Date(`${date}T12:00:00Z`))} ${sayDate(date)}`
