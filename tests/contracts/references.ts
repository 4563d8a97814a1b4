import { describe, expect, test } from 'vitest'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

export function referencesContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  describe(`${name}: references`, () => {
    test('a series begins at 1 and rises', async () => {
      const { stores } = await openFor(setup)
      expect(await stores.references.next('observation-2026')).toBe(1)
      expect(await stores.references.next('observation-2026')).toBe(2)
    })

    test('each series counts for itself', async () => {
      const { stores } = await openFor(setup)
      await stores.references.next('observation-2026')
      expect(await stores.references.next('observation-2027')).toBe(1)
    })

    test('50 that ask at the same moment get 50 different numbers', async () => {
      const { stores } = await openFor(setup)
      const asked = Array.from({ length: 50 }, () => stores.references.next('observation-2026'))
      const numbers = await Promise.all(asked)
      expect(new Set(numbers).size).toBe(50)
      expect(await stores.references.next('observation-2026')).toBeGreaterThan(Math.max(...numbers))
    })

    if (outlivesClosing)
      test('after closing and opening again no number is given a second time', async () => {
        const { stores, reopen } = await openFor(setup)
        const last = await stores.references.next('observation-2026')
        const again = await reopen()
        expect(await again.references.next('observation-2026')).toBeGreaterThan(last)
      })
  })
}
