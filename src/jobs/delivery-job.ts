/** What the job does on each round: says how much there was to do. */
export interface DeliveryRound {
  readonly plan: () => Promise<number>
  readonly send: () => Promise<number>
}

export interface DeliveryJob {
  start(): void
  /** Something happened that somebody should hear about: look now instead of at the next tick. */
  nudge(): void
  /** Plans and sends until there is nothing due any more. */
  drain(): Promise<void>
  /** Waits for the round under way; no further one begins. */
  stop(): Promise<void>
}

/**
 * Tells people, apart from the commands that give them something to be told: plans deliveries for
 * records past their mark, then sends what is due, on every tick and whenever nudged.
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
      // What a round under way has claimed is not there to be claimed again: wait for it.
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
