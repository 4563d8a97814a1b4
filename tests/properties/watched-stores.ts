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
  /** The store by its name in `Stores`; of a record's, its kind. */
  readonly store: string
  readonly method: string
  /** The first thing it was given: of a number, its series. */
  readonly given: unknown
  readonly gave: unknown
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
type Around = (store: string, method: string, work: Work) => Work

/** Every function of stores, and of the stores in them, put through another. */
const through = <All extends object>(all: All, around: Around, store = ''): All =>
  // Every member is a function that gives a promise, or holds such members: the ports have no others.
  Object.fromEntries(
    Object.entries<Work | object>(all as Readonly<Record<string, Work | object>>).map(
      ([name, one]) => [
        name,
        typeof one === 'object' ? through(one, around, name) : around(store, name, one),
      ],
    ),
  ) as All

/** The same stores for one person who asks for one thing: they fail once where they are told to. */
export function watched(stores: Stores, fault: Fault | undefined) {
  const effects: Effect[] = []
  const counted = { read: 0, write: 0 }
  const around: Around =
    (store, method, work) =>
    async (...given) => {
      const of = WRITES.has(method) ? 'write' : 'read'
      const isFaulty = fault?.of === of && fault.nth === counted[of]
      counted[of] += 1
      if (isFaulty && fault.when === 'before') throw plantedFailure()
      const gave = await work(...given)
      if (of === 'write') effects.push({ store, method, given: given[0], gave })
      if (isFaulty) throw plantedFailure()
      return gave
    }
  return { effects, stores: through(stores, around) }
}
