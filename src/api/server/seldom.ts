import type { Clock } from '../../ports/clock.ts'

const HOUR_MS = 3_600_000

/** Returns true at most once an hour for each key. Use few keys: each is remembered. */
export function seldom<Key>(clock: Clock): (key: Key) => boolean {
  const last = new Map<Key, number>()
  return (key) => {
    const now = Date.parse(clock.now())
    const before = last.get(key)
    // A clock that was set back must not silence it for longer.
    if (before !== undefined && now >= before && now - before < HOUR_MS) return false
    last.set(key, now)
    return true
  }
}
