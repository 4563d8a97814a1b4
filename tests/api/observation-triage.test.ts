import { describe, expect, test } from 'vitest'
import {
  chair,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import {
  aChange,
  aDecision,
  closed,
  decided,
  expectContract,
  REASON,
  raised,
  storedVersion,
} from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const REASSIGN = { to: { agency: 'police', person: null }, reason: 'It belongs with the police.' }

describe('deciding', () => {
  test('S13: a decision without a reason of at least 20 characters is refused', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const path = `/api/observations/${ref}/decide`
    const answer = await api.post(seniorNurse, path, aDecision(1, { reason: 'Because.' }))
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing).toEqual([{ need: 'reason', say: expect.stringContaining('20') }])
    expect(await storedVersion(api, ref)).toBe(1)
  })

  test('a day that no calendar reaches is refused, and stops nobody', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const path = `/api/observations/${ref}/decide`
    for (const nextReviewOn of ['9999-12-31', '9999-12-28', '2200-01-01'])
      expectRefused(
        await api.post(seniorNurse, path, aDecision(1, { nextReviewOn })),
        422,
        'incomplete',
      )
    expect((await api.get(healthVisitor, '/api/home')).status).toBe(200)
  })

  test('I7: sent twice at the same moment it is done once, and both are answered alike', async () => {
    const api = await runningApi()
    for (let round = 0; round < 5; round += 1) {
      const ref = await raised(api)
      const path = `/api/observations/${ref}/decide`
      const decision = aDecision(1)
      const answers = await Promise.all([1, 2, 3].map(() => api.post(seniorNurse, path, decision)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await storedVersion(api, ref)).toBe(2)
    }
  })

  test('S13: everything that is missing is named at once', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const answer = await api.post(
      seniorNurse,
      `/api/observations/${ref}/decide`,
      aDecision(1, { outcome: 'x', reason: '', words: ' ', nextReviewOn: '2020-01-01' }),
    )
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing.map(({ need }: { need: string }) => need)).toEqual([
      'outcome',
      'reason',
      'words',
      'nextReviewOn',
    ])
  })

  test('S13: the reporter reads the decision, its reason and who made it', async () => {
    const api = await runningApi()
    const ref = await decided(api)
    const { body } = await api.get(healthVisitor, `/api/observations/${ref}`)
    expect(body.decisions).toEqual([
      expect.objectContaining({
        outcome: { code: 'multiAgencyReview', label: 'Multi-agency learning review' },
        reason: REASON,
        by: { id: 'senior-nurse', name: 'Name of the senior nurse' },
      }),
    ])
    expect(body.history.map(({ says }: { says: string }) => says)).toEqual([
      'Raised as near miss',
      'Decided: Multi-agency learning review',
    ])
  })

  test('its reporter may not decide, and hears who may', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const answer = await api.post(healthVisitor, `/api/observations/${ref}/decide`, aDecision(1))
    expectRefused(answer, 403, 'not-your-role')
    expect(answer.body.detail).toContain('the people who triage it')
  })

  test('an observation is not closed before its reporter was told what was done', async () => {
    const api = await runningApi()
    const ref = await decided(api)
    const seen = await api.get(seniorNurse, `/api/observations/${ref}`)
    expect(seen.body.allowed).toContainEqual(
      expect.objectContaining({
        action: 'close',
        missing: [{ need: 'feedback', say: expect.any(String) }],
      }),
    )
    const answer = await api.post(seniorNurse, `/api/observations/${ref}/close`, aChange(2))
    expectRefused(answer, 422, 'incomplete')
  })

  test('what is over is not possible now, and the answer says how it stands', async () => {
    const api = await runningApi()
    const ref = await closed(api)
    const answer = await api.post(seniorNurse, `/api/observations/${ref}/decide`, aDecision(4))
    expectRefused(answer, 409, 'not-possible-now')
    expect(answer.body.detail).toContain('it is closed')
  })
})

describe('passing on', () => {
  test('S12: whoever passed it on hears where it went, and does not see it any more', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const path = `/api/observations/${ref}/reassign`
    const answer = await api.post(seniorNurse, path, aChange(1, REASSIGN))
    expectContract('reassignObservation', answer)
    expect(answer.body).toEqual({
      ref,
      passedOn: true,
      says: `You passed ${ref} on to Police. It is not in your list any more.`,
    })
    expectRefused(await api.get(seniorNurse, `/api/observations/${ref}`), 404, 'not-found')
    expect((await api.get(policeSergeant, `/api/observations/${ref}`)).status).toBe(200)
  })

  test('I4: the same submission again does not tell where it went after that', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const path = `/api/observations/${ref}/reassign`
    const change = aChange(1, REASSIGN)
    const first = await api.post(seniorNurse, path, change)
    const onward = { to: { agency: 'board-office', person: null }, reason: 'For the office.' }
    expect((await api.post(policeSergeant, path, aChange(2, onward))).body.passedOn).toBe(true)
    expect((await api.post(seniorNurse, path, change)).body).toEqual(first.body)
  })

  test('passed on to a colleague by name it is still seen', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const to = { agency: 'community-trust', person: 'deputy-nurse' }
    const answer = await api.post(
      seniorNurse,
      `/api/observations/${ref}/reassign`,
      aChange(1, { to, reason: 'She knows the team.' }),
    )
    expectContract('reassignObservation', answer)
    expect(answer.body.assignedTo).toEqual({ id: 'deputy-nurse', name: 'Name of the deputy nurse' })
  })

  test('where it lies already it cannot be passed on to', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const to = { agency: 'community-trust', person: null }
    const answer = await api.post(
      seniorNurse,
      `/api/observations/${ref}/reassign`,
      aChange(1, { to, reason: 'Once more.' }),
    )
    expectRefused(answer, 422, 'incomplete')
  })

  test('the chair does not see what was not put to them', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    expectRefused(await api.get(chair, `/api/observations/${ref}`), 404, 'not-found')
  })
})

test('S5: a corrected kind keeps the reporter’s own, and the answers keep their questions', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const answer = await api.post(
    seniorNurse,
    `/api/observations/${ref}/correctKind`,
    aChange(1, { kind: 'goodPractice', reason: 'It was caught because of good practice.' }),
  )
  expect(answer.body).toMatchObject({
    kind: { code: 'goodPractice' },
    kindByReporter: { code: 'nearMiss' },
  })
  expect(answer.body.answers.map(({ label }: { label: string }) => label)).toEqual([
    'Danger now',
    'What could have happened',
    'What stopped it',
    'Who or what else',
    'How worried',
  ])
})

test('two who decide at the same moment make one decision, and the other is told to look', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}/decide`
  const answers = await Promise.all([
    api.post(seniorNurse, path, aDecision(1)),
    api.post(deputyNurse, path, aDecision(1)),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await storedVersion(api, ref)).toBe(2)
})
