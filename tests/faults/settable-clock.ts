import type { FixedClock } from '../support/fixed-clock.ts'

export interface SettableClock extends FixedClock {
  /** Jumps, to before or after where it stood. */
  set(iso: string): void
}

/** A clock that stands still until it is set forward, back or elsewhere. */
export function settableClock(iso: string): SettableClock {
  let at = Date.parse(iso)
  return {
    now: () => new Date(at).toISOString(),
    set: (to) => {
      at = Date.parse(to)
    },
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
  }
}

/** A clock that moves on by a millisecond each time somebody looks at it. */
export function tickingClock(iso: string): SettableClock {
  const clock = settableClock(iso)
  return {
    ...clock,
    now: () => {
      const now = clock.now()
      clock.set(new Date(Date.parse(now) + 1).toISOString())
      return now
    },
  }
}
