import { matterOf } from '../../domain/machinery/duties.ts'
import type { Wait } from '../../domain/observation/waits.ts'
import { sayWaits } from '../../domain/observation/waits.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { OpensAs, RecordContext } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { AgencyId, RecordRef } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
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
  readonly opens: OpensAs
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

const opensAs = (kind: Kind, key: string): OpensAs =>
  anyRecord(kind).waiting?.opensAs(matterOf(key)) ?? 'record'

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
  const view = stored && registered.viewOf(state, actor, context)
  if (!stored || (opens !== 'outline' && !view)) return []
  const waits = duties.flatMap(({ key, due }): readonly Wait[] => {
    const does = registered.matters[matterOf(key)]?.does
    return does === undefined ? [] : [{ does, due, isLate: due < context.now }]
  })
  const isUrgent = duties.some(({ rank }) => rank === 0)
  const row = { kind, ref, agency, opens, isUrgent, isLate: waits.some((one) => one.isLate) }
  const due = duties.map((one) => one.due).sort()[0] ?? first.due
  const sorted = waits.toSorted((one, other) => (one.due < other.due ? -1 : 1))
  const byWhen = sayWaits(sorted)
  const matters = duties.map(({ key }) => matterOf(key))
  const said = registered.waiting?.say(state, { opens, matters, byWhen, isUrgent }, context) ?? {
    title: (view && registered.shown?.of(view, context.board).title) ?? ref,
    says: byWhen,
    about: [],
  }
  return [{ ...row, ...said, due }]
}
