import type {
  ObservationFilter,
  ObservationOrder,
  ObservationRow,
} from '../../domain/observation/columns.ts'
import { isPressing } from '../../domain/observation/pressing.ts'
import { ownScope, triageScope } from '../../domain/observation/scope.ts'
import { sayPromised, sayWaits, waitsFor } from '../../domain/observation/waits.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
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
  /** It has to be looked at today; also when danger was added after a decision. */
  readonly isUrgent: boolean
  readonly isLate: boolean
  /** What waits and by when, or what its reporter was promised, as sentences; '' when nothing waits. */
  readonly saysDue: string
}

/**
 * Whether a row has to be looked at today. What was added after a decision is no column. So for the
 * few rows that were urgent once and are decided, the history is read.
 */
async function isUrgent(
  { records }: Pick<Deps, 'records'>,
  { ref, stage, sameDay }: ObservationRow,
): Promise<boolean> {
  if (!sameDay || stage === 'closed') return false
  return (
    stage === 'awaitingTriage' ||
    isPressing({ stage, sameDay }, await records.observation.history(ref))
  )
}

/** What is due when is no column, so it is read from the records about which something waits. */
async function saysDue(
  { records }: Pick<Deps, 'records'>,
  ref: string,
  view: ListRequest['view'],
  now: Instant,
): Promise<string> {
  const stored = await records.observation.load(ref)
  if (!stored) return ''
  return view === 'mine' ? sayPromised(stored.state, now) : sayWaits(waitsFor(stored.state, now))
}

/** A page of observations the actor may see; the scope comes from the visibility rules. */
export async function listObservations(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar'>,
  { view, order, page, ...filter }: ListRequest,
  actor: Actor,
): Promise<Page<AgedRow>> {
  const scope = view === 'mine' ? ownScope(actor) : triageScope(actor, await currentBoard(deps))
  const found = await deps.records.observation.find({ ...filter, scope }, order, page)
  const now = deps.clock.now()
  const today = dateOf(now)
  const rows = await Promise.all(
    found.rows.map(async (row) => ({
      ...row,
      waitedWorkingDays:
        row.stage === 'awaitingTriage'
          ? workingDaysBetween(deps.calendar, dateOf(row.waitingSince), today)
          : 0,
      isUrgent: view === 'triage' && (await isUrgent(deps, row)),
      isLate: row.nextDue !== null && row.nextDue < now,
      saysDue: row.nextDue === null ? '' : await saysDue(deps, row.ref, view, now),
    })),
  )
  return { ...found, rows }
}
