import type { Instant, PlainDate } from '../../domain/words/time.ts'
import { dateOf, plusDays } from '../../domain/words/time.ts'

const HOUR_MS = 3_600_000

/** The instant at which a day begins on the clocks of England and Wales. */
export function startOfDay(date: PlainDate): Instant {
  const midnight = Date.parse(`${date}T00:00:00.000Z`)
  // In summer the clocks are an hour ahead, so the day began an hour earlier.
  const inSummer = new Date(midnight - HOUR_MS).toISOString()
  return dateOf(inSummer) === date ? inSummer : new Date(midnight).toISOString()
}

/** The instant at which the day is over: the first one after it. */
export const endOfDay = (date: PlainDate): Instant => startOfDay(plusDays(date, 1))
