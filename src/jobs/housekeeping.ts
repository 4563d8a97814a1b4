import { Cron } from 'croner'
import type { Clock } from '../ports/clock.ts'
import type { Trail } from '../ports/trail.ts'
import type { TurnStore } from '../ports/turns.ts'

/** Hourly at minute 17, away from the full hour when other jobs run. */
const HOURLY = '17 * * * *'

/**
 * Deletes answers kept for repeats and unfinished reports when their time is over. Brings the
 * auditor's list up to date and records proposals that lapsed. Every instance does it; doing it
 * twice is harmless.
 */
export function createHousekeeping({
  turns,
  trail,
  lapse,
  clock,
  onError,
}: {
  readonly turns: Pick<TurnStore, 'forgetBefore'>
  readonly trail: Pick<Trail, 'bringUpToDate'>
  /** Records proposals to which nobody agreed in time. */
  readonly lapse: () => Promise<unknown>
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}) {
  let job: Cron | undefined
  const tidy = async () => {
    await turns.forgetBefore(clock.now()).catch(onError)
    await trail.bringUpToDate().catch(onError)
    await lapse().catch(onError)
  }
  return {
    start() {
      job = new Cron(HOURLY, { unref: true, protect: true }, tidy)
      void tidy()
    },
    stop() {
      job?.stop()
    },
  }
}
