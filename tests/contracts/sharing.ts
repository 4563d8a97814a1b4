import { describe, expect, test } from 'vitest'
import { MORNING } from '../builders.ts'
import type { Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

const at = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

const HOURLY = { everyMs: 3_600_000, burst: 1 }

export function sharingContract(name: string, setup: Setup): void {
  describe(`${name}: work that one instance does at a time`, () => {
    test('of 20 that ask at the same moment one has it', async () => {
      const { leases } = (await openFor(setup)).stores
      const asked = Array.from({ length: 20 }, (_, n) =>
        leases.take('planning', `instance-${n}`, MORNING, at(1)),
      )
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1)
    })

    test('nobody else has it until its time is over, then anybody may', async () => {
      const { leases } = (await openFor(setup)).stores
      expect(await leases.take('planning', 'one', MORNING, at(1))).toBe(true)
      expect(await leases.take('planning', 'other', at(0.5), at(2))).toBe(false)
      expect(await leases.take('tidying', 'other', at(0.5), at(2))).toBe(true)
      expect(await leases.take('planning', 'other', at(1), at(2))).toBe(true)
      expect(await leases.take('planning', 'one', at(1.5), at(3))).toBe(false)
    })

    test('who has it may extend it, and give it back', async () => {
      const { leases } = (await openFor(setup)).stores
      await leases.take('planning', 'one', MORNING, at(1))
      expect(await leases.take('planning', 'one', at(0.5), at(2))).toBe(true)
      expect(await leases.take('planning', 'other', at(1.5), at(3))).toBe(false)
      await leases.release('planning', 'other')
      expect(await leases.take('planning', 'other', at(1.5), at(3))).toBe(false)
      await leases.release('planning', 'one')
      expect(await leases.take('planning', 'other', at(1.5), at(3))).toBe(true)
    })

    test('one that was taken by a clock that stood wrong holds nothing up', async () => {
      const { leases } = (await openFor(setup)).stores
      await leases.take('planning', 'one', at(60 * 24), at(60 * 24 + 1))
      expect(await leases.take('planning', 'other', MORNING, at(1))).toBe(true)
    })
  })

  describe(`${name}: a budget that instances share`, () => {
    test('the first wait for nothing, as many as may go at once', async () => {
      const { pace } = (await openFor(setup)).stores
      const rate = { ...HOURLY, burst: 3 }
      expect(await pace.reserve('one', 1, rate)).toBe(0)
      expect(await pace.reserve('one', 2, rate)).toBe(0)
      expect(await pace.reserve('one', 1, rate)).toBeGreaterThan(3_500_000)
      expect(await pace.reserve('other', 1, rate)).toBe(0)
    })

    test('20 that ask at the same moment follow one another', async () => {
      const { pace } = (await openFor(setup)).stores
      const waits = await Promise.all(
        Array.from({ length: 20 }, () => pace.reserve('one', 2, HOURLY)),
      )
      const places = waits.map((ms) => Math.round(ms / HOURLY.everyMs)).sort((a, b) => a - b)
      expect(places).toEqual(Array.from({ length: 20 }, (_, n) => n * 2))
    })

    test('what was not used does not pile up', async () => {
      const { pace } = (await openFor(setup)).stores
      const rate = { everyMs: 0.001, burst: 2 }
      await pace.reserve('one', 2, rate)
      expect(await pace.reserve('one', 1, HOURLY)).toBeLessThan(1)
      expect(await pace.reserve('one', 1, HOURLY)).toBeGreaterThan(3_500_000)
    })
  })
}
