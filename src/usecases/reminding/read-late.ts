import type { BoardSettings } from '../../domain/board/types.ts'
import { allowedFor } from '../../domain/machinery/allowed.ts'
import type { NamedRecord } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { AgencyId } from '../../domain/words/ids.ts'
import { noteReading } from '../audit/note-reading.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from '../records/change-record.ts'
import { contextNow } from '../records/context-now.ts'
import type { LateAbout } from './late-about.ts'
import { lateAbout } from './late-about.ts'
import { seesLate } from './list-late.ts'

/** What is late about one record, and no more of it. */
export interface SeenLate extends NamedRecord {
  /** Where it is. */
  readonly agency: AgencyId
  readonly late: readonly LateAbout[]
  /** Whether they see the record as well. */
  readonly isSeen: boolean
  readonly board: BoardSettings
}

/**
 * What is late about a record, for whoever oversees the board: that they saw it is noted first (I2).
 * @throws DomainError `not-found` when nothing about it is late, and alike when they may not know of it
 */
export async function readLate(
  deps: RecordDeps & Pick<Deps, 'access' | 'newId'>,
  { kind, id }: NamedRecord,
  actor: Actor,
): Promise<SeenLate> {
  const context = await contextNow(deps)
  const record = anyRecord(kind)
  const stored = seesLate(actor) ? await deps.records[kind].load(id) : undefined
  if (!stored) throw new DomainError('not-found', { what: kind })
  const state = stored.state as never // as its store gave it
  const actions = allowedFor(record, state, actor, context).map(({ action }) => action)
  const late = lateAbout(kind, state, actor, context, actions)
  const [first] = late
  if (!first) throw new DomainError('not-found', { what: kind })
  await noteReading(deps, { kind, id, by: actor.person, door: 'outline' })
  const isSeen = record.viewOf(state, actor, context) !== undefined
  return { kind, id, agency: first.agency, late, isSeen, board: context.board }
}
