import { expect, test } from 'vitest'
import { lapseProposals } from '../../src/usecases/records/lapse-proposals.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { NONE, SEVEN } from '../domain/a-review.ts'
import {
  businessManager,
  chair,
  communityTrust,
  healthVisitor,
  policeSergeant,
  schoolNurse,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, aDecision, REASON, raised, STORY } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { runningApi } from './support/running-api.ts'

const settle = async (api: RunningApi) => {
  while ((await planDeliveries(api.deps)) > 0);
}

const SAID = new WeakMap<RunningApi, Set<string>>()

/** Who was told what about reviews since it was asked last. */
const told = async (api: RunningApi) => {
  await settle(api)
  const now = api.clock.now()
  const before = SAID.get(api) ?? new Set()
  const claimed = await api.deps.deliveries.claim(now, now, 99)
  SAID.set(api, new Set(claimed.map(({ key }) => key)))
  return claimed
    .filter(({ key, recordKind }) => recordKind === 'review' && !before.has(key))
    .map(({ notice, recipient }) => `${notice} → ${recipient}`)
    .sort()
}

/** A decision on an observation, and the review it proposed. */
async function proposedBy(outcome: 'multiAgencyReview' | 'considerStatutoryReview') {
  const api = await runningApi()
  const observation = await raised(api)
  const decide = `/api/observations/${observation}/decide`
  const decision = await api.post(seniorNurse, decide, aDecision(1, { outcome }))
  expect(decision.status).toBe(200)
  expect(await told(api)).toEqual([`proposed → ${chair}`])
  const list = await api.get(chair, '/api/reviews')
  const [row] = list.body.rows
  const path = `/api/reviews/${row.ref}`
  let version = 1
  const take = async (who: typeof chair, action: string, content: object) => {
    const answer = await api.post(who, `${path}/${action}`, aChange(version, { ...content }))
    if (answer.status === 200) version = answer.body.version
    return answer
  }
  return { api, observation, path, row, take }
}

const notifiable = { lookedAfterDied: 'no', regulatedSettingDied: 'no', knownOn: '2026-01-05' }

test('S14: from the decision on an observation to a review that is commissioned', async () => {
  const { api, observation, path, row, take } = await proposedBy('multiAgencyReview')
  expect(row).toMatchObject({ title: 'Multi-agency learning review', stage: 'Proposed' })
  const seen = await api.get(chair, path)
  const from = await api.get(seniorNurse, `/api/observations/${observation}`)
  expect(from.body.follows).toMatchObject([{ ref: row.ref, kind: 'review' }])
  expect(seen.body.links).toEqual([{ ref: observation, kind: 'observation' }])
  for (const words of [STORY, REASON, healthVisitor, 'Name of the health visitor'])
    expect(seen.text).not.toContain(words)
  const statuses = await Promise.all(
    [seniorNurse, businessManager, healthVisitor, policeSergeant, schoolNurse].map(
      async (who) => (await api.get(who, path)).status,
    ),
  )
  expect(statuses).toEqual([200, 200, 404, 404, 404])
  const early = await take(chair, 'commission', { terms: 'How letters go out.' })
  expect(early.body.missing.map(({ need }: { need: string }) => need)).toEqual([
    'notifiable',
    'criteria',
    'assessed',
  ])
  await take(businessManager, 'answerNotifiable', notifiable)
  await take(businessManager, 'answerCriteria', NONE)
  const small = await take(chair, 'assess', {
    ...SEVEN,
    exposure: 'oneChild',
    method: 'multiAgencyLearningReview',
  })
  expect(small.body.missing).toMatchObject([
    {
      need: 'departure',
      say: expect.stringContaining('The score is 6 of 12 points, “Focused”: a systems or'),
    },
  ])
  await take(chair, 'assess', { ...SEVEN, method: 'multiAgencyLearningReview' })
  const done = await take(chair, 'commission', { terms: 'How letters go out.' })
  expect(done).toMatchObject({ status: 200, body: { stage: 'Set up' } })
  expect(done.text).toContain('are not part of Learning Loop yet')
  expect(done.text).toContain('Agencies involved. Four or more: 2 points.')
  expect(await told(api)).toContain(`commissioned → ${seniorNurse}`)
})

test('S14: from the decision to a review that is declined, as a second person agrees', async () => {
  const { api, path, row, take } = await proposedBy('considerStatutoryReview')
  expect(row.title).toBe('Serious Case Review (SCR)')
  const reason = 'The agencies have learned together from it already.'
  const early = await take(chair, 'declineReview', { reason })
  expect(early.body.missing).toMatchObject([{ need: 'criteria' }])
  await take(chair, 'answerCriteria', NONE)
  const asked = await take(chair, 'declineReview', { reason })
  expect(asked).toMatchObject({ status: 200, body: { stage: 'Proposed' } })
  expect(await told(api)).toContain(`asked → ${businessManager}`)
  const { body } = await api.get(businessManager, path)
  expect(JSON.stringify(body.facts)).toContain('Who wants to decline it')
  expect(JSON.stringify(body.sections)).toContain(reason)
  const agree = body.allowed.find(({ action }: { action: string }) => action === 'agree')
  const agreed = await take(businessManager, 'agree', agree.given)
  expect(agreed).toMatchObject({ status: 200, body: { stage: 'Not going ahead' } })
  expect(await told(api)).toEqual(
    expect.arrayContaining([`agreed → ${chair}`, `declined → ${seniorNurse}`]),
  )
  const read = await api.get(seniorNurse, path)
  expect(JSON.stringify(read.body.sections)).toContain(reason)
  const panel = await take(businessManager, 'tellPanel', { toldOn: '2026-01-05' })
  expect(JSON.stringify(panel.body.facts)).toContain('National panel told on')
})

test('S14: where nobody agrees in time it stays proposed, and who wanted to decline it hears so', async () => {
  const { api, path, take } = await proposedBy('considerStatutoryReview')
  await take(chair, 'answerCriteria', NONE)
  await take(chair, 'declineReview', { reason: 'It was looked at already.' })
  await told(api)
  api.clock.advance({ days: 5 })
  expect(await lapseProposals(api.deps)).toBe(1)
  expect(await told(api)).toContain(`lapsed → ${chair}`)
  const { body } = await api.get(chair, path)
  expect(body.stage).toBe('Proposed')
  expect(await lapseProposals(api.deps)).toBe(0)
})

test('S14: another decision withdraws what is still proposed, and the same decision proposes nothing twice', async () => {
  const { api, observation, path } = await proposedBy('multiAgencyReview')
  const decide = `/api/observations/${observation}/decide`
  await api.post(seniorNurse, decide, aDecision(2))
  expect(await told(api)).toEqual([])
  const other = { outcome: 'linkToExisting', reason: REASON, words: 'We look at both together.' }
  await api.post(seniorNurse, decide, aDecision(3, other))
  expect((await told(api)).sort()).toEqual([`withdrawn → ${chair}`, `withdrawn → ${seniorNurse}`])
  expect((await api.get(chair, path)).body).toMatchObject({ stage: 'Not going ahead' })
  await api.post(seniorNurse, decide, aDecision(4))
  expect(await told(api)).toEqual([`proposed → ${chair}`])
  const list = await api.get(chair, '/api/reviews?stage=proposed')
  expect(list.body).toMatchObject({ total: 1 })
})

test('S12: who was reported past, and the reporter, learn nothing of the review in any list', async () => {
  const { api } = await proposedBy('considerStatutoryReview')
  for (const who of [healthVisitor, policeSergeant, schoolNurse]) {
    const list = await api.get(who, '/api/reviews')
    expect(list.body).toMatchObject({ total: 0, rows: [] })
  }
})

test('S14: is proposed by hand by those who may, once, and listed to them', async () => {
  const api = await runningApi()
  const proposal = {
    submission: 'once',
    method: 'thematicReview',
    agency: communityTrust,
    source: 'notification',
    notifiedOn: '2026-01-05',
    about: 'How letters go from one agency to the next.',
  }
  const path = '/api/reviews/propose'
  const made = await api.post(policeSergeant, path, proposal)
  expect(made).toMatchObject({ status: 201, body: { title: 'Thematic review' } })
  expect((await api.post(policeSergeant, path, proposal)).body).toEqual(made.body)
  expect((await api.post(healthVisitor, path, proposal)).status).toBe(403)
  expect((await api.get(policeSergeant, '/api/reviews')).body).toMatchObject({ total: 1 })
  expect((await api.get(seniorNurse, '/api/reviews')).body).toMatchObject({ total: 0 })
  const pages = async (who: typeof chair) => (await api.get(who, '/api/me')).body.pages
  expect(await pages(chair)).toContain('reviews')
  expect(await pages(healthVisitor)).not.toContain('reviews')
})

test('I2: who reads one that is not theirs is noted', async () => {
  const { api, path, row } = await proposedBy('multiAgencyReview')
  await api.get(businessManager, path)
  const readings = await api.deps.trail.lines({ log: 'readings' }, { size: 9 })
  expect(readings.rows).toContainEqual(
    expect.objectContaining({ id: `review/${row.ref}`, by: businessManager }),
  )
})
