import type { Allowed } from '../../domain/machinery/allowed.ts'
import { makingFor } from '../../domain/machinery/allowed.ts'
import type { AnyListing } from '../../domain/machinery/listing.ts'
import type { Kind } from '../../domain/records.ts'
import { anyRecord } from '../../domain/records.ts'
import type { ShownRow } from '../../domain/registered.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { RecordRef } from '../../domain/words/ids.ts'
import type { Page, PageRequest } from '../../ports/page.ts'
import type { ListedStore } from '../../ports/records.ts'
import type { RecordDeps } from './change-record.ts'
import { contextNow } from './context-now.ts'

/** The codes a list is narrowed to, by the name of what is narrowed. */
export type Narrowed = Readonly<Record<string, readonly string[] | undefined>>

export interface RecordList extends Page<ShownRow & { readonly ref: RecordRef }> {
  /** What the actor may make. */
  readonly makes: readonly Allowed[]
}

/**
 * A page of the records of a kind that the actor may see.
 * @param narrowed a code that is on no list finds nothing
 */
export async function listRecords(
  deps: RecordDeps,
  kind: Kind,
  narrowed: Narrowed,
  page: PageRequest,
  actor: Actor,
): Promise<RecordList> {
  const context = await contextNow(deps)
  const { shown } = anyRecord(kind)
  if (!shown) throw new TypeError(`a kind of record that is not described: ${kind}`)
  const { scopeOf, order, narrowing } = shown.list
  const parts = Object.entries(narrowing).flatMap(([name, { part }]) =>
    narrowed[name] === undefined ? [] : [[part, narrowed[name]] as const],
  )
  // Both are of its own description.
  const filter = { ...Object.fromEntries(parts), scope: scopeOf(actor, context.board) } as never
  const store = deps.records[kind] as unknown as ListedStore<never, never, AnyListing>
  const found = await store.find(filter, order, page)
  return {
    ...found,
    rows: found.rows.map((row) => ({ ref: row.ref, ...shown.row(row, context.board) })),
    makes: makingFor(anyRecord(kind), actor, context),
  }
}
