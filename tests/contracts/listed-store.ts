import { describe, expect, test } from 'vitest'
import type { Kind, Of } from '../../src/domain/records.ts'
import { refOf } from '../../src/domain/records.ts'
import type { Change, RecordStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor, outcomesOf } from './contract-setup.ts'
import { recordStoreContract } from './record-store.ts'

interface ListedSubject<N extends Kind> {
  readonly kind: N
  /** A change whose submission is its own: see `anObservationChange`. */
  change(
    overrides?: Partial<Change<Of<N, 'state'>, Of<N, 'event'>>>,
  ): Change<Of<N, 'state'>, Of<N, 'event'>>
  stateWith(text: string): Of<N, 'state'>
}

/** The promises of a kind of record that has references. */
export function listedStoreContract<N extends Kind>(
  name: string,
  setup: Setup,
  { kind, change, stateWith }: ListedSubject<N>,
  options?: ContractOptions,
): void {
  type Store = RecordStore<Of<N, 'state'>, Of<N, 'event'>> & {
    madeBy(submission: string): Promise<string | undefined>
  }
  const storeOf = ({ records }: Stores): Store => records[kind]
  recordStoreContract(`${name}, ${kind}`, setup, { storeOf, change, stateWith }, options)

  describe(`${name}, ${kind}: making it once`, () => {
    const open = async () => storeOf((await openFor(setup)).stores)

    test('what a submission made is found by it', async () => {
      const store = await open()
      const { id } = await store.save(change())
      const [event] = change().events
      expect(await store.madeBy(event?.cause ?? '')).toBe(id)
      expect(await store.madeBy('never sent')).toBeUndefined()
    })

    test('a later change is not taken for what made it', async () => {
      const store = await open()
      await store.save(change())
      const later = change({ from: 1 })
      await store.save(later)
      expect(await store.madeBy(later.events[0]?.cause ?? '')).toBeUndefined()
    })

    test('of 20 made at the same moment by one submission exactly one is made', async () => {
      const store = await open()
      const { events } = change()
      const ids = Array.from({ length: 20 }, (_, number) => refOf(kind, 2026, 1000 + number))
      const made = ids.map((id) => store.save(change({ id, events })))
      expect(await outcomesOf(made)).toEqual({ succeeded: 1, codes: ['conflict'] })
      const found = await Promise.all(ids.map((id) => store.load(id)))
      expect(found.flatMap((one) => one?.id ?? [])).toEqual([
        await store.madeBy(events[0]?.cause ?? ''),
      ])
    })
  })
}
