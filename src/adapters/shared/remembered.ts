import type { Stored } from '../../ports/records.ts'

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

/**
 * One record that is read on nearly every turn: only the hash of its last event is asked for while
 * that stays the same. What is given out is shared, and frozen for that.
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
