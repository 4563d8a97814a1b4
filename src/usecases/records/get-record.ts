import type { BoardSettings } from '../../domain/board/types.ts'
import type { Allowed } from '../../domain/machinery/allowed.ts'
import { allowedFor, naming } from '../../domain/machinery/allowed.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import type { Kind, Of, TypesByKind } from '../../domain/records.ts'
import { anyRecord, isKind, RECORDS } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { LateAbout } from '../reminding/late-about.ts'
import { lateAbout } from '../reminding/late-about.ts'
import type { RecordDeps } from './change-record.ts'
import { contextNow } from './context-now.ts'
import { listRecords } from './list-records.ts'

/** One record as one person sees it now. */
export interface SeenRecord<View, Event> {
  readonly ref: RecordRef
  readonly version: number
  readonly view: View
  readonly history: readonly Recorded<Event>[]
  readonly allowed: readonly Allowed[]
  /** What is late about it. */
  readonly late: readonly LateAbout[]
  readonly board: BoardSettings
}

export interface Seen<N extends Kind> extends SeenRecord<Of<N, 'view'>, Of<N, 'event'>> {
  /** References of what follows from it, of those that they may see. */
  readonly followedBy: readonly RecordRef[]
}

/** @throws DomainError `not-found` when it does not exist or the actor may not see it */
export async function getRecord<N extends Kind>(
  deps: RecordDeps,
  name: N,
  ref: string,
  actor: Actor,
): Promise<Seen<N>> {
  const kind = RECORDS[name]
  const context = await contextNow(deps)
  const stored = await deps.records[name].load(ref)
  const view = stored && kind.viewOf(stored.state, actor, context)
  if (!stored || !view) throw new DomainError('not-found', { what: name })
  const allowed = allowedFor<TypesByKind[N]>(kind, stored.state, actor, context)
  const actions = allowed.map(({ action }) => action)
  return {
    ref: stored.id as RecordRef, // the store's key for a record is its reference
    version: stored.version,
    view,
    history: await deps.records[name].history(ref),
    allowed: naming(allowed, ref),
    late: lateAbout(name, stored.state, actor, context, actions),
    followedBy: await followingFrom(deps, name, ref, actor),
    board: context.board,
  }
}

/** More than follows from any record. */
const FOLLOWING = 20

async function followingFrom(
  deps: RecordDeps,
  name: Kind,
  ref: string,
  actor: Actor,
): Promise<readonly RecordRef[]> {
  const { kind, narrowing } = anyRecord(name).shown?.followedBy ?? {}
  if (kind === undefined || narrowing === undefined || !isKind(kind)) return []
  const { rows } = await listRecords(deps, kind, { [narrowing]: [ref] }, { size: FOLLOWING }, actor)
  return rows.map((row) => row.ref)
}
