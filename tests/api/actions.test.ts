import { expect, test } from 'vitest'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import {
  businessManager,
  chair,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, expectContract } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

type Api = Awaited<ReturnType<typeof runningApi>>

const ASSIGNED = {
  submission: 'an-action',
  what: 'Put the check on the clinic list.',
  change: 'Every letter is read aloud.',
  owner: deputyNurse,
  dueOn: '2099-01-01',
}
const FINISHED = {
  did: 'It is on the list.',
  evidence: ['document'],
  shows: 'Every clinic’s list.',
}
const CHECKED = {
  looks: ['sample'],
  looked: 'Ten letters of last week.',
  result: 'asAsked',
  missing: null,
}

/** An audit of the senior, with one finding after which the sergeant does something. */
async function anAudit(api: Api): Promise<string> {
  const plan = {
    submission: 'an-audit',
    activity: 'multiAgencyAudit',
    about: 'Letters',
    holder: seniorNurse,
    dueOn: '2099-01-01',
  }
  const { body } = await api.post(seniorNurse, '/api/activities/plan', plan)
  const at = (action: string, version: number, content: Readonly<Record<string, unknown>>) =>
    api.post(seniorNurse, `/api/activities/${body.ref}/${action}`, aChange(version, content))
  await at('startAudit', 1, { theme: 'Letters', standard: 'Read aloud first', sample: 40 })
  const findings = [
    { finding: 'The check was known.', noActionBecause: 'It is as it should be.' },
    {
      finding: 'Half were read aloud.',
      action: 'Put it on the list.',
      change: 'All are read aloud.',
      owner: policeSergeant,
      dueOn: '2099-01-01',
    },
  ]
  const recorded = await at('recordFindings', 2, { grade: 'partlyMet', findings })
  expect(recorded.status).toBe(200)
  while ((await planDeliveries(api.deps)) > 0);
  return body.ref
}

test('S7, S42: what an audit promises goes from its finding to checked, and its page leads there', async () => {
  const api = await runningApi()
  const audit = await anAudit(api)
  const list = await api.get(policeSergeant, `/api/actions?origin=${audit}`)
  expectContract('listActions', list)
  expect(list.body.rows).toMatchObject([{ title: 'Action', stage: 'Waiting for its owner' }])
  const { ref } = list.body.rows[0]
  expect(ref).toMatch(/^ACN-\d{4}-0001$/)
  expect(list.text).not.toContain('read aloud')
  const page = await api.get(seniorNurse, `/api/activities/${audit}`)
  expect(page.body.links).toEqual([{ ref, kind: 'action' }])
  const path = `/api/actions/${ref}`
  const opened = await api.get(policeSergeant, path)
  expectContract('getAction', opened)
  for (const words of ['Put it on the list.', 'All are read aloud.', 'Half were read aloud.'])
    expect(opened.text).toContain(words)
  expect(opened.body.links).toEqual([{ ref: audit, kind: 'activity' }])
  const home = await api.get(policeSergeant, '/api/home')
  expect(home.body.waiting.rows).toMatchObject([{ ref, title: 'Action' }])
  const take = (who: typeof policeSergeant, action: string, version: number, content = {}) =>
    api.post(who, `${path}/${action}`, aChange(version, content))
  expect((await take(policeSergeant, 'accept', 1)).body.stage).toBe('Under way')
  const moved = await take(policeSergeant, 'changeDate', 2, {
    dueOn: '2099-01-11',
    reason: 'The clinics move.',
  })
  expect(JSON.stringify(moved.body.facts)).toContain(
    'was 1 January, now 11 January 2099: moved once, 10 days',
  )
  const training = { ...FINISHED, evidence: ['trainingRecord'] }
  expect((await take(policeSergeant, 'finish', 3, training)).body.missing).toMatchObject([
    { need: 'evidence', say: expect.stringContaining('Add what shows') },
  ])
  expect((await take(policeSergeant, 'finish', 3, FINISHED)).body.stage).toBe(
    'Done, its owner says',
  )
  const own = await take(policeSergeant, 'check', 4, CHECKED)
  expect(own).toMatchObject({ status: 403, body: { code: 'not-your-role' } })
  const back = await take(businessManager, 'check', 4, {
    ...CHECKED,
    result: 'notAccepted',
    missing: 'Two clinics have no list.',
  })
  expect(back.body).toMatchObject({ stage: 'Under way' })
  await take(policeSergeant, 'finish', 5, FINISHED)
  const checked = await take(businessManager, 'check', 6, CHECKED)
  expect(checked.body).toMatchObject({ stage: 'Checked by somebody else' })
  expect(checked.body.allowed).toEqual([])
  expect((await api.get(policeSergeant, '/api/home')).body.waiting.total).toBe(0)
})

test('S42: is assigned once, and read by those it concerns alone', async () => {
  const api = await runningApi()
  const made = await api.post(seniorNurse, '/api/actions/assign', ASSIGNED)
  expect(made).toMatchObject({ status: 201, body: { stage: 'Waiting for its owner' } })
  expect((await api.post(seniorNurse, '/api/actions/assign', ASSIGNED)).body).toEqual(made.body)
  const people = [deputyNurse, seniorNurse, businessManager, chair, policeSergeant, healthVisitor]
  const statuses = await Promise.all(
    people.map(async (who) => (await api.get(who, `/api/actions/${made.body.ref}`)).status),
  )
  expect(statuses).toEqual([200, 200, 200, 200, 404, 404])
  const totals = await Promise.all(
    people.map(async (who) => (await api.get(who, '/api/actions')).body.total),
  )
  expect(totals).toEqual([1, 1, 1, 1, 0, 0])
  const refused = await api.post(healthVisitor, '/api/actions/assign', ASSIGNED)
  expect(refused).toMatchObject({ status: 403, body: { code: 'not-your-role' } })
})

test('S42: the page “Actions” is there for whoever assigns or sees one', async () => {
  const api = await runningApi()
  const pagesOf = async (who: typeof chair) => (await api.get(who, '/api/me')).body.pages
  expect(await pagesOf(seniorNurse)).toContain('actions')
  for (const who of [chair, healthVisitor]) expect(await pagesOf(who)).not.toContain('actions')
  await api.post(seniorNurse, '/api/actions/assign', ASSIGNED)
  expect(await pagesOf(chair)).toContain('actions')
  expect(await pagesOf(healthVisitor)).not.toContain('actions')
})

test('I2: who reads one that is not theirs is noted', async () => {
  const api = await runningApi()
  const { body } = await api.post(seniorNurse, '/api/actions/assign', ASSIGNED)
  await api.get(deputyNurse, `/api/actions/${body.ref}`)
  await api.get(chair, `/api/actions/${body.ref}`)
  const readings = await api.deps.trail.lines({ log: 'readings' }, { size: 9 })
  expect(readings.rows).toMatchObject([{ id: `action/${body.ref}`, by: chair, type: 'tab' }])
})
