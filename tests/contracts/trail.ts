import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import { firstBreak } from '../../src/domain/machinery/chain.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Reading, TrailFilter } from '../../src/ports/trail.ts'
import { aBoardChange, anObservationChange, MORNING, people } from '../builders.ts'
import { chainOf, linksOf } from '../support/chains.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const at = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

const aReading = (overrides: Partial<Reading> = {}): Reading => ({
  kind: 'observation',
  id: 'OBS-2026-0001',
  by: people.senior,
  door: 'tab',
  at: MORNING,
  cause: 'request-1',
  ...overrides,
})

/** A change at a minute of the morning. */
function changeAt(minute: number, id: string, from = 0) {
  const made = anObservationChange({ id, from })
  return { ...made, events: made.events.map((event) => ({ ...event, at: at(minute) })) }
}

const breakOf = async (stores: Stores, kind: 'board' | 'observation' | 'access', id: string) => {
  const chain = await chainOf(stores, kind, id)
  if (!chain) throw new Error('no chain')
  return firstBreak(sha256, chain, await linksOf(stores, kind, id))
}

export function trailContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  describe(`${name}: chains`, () => {
    test('I2: the events of a record are sealed one upon the other as they are saved', async () => {
      const { stores } = await openFor(setup)
      await stores.records.observation.save(changeAt(0, 'OBS-2026-0001'))
      await stores.records.observation.save(changeAt(1, 'OBS-2026-0001', 1))
      await stores.board.save(aBoardChange())
      const links = await linksOf(stores, 'observation', 'OBS-2026-0001')
      expect(links.map(({ seq, at: when }) => [seq, when])).toEqual([
        [1, at(0)],
        [2, at(1)],
      ])
      for (const { hash } of links) expect(hash).toMatch(/^[0-9a-f]{64}$/)
      expect(await chainOf(stores, 'observation', 'OBS-2026-0001')).toStrictEqual({
        kind: 'observation',
        id: 'OBS-2026-0001',
        events: 2,
        head: links[1]?.hash,
      })
      expect(await breakOf(stores, 'observation', 'OBS-2026-0001')).toBeUndefined()
      expect(await breakOf(stores, 'board', BOARD_ID)).toBeUndefined()
    })

    test('a record that is not there has no chain', async () => {
      const { stores } = await openFor(setup)
      expect(await chainOf(stores, 'observation', 'unknown')).toBeUndefined()
      expect(await linksOf(stores, 'observation', 'unknown')).toEqual([])
      expect(await stores.keeping.count('observation')).toBe(0)
    })

    test('a save that is refused leaves the chain as it was', async () => {
      const { stores } = await openFor(setup)
      await stores.records.observation.save(changeAt(0, 'OBS-2026-0001'))
      await expect(
        stores.records.observation.save(changeAt(1, 'OBS-2026-0001', 4)),
      ).rejects.toMatchObject({ code: 'conflict' })
      expect(await breakOf(stores, 'observation', 'OBS-2026-0001')).toBeUndefined()
      expect(await linksOf(stores, 'observation', 'OBS-2026-0001')).toHaveLength(1)
    })

    test('20 simultaneous saves leave no gap', async () => {
      const { stores } = await openFor(setup)
      await stores.records.observation.save(changeAt(0, 'OBS-2026-0001'))
      await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          stores.records.observation.save(changeAt(1, 'OBS-2026-0001', 1)),
        ),
      )
      expect(await breakOf(stores, 'observation', 'OBS-2026-0001')).toBeUndefined()
    })

    test('all chains of a kind come in pages, in order of their ids', async () => {
      const { stores } = await openFor(setup)
      for (const id of ['OBS-2026-0002', 'OBS-2026-0003', 'OBS-2026-0001'])
        await stores.records.observation.save(changeAt(0, id))
      const ids = async (after: string | null) =>
        (await stores.keeping.rows('observation', after, 2)).map(({ id }) => id)
      expect(await ids(null)).toEqual(['OBS-2026-0001', 'OBS-2026-0002'])
      expect(await ids('OBS-2026-0002')).toEqual(['OBS-2026-0003'])
      expect(await stores.keeping.count('observation')).toBe(3)
      expect(await stores.keeping.count('board')).toBe(0)
    })
  })

  describe(`${name}: who read what`, () => {
    test('I2: each reading is a link of its record’s own chain', async () => {
      const { stores } = await openFor(setup)
      await stores.access.add(aReading())
      await stores.access.add(aReading({ by: people.chair, door: 'card', at: at(1) }))
      await stores.access.add(aReading({ id: 'OBS-2026-0002' }))
      const id = 'observation/OBS-2026-0001'
      expect(await linksOf(stores, 'access', id)).toMatchObject([
        { seq: 1, at: MORNING, by: people.senior, cause: 'request-1', event: { type: 'tab' } },
        { seq: 2, at: at(1), by: people.chair, event: { type: 'card' } },
      ])
      expect(await breakOf(stores, 'access', id)).toBeUndefined()
      expect(await stores.keeping.count('access')).toBe(2)
    })

    test('of 30 at the same moment each is kept, and the chain is whole', async () => {
      const { stores } = await openFor(setup)
      const readings = Array.from({ length: 30 }, (_, n) => aReading({ cause: `request-${n}` }))
      await Promise.all(readings.map((reading) => stores.access.add(reading)))
      const links = await linksOf(stores, 'access', 'observation/OBS-2026-0001')
      expect(new Set(links.map(({ cause }) => cause)).size).toBe(30)
      expect(await breakOf(stores, 'access', 'observation/OBS-2026-0001')).toBeUndefined()
    })
  })

  describe(`${name}: what an auditor reads`, () => {
    async function filled() {
      const { stores } = await openFor(setup)
      await stores.board.save(aBoardChange())
      await stores.records.observation.save(changeAt(1, 'OBS-2026-0001'))
      await stores.records.observation.save(changeAt(1, 'OBS-2026-0002'))
      await stores.records.observation.save(changeAt(5, 'OBS-2026-0001', 1))
      await stores.access.add(aReading({ at: at(2) }))
      await stores.access.add(aReading({ at: at(3), by: people.chair, door: 'card' }))
      const lines = async (filter: TrailFilter) =>
        (await stores.trail.lines(filter, { size: 100 })).rows
      return { stores, lines }
    }

    test('what changed, newest first, of one instant the later id first', async () => {
      const { lines } = await filled()
      const found = await lines({ log: 'changes' })
      expect(found.map(({ kind, id, seq }) => [kind, id, seq])).toEqual([
        ['observation', 'OBS-2026-0001', 2],
        ['observation', 'OBS-2026-0002', 1],
        ['observation', 'OBS-2026-0001', 1],
        ['board', BOARD_ID, 1],
      ])
    })

    test('a line says who, what and when, and nothing else', async () => {
      const { lines } = await filled()
      expect((await lines({ log: 'changes' }))[0]).toStrictEqual({
        kind: 'observation',
        id: 'OBS-2026-0001',
        seq: 2,
        at: at(5),
        by: people.reporter,
        type: 'ObservationAddedTo',
      })
      expect((await lines({ log: 'readings' }))[0]).toStrictEqual({
        kind: 'access',
        id: 'observation/OBS-2026-0001',
        seq: 2,
        at: at(3),
        by: people.chair,
        type: 'card',
      })
    })

    test.each<readonly [string, TrailFilter, number]>([
      ['one record', { log: 'changes', id: 'OBS-2026-0001' }, 2],
      ['readings of one record', { log: 'readings', id: 'observation/OBS-2026-0001' }, 2],
      ['one person', { log: 'readings', by: people.chair }, 1],
      ['from an instant on', { log: 'changes', from: at(1) }, 3],
      ['before an instant', { log: 'changes', to: at(1) }, 1],
      ['several at once', { log: 'changes', id: 'OBS-2026-0001', from: at(2), to: at(6) }, 1],
      ['all but a record', { log: 'changes', without: ['OBS-2026-0001'] }, 2],
      ['all but its readings', { log: 'readings', without: ['observation/OBS-2026-0001'] }, 0],
      ['nobody', { log: 'changes', by: people.deputySenior }, 0],
    ])('filtered: %s', async (_what, filter, count) => {
      const { stores, lines } = await filled()
      expect(await lines(filter)).toHaveLength(count)
      expect((await stores.trail.lines(filter, { size: 1 })).total).toBe(count)
    })

    test('in pages, each line once', async () => {
      const { stores, lines } = await filled()
      const paged: unknown[] = []
      for (let after: string | null | undefined; after !== null; ) {
        const page = await stores.trail.lines(
          { log: 'changes' },
          { size: 1, ...(after && { after }) },
        )
        paged.push(...page.rows)
        after = page.next
      }
      expect(paged).toStrictEqual(await lines({ log: 'changes' }))
    })

    test('refuses a page that begins nowhere', async () => {
      const { stores } = await filled()
      await expect(
        stores.trail.lines({ log: 'changes' }, { size: 5, after: 'nonsense' }),
      ).rejects.toMatchObject({ code: 'incomplete', details: { missing: [{ need: 'after' }] } })
    })
  })

  if (outlivesClosing)
    test(`${name}: after closing and opening again the chains go on`, async () => {
      const { stores, reopen } = await openFor(setup)
      await stores.records.observation.save(changeAt(0, 'OBS-2026-0001'))
      await stores.access.add(aReading())
      const again = await reopen()
      await again.records.observation.save(changeAt(1, 'OBS-2026-0001', 1))
      await again.access.add(aReading())
      expect(await breakOf(again, 'observation', 'OBS-2026-0001')).toBeUndefined()
      expect(await breakOf(again, 'access', 'observation/OBS-2026-0001')).toBeUndefined()
      expect((await again.trail.lines({ log: 'readings' }, { size: 9 })).total).toBe(2)
    })
}
