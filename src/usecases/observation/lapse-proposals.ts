import { LAPSE } from '../../domain/machinery/proposals.ts'
import type { ObservationCommand } from '../../domain/observation/types.ts'
import { SYSTEM } from '../../domain/words/actor.ts'
import { dateOf, plusDays } from '../../domain/words/time.ts'
import type { Deps } from '../deps.ts'
import { changeRecord } from '../records/change-record.ts'

const AT_ONCE = 100
const EVERYTHING = [{ agency: null, onlyReporters: null, exceptReporters: [] }]

/**
 * Records proposals to which nobody agreed in time, so that the person who proposed hears of it.
 * They were no longer open before that. Doing it twice is harmless.
 * @returns of how many observations
 */
export async function lapseProposals(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar' | 'newId'>,
): Promise<number> {
  const proposedTo = plusDays(dateOf(deps.clock.now()), -1)
  const { rows } = await deps.records.observation.find(
    { scope: EVERYTHING, proposedTo },
    'newestFirst',
    { size: AT_ONCE },
  )
  // A command of the machinery, which takes it for every kind. So it is not in the kind's own type.
  const command = { type: LAPSE } as unknown as ObservationCommand
  for (const { ref } of rows)
    await changeRecord(deps, 'observation', {
      id: ref,
      command,
      actor: SYSTEM,
      submission: deps.newId(),
    })
  return rows.length
}
