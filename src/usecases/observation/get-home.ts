import { matterOf, nextDueOf } from '../../domain/machinery/duties.ts'
import type { ObservationRow } from '../../domain/observation/columns.ts'
import { ASKING_OUTCOMES, askedScope } from '../../domain/observation/outline.ts'
import { OBSERVATION } from '../../domain/observation/registered.ts'
import { sayDue } from '../../domain/observation/saying.ts'
import { proposedTo } from '../../domain/observation/second-person.ts'
import type { Observation, ObservationStage } from '../../domain/observation/types.ts'
import type { RecordContext } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { Page } from '../../ports/page.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { contextNow, currentBoard } from '../records/context-now.ts'
import { listDuties } from '../reminding/list-duties.ts'
import type { AgedRow } from './list-observations.ts'
import { listObservations } from './list-observations.ts'

const SHOWN = 10

/**
 * What waits for the actor, and their own reports. What is urgent comes first, then what is due first:
 * the order of duties, of which each report stands there once.
 */
export async function getHome(
  deps: Pick<Deps, 'board' | 'records' | 'duties' | 'clock' | 'calendar'>,
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
  const waiting = await whatWaits(deps, actor)
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
    waiting,
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

/** The chair who is asked to agree, and a reporter who is asked something, have nothing to triage. */
const NOT_TRIAGE = ['agree', 'reply']

/** Of so many it is known which are about the same report. */
const LOOKED_AT = 100

async function whatWaits(
  deps: Pick<Deps, 'board' | 'records' | 'duties' | 'clock' | 'calendar'>,
  actor: Actor,
): Promise<Omit<Page<AgedRow>, 'next'>> {
  const context = await contextNow(deps)
  const { rows, total, next } = await listDuties(deps, actor, { size: LOOKED_AT })
  const first = new Map(
    rows
      // What was put to the board stands in lists of its own: they see its outline, not the report.
      .filter(({ kind, key }) => kind === 'observation' && !NOT_TRIAGE.includes(matterOf(key)))
      .toReversed()
      .map((duty) => [duty.record, duty] as const),
  )
  const inOrder = rows.filter((duty) => first.get(duty.record) === duty)
  const shown = await Promise.all(
    inOrder.slice(0, SHOWN).map(async ({ record, rank }) => {
      const stored = await deps.records.observation.load(record)
      // It may have been passed on since.
      if (!stored || !OBSERVATION.viewOf(stored.state, actor, context)) return []
      return [agedRow(stored, rank === 0, context)]
    }),
  )
  return { rows: shown.flat(), total: next === null ? inOrder.length : total }
}

function agedRow(
  { id, version, state }: Stored<Observation>,
  isUrgent: boolean,
  { now, calendar }: RecordContext,
): AgedRow {
  const nextDue = nextDueOf(OBSERVATION.dutiesOf(state))
  const waited = workingDaysBetween(calendar, dateOf(state.waitingSince), dateOf(now))
  return {
    ...OBSERVATION.listing.columnsOf(state),
    ref: id as RecordRef, // the store's key for a record is its reference
    version,
    nextDue,
    waitedWorkingDays: state.stage === 'awaitingTriage' ? waited : 0,
    isUrgent,
    isLate: nextDue !== null && nextDue < now,
    saysDue: sayDue(nextDue, now),
  }
}
