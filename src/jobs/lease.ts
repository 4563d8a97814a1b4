import type { Clock } from '../ports/clock.ts'
import type { Leases } from '../ports/sharing.ts'

/** Long enough for a slow round, short enough that work does not stop when its holder dies. */
const LEASE_MS = 30_000

/**
 * Lets one instance do a piece of work. If it dies, another takes over within half a minute. The
 * work must be safe to do twice: clocks differ, a holder may be slow.
 */
export function createLease(
  { leases, clock }: { readonly leases: Leases; readonly clock: Clock },
  name: string,
  holder: string,
) {
  let until = 0
  return {
    /** Whether this instance has it now; extended when half its time is over. */
    async held(): Promise<boolean> {
      const now = Date.parse(clock.now())
      if (now < until - LEASE_MS / 2 && now >= until - LEASE_MS) return true
      const end = now + LEASE_MS
      const isMine = await leases.take(name, holder, clock.now(), new Date(end).toISOString())
      until = isMine ? end : 0
      return isMine
    },
    async release(): Promise<void> {
      if (until === 0) return
      until = 0
      await leases.release(name, holder)
    },
  }
}
