import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { ActivityCommand } from '../../src/domain/activity/types.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { listWaiting } from '../../src/usecases/reminding/list-waiting.ts'
import {
  aBoard,
  deputyNurse,
  policeSergeant,
  seniorNurse,
  trustLead,
  without,
} from '../domain/a-board.ts'
import { ACTIVITY_COMPLETE } from '../domain/an-activity.ts'
import { aRemindingScene } from './a-reminding-scene.ts'

const DAY = 24

/** From Monday 2 March 2026, ten o'clock, with something planned for the Monday after. */
async function planned(activity: 'huddle' | 'singleAgencyAudit') {
  const stores = await openSqliteStores({ path: ':memory:' })
  onTestFinished(() => stores.close())
  const scene = await aRemindingScene(stores, { at: '2026-03-02T10:00Z' })
  const { deps, passes } = scene
  const by = (person: PersonId) => ({ actor: actorFor(aBoard(), person), submission: deps.newId() })
  const plan = { ...ACTIVITY_COMPLETE.plan, activity, holder: seniorNurse, dueOn: '2026-03-09' }
  const { id } = await makeRecord(deps, 'activity', { command: plan, ...by(trustLead) })
  const take = (person: PersonId, command: ActivityCommand) =>
    changeRecord(deps, 'activity', { id, command, ...by(person) })
  return { ...scene, take, passes: async (days: number) => [...(await passes(days * DAY))].sort() }
}

test('S6: planned learning: before, on the day, then its holder and the agency lead, until it is recorded', async () => {
  const { take, passes } = await planned('huddle')
  expect(await passes(10)).toEqual([
    `06 09:00 ${seniorNurse}: Hold it and record it, or say why not 1`,
    `09 09:00 ${seniorNurse}: Hold it and record it, or say why not 1`,
    `10 09:00 ${seniorNurse}: late A learning activity 1`,
    `11 09:00 ${seniorNurse}: late A learning activity 1`,
    `11 09:00 ${trustLead}: late A learning activity 1`,
  ])
  await take(seniorNurse, { ...ACTIVITY_COMPLETE.hold, heldOn: '2026-03-11' })
  expect(await passes(5)).toEqual([])
})

test('S6: while its holder is away whoever stands in has it, and they have it again afterwards', async () => {
  const { deps, boardBecomes, passes } = await planned('huddle')
  const has = async () => {
    const found = await Promise.all(
      [seniorNurse, deputyNurse, trustLead, policeSergeant].map(async (person) => {
        const { state } = (await deps.board.current()) ?? { state: aBoard() }
        const { rows } = await listWaiting(deps, actorFor(state, person), 9)
        return rows.length > 0 ? [person] : []
      }),
    )
    return found.flat()
  }
  const away = (until: string, ...people: readonly PersonId[]) => ({
    ...aBoard(),
    people: aBoard().people.map((one) =>
      people.includes(one.id) ? { ...one, awayUntil: until } : one,
    ),
  })
  expect(await has()).toEqual([seniorNurse])
  await boardBecomes(away('2026-03-06', seniorNurse))
  expect(await has()).toEqual([seniorNurse, deputyNurse])
  expect(await passes(5)).toEqual([
    `06 09:00 ${deputyNurse}: Hold it and record it, or say why not 1`,
  ])
  expect(await has()).toEqual([seniorNurse])
  await boardBecomes(away('2026-03-09', seniorNurse, deputyNurse))
  expect(await passes(2)).toEqual([
    `09 09:00 ${trustLead}: Hold it and record it, or say why not 1`,
  ])
  await boardBecomes(without(aBoard(), seniorNurse))
  expect(await has()).toContain(deputyNurse)
})
