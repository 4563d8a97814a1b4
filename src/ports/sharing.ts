import type { Instant } from '../domain/words/time.ts'

/** Work that one instance of the program does at a time. */
export interface Leases {
  /**
   * Takes or extends a lease. An expired one is free; so is one that ends more than
   * `LONGEST_WAIT_MS` ahead, which a wrong clock wrote.
   * @returns true for exactly one of several who ask at once
   */
  take(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>
  /** Gives it back early; does nothing when somebody else has it. */
  release(name: string, holder: string): Promise<void>
}

/** How fast something may go: a burst at once, then one more every `everyMs` milliseconds. */
export interface Rate {
  readonly everyMs: number
  readonly burst: number
}

/** A budget that all instances share. The store's clock counts it, since theirs may differ. */
export interface Pace {
  /**
   * Takes places in a queue.
   * @param name what the budget is for; each name has its own
   * @param count how many places, following one another `everyMs` apart
   * @returns how long to wait before the first of them, in milliseconds
   */
  reserve(name: string, count: number, rate: Rate): Promise<number>
}
