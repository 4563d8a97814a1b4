import { describe, expect, test } from 'vitest'
import { anObservation, anObservationChange } from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor, outcomesOf } from './contract-setup.ts'
import { observationFiguresContract } from './observation-figures.ts'
import { observationListsContract } from './observation-lists.ts'
import { recordStoreContract } from './record-store.ts'

const EVERYTHING = [{ agency: null, onlyReporters: null, exceptReporters: [] }]

export function observationStoreContract(
  name: string,
  setup: Setup,
  options?: ContractOptions,
): void {
  recordStoreContract(
    `${name}, observations`,
    setup,
    {
      storeOf: ({ observations }) => observations,
      change: anObservationChange,
      stateWith: (text) =>
        anObservation({ answers: [{ question: 'story', value: { type: 'text', text } }] }),
    },
    options,
  )
  observationListsContract(name, setup)
  observationFiguresContract(name, setup)

  describe(`${name}: raising once`, () => {
    test('the observation that a submission raised is found by it', async () => {
      const { observations: store } = (await openFor(setup)).stores
      await store.save(anObservationChange())
      const [event] = anObservationChange().events
      expect(await store.raisedBy(event?.cause ?? '')).toBe('OBS-2026-0001')
      expect(await store.raisedBy('never sent')).toBeUndefined()
    })

    test('a later change is not taken for what raised it', async () => {
      const { observations: store } = (await openFor(setup)).stores
      await store.save(anObservationChange())
      const change = anObservationChange({ from: 1 })
      await store.save(change)
      expect(await store.raisedBy(change.events[0]?.cause ?? '')).toBeUndefined()
    })

    test('of 20 raised at the same moment by one submission exactly one is made', async () => {
      const { stores } = await openFor(setup)
      const { events } = anObservationChange()
      const raised = Array.from({ length: 20 }, (_, number) =>
        stores.observations.save(anObservationChange({ id: `OBS-2026-10${number}`, events })),
      )
      expect(await outcomesOf(raised)).toEqual({ succeeded: 1, codes: ['conflict'] })
      const { rows } = await stores.observations.find({ scope: EVERYTHING }, 'newestFirst', {
        size: 100,
      })
      expect(rows.map(({ ref }) => ref)).toEqual([
        await stores.observations.raisedBy(events[0]?.cause ?? ''),
      ])
    })
  })
}
