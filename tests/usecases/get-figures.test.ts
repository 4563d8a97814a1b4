import { describe, expect, test } from 'vitest'
import { totalOf } from '../../src/domain/observation/figures.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import type { Figures } from '../../src/usecases/get-figures.ts'
import { getFigures } from '../../src/usecases/get-figures.ts'
import {
  boardChair,
  boardMember,
  healthVisitor,
  identityCustodian,
  lawyer,
  officeManager,
  policeOfficer,
  policeSergeant,
  recordsAuditor,
  seniorNurse,
  trustLead,
} from '../domain/a-board.ts'
import { COMPLETE } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

type Scene = Awaited<ReturnType<typeof aScene>>

const raiseMany = async ({ raise }: Scene, many: Partial<Record<KindCode, number>>) => {
  const raised = []
  for (const [kind, count] of Object.entries(many))
    for (let n = 0; n < count; n += 1) raised.push(await raise(healthVisitor, kind as KindCode)) // a key of the object above
  return raised
}

const figuresFor = async (scene: Scene, person = boardMember, range = {}) =>
  getFigures(scene.deps, range, await scene.actor(person))

/** As the board sees them when the quarter of the scene has ended. */
async function inApril(scene: Scene) {
  scene.clock.advance({ days: 20 })
  return figuresFor(scene)
}

describe('the figures', () => {
  test.each([
    seniorNurse,
    trustLead,
    officeManager,
    boardChair,
    boardMember,
    lawyer,
    recordsAuditor,
  ])('are shown to %s', async (person) => {
    expect((await figuresFor(await aScene(), person)).total.count).toBe(0)
  })

  test.each([healthVisitor, identityCustodian])('are not shown to %s', async (person) => {
    await expect(figuresFor(await aScene(), person)).rejects.toMatchObject({
      code: 'not-your-role',
    })
  })

  test('S4: count every kind by quarter, over the last four that have ended', async () => {
    const scene = await aScene()
    await raiseMany(scene, { goodPractice: 5, nearMiss: 7 })
    scene.clock.advance({ days: 31 })
    await raiseMany(scene, { goodPractice: 8, nearMiss: 6 })
    scene.clock.advance({ days: 90 })
    const { quarters, total } = await figuresFor(scene)
    expect(quarters.map(({ quarter }) => quarter)).toEqual([
      '2025-09',
      '2025-12',
      '2026-03',
      '2026-06',
    ])
    expect(quarters.map(({ kinds }) => kinds.nearMiss)).toEqual([0, 0, 7, 6])
    expect(quarters.map(({ groups }) => groups.appreciative)).toEqual([0, 0, 5, 8])
    expect(total).toEqual({ count: 26, orMore: false })
  })

  test('S10: hold no person, agency or reference', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 12 })
    expect(JSON.stringify(await inApril(scene))).not.toMatch(/health-visitor|community-trust|OBS-/)
  })

  test('S10: one more report is not to be seen before its quarter has ended', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 9 })
    const before = await inApril(scene)
    await raiseMany(scene, { disquiet: 1 })
    expect(await figuresFor(scene)).toEqual(before)
    scene.clock.advance({ days: 90 })
    const { quarters, total } = await figuresFor(scene)
    expect(quarters.at(-1)).toMatchObject({ quarter: '2026-06', all: 'hidden' })
    expect(total).toEqual({ count: 9, orMore: true })
  })

  test('S10: a small count is not the difference of two periods', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 6, disquiet: 9, practiceConcern: 2 })
    scene.clock.advance({ days: 91 })
    await raiseMany(scene, { nearMiss: 8, disquiet: 7, practiceConcern: 6 })
    scene.clock.advance({ days: 91 })
    const both = await figuresFor(scene)
    const later = await figuresFor(scene, boardMember, { quarters: 1, to: '2026-06' })
    const concerns = (figures: typeof both) =>
      totalOf(figures.quarters.map(({ kinds }) => kinds.practiceConcern))
    expect(concerns(later)).toEqual({ count: 6, orMore: false })
    expect(concerns(both)).toEqual({ count: 6, orMore: true })
    expect(both.total.count - later.total.count).toBe(17)
  })

  test('S10: what a senior lists one by one does not give away what is left of the whole', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 9 })
    for (let n = 0; n < 2; n += 1) await scene.raise(policeOfficer, 'nearMiss')
    const nearMisses = ({ quarters }: Figures) => quarters.at(-1)?.kinds.nearMiss
    expect(nearMisses(await inApril(scene))).toBe(11)
    expect(nearMisses(await figuresFor(scene, seniorNurse))).toBe('hidden')
    expect(nearMisses(await figuresFor(scene, policeSergeant))).toBe(11)
  })
})

describe('the mix', () => {
  test('S4: the share of good and typical work, and the warning of the last quarter', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 20 })
    expect(await inApril(scene)).toMatchObject({
      appreciativePercent: 0,
      tooFewAppreciative: true,
    })
    await raiseMany(scene, { goodPractice: 5, nearMiss: 5 })
    scene.clock.advance({ days: 90 })
    expect(await figuresFor(scene)).toMatchObject({
      appreciativePercent: 17,
      tooFewAppreciative: false,
    })
  })

  test('S5: a kind that triage corrected is counted as what it is', async () => {
    const scene = await aScene()
    for (const { id } of await raiseMany(scene, { nearMiss: 5 }))
      await scene.take(seniorNurse, id, COMPLETE.correctKind)
    const { quarters } = await inApril(scene)
    expect(quarters.at(-1)?.kinds).toMatchObject({ nearMiss: 0, practiceConcern: 5 })
  })
})

describe('the time to a decision', () => {
  const medians = ({ quarters }: Figures) => quarters.map(({ times }) => times.decision.half)

  test('is the middle value of first decisions, by the quarter they were made in', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 5 })
    // On Friday, then on Monday to Thursday.
    for (const [n, { id }] of raised.entries()) {
      if (n > 0) scene.clock.advance({ days: n === 1 ? 3 : 1 })
      await scene.take(seniorNurse, id, COMPLETE.decide)
    }
    const figures = await inApril(scene)
    expect(figures.medianWorkingDays).toBe(2)
    expect(medians(figures)).toEqual([null, null, null, 2])
  })

  test('does not get longer by deciding again', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 5 })
    for (const { id } of raised) await scene.take(seniorNurse, id, COMPLETE.decide)
    const before = await inApril(scene)
    for (const { id } of raised) await scene.take(seniorNurse, id, COMPLETE.decide)
    scene.clock.advance({ days: 90 })
    expect(medians(await figuresFor(scene)).slice(-2)).toEqual([0, null])
    expect(before.medianWorkingDays).toBe(0)
  })

  test('is not said of fewer than five decisions, nor how many there were', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 8 })
    for (const { id } of raised.slice(0, 4)) await scene.take(seniorNurse, id, COMPLETE.decide)
    const figures = await inApril(scene)
    expect(medians(figures).at(-1)).toBeNull()
    expect(Object.keys(figures)).not.toContain('decided')
  })

  test('is not said of a quarter whose reports are hidden', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 8 })
    scene.clock.advance({ days: 20 })
    await raiseMany(scene, { nearMiss: 3 })
    for (const { id } of raised) await scene.take(seniorNurse, id, COMPLETE.decide)
    scene.clock.advance({ days: 90 })
    expect(medians(await figuresFor(scene))).toEqual([null, null, null, null])
  })
})

describe('figures on time', () => {
  const timesOf = ({ quarters }: Figures) => quarters.at(-1)?.times

  test('say how many decisions kept the promise, and when the reporter first heard', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 10 })
    // Raised on a Friday: a word on Monday, nine decisions by the next Friday, and one after it.
    scene.clock.advance({ days: 3 })
    for (const { id } of raised.slice(0, 9)) await scene.take(seniorNurse, id, COMPLETE.acknowledge)
    scene.clock.advance({ days: 4 })
    for (const { id } of raised.slice(0, 8)) await scene.take(seniorNurse, id, COMPLETE.decide)
    scene.clock.advance({ days: 3 })
    for (const { id } of raised.slice(8)) await scene.take(seniorNurse, id, COMPLETE.decide)
    expect(timesOf(await inApril(scene))).toEqual({
      onTimePercent: 80,
      firstWord: { half: 1, nineInTen: 1 },
      decision: { half: 5, nineInTen: 6 },
    })
  })

  test('S3: keep the first word of whoever had it before it was passed on', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 5 })
    for (const { id } of raised) {
      await scene.take(seniorNurse, id, COMPLETE.acknowledge)
      await scene.take(seniorNurse, id, COMPLETE.reassign)
    }
    scene.clock.advance({ days: 4 })
    for (const { id } of raised) await scene.take(policeSergeant, id, COMPLETE.decide)
    expect(timesOf(await inApril(scene))).toMatchObject({
      onTimePercent: 100,
      firstWord: { half: 0, nineInTen: 0 },
      decision: { half: 2 },
    })
  })

  test('S10: are not said of fewer than five decisions', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 8 })
    for (const { id } of raised.slice(0, 4)) await scene.take(seniorNurse, id, COMPLETE.decide)
    expect(timesOf(await inApril(scene))).toEqual({
      onTimePercent: null,
      firstWord: { half: null, nineInTen: null },
      decision: { half: null, nineInTen: null },
    })
  })
})

describe('the periods', () => {
  test('are one quarter, or one to three years of them, up to one that has ended', async () => {
    const scene = await aScene()
    for (const quarters of [1, 4, 8, 12]) {
      const figures = await figuresFor(scene, boardMember, { quarters, to: '2025-06' })
      expect(figures.quarters).toHaveLength(quarters)
      expect(figures.quarters.at(-1)?.quarter).toBe('2025-06')
    }
  })

  test.each<readonly [string, { quarters?: number; to?: string }, string, string]>([
    ['of another length', { quarters: 3 }, 'quarters', '1, 4, 8, 12'],
    ['of a quarter that has not ended', { to: '2026-03' }, 'to', '2025-12'],
    ['of months that are no quarter', { to: '2025-11' }, 'to', 'June'],
  ])('are refused when they are %s, which says what can be had', async (_, asked, need, says) => {
    await expect(figuresFor(await aScene(), boardMember, asked)).rejects.toMatchObject({
      code: 'incomplete',
      details: { missing: [{ need, say: expect.stringContaining(says) }] },
    })
  })
})
