import type {
  ObservationFilter,
  ObservationOrder,
  ObservationRow,
} from '../../domain/observation/columns.ts'
import { ownScope, triageScope } from '../../domain/observation/routing.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import { dateOf } from '../../domain/shared/time.ts'
import { workingDaysBetween } from '../../domain/shared/working-days.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../records/context-now.ts'

export interface ListRequest extends Omit<ObservationFilter, 'scope'> {
  /** `mine`: what I raised; `triage`: what I may triage. */
  readonly view: 'mine' | 'triage'
  readonly order: ObservationOrder
  readonly page: PageRequest
}

export interface AgedRow extends ObservationRow {
  /** Working days it has waited for a decision; 0 once decided. */
  readonly waitedWorkingDays: number
}

/** A page of observations the actor may see; the scope comes from the visibility rules. */
export async function listObservations(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar'>,
  { view, order, page, ...filter }: ListRequest,
  actor: Actor,
): Promise<Page<AgedRow>> {
  const scope = view === 'mine' ? ownScope(actor) : triageScope(actor, await currentBoard(deps))
  const found = await deps.records.observation.find({ ...filter, scope }, order, page)
  const today = dateOf(deps.clock.now())
  const rows = found.rows.map((row) => ({
    ...row,
    waitedWorkingDays:
      row.stage === 'awaitingTriage'
        ? workingDaysBetween(deps.calendar, dateOf(row.waitingSince), today)
        : 0,
  }))
  return { ...found, rows }
}
