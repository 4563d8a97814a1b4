import { byKind } from '../../src/domain/records.ts'
import type { RecordStores } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { plantedFailure } from './outcome.ts'

/** One call of the stores that fails: before it does anything, or after it did, its answer lost. */
export interface Fault {
  readonly of: 'read' | 'write'
  /** Which of the reads or writes, from 0. */
  readonly nth: number
  readonly when: 'before' | 'after'
}

/** Something that a store did: a write that took effect, whether or not anybody heard of it. */
export interface Effect {
  /** Such as `observation.save`. */
  readonly name: string
  /** The first thing it was given: of a number, its series. */
  readonly given: unknown
  readonly gave: unknown
}

export interface Watched {
  readonly stores: Stores
  readonly effects: readonly Effect[]
}

const WRITES: ReadonlySet<string> = new Set([
  'save',
  'markDelivered',
  'markReminded',
  'next',
  'add',
  'claim',
  'settle',
  'reachable',
  'finish',
  'forgetBefore',
])

type Work = (...given: readonly unknown[]) => Promise<unknown>

/** Every function of a store put through another. */
const through = <Store extends object>(
  store: Store,
  around: (method: string, given: unknown, work: () => Promise<unknown>) => Promise<unknown>,
): Store =>
  // Every member of a store is a function that gives a promise: the ports have no others.
  Object.fromEntries(
    Object.entries<Work>(store as Readonly<Record<string, Work>>).map(([method, work]) => [
      method,
      (...given: readonly unknown[]) => around(method, given[0], () => work(...given)),
    ]),
  ) as Store

/** The same stores for one person who asks for one thing: they fail once where they are told to. */
export function watched(stores: Stores, fault: Fault | undefined): Watched {
  const effects: Effect[] = []
  const counted = { read: 0, write: 0 }
  const around =
    (name: string) => async (method: string, given: unknown, work: () => Promise<unknown>) => {
      const of = WRITES.has(method) ? 'write' : 'read'
      const isFaulty = fault?.of === of && fault.nth === counted[of]
      counted[of] += 1
      if (isFaulty && fault.when === 'before') throw plantedFailure()
      const gave = await work()
      if (of === 'write') effects.push({ name: `${name}.${method}`, given, gave })
      if (isFaulty) throw plantedFailure()
      return gave
    }
  return {
    effects,
    stores: {
      ...stores,
      board: through(stores.board, around('board')),
      // Each is put through as it is.
      records: byKind<RecordStores>(
        (kind) => through<object>(stores.records[kind], around(kind)) as never,
      ),
      references: through(stores.references, around('references')),
      deliveries: through(stores.deliveries, around('deliveries')),
      turns: through(stores.turns, around('turns')),
      access: through(stores.access, around('access')),
    },
  }
}
