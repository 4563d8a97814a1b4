import type { ObservationRow } from '../../domain/observation/columns.ts'
import { ASKING_OUTCOMES, askedScope } from '../../domain/observation/outline.ts'
import type { ObservationStage } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Page } from '../../ports/page.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'
import type { Waiting } from '../reminding/list-waiting.ts'
import { listWaiting } from '../reminding/list-waiting.ts'
import type { AgedRow } from './list-observations.ts'
import { listObservations } from './list-observations.ts'

const SHOWN = 10

/** What waits for the actor, of every kind of record in one list, and their own reports. */
export async function getHome(
  deps: Pick<Deps, 'board' | 'records' | 'duties' | 'clock' | 'calendar'>,
  actor: Actor,
): Promise<{
  readonly waiting: Waiting
  readonly mine: Page<AgedRow>
  /** What was put to the board, for its business manager and chair: what is open, then the latest. */
  readonly asked: Omit<Page<ObservationRow>, 'next'> & { readonly open: number }
}> {
  const page = { size: SHOWN }
  const waiting = await listWaiting(deps, actor, SHOWN)
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
    waiting,
    mine,
  }
}
