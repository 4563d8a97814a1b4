import { Cron } from 'croner'
import type { Clock } from '../ports/clock.ts'
import type { TurnStore } from '../ports/turns.ts'

/** Once an hour, at a minute that is not everybody's. */
const HOURLY = '17 * * * *'

/** Deletes what is past its time: answers kept for repeats, and reports nobody finished. */
export function createHousekeeping({
  turns,
  clock,
  onError,
}: {
  readonly turns: Pick<TurnStore, 'forgetBefore'>
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}) {
  let job: Cron | undefined
  const tidy = () => turns.forgetBefore(clock.now()).then(() => undefined, onError)
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
