import type { ObservationRow } from '../../domain/observation/columns.ts'
import { ASKING_OUTCOMES, askedScope } from '../../domain/observation/outline.ts'
import type { ObservationStage } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Page } from '../../ports/page.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import type { AgedRow } from './list-observations.ts'
import { listObservations } from './list-observations.ts'

const SHOWN = 10

/**
 * What waits for the actor, and their own reports. What is urgent comes first, then the decisions that
 * are waited for, the oldest before the others, then what is decided and not yet closed.
 */
export async function getHome(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar'>,
  actor: Actor,
): Promise<{
  readonly waiting: Omit<Page<AgedRow>, 'next'>
  readonly mine: Page<AgedRow>
  /** What was put to the board, for its business manager and chair: what is open, then the latest. */
  readonly asked: Omit<Page<ObservationRow>, 'next'> & { readonly open: number }
}> {
  const page = { size: SHOWN }
  const waitingAt = (stage: ObservationStage) =>
    listObservations(deps, { view: 'triage', stages: [stage], order: 'oldestFirst', page }, actor)
  const undecided = await waitingAt('awaitingTriage')
  const unfinished = await waitingAt('underWay')
  const mine = await listObservations(deps, { view: 'mine', order: 'newestFirst', page }, actor)
  const scope = askedScope(actor, await currentBoard(deps))
  const askedAt = (stage: ObservationStage) =>
    deps.records.observation.find(
      { scope, outcomes: ASKING_OUTCOMES, stages: [stage] },
      'newestFirst',
      page,
    )
  const open = await askedAt('underWay')
  const settled = await askedAt('closed')
  return {
    asked: {
      rows: [...open.rows, ...settled.rows].slice(0, SHOWN),
      total: open.total + settled.total,
      open: open.total,
    },
    waiting: {
      rows: [
        ...undecided.rows.filter((row) => row.isUrgent),
        ...unfinished.rows.filter((row) => row.isUrgent),
        ...[...undecided.rows, ...unfinished.rows].filter((row) => !row.isUrgent),
      ].slice(0, SHOWN),
      total: undecided.total + unfinished.total,
    },
    mine,
  }
}
