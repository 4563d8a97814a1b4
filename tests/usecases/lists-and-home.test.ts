import { describe, expect, test } from 'vitest'
import { getHome } from '../../src/usecases/observation/get-home.ts'
import { listObservations } from '../../src/usecases/observation/list-observations.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import {
  boardChair,
  boardMember,
  deputyNurse,
  healthVisitor,
  officeManager,
  policeOfficer,
  policeSergeant,
  recordsAuditor,
  schoolNurse,
  seniorNurse,
  teacher,
  trustLead,
} from '../domain/a-board.ts'
import { COMPLETE, choice, ENOUGH } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

const page = { size: 25 }

/** One from the trust, one from the police, one from the school, and one a senior raised. */
async function aBusyScene() {
  const scene = await aScene()
  const raised = {
    trust: (await scene.raise(healthVisitor)).id,
    police: (await scene.raise(policeOfficer)).id,
    school: (await scene.raise(teacher)).id,
    senior: (await scene.raise(seniorNurse)).id,
  }
  const listed = async (person: typeof teacher, view: 'mine' | 'triage') => {
    const request = { view, order: 'newestFirst', page } as const
    const { rows } = await listObservations(scene.deps, request, await scene.actor(person))
    return rows.map(({ ref }) => ref).toSorted()
  }
  return { ...scene, raised, listed }
}

describe('lists', () => {
  test('S12: show those who triage what they may triage, and nobody else anything', async () => {
    const { raised, listed } = await aBusyScene()
    const { trust, police, school, senior } = raised
    const expected = [
      [seniorNurse, [trust]],
      [deputyNurse, [trust, senior]],
      [trustLead, [trust, senior]],
      [policeSergeant, [police]],
      [officeManager, [school]],
      [boardChair, []],
      [boardMember, []],
      [recordsAuditor, []],
      [healthVisitor, []],
    ] as const
    const actual = await Promise.all(
      expected.map(async ([person]) => [person, await listed(person, 'triage')]),
    )
    expect(actual).toEqual(expected.map(([person, refs]) => [person, refs.toSorted()]))
  })

  test('show everybody what they raised themselves', async () => {
    const { raised, listed } = await aBusyScene()
    expect(await listed(healthVisitor, 'mine')).toEqual([raised.trust])
    expect(await listed(seniorNurse, 'mine')).toEqual([raised.senior])
    expect(await listed(schoolNurse, 'mine')).toEqual([])
  })

  test('S13: say how many working days each has waited, until it is decided', async () => {
    const { deps, clock, take, raised, actor } = await aBusyScene()
    clock.advance({ days: 4 })
    const waited = async () => {
      const request = { view: 'triage', order: 'oldestFirst', page } as const
      const { rows } = await listObservations(deps, request, await actor(seniorNurse))
      return rows.map(({ waitedWorkingDays }) => waitedWorkingDays)
    }
    expect(await waited()).toEqual([2])
    await take(seniorNurse, raised.trust, COMPLETE.decide)
    expect(await waited()).toEqual([0])
  })

  test('I1: begin with what has to be looked at today, then the one that waited longest', async () => {
    const { deps, clock, raise, raised, actor } = await aBusyScene()
    clock.advance({ days: 1 })
    const later = await raise(healthVisitor)
    const urgent = await raiseObservation(deps, {
      kind: 'nearMiss',
      answers: ENOUGH.nearMiss.with(0, choice('dangerNow', 'yes')),
      submission: 'urgent',
      actor: await actor(healthVisitor),
    })
    const request = { view: 'triage', order: 'oldestFirst', page } as const
    const { rows } = await listObservations(deps, request, await actor(seniorNurse))
    expect(rows.map(({ ref }) => ref)).toEqual([urgent.id, raised.trust, later.id])
  })

  test('pages neither repeat nor skip', async () => {
    const { deps, raise, actor } = await aScene()
    for (let n = 0; n < 7; n += 1) await raise(healthVisitor)
    const seen: string[] = []
    for (
      let after: string | undefined = '', pages = 0;
      after !== undefined && pages < 5;
      pages += 1
    ) {
      const where = { size: 3, ...(after === '' ? {} : { after }) }
      const request = { view: 'mine', order: 'newestFirst', page: where } as const
      const found = await listObservations(deps, request, await actor(healthVisitor))
      expect(found.total).toBe(7)
      seen.push(...found.rows.map(({ ref }) => ref))
      after = found.next ?? undefined
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `OBS-2026-000${n}`))
  })
})

describe('home', () => {
  test('shows what waits to be decided or finished, and my own reports', async () => {
    const { deps, take, raise, raised, actor } = await aBusyScene()
    const closed = (await raise(healthVisitor)).id
    for (const command of [COMPLETE.decide, COMPLETE.giveFeedback, COMPLETE.close])
      await take(seniorNurse, closed, command)
    await take(seniorNurse, raised.trust, COMPLETE.decide)
    const { waiting, mine } = await getHome(deps, await actor(seniorNurse))
    expect(waiting.rows.map(({ ref }) => ref)).toEqual([raised.trust])
    expect(mine.rows.map(({ ref }) => ref)).toEqual([raised.senior])
  })

  test('S13: shows what nobody has decided yet before what is only to be finished', async () => {
    const { deps, take, raise, clock, raised, actor } = await aBusyScene()
    await take(seniorNurse, raised.trust, COMPLETE.decide)
    clock.advance({ days: 1 })
    const later = (await raise(healthVisitor)).id
    const { waiting } = await getHome(deps, await actor(seniorNurse))
    expect(waiting.rows.map(({ ref }) => ref)).toEqual([later, raised.trust])
  })

  test('I1: begins with what became urgent after its decision, and marks it until it is answered', async () => {
    const { deps, take, raise, clock, raised, actor } = await aBusyScene()
    const waiting = async () => {
      const { rows } = (await getHome(deps, await actor(seniorNurse))).waiting
      return rows.map(({ ref, isUrgent }) => [ref, isUrgent])
    }
    clock.advance({ days: 1 })
    const other = (await raise(healthVisitor)).id
    await take(seniorNurse, raised.trust, COMPLETE.decide)
    clock.advance({ minutes: 5 })
    await take(healthVisitor, raised.trust, { ...COMPLETE.add, text: 'He is hitting her now.' })
    expect(await waiting()).toEqual([
      [raised.trust, true],
      [other, false],
    ])
    clock.advance({ minutes: 5 })
    await take(seniorNurse, raised.trust, COMPLETE.giveFeedback)
    expect(await waiting()).toEqual([
      [other, false],
      [raised.trust, false],
    ])
  })

  test('shows ten of each, and says how many there are', async () => {
    const { deps, raise, actor } = await aScene()
    for (let n = 0; n < 12; n += 1) await raise(healthVisitor)
    const { waiting } = await getHome(deps, await actor(seniorNurse))
    expect([waiting.rows.length, waiting.total]).toEqual([10, 12])
    const { mine } = await getHome(deps, await actor(healthVisitor))
    expect([mine.rows.length, mine.total]).toEqual([10, 12])
  })

  test('shows somebody new nothing at all', async () => {
    const { deps, actor } = await aBusyScene()
    const { waiting, mine } = await getHome(deps, await actor(schoolNurse))
    expect([waiting.total, mine.total]).toEqual([0, 0])
  })
})
