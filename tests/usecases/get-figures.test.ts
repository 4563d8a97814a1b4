import { describe, expect, test } from 'vitest'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { getFigures } from '../../src/usecases/get-figures.ts'
import {
  boardChair,
  boardMember,
  healthVisitor,
  identityCustodian,
  lawyer,
  officeManager,
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
    expect((await figuresFor(await aScene(), person)).total).toBe(0)
  })

  test.each([healthVisitor, identityCustodian])('are not shown to %s', async (person) => {
    await expect(figuresFor(await aScene(), person)).rejects.toMatchObject({
      code: 'not-your-role',
    })
  })

  test('S4: count every kind by month, over the last twelve', async () => {
    const scene = await aScene()
    await raiseMany(scene, { goodPractice: 5, nearMiss: 7 })
    scene.clock.advance({ days: 31 })
    await raiseMany(scene, { nearMiss: 6 })
    const figures = await figuresFor(scene)
    expect(figures.months).toHaveLength(12)
    expect([figures.from, figures.to]).toEqual(['2025-05', '2026-04'])
    const counted = (kind: KindCode) => figures.kinds.find((row) => row.kind === kind)
    expect(counted('goodPractice')).toMatchObject({ total: 5 })
    expect(counted('nearMiss')?.counts.slice(-2)).toEqual([7, 6])
    expect(counted('typicalCase')?.total).toBe(0)
    expect(figures.total).toBe(18)
  })

  test('S4: all eight kinds are there, those for good work first', async () => {
    const { kinds } = await figuresFor(await aScene())
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'goodPractice',
      'goodOutcome',
      'typicalCase',
      'nearMiss',
      'disquiet',
      'practiceConcern',
      'riskAhead',
      'poorOutcome',
    ])
  })

  test('S10: hold no person, agency or reference', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 12 })
    expect(JSON.stringify(await figuresFor(scene))).not.toMatch(
      /health-visitor|community-trust|OBS-/,
    )
  })

  test('S10: counts from 1 to 4 are not shown, and cannot be worked out', async () => {
    const scene = await aScene()
    await raiseMany(scene, { goodPractice: 2, disquiet: 3, nearMiss: 9 })
    const { kinds, total } = await figuresFor(scene)
    const shown = Object.fromEntries(kinds.map((row) => [row.kind, [row.counts.at(-1), row.total]]))
    expect(total).toBe(14)
    expect(shown.goodPractice).toEqual(['fewerThan5', 'fewerThan5'])
    expect(shown.disquiet).toEqual(['fewerThan5', 'fewerThan5'])
    const hiddenTotals = (group: readonly string[]) =>
      group.filter((kind) => shown[kind]?.[1] === 'fewerThan5').length
    expect(hiddenTotals(['goodPractice', 'goodOutcome', 'typicalCase'])).toBeGreaterThan(1)
    expect(hiddenTotals(['nearMiss', 'disquiet', 'practiceConcern'])).toBeGreaterThan(1)
  })
})

describe('the mix', () => {
  test.each([
    ['a quarter is enough', { goodPractice: 3, typicalCase: 2, nearMiss: 15 }, 25, false],
    ['less than a quarter gives a warning', { goodPractice: 5, nearMiss: 20 }, 20, true],
    [
      'a share that would give away a small count is not shown',
      { goodPractice: 1, nearMiss: 9 },
      null,
      true,
    ],
    ['fewer than five say nothing', { nearMiss: 4 }, null, false],
    ['nothing but good work is no reason to warn', { goodOutcome: 6 }, 100, false],
  ] as const)('S4: the share of good and typical work: %s', async (_, many, percent, warned) => {
    const scene = await aScene()
    await raiseMany(scene, many)
    expect(await figuresFor(scene)).toMatchObject({
      appreciativePercent: percent,
      tooFewAppreciative: warned,
    })
  })

  test('S4: the warning looks at the last three months', async () => {
    const scene = await aScene()
    await raiseMany(scene, { nearMiss: 20 })
    scene.clock.advance({ days: 100 })
    await raiseMany(scene, { goodPractice: 5, nearMiss: 5 })
    expect(await figuresFor(scene)).toMatchObject({
      appreciativePercent: 17,
      tooFewAppreciative: false,
    })
  })

  test('S5: a kind that triage corrected is counted as what it is', async () => {
    const scene = await aScene()
    for (const { id } of await raiseMany(scene, { nearMiss: 5 }))
      await scene.take(seniorNurse, id, COMPLETE.correctKind)
    const { kinds } = await figuresFor(scene)
    const totals = Object.fromEntries(kinds.map(({ kind, total }) => [kind, total]))
    expect(totals).toMatchObject({ nearMiss: 0, practiceConcern: 5 })
  })
})

describe('the time to a decision', () => {
  test('is the middle value of first decisions, by the month they were made in', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 5 })
    // On Friday, then on Monday to Thursday.
    for (const [n, { id }] of raised.entries()) {
      if (n > 0) scene.clock.advance({ days: n === 1 ? 3 : 1 })
      await scene.take(seniorNurse, id, COMPLETE.decide)
    }
    const { decisions, decided, medianWorkingDays } = await figuresFor(scene)
    expect(decided).toBe(5)
    expect(medianWorkingDays).toBe(2)
    expect(decisions.at(-1)).toEqual({ month: '2026-03', decided: 5, medianWorkingDays: 2 })
  })

  test('does not get longer by deciding again', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 5 })
    for (const { id } of raised) await scene.take(seniorNurse, id, COMPLETE.decide)
    scene.clock.advance({ days: 20 })
    for (const { id } of raised) await scene.take(seniorNurse, id, COMPLETE.decide)
    expect(await figuresFor(scene)).toMatchObject({ decided: 5, medianWorkingDays: 0 })
  })

  test('is hidden with fewer than five decisions, which the other months do not give away', async () => {
    const scene = await aScene()
    const raised = await raiseMany(scene, { nearMiss: 8 })
    for (const { id } of raised.slice(0, 3)) await scene.take(seniorNurse, id, COMPLETE.decide)
    scene.clock.advance({ days: 31 })
    for (const { id } of raised.slice(3)) await scene.take(seniorNurse, id, COMPLETE.decide)
    const { decisions, decided } = await figuresFor(scene)
    expect(decided).toBe(8)
    expect(decisions.slice(-2)).toEqual([
      { month: '2026-03', decided: 'fewerThan5', medianWorkingDays: null },
      { month: '2026-04', decided: 5, medianWorkingDays: 21 },
    ])
    expect(decisions.filter((one) => one.decided === 'fewerThan5')).toHaveLength(2)
  })
})

describe('the months', () => {
  test('can be chosen, both ends included', async () => {
    const { months } = await figuresFor(await aScene(), boardMember, {
      from: '2025-11',
      to: '2026-02',
    })
    expect(months).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })

  test.each([
    ['the wrong way round', { from: '2026-03', to: '2026-02' }],
    ['more than 36', { from: '2023-03', to: '2026-03' }],
  ])('are refused when they are %s', async (_, range) => {
    await expect(figuresFor(await aScene(), boardMember, range)).rejects.toMatchObject({
      code: 'incomplete',
      details: { missing: [{ need: 'from' }] },
    })
  })
})
