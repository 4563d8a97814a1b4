import type { Instant } from '../../src/domain/words/time.ts'
import type { Stores } from '../../src/ports/stores.ts'

/**
 * By the address of the stores, which several instances may share: when each claim ends, by its id.
 */
const everywhere = new Map<string, Map<string, Instant>>()

/** Watches which deliveries are claimed and not settled yet, in any store. */
export function watchClaims(storedAt: string) {
  const claims = everywhere.get(storedAt) ?? new Map<string, Instant>()
  everywhere.set(storedAt, claims)
  return {
    /** The same stores, seen through. */
    watched: (stores: Stores): Stores => ({
      ...stores,
      deliveries: {
        ...stores.deliveries,
        async claim(now, until, atMost) {
          const claimed = await stores.deliveries.claim(now, until, atMost)
          for (const { id } of claimed) claims.set(id, until)
          return claimed
        },
        async settle(id, attempt) {
          await stores.deliveries.settle(id, attempt)
          claims.delete(id)
        },
      },
    }),
    isSending: (now: Instant): boolean => [...claims.values()].some((until) => until > now),
  }
}
