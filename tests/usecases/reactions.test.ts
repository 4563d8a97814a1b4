import { describe, expect, onTestFinished, test } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { ACTIVITY } from '../../src/domain/activity/registered.ts'
import type { ActivityCommand } from '../../src/domain/activity/types.ts'
import { sayEvent } from '../../src/domain/observation/events.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import {
  aBoard,
  healthVisitor,
  police,
  policeSergeant,
  seniorNurse,
  trustLead,
} from '../domain/a-board.ts'
import { ACTIVITY_COMPLETE } from '../domain/an-activity.ts'
import { COMPLETE, deciding } from '../domain/an-observation.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { anEmptyStore, aScene } from './a-scene.ts'

const server = mongoForTests()

async function onServer() {
  const { uri, drop } = freshDatabase(server?.uri ?? '')
  const stores = await openMongoStores({ uri })
  onTestFinished(async () => {
    await stores.close()
    await drop()
  })
  return stores
}

const STORES = [
  ['SQLite', anEmptyStore],
  ...(server ? ([['MongoDB', onServer]] as const) : []),
] as const

async function decided(
  open: (typeof STORES)[number][1],
  decision: Parameters<typeof deciding>[1] = {},
) {
  const scene = await aScene(aBoard(), open)
  const { deps } = scene
  const { id } = await scene.raise(healthVisitor)
  await scene.take(seniorNurse, id, deciding(decision.outcome ?? 'localLearning', decision))
  const everything = { scope: [[]] }
  const seen = new Set<string>()
  return {
    ...scene,
    id,
    activities: async () =>
      (await deps.records.activity.find(everything, 'soonestFirst', { size: 9 })).rows,
    change: async (person: PersonId, ref: string, command: ActivityCommand) =>
      changeRecord(deps, 'activity', {
        id: ref,
        command,
        actor: await scene.actor(person),
        submission: deps.newId(),
      }),
    /** Those that were not asked for before. */
    messages: async () => {
      const now = scene.clock.now()
      const fresh = (await deps.deliveries.claim(now, now, 99)).filter(({ key }) => !seen.has(key))
      for (const { key } of fresh) seen.add(key)
      return fresh.map(
        ({ recordId, notice, recipient }) => `${recordId.slice(0, 3)} ${notice} → ${recipient}`,
      )
    },
  }
}

describe.each(STORES)('on %s', (_store, open) => {
  test.each([
    ['localLearning', 'teamMeeting'],
    ['supervision', 'supervision'],
    ['afterActionReview', 'afterActionReview'],
    ['auditTheme', 'singleAgencyAudit'],
  ] as const)('S6: deciding %s plans a %s with a holder and a day', async (outcome, type) => {
    const { deps, activities, id } = await decided(open, { outcome })
    await planDeliveries(deps)
    expect(await activities()).toMatchObject([
      {
        stage: 'planned',
        type,
        holder: trustLead,
        maker: seniorNurse,
        day: '2026-05-29',
        origin: id,
      },
    ])
  })

  test('S6: any other decision plans nothing', async () => {
    const { deps, activities } = await decided(open, { outcome: 'linkToExisting' })
    await planDeliveries(deps)
    expect(await activities()).toEqual([])
  })

  test('S6: a crash after it, and two programs at once, plan it once', async () => {
    const { deps, activities, messages } = await decided(open)
    const { markDelivered } = deps.records.observation
    deps.records.observation.markDelivered = () => Promise.reject(new Error('down'))
    await expect(planDeliveries(deps)).rejects.toThrow('down')
    deps.records.observation.markDelivered = markDelivered
    await Promise.all([planDeliveries(deps), planDeliveries(deps), planDeliveries(deps)])
    expect(await activities()).toHaveLength(1)
    expect((await messages()).filter((one) => one.startsWith('LRN'))).toEqual([
      `LRN planned → ${trustLead}`,
    ])
  })

  test('S6: once it is held, whoever triaged is asked to tell the reporter, in words that wait', async () => {
    const { deps, stores, activities, change, id, messages, eventTypes, take } = await decided(open)
    await planDeliveries(deps)
    const [planned] = await activities()
    await messages()
    await change(trustLead, planned?.ref ?? '', {
      ...ACTIVITY_COMPLETE.hold,
      heldOn: '2026-03-20',
    })
    const crash = new Error('down')
    const { markDelivered } = deps.records.activity
    deps.records.activity.markDelivered = () => Promise.reject(crash)
    await expect(planDeliveries(deps)).rejects.toBe(crash)
    deps.records.activity.markDelivered = markDelivered
    while ((await planDeliveries(deps)) > 0);
    expect((await eventTypes(id)).filter((type) => type === 'LearningRecorded')).toHaveLength(1)
    const waiting = await messages()
    expect(waiting.filter((one) => one.startsWith('OBS triage'))).toContain(
      `OBS triage → ${seniorNurse}`,
    )
    const { state } = (await stores.records.observation.load(id)) ?? {}
    expect(state?.learned).toMatchObject({
      activity: planned?.ref,
      points: ['Read the address aloud'],
    })
    await take(seniorNurse, id, COMPLETE.giveFeedback)
    expect((await stores.records.observation.load(id))?.state).not.toHaveProperty('learned')
  })

  test('S6: a decision with another outcome drops what was planned and not begun, and both say so', async () => {
    const { deps, activities, id, messages, take, stores } = await decided(open)
    await planDeliveries(deps)
    const [planned] = await activities()
    await messages()
    await take(seniorNurse, id, deciding('afterActionReview'))
    const { markDelivered } = deps.records.observation
    deps.records.observation.markDelivered = () => Promise.reject(new Error('down'))
    await expect(planDeliveries(deps)).rejects.toThrow('down')
    deps.records.observation.markDelivered = markDelivered
    while ((await planDeliveries(deps)) > 0);
    expect((await activities()).map(({ type, stage }) => `${type} ${stage}`).sort()).toEqual([
      'afterActionReview planned',
      'teamMeeting notHeld',
    ])
    const told = await messages()
    expect(told).toContain(`LRN dropped → ${trustLead}`)
    expect(told).toContain(`OBS notHeld → ${healthVisitor}`)
    const said = await stores.records.activity.history(planned?.ref ?? '')
    expect(said.map(({ event }) => ACTIVITY.shown?.sayEvent(event, aBoard()))).toContain(
      'Will not be held. Reason: Another decision was made about the report.',
    )
    const history = (await stores.records.observation.history(id)).map(({ event }) =>
      sayEvent(event, aBoard(), 'reporter'),
    )
    expect(
      history.filter(
        (one) =>
          one ===
          'Team meeting will not be held. Reason: Another decision was made about the report.',
      ),
    ).toHaveLength(1)
  })

  test.each([
    ['was held', 'hold', 'recorded', 'localLearning', 'linkToExisting'],
    ['an audit that was begun', 'startAudit', 'gathering', 'auditTheme', 'linkToExisting'],
    ['is what was decided again', null, 'planned', 'localLearning', 'localLearning'],
  ] as const)('S6: what %s stays, whatever is decided', async (_what, by, stage, first, then) => {
    const { deps, activities, id, change, take } = await decided(open, { outcome: first })
    await planDeliveries(deps)
    const ref = (await activities())[0]?.ref ?? ''
    const given = {
      hold: { ...ACTIVITY_COMPLETE.hold, heldOn: '2026-03-20' },
      startAudit: ACTIVITY_COMPLETE.startAudit,
    }
    if (by) await change(trustLead, ref, given[by])
    await take(seniorNurse, id, deciding(then))
    while ((await planDeliveries(deps)) > 0);
    expect((await activities()).find((one) => one.ref === ref)?.stage).toBe(stage)
  })

  test('S6: where it is not held the reporter is told, with the reason', async () => {
    const { deps, activities, change, messages } = await decided(open)
    await planDeliveries(deps)
    const [planned] = await activities()
    await messages()
    await change(trustLead, planned?.ref ?? '', ACTIVITY_COMPLETE.notHeld)
    while ((await planDeliveries(deps)) > 0);
    expect(await messages()).toContain(`OBS notHeld → ${healthVisitor}`)
  })
})

test('S7: who has to do something about a finding is told of an action, once, and nobody else', async () => {
  const { deps, activities, change, messages } = await decided(anEmptyStore, {
    outcome: 'auditTheme',
  })
  await planDeliveries(deps)
  const ref = (await activities())[0]?.ref ?? ''
  await change(trustLead, ref, ACTIVITY_COMPLETE.startAudit)
  while ((await planDeliveries(deps)) > 0);
  await messages()
  await change(trustLead, ref, ACTIVITY_COMPLETE.recordFindings)
  const { markDelivered } = deps.records.activity
  deps.records.activity.markDelivered = () => Promise.reject(new Error('down'))
  await expect(planDeliveries(deps)).rejects.toThrow('down')
  deps.records.activity.markDelivered = markDelivered
  await Promise.all([planDeliveries(deps), planDeliveries(deps)])
  while ((await planDeliveries(deps)) > 0);
  expect(await messages()).toEqual([`ACN assigned → ${policeSergeant}`])
  const { rows } = await deps.records.action.find({ scope: [[]] }, 'soonestFirst', { size: 9 })
  expect(rows).toMatchObject([
    {
      stage: 'open',
      owner: policeSergeant,
      agency: police,
      maker: trustLead,
      dueOn: '2026-06-30',
      origin: ref,
      reporter: healthVisitor,
    },
  ])
})
