import type { ObservationRow } from '../../domain/observation/columns.ts'
import { ASKING_OUTCOMES, askedScope } from '../../domain/observation/outline.ts'
import { proposedTo } from '../../domain/observation/second-person.ts'
import type { ObservationStage } from '../../domain/observation/types.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { holds } from '../../domain/shared/actor.ts'
import { dateOf } from '../../domain/shared/time.ts'
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
  /** What waits for the actor to agree, the latest first. */
  readonly proposed: readonly ObservationRow[]
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
    proposed: await proposedNow(deps, actor),
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

/** What somebody proposed that waits for the actor, as the chair, to agree. */
async function proposedNow(
  { records, clock, board: kept }: Pick<Deps, 'board' | 'records' | 'clock'>,
  actor: Actor,
): Promise<readonly ObservationRow[]> {
  if (!holds(actor, 'chair')) return []
  const now = clock.now()
  const board = await currentBoard({ board: kept })
  const scope = askedScope(actor, board)
  const { rows } = await records.observation.find(
    { scope, proposedFrom: dateOf(now) },
    'newestFirst',
    { size: SHOWN },
  )
  // Who proposed it is no column, and nobody agrees with themselves.
  const stored = await Promise.all(rows.map(({ ref }) => records.observation.load(ref)))
  return rows.filter((_, index) => {
    const state = stored[index]?.state
    return state !== undefined && proposedTo(state, actor, { board, now }).length > 0
  })
}
