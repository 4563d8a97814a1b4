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
      storeOf: ({ records }) => records.observation,
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
      const { observation: store } = (await openFor(setup)).stores.records
      await store.save(anObservationChange())
      const [event] = anObservationChange().events
      expect(await store.madeBy(event?.cause ?? '')).toBe('OBS-2026-0001')
      expect(await store.madeBy('never sent')).toBeUndefined()
    })

    test('a later change is not taken for what raised it', async () => {
      const { observation: store } = (await openFor(setup)).stores.records
      await store.save(anObservationChange())
      const change = anObservationChange({ from: 1 })
      await store.save(change)
      expect(await store.madeBy(change.events[0]?.cause ?? '')).toBeUndefined()
    })

    test('of 20 raised at the same moment by one submission exactly one is made', async () => {
      const { stores } = await openFor(setup)
      const { events } = anObservationChange()
      const raised = Array.from({ length: 20 }, (_, number) =>
        stores.records.observation.save(
          anObservationChange({ id: `OBS-2026-10${number}`, events }),
        ),
      )
      expect(await outcomesOf(raised)).toEqual({ succeeded: 1, codes: ['conflict'] })
      const { rows } = await stores.records.observation.find({ scope: EVERYTHING }, 'newestFirst', {
        size: 100,
      })
      expect(rows.map(({ ref }) => ref)).toEqual([
        await stores.records.observation.madeBy(events[0]?.cause ?? ''),
      ])
    })
  })
}
