import type { Actor } from '../../domain/shared/actor.ts'
import type { Page } from '../../ports/observations.ts'
import type { Deps } from '../deps.ts'
import type { AgedRow } from './list-observations.ts'
import { listObservations } from './list-observations.ts'

const SHOWN = 10

/** What waits for the actor to decide or to finish, oldest first, and their own reports. */
export async function getHome(
  deps: Pick<Deps, 'board' | 'observations' | 'clock' | 'calendar'>,
  actor: Actor,
): Promise<{ readonly waiting: Page<AgedRow>; readonly mine: Page<AgedRow> }> {
  const page = { size: SHOWN }
  const waiting = await listObservations(
    deps,
    { view: 'triage', stages: ['awaitingTriage', 'underWay'], order: 'oldestFirst', page },
    actor,
  )
  const mine = await listObservations(deps, { view: 'mine', order: 'newestFirst', page }, actor)
  return { waiting, mine }
}
