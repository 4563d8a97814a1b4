import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { Door } from '../../ports/trail.ts'
import { noteReading } from '../audit/note-reading.ts'
import type { Deps } from '../deps.ts'
import type { RecordDeps } from './change-record.ts'
import type { Seen } from './get-record.ts'
import { getRecord } from './get-record.ts'

/**
 * One record with what people wrote, to be shown to somebody. Notes the reading first, unless it is
 * their own (I2).
 * @throws DomainError as `getRecord` does; `unavailable` when it cannot be noted
 */
export async function readRecord<N extends Kind>(
  deps: RecordDeps & Pick<Deps, 'access' | 'newId'>,
  kind: N,
  ref: string,
  actor: Actor,
  door: Door,
): Promise<Seen<N>> {
  const seen = await getRecord(deps, kind, ref, actor)
  if (!anyRecord(kind).shown?.isOwn(seen.view, actor))
    await noteReading(deps, { kind, id: seen.ref, by: actor.person, door })
  return seen
}
