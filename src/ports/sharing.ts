import type { Instant } from '../domain/words/time.ts'

/** Work that one instance of the program does at a time. */
export interface Leases {
  /**
   * Takes a lease until an instant, or extends the holder's own. One whose time is over is free, and
   * so is one that ends more than `LONGEST_WAIT_MS` ahead: it was taken while a clock stood wrong.
   * @returns whether the holder has it now; of several who ask at the same moment one has
   */
  take(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>
  /** Gives it back before its time; does nothing when somebody else has it. */
  release(name: string, holder: string): Promise<void>
}

/** How fast something may go: so many at once, and one more each time so many milliseconds passed. */
export interface Rate {
  readonly everyMs: number
  readonly burst: number
}

/** A budget that all instances share, counted by the store's own clock, for theirs may differ. */
export interface Pace {
  /**
   * Takes places in a queue.
   * @param name what the budget is for; each name has its own
   * @param count how many places, following one another `everyMs` apart
   * @returns how long to wait before the first of them, in milliseconds
   */
  reserve(name: string, count: number, rate: Rate): Promise<number>
}
