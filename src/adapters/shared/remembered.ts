import type { Stored } from '../../ports/records.ts'

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

/**
 * Keeps one record in memory that is read on nearly every turn. Asks only for the hash of its last
 * event while that stays the same. The record is shared, so it is frozen.
 */
export function remembered<State>(
  headNow: () => Promise<string | undefined>,
  load: () => Promise<Stored<State> | undefined>,
): () => Promise<Stored<State> | undefined> {
  let last: { readonly head: string; readonly stored: Stored<State> | undefined } | undefined
  return async () => {
    const head = await headNow()
    if (head === undefined) return undefined
    if (last?.head !== head) last = { head, stored: frozen(await load()) }
    return last.stored
  }
}
