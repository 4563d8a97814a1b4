import { expect, test } from 'vitest'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import {
  businessManager,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, raised } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

const LEARNING = {
  setting: 'teamMeeting',
  holder: deputyNurse,
  holdBy: '2099-05-29',
  about: 'How letters are checked before they go out.',
}
const RECORDED = {
  submission: 'once',
  heldOn: '2026-01-05',
  activity: 'supervision',
  learning: [{ point: 'Read the address aloud' }],
}

test('S6: supervision is recorded, once, and read by who recorded it and the seniors there', async () => {
  const api = await runningApi()
  const made = await api.post(healthVisitor, '/api/activities/record', RECORDED)
  expect(made).toMatchObject({ status: 201, body: { title: 'Supervision', stage: 'Recorded' } })
  const again = await api.post(healthVisitor, '/api/activities/record', RECORDED)
  expect(again.body).toEqual(made.body)
  const path = `/api/activities/${made.body.ref}`
  const statuses = await Promise.all(
    [healthVisitor, seniorNurse, policeSergeant, businessManager].map(
      async (who) => (await api.get(who, path)).status,
    ),
  )
  expect(statuses).toEqual([200, 200, 404, 404])
  const list = await api.get(seniorNurse, '/api/activities')
  expect(list.body).toMatchObject({
    total: 1,
    rows: [{ ref: made.body.ref, title: 'Supervision' }],
  })
  expect((await api.get(policeSergeant, '/api/activities')).body).toMatchObject({ total: 0 })
})

test.each([
  ['no learning point', { learning: [] }, 'learning'],
  ['a day to come', { heldOn: '2999-01-01' }, 'heldOn'],
  ['an audit', { activity: 'multiAgencyAudit' }, 'activity'],
])('S6: it is refused with %s, and says what to do', async (_what, part, need) => {
  const api = await runningApi()
  const refused = await api.post(seniorNurse, '/api/activities/record', { ...RECORDED, ...part })
  expect(refused).toMatchObject({ status: 422, body: { missing: [{ need }] } })
})

test('S6: a decision asks who holds it by when; what they record comes back to who decided', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}/decide`
  const decision = {
    outcome: 'localLearning',
    reason: 'The same happens in every clinic.',
    words: 'It is used for learning.',
    nextReviewOn: null,
  }
  const refused = await api.post(seniorNurse, path, aChange(1, decision))
  expect(refused.body.missing.map(({ need }: { need: string }) => need)).toEqual([
    'setting',
    'holder',
    'holdBy',
    'about',
  ])
  const taken = await api.post(seniorNurse, path, aChange(1, { ...decision, ...LEARNING }))
  expect(taken.status).toBe(200)
  expect((await api.get(healthVisitor, `/api/observations/${ref}`)).text).not.toContain(
    'letters are',
  )
  while ((await planDeliveries(api.deps)) > 0);
  const planned = await api.get(deputyNurse, '/api/activities?stage=planned')
  expect(planned.body.rows).toMatchObject([{ title: 'Team meeting', stage: 'Planned' }])
  const activity = planned.body.rows[0].ref
  const follows = async (who: typeof healthVisitor) =>
    (await api.get(who, `/api/observations/${ref}`)).body.follows.map(
      (row: { ref: string; title: string }) => `${row.ref} ${row.title}`,
    )
  expect(await follows(seniorNurse)).toEqual([`${activity} Team meeting`])
  expect(await follows(healthVisitor)).toEqual([])
  const held = await api.post(
    deputyNurse,
    `/api/activities/${activity}/hold`,
    aChange(1, { heldOn: '2026-01-05', learning: [{ point: 'Read it aloud' }] }),
  )
  expect(held).toMatchObject({
    status: 200,
    body: { stage: 'Recorded', links: [{ ref, kind: 'observation' }] },
  })
  const wrong = await api.post(
    deputyNurse,
    `/api/activities/${activity}/correct`,
    aChange(2, { agencies: ['police'], reason: 'The police took part.' }),
  )
  expect(wrong.status).toBe(200)
  expect(JSON.stringify(wrong.body.facts)).toContain('Police')
  expect(JSON.stringify(wrong.body.history)).toContain('Recorded before: Team meeting')
  while ((await planDeliveries(api.deps)) > 0);
  const { body } = await api.get(seniorNurse, `/api/observations/${ref}`)
  const feedback = body.allowed.find(({ action }: { action: string }) => action === 'giveFeedback')
  expect(JSON.stringify(feedback)).toContain('People took this from it: Read it aloud.')
})

test('S6: learning that is not held is the first thing its reporter reads of the report', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const decision = {
    outcome: 'localLearning',
    reason: 'The same happens in every clinic.',
    words: 'We will talk about it at the meeting.',
    nextReviewOn: null,
    ...LEARNING,
  }
  await api.post(seniorNurse, `/api/observations/${ref}/decide`, aChange(1, decision))
  while ((await planDeliveries(api.deps)) > 0);
  const planned = await api.get(deputyNurse, '/api/activities?stage=planned')
  const { ref: activity } = planned.body.rows[0]
  const reason = 'The clinic has closed.'
  await api.post(deputyNurse, `/api/activities/${activity}/notHeld`, aChange(1, { reason }))
  while ((await planDeliveries(api.deps)) > 0);
  const { body } = await api.get(healthVisitor, `/api/observations/${ref}`)
  expect(body.says).toMatch(
    /^Team meeting will not be held. Reason: The clinic has closed. Decided:/,
  )
})

test('S6: words under a question that is not asked are refused, and a choice there is dropped', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const decision = {
    outcome: 'answerAndClose',
    reason: 'The clinic was asked, and has answered.',
    words: 'Thank you: it is answered.',
    nextReviewOn: null,
    setting: 'huddle',
  }
  const path = `/api/observations/${ref}/decide`
  const refused = await api.post(seniorNurse, path, aChange(1, { ...decision, about: 'Letters' }))
  expect(refused).toMatchObject({ status: 422, body: { missing: [{ need: 'about' }] } })
  expect((await api.post(seniorNurse, path, aChange(1, decision))).status).toBe(200)
})

test('S7: an audit goes to its end, and a finding without an action says why', async () => {
  const api = await runningApi()
  const plan = {
    submission: 'an-audit',
    activity: 'singleAgencyAudit',
    about: 'Letters',
    holder: seniorNurse,
    dueOn: '2099-01-01',
  }
  const { body } = await api.post(seniorNurse, '/api/activities/plan', plan)
  const at = (action: string, version: number, content: Readonly<Record<string, unknown>>) =>
    api.post(seniorNurse, `/api/activities/${body.ref}/${action}`, aChange(version, content))
  await at('startAudit', 1, { theme: 'Letters', standard: 'Read aloud first', sample: 40 })
  const bare = { finding: 'Half were read aloud' }
  const refused = await at('recordFindings', 2, { grade: 'partlyMet', findings: [bare] })
  expect(refused.body.missing).toMatchObject([{ need: 'findings.0.noActionBecause' }])
  const because = { ...bare, noActionBecause: 'It was put right at once' }
  const both = {
    ...because,
    action: 'Put it on the list.',
    owner: seniorNurse,
    dueOn: '2099-01-01',
  }
  const unclear = await at('recordFindings', 2, { grade: 'partlyMet', findings: [both] })
  expect(unclear.body.missing).toMatchObject([
    { need: 'findings.0.noActionBecause', say: expect.stringContaining('empty one of them') },
  ])
  const findings = [because]
  await at('recordFindings', 2, { grade: 'partlyMet', findings })
  const closed = await at('closeAudit', 3, {
    heldOn: '2026-01-05',
    learning: [{ point: 'Read it aloud' }],
  })
  expect(closed).toMatchObject({ status: 200, body: { stage: 'Closed' } })
  expect(closed.text).toContain('No action because: It was put right at once')
})

test('I2: who reads one that is not theirs is noted', async () => {
  const api = await runningApi()
  const { body } = await api.post(healthVisitor, '/api/activities/record', RECORDED)
  await api.get(seniorNurse, `/api/activities/${body.ref}`)
  const readings = await api.deps.trail.lines({ log: 'readings' }, { size: 9 })
  expect(readings.rows).toMatchObject([
    { id: `activity/${body.ref}`, by: seniorNurse, type: 'tab' },
  ])
})
