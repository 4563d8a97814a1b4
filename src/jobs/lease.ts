import type { Clock } from '../ports/clock.ts'
import type { Leases } from '../ports/sharing.ts'

/** Long enough that a slow round does not lose it, short enough that nobody waits for a dead holder. */
const LEASE_MS = 30_000

/**
 * Work that one instance does at a time, and another goes on with when the first is gone for half a
 * minute. What is done under a lease must still bear being done twice: clocks differ, and a holder
 * may be slow.
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
