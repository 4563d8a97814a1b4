import type { AnyListing } from '../../domain/machinery/listing.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { ListedStore } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from './context-now.ts'

/** Whether there is a record of a kind that the actor may see. */
export async function seesAny(
  deps: Pick<Deps, 'board' | 'records'>,
  kind: Kind,
  actor: Actor,
): Promise<boolean> {
  const { shown } = anyRecord(kind)
  if (!shown) throw new TypeError(`a kind of record that is not described: ${kind}`)
  // Both are of its own description.
  const filter = { scope: shown.list.scopeOf(actor, await currentBoard(deps)) } as never
  const store = deps.records[kind] as unknown as ListedStore<never, never, AnyListing>
  return (await store.find(filter, shown.list.order, { size: 1 })).rows.length > 0
}
