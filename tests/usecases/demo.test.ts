import { expect, test } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { makeDemoBoard } from '../../src/demo/demo-board.ts'
import { makeDemoYear } from '../../src/demo/make-demo-year.ts'
import { ACTION_STAGES } from '../../src/domain/action/types.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { holidays } from '../domain/an-observation.ts'
import { fixedClock } from '../support/fixed-clock.ts'
import { anEmptyStore } from './a-scene.ts'

async function aDemo(observations: number) {
  const stores = await anEmptyStore()
  let ids = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const deps: Deps = {
    ...stores,
    newId,
    clock: fixedClock('2026-03-25T09:00Z'),
    calendar: holidays(),
    digest: sha256,
  }
  const opened = await makeDemoBoard(deps)
  await makeDemoYear(deps, { observations, seed: 1 })
  const scope = [{ agency: null, onlyReporters: null, exceptReporters: [] }]
  const { rows, total } = await stores.records.observation.find({ scope }, 'newestFirst', {
    size: 100,
  })
  return { deps, stores, opened, rows, total }
}

test('the demo board is made once', async () => {
  const { deps, stores, opened } = await aDemo(1)
  const before = await stores.board.current()
  expect(opened).toBe(true)
  expect(await makeDemoBoard(deps)).toBe(false)
  expect(await stores.board.current()).toEqual(before)
})

test('the demo year has observations of every kind and stage, none of them from tomorrow', async () => {
  const { rows, total } = await aDemo(100)
  expect(total).toBe(100)
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(8)
  expect(new Set(rows.map(({ stage }) => stage)).size).toBe(3)
  const dates = rows.map(({ raisedAt }) => raisedAt)
  expect(dates.filter((at) => at > '2026-03-25T09:00:00.000Z')).toEqual([])
  expect(dates.filter((at) => at < '2025-03-25')).toEqual([])
})

test('the demo year has an action in every state, and what audits promised', async () => {
  const { stores } = await aDemo(100)
  const all = { scope: [[]] } as const
  const { rows } = await stores.records.action.find(all, 'soonestFirst', { size: 100 })
  expect(new Set(rows.map(({ stage }) => stage))).toEqual(new Set(ACTION_STAGES))
  const promised = rows.filter(({ origin }) => origin !== null)
  expect(promised.filter(({ stage }) => stage === 'checked').length).toBeGreaterThan(2)
  expect(await stores.records.action.undelivered(100)).toEqual([])
})

test('S14: the demo year has a review for each way it can stand', async () => {
  const { stores } = await aDemo(1)
  const { rows } = await stores.records.review.find({ scope: [[]] }, 'latestFirst', { size: 9 })
  expect(rows.map(({ stage }) => stage)).toEqual(['proposed', 'notProceeding', 'commissioned'])
  expect(await stores.records.review.undelivered(9)).toEqual([])
})

test('nobody is told of what was made up', async () => {
  const { stores } = await aDemo(50)
  expect(await stores.records.observation.undelivered(100)).toEqual([])
  expect(await stores.deliveries.counts()).toEqual({
    waiting: 0,
    unreachable: 0,
    sent: 0,
    ended: 0,
  })
})
