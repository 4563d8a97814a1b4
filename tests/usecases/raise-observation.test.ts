import { expect, test } from 'vitest'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { formerSenior, healthVisitor, schoolNurse } from '../domain/a-board.ts'
import { ENOUGH } from '../domain/an-observation.ts'
import { anEmptyStore, aScene } from './a-scene.ts'

const ALL = [{ agency: null, onlyReporters: null, exceptReporters: [] }]
const everything = { scope: ALL }
const page = { size: 100 }

test('a report gets the next reference of its year', async () => {
  const { raise, clock } = await aScene()
  expect((await raise(healthVisitor)).id).toBe('OBS-2026-0001')
  expect((await raise(healthVisitor)).id).toBe('OBS-2026-0002')
  clock.advance({ days: 286, hours: 14, minutes: 59 })
  expect((await raise(healthVisitor)).id).toBe('OBS-2026-0003')
  clock.advance({ minutes: 1 })
  expect((await raise(healthVisitor)).id).toBe('OBS-2027-0001')
})

test('I7: whoever has a receipt has a stored report', async () => {
  const { raise, stores } = await aScene()
  const { id, state } = await raise(healthVisitor)
  expect((await stores.records.observation.load(id))?.state).toEqual(state)
})

test('I7: the same report sent twice makes one observation', async () => {
  const { raise, stores, eventTypes } = await aScene()
  const first = await raise(healthVisitor, 'nearMiss', 'one-report')
  const second = await raise(healthVisitor, 'nearMiss', 'one-report')
  expect(second).toEqual(first)
  expect((await stores.records.observation.find(everything, 'newestFirst', page)).total).toBe(1)
  expect(await eventTypes(first.id)).toEqual(['ObservationRaised'])
})

test('I7: the same report sent twenty times at once makes one observation', async () => {
  const { raise, stores } = await aScene()
  const sent = Array.from({ length: 20 }, () => raise(healthVisitor, 'nearMiss', 'one-report'))
  const ids = new Set((await Promise.all(sent)).map(({ id }) => id))
  expect(ids.size).toBe(1)
  expect((await stores.records.observation.find(everything, 'newestFirst', page)).total).toBe(1)
})

test('I7: twenty reports at once make twenty observations with references of their own', async () => {
  const { raise } = await aScene()
  const sent = Array.from({ length: 20 }, () => raise(healthVisitor))
  expect(new Set((await Promise.all(sent)).map(({ id }) => id)).size).toBe(20)
})

test('I7: a report sent again after triage began is the one that was raised', async () => {
  const { raise, take } = await aScene()
  const { id } = await raise(healthVisitor, 'nearMiss', 'one-report')
  await take(healthVisitor, id, { type: 'add', text: 'It happened twice.', answers: [] })
  const again = await raise(healthVisitor, 'nearMiss', 'one-report')
  expect(again).toMatchObject({ id, version: 2 })
})

test("somebody else's submission id raises an observation of their own", async () => {
  const { raise } = await aScene()
  const first = await raise(healthVisitor, 'nearMiss', 'one-report')
  const second = await raise(schoolNurse, 'nearMiss', 'one-report')
  expect(second.id).not.toBe(first.id)
  expect(second.state.reporter).toBe(schoolNurse)
})

test('a report that cannot be sent says all that is missing and uses up no reference', async () => {
  const { raise, deps, actor } = await aScene()
  const incomplete = raiseObservation(deps, {
    kind: 'nearMiss',
    answers: ENOUGH.nearMiss.slice(0, 2),
    submission: 'half-a-report',
    actor: await actor(healthVisitor),
  })
  await expect(incomplete).rejects.toMatchObject({
    code: 'incomplete',
    details: { missing: [{ need: 'answers.whatStoppedIt' }, { need: 'answers.whoElseExposed' }] },
  })
  expect((await raise(healthVisitor)).id).toBe('OBS-2026-0001')
})

test('somebody who has left raises nothing', async () => {
  const { raise } = await aScene()
  await expect(raise(formerSenior)).rejects.toMatchObject({ code: 'not-your-role' })
})

test('before the board has been opened nothing is taken, and it is said whom to ask', async () => {
  const { deps, actor } = await aScene()
  const request = {
    kind: 'disquiet',
    answers: ENOUGH.disquiet,
    submission: 'too-early',
    actor: await actor(healthVisitor),
  } as const
  const { board } = await anEmptyStore()
  await expect(raiseObservation({ ...deps, board }, request)).rejects.toMatchObject({
    code: 'unavailable',
    details: { why: 'noBoard' },
  })
})
