import type { BoardSettings } from '../../domain/board/types.ts'
import type {
  ObservationFilter,
  ObservationOrder,
  ObservationRow,
} from '../../domain/observation/columns.ts'
import { isPressing } from '../../domain/observation/pressing.ts'
import { isLeftToOthers } from '../../domain/observation/routing.ts'
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
  /** They let another decide about it: they may read it, and nothing of it waits for them. */
  readonly isLeftToOthers: boolean
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

/** Which date is of what is no column: of those about which something waits, the record says it. */
async function waitsIn(
  { records }: Pick<Deps, 'records'>,
  ref: string,
  view: ListRequest['view'],
  { board, actor, now }: { board: BoardSettings; actor: Actor; now: Instant },
): Promise<Pick<AgedRow, 'saysDue' | 'isLeftToOthers'>> {
  const stored = await records.observation.load(ref)
  if (!stored) return NOTHING
  if (view === 'mine') return { ...NOTHING, saysDue: sayPromised(stored.state, now) }
  return isLeftToOthers(stored.state, actor.person, board)
    ? { saysDue: '', isLeftToOthers: true }
    : { ...NOTHING, saysDue: sayWaits(waitsFor(stored.state, now)) }
}

const NOTHING = { saysDue: '', isLeftToOthers: false }

/**
 * A page of observations the actor may see; the scope comes from the visibility rules. What they let
 * another decide about stands last on its page.
 */
export async function listObservations(
  deps: Pick<Deps, 'board' | 'records' | 'clock' | 'calendar'>,
  { view, order, page, ...filter }: ListRequest,
  actor: Actor,
): Promise<Page<AgedRow>> {
  const board = await currentBoard(deps)
  const scope = view === 'mine' ? ownScope(actor) : triageScope(actor, board)
  const found = await deps.records.observation.find({ ...filter, scope }, order, page)
  const now = deps.clock.now()
  const today = dateOf(now)
  const rows = await Promise.all(
    found.rows.map(async (row): Promise<AgedRow> => {
      const waits =
        row.nextDue === null ? NOTHING : await waitsIn(deps, row.ref, view, { board, actor, now })
      const isTheirs = !waits.isLeftToOthers
      return {
        ...row,
        ...waits,
        waitedWorkingDays:
          row.stage === 'awaitingTriage'
            ? workingDaysBetween(deps.calendar, dateOf(row.waitingSince), today)
            : 0,
        isUrgent: isTheirs && view === 'triage' && (await isUrgent(deps, row)),
        isLate: isTheirs && row.nextDue !== null && row.nextDue < now,
      }
    }),
  )
  const isLast = (row: AgedRow) => Number(row.isLeftToOthers)
  return { ...found, rows: rows.toSorted((one, other) => isLast(one) - isLast(other)) }
}
