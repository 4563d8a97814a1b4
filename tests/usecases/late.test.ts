import { expect, test } from 'vitest'
import { getHome } from '../../src/usecases/observation/get-home.ts'
import { getOutline } from '../../src/usecases/observation/read-outline.ts'
import { listLate } from '../../src/usecases/reminding/list-late.ts'
import {
  boardChair,
  boardMember,
  healthVisitor,
  officeManager,
  policeOfficer,
  seniorNurse,
  trustLead,
} from '../domain/a-board.ts'
import { COMPLETE } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

/** Raised on a Friday; two weeks later nobody has done anything about it. */
async function aLateScene() {
  const scene = await aScene()
  const trust = (await scene.raise(healthVisitor)).id
  const police = (await scene.raise(policeOfficer)).id
  scene.clock.advance({ days: 10 })
  const recent = (await scene.raise(healthVisitor)).id
  scene.clock.advance({ hours: 2 })
  return { ...scene, trust, police, recent }
}

test('business manager and chair see what is late, by agency and matter, and no words', async () => {
  const { deps, actor, trust, police, recent } = await aLateScene()
  for (const person of [officeManager, boardChair]) {
    const { lines, byAgency, byMatter } = await listLate(deps, await actor(person))
    expect(lines.map(({ ref, matter }) => `${ref} ${matter.is}`).sort()).toEqual(
      [trust, police].flatMap((ref) => [`${ref} A decision`, `${ref} A start`]),
    )
    expect(byAgency.map(({ count }) => count)).toEqual([2, 2])
    expect(byMatter.map(({ matter, count }) => [matter.is, count])).toEqual(
      expect.arrayContaining([
        ['A start', 2],
        ['A decision', 2],
      ]),
    )
    const shown = JSON.stringify({ lines, byAgency, byMatter })
    for (const hidden of [healthVisitor, policeOfficer, recent, 'letter'])
      expect(shown).not.toContain(hidden)
  }
})

test.each([seniorNurse, trustLead, boardMember, healthVisitor])(
  '%s does not see what is late elsewhere',
  async (person) => {
    const { deps, actor } = await aLateScene()
    await expect(listLate(deps, await actor(person))).rejects.toMatchObject({
      code: 'not-your-role',
    })
  },
)

test('a late report opens as an outline, and no longer once it is done', async () => {
  const { deps, actor, take, trust, recent } = await aLateScene()
  const office = await actor(officeManager)
  expect((await getOutline(deps, trust, office)).outline).toMatchObject({
    isAsked: false,
    decisions: [],
  })
  await expect(getOutline(deps, recent, office)).rejects.toMatchObject({ code: 'not-found' })
  await take(seniorNurse, trust, COMPLETE.decide)
  await expect(getOutline(deps, trust, office)).rejects.toMatchObject({ code: 'not-found' })
})

test('nobody is shown that something about their own report is late', async () => {
  const { deps, actor, raise, clock } = await aScene()
  await raise(officeManager)
  clock.advance({ days: 14 })
  expect((await listLate(deps, await actor(officeManager))).lines).toEqual([])
  expect((await listLate(deps, await actor(boardChair))).lines).toHaveLength(2)
})

test('Home says by when what waits is due, and that it is late', async () => {
  const { deps, actor } = await aLateScene()
  const { waiting } = await getHome(deps, await actor(seniorNurse))
  expect(waiting.rows.map(({ says, isLate }) => [says, isLate])).toEqual([
    [
      'Waiting for a decision for 6 working days. Say that you have it: late, it was due on Monday 23 March 2026. Decide: late, it was due on Friday 27 March 2026.',
      true,
    ],
    [
      'Waiting for a decision since today. Say that you have it by Tuesday 31 March 2026. Decide by Monday 6 April 2026.',
      false,
    ],
  ])
})
