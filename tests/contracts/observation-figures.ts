import { describe, expect, test } from 'vitest'
import type { ObservationScope } from '../../src/domain/observation/scope.ts'
import type { PromiseKept } from '../../src/domain/observation/types.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import { agencyId } from '../../src/domain/words/ids.ts'
import {
  aClosedObservation,
  aDecidedObservation,
  aDecision,
  agencies,
  anObservation,
  people,
} from '../builders.ts'
import type { Setup } from './contract-setup.ts'
import { holdingObservations } from './holding-observations.ts'

/** The promises of the figures; the suite of the observation store runs it. */
export function observationFiguresContract(name: string, setup: Setup): void {
  describe(`${name}: figures`, () => {
    test('counts each kind in each month, from and to included, zeros left out', async () => {
      const store = await holdingObservations(setup, [
        anObservation({ raisedAt: '2026-02-28T23:59:59.999Z' }),
        anObservation({ raisedAt: '2026-03-01T00:00:00.000Z' }),
        aClosedObservation({ raisedAt: '2026-03-15T09:00:00.000Z' }),
        anObservation({ raisedAt: '2026-03-15T09:00:00.000Z', kind: 'disquiet' }),
        anObservation({ raisedAt: '2026-03-31T23:30:00.000Z' }),
        anObservation({ raisedAt: '2026-05-01T09:00:00.000Z' }),
      ])
      expect(await store.count('kinds', '2026-03', '2026-04')).toStrictEqual([
        { month: '2026-03', kind: 'disquiet', count: 1 },
        { month: '2026-03', kind: 'nearMiss', count: 2 },
        { month: '2026-04', kind: 'nearMiss', count: 1 },
      ])
    })

    test('counts those in a scope alone where one is given, each once', async () => {
      const of = (agency: AgencyId, reporter: PersonId) =>
        anObservation({ route: { agency, person: null }, reporter })
      const store = await holdingObservations(setup, [
        of(agencies.health, people.reporter),
        of(agencies.health, people.senior),
        of(agencies.schools, people.reporter),
        of(agencies.schools, people.senior),
      ])
      const inScope = async (...scope: ObservationScope) =>
        (await store.count('kinds', '2020-01', '2030-12', { scope })).map(({ count }) => count)
      const health = { agency: agencies.health, onlyReporters: null, exceptReporters: [] }
      const own = { agency: null, onlyReporters: [people.senior], exceptReporters: [] }
      expect(await inScope(health)).toEqual([2])
      expect(await inScope(health, own)).toEqual([3])
      expect(await inScope({ ...health, exceptReporters: [people.senior] })).toEqual([1])
      expect(await inScope()).toEqual([])
    })

    test('counts how long first decisions took, by the month they were made in', async () => {
      const decided = (at: string, tookWorkingDays: number, promise?: PromiseKept) =>
        aDecidedObservation({
          decisions: [aDecision({ at, tookWorkingDays, ...(promise && { promise }) })],
        })
      const late = { onTime: false, firstWordIn: 1 }
      const onTime = { onTime: true, firstWordIn: 0 }
      const notNoted = { firstWordIn: null, inTime: null }
      const store = await holdingObservations(setup, [
        anObservation(),
        decided('2026-03-02T09:00:00.000Z', 3),
        decided('2026-03-31T09:00:00.000Z', 3),
        decided('2026-03-31T09:00:00.000Z', 10, late),
        decided('2026-03-31T09:00:00.000Z', 3, onTime),
        decided('2026-03-31T10:00:00.000Z', 3, onTime),
        decided('2026-03-31T10:00:00.000Z', 3, { ...onTime, firstWordIn: 2 }),
        decided('2026-04-01T09:00:00.000Z', 0),
        decided('2026-06-01T09:00:00.000Z', 3),
      ])
      expect(await store.count('decisionTimes', '2026-03', '2026-04')).toStrictEqual([
        { month: '2026-03', workingDays: 3, ...notNoted, count: 2 },
        { month: '2026-03', workingDays: 3, firstWordIn: 0, inTime: 'onTime', count: 2 },
        { month: '2026-03', workingDays: 3, firstWordIn: 2, inTime: 'onTime', count: 1 },
        { month: '2026-03', workingDays: 10, firstWordIn: 1, inTime: 'late', count: 1 },
        { month: '2026-04', workingDays: 0, ...notNoted, count: 1 },
      ])
      const nowhere = { agency: agencyId('nowhere'), onlyReporters: null, exceptReporters: [] }
      expect(
        await store.count('decisionTimes', '2026-03', '2026-04', { scope: [nowhere] }),
      ).toStrictEqual([])
    })
  })
}
