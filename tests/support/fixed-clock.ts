import type { Clock } from '../../src/ports/clock.ts'

interface Span {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
}

export interface FixedClock extends Clock {
  /** Moves the time on; nothing else does. */
  advance(span: Span): void
}

const MINUTE_MS = 60_000

/** A clock that stands still at an instant such as `2026-03-27T09:00Z`. */
export function fixedClock(iso: string): FixedClock {
  let at = Date.parse(iso)
  return {
    now: () => new Date(at).toISOString(),
    advance: ({ days = 0, hours = 0, minutes = 0 }) => {
      at += ((days * 24 + hours) * 60 + minutes) * MINUTE_MS
    },
  }
}
