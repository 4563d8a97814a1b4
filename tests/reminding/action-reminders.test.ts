import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { ActionCommand } from '../../src/domain/action/types.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { PersonId, RecordRef } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { listWaiting } from '../../src/usecases/reminding/list-waiting.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import {
  aBoard,
  boardChair,
  deputyNurse,
  officeManager,
  policeSergeant,
  seniorNurse,
  trustLead,
  without,
} from '../domain/a-board.ts'
import { ACTION_COMPLETE } from '../domain/an-action.ts'
import { ACTIVITY_COMPLETE } from '../domain/an-activity.ts'
import { aRemindingScene } from './a-reminding-scene.ts'

const DAY = 24

/** From Monday 2 March 2026, ten o'clock, with an action of the senior for that day three weeks later. */
async function assigned(maker = trustLead, dueOn = '2026-03-23') {
  const stores = await openSqliteStores({ path: ':memory:' })
  onTestFinished(() => stores.close())
  const scene = await aRemindingScene(stores, { at: '2026-03-02T10:00Z' })
  const { deps, passes } = scene
  const by = (person: PersonId) => ({ actor: actorFor(aBoard(), person), submission: deps.newId() })
  const command = { ...ACTION_COMPLETE.assign, owner: seniorNurse, dueOn }
  const { id } = await makeRecord(deps, 'action', { command, ...by(maker) })
  const take = (person: PersonId, what: ActionCommand) =>
    changeRecord(deps, 'action', { id, command: what, ...by(person) })
  return {
    ...scene,
    by,
    take,
    passes: async (days: number) => [...(await passes(days * DAY))].sort(),
    waitsFor: async (...people: readonly PersonId[]) => {
      const { state } = (await deps.board.current()) ?? { state: aBoard() }
      const found = await Promise.all(
        people.map(async (person) => (await listWaiting(deps, actorFor(state, person), 9)).rows),
      )
      return people.filter((_, nth) => (found[nth]?.length ?? 0) > 0)
    },
  }
}

test('S42: one that was assigned: its owner answers within five working days, then it climbs', async () => {
  const { take, passes } = await assigned()
  expect(await passes(15)).toEqual([
    `06 09:00 ${seniorNurse}: Accept it or hand it back 1`,
    `09 09:00 ${seniorNurse}: Accept it or hand it back 1`,
    `10 09:00 ${seniorNurse}: late An answer whether it is taken on 1`,
    `11 09:00 ${seniorNurse}: late An answer whether it is taken on 1`,
    `11 09:00 ${trustLead}: late An answer whether it is taken on 1`,
    `12 09:00 ${officeManager}: late An answer whether it is taken on 1`,
    `12 09:00 ${seniorNurse}: late An answer whether it is taken on 1`,
    `16 09:00 ${boardChair}: late An answer whether it is taken on 1`,
    `16 09:00 ${seniorNurse}: late An answer whether it is taken on 1`,
  ])
  await take(seniorNurse, ACTION_COMPLETE.accept)
  expect(await passes(2)).toEqual([])
})

test('S42: its day: the working day before, on the day, then climbing until it is done', async () => {
  const { take, passes } = await assigned(trustLead, '2026-03-09')
  await take(seniorNurse, ACTION_COMPLETE.accept)
  expect(await passes(10)).toEqual([
    `06 09:00 ${seniorNurse}: Do what was agreed 1`,
    `09 09:00 ${seniorNurse}: Do what was agreed 1`,
    `10 09:00 ${seniorNurse}: late An action 1`,
    `11 09:00 ${seniorNurse}: late An action 1`,
    `11 09:00 ${trustLead}: late An action 1`,
    `12 09:00 ${officeManager}: late An action 1`,
    `12 09:00 ${seniorNurse}: late An action 1`,
  ])
  await take(seniorNurse, ACTION_COMPLETE.finish)
  expect(await passes(5)).toEqual([])
})

test('S42: a date that was moved is the one reminders go by', async () => {
  const { take, passes } = await assigned(seniorNurse, '2026-03-09')
  await take(seniorNurse, { ...ACTION_COMPLETE.changeDate, dueOn: '2026-03-13' })
  expect(await passes(12)).toEqual([
    `12 09:00 ${seniorNurse}: Do what was agreed 1`,
    `13 09:00 ${seniorNurse}: Do what was agreed 1`,
  ])
})

test('S42: what is done is checked within ten working days by somebody else, then it climbs', async () => {
  const { take, passes, waitsFor } = await assigned(seniorNurse)
  await take(seniorNurse, ACTION_COMPLETE.finish)
  expect(await waitsFor(seniorNurse, deputyNurse, trustLead, officeManager)).toEqual([
    deputyNurse,
    trustLead,
  ])
  expect(await passes(19)).toEqual([
    `13 09:00 ${deputyNurse}: Check what was done 1`,
    `16 09:00 ${deputyNurse}: Check what was done 1`,
    `17 09:00 ${deputyNurse}: late The check of an action 1`,
    `17 09:00 ${trustLead}: late The check of an action 1`,
    `18 09:00 ${deputyNurse}: late The check of an action 1`,
    `19 09:00 ${deputyNurse}: late The check of an action 1`,
    `19 09:00 ${officeManager}: late The check of an action 1`,
  ])
  await take(trustLead, ACTION_COMPLETE.check)
  expect(await passes(5)).toEqual([])
  expect(await waitsFor(deputyNurse, trustLead)).toEqual([])
})

test('S42: where its owner is the only one who checks there, the business manager does', async () => {
  const { deps, by, waitsFor } = await assigned()
  const command = { ...ACTION_COMPLETE.assign, owner: policeSergeant }
  const { id } = await makeRecord(deps, 'action', { command, ...by(policeSergeant) })
  await changeRecord(deps, 'action', { id, command: ACTION_COMPLETE.finish, ...by(policeSergeant) })
  expect(await waitsFor(policeSergeant, officeManager)).toEqual([officeManager])
})

test('S42: one that is stuck waits for whoever can help, who is told the same day', async () => {
  const { deps, take, passes, waitsFor } = await assigned(seniorNurse)
  await take(seniorNurse, ACTION_COMPLETE.reportStuck)
  while ((await planDeliveries(deps)) > 0);
  const now = deps.clock.now()
  const told = await deps.deliveries.claim(now, now, 9)
  expect(told.map(({ notice, recipient }) => [notice, recipient])).toEqual([
    ['stuck', policeSergeant],
  ])
  expect(await waitsFor(policeSergeant)).toEqual([policeSergeant])
  expect(await passes(8)).toEqual([
    `06 09:00 ${policeSergeant}: Help, so that it can go on 1`,
    `09 09:00 ${policeSergeant}: Help, so that it can go on 1`,
    `10 09:00 ${policeSergeant}: late Help with an action 1`,
  ])
  await take(policeSergeant, ACTION_COMPLETE.unstick)
  expect(await passes(4)).toEqual([])
  expect(await waitsFor(policeSergeant)).toEqual([])
})

test('S42: one that was handed back waits for whoever assigned it', async () => {
  const { take, passes, waitsFor } = await assigned()
  await take(seniorNurse, ACTION_COMPLETE.handBack)
  expect(await waitsFor(seniorNurse, trustLead)).toEqual([trustLead])
  expect(await passes(7)).toEqual([
    `06 09:00 ${trustLead}: Hand it over to somebody 1`,
    `09 09:00 ${trustLead}: Hand it over to somebody 1`,
  ])
})

test('S42: the actions of somebody who is away or has left are those of whoever stands in, the same day', async () => {
  const { boardBecomes, passes, waitsFor } = await assigned(trustLead, '2026-03-05')
  const all = [seniorNurse, deputyNurse, trustLead, policeSergeant]
  expect(await waitsFor(...all)).toEqual([seniorNurse])
  await boardBecomes(without(aBoard(), seniorNurse))
  expect(await waitsFor(deputyNurse, trustLead, policeSergeant)).toEqual([deputyNurse])
  await boardBecomes(without(aBoard(), seniorNurse, deputyNurse))
  expect(await waitsFor(trustLead, policeSergeant)).toEqual([trustLead])
  expect(await passes(2)).toEqual([`04 09:00 ${trustLead}: Do what was agreed 1`])
})

test('S7: what an audit promised is reminded of as an action, until its owner says that it is done', async () => {
  const { deps, by, passes } = await assigned(seniorNurse, '2026-04-30')
  const plan = {
    ...ACTIVITY_COMPLETE.plan,
    activity: 'singleAgencyAudit',
    holder: seniorNurse,
  } as const
  const audit = await makeRecord(deps, 'activity', { command: plan, ...by(trustLead) })
  const [finding] = ACTIVITY_COMPLETE.recordFindings.findings
  if (!finding) throw new Error('no finding')
  const findings = [{ ...finding, owner: policeSergeant, dueOn: '2026-03-05' }]
  for (const command of [
    ACTIVITY_COMPLETE.startAudit,
    { ...ACTIVITY_COMPLETE.recordFindings, findings },
  ])
    await changeRecord(deps, 'activity', {
      id: audit.id as RecordRef, // the store's key for a record is its reference
      command,
      ...by(seniorNurse),
    })
  while ((await planDeliveries(deps)) > 0);
  const { rows } = await deps.records.action.find(
    { scope: [[{ column: 'owner', oneOf: [policeSergeant] }]] },
    'soonestFirst',
    { size: 9 },
  )
  const id = rows[0]?.ref ?? ''
  const take = (command: ActionCommand) =>
    changeRecord(deps, 'action', { id, command, ...by(policeSergeant) })
  await take(ACTION_COMPLETE.accept)
  const theirs = async (days: number) =>
    (await passes(days)).filter((line) => line.includes(policeSergeant))
  expect((await theirs(3)).filter((line) => line.includes('Do what'))).toEqual([
    `04 09:00 ${policeSergeant}: Do what was agreed 2`,
    `05 09:00 ${policeSergeant}: Do what was agreed 2`,
  ])
  await take(ACTION_COMPLETE.finish)
  expect(await theirs(5)).toEqual([])
})
