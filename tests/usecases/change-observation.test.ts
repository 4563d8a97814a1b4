import { describe, expect, test } from 'vitest'
import { CAUSES_KEPT } from '../../src/ports/records.ts'
import { getObservation } from '../../src/usecases/observation/get-observation.ts'
import { checkChange } from '../../src/usecases/records/check-change.ts'
import {
  deputyNurse,
  healthVisitor,
  officeManager,
  policeSergeant,
  schoolNurse,
  seniorNurse,
  teacher,
} from '../domain/a-board.ts'
import { COMPLETE } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

const addition = (text: string) => ({ type: 'add', text, answers: [] }) as const

describe('one change', () => {
  test('raises the version by one and is kept with actor and time', async () => {
    const { raise, take, stores, clock } = await aScene()
    const { id } = await raise(healthVisitor)
    clock.advance({ days: 3 })
    const changed = await take(seniorNurse, id, COMPLETE.decide, { submission: 'the-decision' })
    expect(changed).toMatchObject({ version: 2, events: 2, state: { stage: 'underWay' } })
    expect((await stores.records.observation.history(id)).at(-1)).toMatchObject({
      seq: 2,
      at: '2026-03-23T09:00:00.000Z',
      by: seniorNurse,
      cause: 'the-decision',
      event: { type: 'ObservationDecided', tookWorkingDays: 1 },
    })
  })

  test('sent twice changes nothing the second time', async () => {
    const { raise, take, eventTypes } = await aScene()
    const { id } = await raise(healthVisitor)
    const once = { submission: 'the-decision', version: 1 }
    const first = await take(seniorNurse, id, COMPLETE.decide, once)
    expect(await take(seniorNurse, id, COMPLETE.decide, once)).toEqual(first)
    expect(await eventTypes(id)).toEqual(['ObservationRaised', 'ObservationDecided'])
  })

  test.each([
    ['another action', COMPLETE.acknowledge, COMPLETE.correctKind],
    ['a decision, then its feedback', COMPLETE.decide, COMPLETE.giveFeedback],
    ['a decision, then the end', COMPLETE.decide, COMPLETE.close],
  ])('under the id of another is refused, and nothing is changed: %s', async (_, first, second) => {
    const { raise, take, eventTypes } = await aScene()
    const { id } = await raise(healthVisitor)
    const once = { submission: 'one-id' }
    await take(seniorNurse, id, first, once)
    const before = await eventTypes(id)
    await expect(take(seniorNurse, id, second, once)).rejects.toMatchObject({
      code: 'conflict',
      details: { say: expect.stringContaining('under the id of something else') },
    })
    expect(await eventTypes(id)).toEqual(before)
    await take(seniorNurse, id, first, once)
  })

  test('sent twice by two people is two changes', async () => {
    const { raise, take, eventTypes } = await aScene()
    const { id } = await raise(healthVisitor)
    await take(seniorNurse, id, COMPLETE.decide, { submission: 'a-decision' })
    await take(deputyNurse, id, COMPLETE.decide, { submission: 'a-decision' })
    expect(await eventTypes(id)).toHaveLength(3)
  })

  test('that comes to nothing leaves the record as it was', async () => {
    const { raise, take } = await aScene()
    const { id } = await raise(healthVisitor)
    const started = await take(seniorNurse, id, { type: 'acknowledge' })
    expect(await take(deputyNurse, id, { type: 'acknowledge' })).toEqual(started)
  })

  test('is remembered by its submission among the last ones', async () => {
    const { raise, take } = await aScene()
    const { id } = await raise(healthVisitor)
    for (let n = 1; n <= CAUSES_KEPT; n += 1) await take(healthVisitor, id, addition(`Part ${n}.`))
    const full = await take(healthVisitor, id, addition('The last.'), { submission: 'the-last' })
    expect(full.causes).toHaveLength(CAUSES_KEPT)
    expect(full.causes.at(-1)).toMatchObject({ submission: 'the-last', by: healthVisitor })
  })
})

describe('two people at once', () => {
  test('who looked at the same version: one decides, the other is told that it changed', async () => {
    const { raise, take, eventTypes } = await aScene()
    const { id } = await raise(healthVisitor)
    const both = await Promise.allSettled(
      [seniorNurse, deputyNurse].map((who) => take(who, id, COMPLETE.decide, { version: 1 })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', details: { what: id } },
    })
    expect(await eventTypes(id)).toEqual(['ObservationRaised', 'ObservationDecided'])
  })

  test('who did not look at a version: both changes are kept, one after the other', async () => {
    const { raise, take, stores } = await aScene()
    const { id } = await raise(healthVisitor)
    await Promise.all(['One.', 'Two.', 'Three.'].map((t) => take(healthVisitor, id, addition(t))))
    const stored = await stores.records.observation.load(id)
    expect(stored).toMatchObject({ version: 4, events: 4 })
    expect(stored?.state.additions.map(({ text }) => text).sort()).toEqual([
      'One.',
      'Three.',
      'Two.',
    ])
  })

  test('a store that always says "conflict" is not asked for ever', async () => {
    const { raise, take, deps } = await aScene()
    const { id } = await raise(healthVisitor)
    const { save } = deps.records.observation
    let tries = 0
    // Somebody else is always quicker.
    deps.records.observation.save = async (change) => {
      tries += 1
      await save({ ...change, causes: [], state: { ...change.state, sameDay: tries % 2 === 0 } })
      return save(change)
    }
    await expect(take(healthVisitor, id, addition('Mine.'))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(tries).toBe(5)
  })

  test('an old version is refused also where nobody else is at it now', async () => {
    const { raise, take } = await aScene()
    const { id } = await raise(healthVisitor)
    await take(healthVisitor, id, addition('More.'))
    await expect(take(seniorNurse, id, COMPLETE.decide, { version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('what one may not see', () => {
  test.each([schoolNurse, policeSergeant, officeManager])(
    'is not found by %s, like what does not exist',
    async (person) => {
      const { raise, take, deps, actor } = await aScene()
      const { id } = await raise(healthVisitor)
      const same = { code: 'not-found', details: { what: 'observation' } }
      await expect(take(person, id, COMPLETE.decide)).rejects.toMatchObject(same)
      await expect(take(person, 'OBS-2026-9999', COMPLETE.decide)).rejects.toMatchObject(same)
      const them = await actor(person)
      await expect(getObservation(deps, id, them)).rejects.toMatchObject(same)
      await expect(getObservation(deps, 'OBS-2026-9999', them)).rejects.toMatchObject(same)
    },
  )

  test('is not found once it was passed on, while the passing on itself is confirmed', async () => {
    const { raise, take, deps, actor } = await aScene()
    const { id } = await raise(healthVisitor)
    const once = { submission: 'passing-on', version: 1 }
    const passedOn = await take(seniorNurse, id, COMPLETE.reassign, once)
    expect(await take(seniorNurse, id, COMPLETE.reassign, once)).toEqual(passedOn)
    await expect(getObservation(deps, id, await actor(seniorNurse))).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('looking whether a change would be made', () => {
  test('says nothing when it would, and changes nothing', async () => {
    const { raise, deps, actor, stores } = await aScene()
    const { id } = await raise(healthVisitor)
    await checkChange(deps, 'observation', id, COMPLETE.decide, await actor(seniorNurse))
    expect((await stores.records.observation.load(id))?.version).toBe(1)
  })

  test('is refused as the change would be', async () => {
    const { raise, deps, actor } = await aScene()
    const { id } = await raise(healthVisitor)
    const check = async (person: typeof healthVisitor, reason = COMPLETE.decide.reason) =>
      checkChange(deps, 'observation', id, { ...COMPLETE.decide, reason }, await actor(person))
    await expect(check(seniorNurse, 'too short')).rejects.toMatchObject({ code: 'incomplete' })
    await expect(check(healthVisitor)).rejects.toMatchObject({ code: 'not-your-role' })
    await expect(check(schoolNurse)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what one may see', () => {
  test('comes with its history, how long it has waited and what may be done', async () => {
    const { raise, take, deps, actor, clock } = await aScene()
    const { id } = await raise(healthVisitor)
    clock.advance({ days: 4 })
    const theSenior = await actor(seniorNurse)
    const waiting = await getObservation(deps, id, theSenior)
    expect(waiting).toMatchObject({ ref: id, version: 1, waitedWorkingDays: 2 })
    expect(waiting.allowed.map(({ action }) => action)).toEqual([
      'acknowledge',
      'reassign',
      'recuse',
      'correctKind',
      'sayHarm',
      'ask',
      'decide',
    ])
    await take(seniorNurse, id, COMPLETE.decide)
    const decided = await getObservation(deps, id, theSenior)
    expect(decided.waitedWorkingDays).toBe(0)
    expect(decided.history.map(({ event }) => event.type)).toEqual([
      'ObservationRaised',
      'ObservationDecided',
    ])
  })

  test('S13: the reporter sees the decision with its reason', async () => {
    const { raise, take, deps, actor } = await aScene()
    const { id } = await raise(healthVisitor)
    await take(seniorNurse, id, COMPLETE.decide)
    const { view } = await getObservation(deps, id, await actor(healthVisitor))
    expect(view).toMatchObject({
      seenAs: 'reporter',
      decision: { reason: COMPLETE.decide.reason, words: COMPLETE.decide.words },
    })
  })

  test('S12: what is raised where nobody triages is seen by the board office', async () => {
    const { raise, deps, actor } = await aScene()
    const { id } = await raise(teacher)
    const { view } = await getObservation(deps, id, await actor(officeManager))
    expect(view.seenAs).toBe('triager')
  })
})
