import { matterOf } from '../../domain/machinery/duties.ts'
import { chosenLast } from '../../domain/observation/answers.ts'
import { sayPerson, sayWhatWaits } from '../../domain/observation/saying.ts'
import type { Observation } from '../../domain/observation/types.ts'
import type { Wait } from '../../domain/observation/waits.ts'
import { PUT_TO_BOARD, PUT_TO_REPORTER, sayWaits } from '../../domain/observation/waits.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { RecordContext } from '../../domain/registered.ts'
import { labelOf, observationKinds, worryScale } from '../../domain/taxonomies/lists.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { AgencyId, RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { dateOf } from '../../domain/words/time.ts'
import { workingDaysBetween } from '../../domain/words/working-days.ts'
import type { DutyRow } from '../../ports/duties.ts'
import type { Deps } from '../deps.ts'
import { contextNow } from '../records/context-now.ts'
import { listDuties } from './list-duties.ts'

/** A record about which something waits for somebody. Holds nothing anybody wrote. */
export interface WaitingRow {
  readonly kind: Kind
  readonly ref: RecordRef
  /** What it is: “Near miss”, “Supervision”. */
  readonly title: string
  readonly agency: AgencyId
  /** What they see of it: the record, an outline because they are asked, or their own report. */
  readonly opens: 'record' | 'outline' | 'report'
  /** What waits and by when, or that it is late, as sentences. */
  readonly says: string
  /** What else is known of it. */
  readonly about: readonly string[]
  readonly due: Instant
  readonly isUrgent: boolean
  readonly isLate: boolean
}

export interface Waiting {
  readonly rows: readonly WaitingRow[]
  readonly total: number
}

/** How many duties are looked at, to find those about the same record. */
const LOOKED_AT = 100

type WaitingDeps = Pick<Deps, 'board' | 'records' | 'duties' | 'clock' | 'calendar'>

/**
 * Everything that waits for somebody, about any kind of record. Urgent first, then what holds up
 * others, each by due date. A record stands there once, with all that waits about it.
 */
export async function listWaiting(
  deps: WaitingDeps,
  actor: Actor,
  atMost: number,
): Promise<Waiting> {
  const context = await contextNow(deps)
  const { rows, total, next } = await listDuties(deps, actor, { size: LOOKED_AT })
  const records = [
    ...Map.groupBy(rows, ({ kind, record, key }) => `${kind}/${record}/${opensAs(kind, key)}`),
  ].map(([, some]) => some)
  const shown = await Promise.all(
    records.slice(0, atMost).map((duties) => rowOf(deps, duties, actor, context)),
  )
  return { rows: shown.flat(), total: next === null ? records.length : total }
}

const opensAs = (kind: Kind, key: string): WaitingRow['opens'] =>
  kind !== 'observation'
    ? 'record'
    : PUT_TO_BOARD.includes(matterOf(key))
      ? 'outline'
      : PUT_TO_REPORTER.includes(matterOf(key))
        ? 'report'
        : 'record'

async function rowOf(
  { records }: WaitingDeps,
  duties: readonly DutyRow[],
  actor: Actor,
  context: RecordContext,
): Promise<readonly WaitingRow[]> {
  const [first] = duties
  if (!first) return []
  const { kind, record: ref, agency } = first
  const registered = anyRecord(kind)
  const stored = await records[kind].load(ref)
  const opens = opensAs(kind, first.key)
  const state = stored?.state as never // as its store gave it
  // It may have been passed on since.
  if (!stored || (opens !== 'outline' && !registered.viewOf(state, actor, context))) return []
  const waits = duties.flatMap(({ key, due }): readonly Wait[] => {
    const does = registered.matters[matterOf(key)]?.does
    return does === undefined ? [] : [{ does, due, isLate: due < context.now }]
  })
  const isUrgent = duties.some(({ rank }) => rank === 0)
  const row = { kind, ref, agency, opens, isUrgent, isLate: waits.some((one) => one.isLate) }
  const due = duties.map((one) => one.due).sort()[0] ?? first.due
  const sorted = waits.toSorted((one, other) => (one.due < other.due ? -1 : 1))
  if (kind !== 'observation') {
    const title = registered.shown?.of(state, context.board).title ?? ref
    return [{ ...row, due, title, says: sayWaits(sorted), about: [] }]
  }
  const title = labelOf(observationKinds, (stored.state as Observation).kind)
  const said = { ...row, due, title }
  return opens !== 'record'
    ? [{ ...said, says: sayWaits(sorted), about: outlined(duties) }]
    : [{ ...said, ...triaged(stored.state as Observation, sorted, isUrgent, context) }]
}

const outlined = (duties: readonly DutyRow[]): readonly string[] =>
  duties.some(({ key }) => matterOf(key) === 'answer') ? ['May call for a statutory review'] : []

/** What a triager wants to know before they open it. */
function triaged(
  observation: Observation,
  waits: readonly Wait[],
  isUrgent: boolean,
  { board, now, calendar }: RecordContext,
): Pick<WaitingRow, 'says' | 'about'> {
  const { stage, waitingSince, route, acknowledged } = observation
  const days = workingDaysBetween(calendar, dateOf(waitingSince), dateOf(now))
  const stands = sayWhatWaits({ stage, isUrgent }, days)
  const worry = chosenLast(observation, 'worry')
  return {
    says: [stands, sayWaits(waits)].filter(Boolean).join(' '),
    about: [
      ...(worry ? [labelOf(worryScale, worry)] : []),
      ...(route.person ? [sayPerson(board, route.person)] : []),
      ...(route.person === null && acknowledged && stage === 'awaitingTriage'
        ? ['Somebody is on it']
        : []),
    ],
  }
}
