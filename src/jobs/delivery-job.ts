/** What one round of the job does. Returns how much there was to do. */
export interface DeliveryRound {
  readonly plan: () => Promise<number>
  readonly send: () => Promise<number>
}

export interface DeliveryJob {
  start(): void
  /** Look now instead of at the next tick: somebody may have to be told something. */
  nudge(): void
  /** Plans and sends until nothing is due. */
  drain(): Promise<void>
  /** Waits for the round under way; no further one begins. */
  stop(): Promise<void>
}

/**
 * Sends messages outside the commands that caused them. On every tick, and when nudged, it plans
 * deliveries for changed records and sends what is due.
 * @param tickMs how long to wait when nothing nudges, in milliseconds
 * @param onError gets what went wrong in a round; the next round tries again
 */
export function createDeliveryJob(
  { plan, send }: DeliveryRound,
  { tickMs, onError }: { readonly tickMs: number; readonly onError: (error: unknown) => void },
): DeliveryJob {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  async function untilNothingIsDue() {
    for (;;) {
      const planned = await plan()
      const sent = await send()
      if (planned + sent === 0 || stopped) return
    }
  }

  function round() {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    clearTimeout(timer)
    running = untilNothingIsDue()
      .catch(onError)
      .finally(() => {
        running = undefined
        if (stopped) return
        timer = setTimeout(round, again ? 0 : tickMs)
        again = false
      })
  }

  return {
    start: round,
    nudge: round,
    async drain() {
      // A round under way has claimed its messages, so they cannot be claimed again: wait for it.
      while (running) await running
      await untilNothingIsDue()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
