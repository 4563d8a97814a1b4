import { Cron } from 'croner'
import type { Clock } from '../ports/clock.ts'
import type { Trail } from '../ports/trail.ts'
import type { TurnStore } from '../ports/turns.ts'

/** Once an hour, at a minute that is not everybody's. */
const HOURLY = '17 * * * *'

/**
 * Deletes what is past its time: answers kept for repeats, and reports nobody finished. Brings the
 * auditor's list up to date, and writes down what lapsed. Every instance does it: done twice, it is done.
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
  /** Writes down what nobody agreed to in time. */
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
