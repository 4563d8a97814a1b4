import type { Dues } from './duties.ts'
import type { KindTypes, Recorded, RecordKind } from './record-kind.ts'

/** What dating an event needs from a kind of record. */
type Dating<K extends KindTypes> = Pick<RecordKind<K>, 'evolve' | 'duesOf'>

/**
 * An event with the dates of what waits from then on, where they changed, and the record after it.
 * The dates stand in the event. So a later change of calendar or clock moves no promise, and an
 * audit finds them from the events alone.
 */
export function dated<K extends KindTypes>(
  kind: Dating<K>,
  before: K['state'] | undefined,
  recorded: Recorded<K['event']>,
  context: K['context'],
): { readonly recorded: Recorded<K['event']>; readonly state: K['state'] } {
  const state = kind.evolve(before, recorded)
  const due = kind.duesOf?.(state, context)
  if (due === undefined || isSame(due, state.due ?? {})) return { recorded, state }
  const withDates = { ...recorded, event: { ...recorded.event, due } }
  return { recorded: withDates, state: kind.evolve(before, withDates) }
}

function isSame(one: Dues, other: Dues): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
