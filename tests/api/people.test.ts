import { describe, expect, test } from 'vitest'
import {
  businessManager,
  chair,
  formerNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aNearMiss, expectContract } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

describe('who I am', () => {
  test('a senior has three pages and one duty', async () => {
    const api = await runningApi()
    const answer = await api.get(seniorNurse, '/api/me')
    expectContract('me', answer)
    expect(answer.body).toMatchObject({
      person: { id: 'senior-nurse', agency: { id: 'community-trust', name: 'Community trust' } },
      duties: [
        {
          role: 'senior',
          label: 'Senior',
          agency: { id: 'community-trust', name: 'Community trust' },
          as: 'holder',
        },
      ],
      pages: ['home', 'triage', 'learning'],
      agencies: [],
      localMode: true,
    })
  })

  test.each([
    [healthVisitor, ['home']],
    [businessManager, ['home', 'triage', 'learning', 'setup']],
    // The chair triages what nobody else may: reports of the business manager in the board office.
    [chair, ['home', 'triage', 'learning']],
    ['newcomer' as const, []],
  ])('the pages of %s are those that have something for them', async (who, pages) => {
    const api = await runningApi()
    const answer = await api.get(who, '/api/me')
    expectContract('me', answer)
    expect(answer.body.pages).toEqual(pages)
  })

  test('a newcomer is nobody yet and gets the agencies to choose from', async () => {
    const api = await runningApi()
    const { body } = await api.get('newcomer', '/api/me')
    expect(body.person).toBeNull()
    expect(body.agencies.map(({ id }: { id: string }) => id)).toEqual(['community-trust', 'police'])
  })

  test('somebody who has left is refused with a sentence', async () => {
    const api = await runningApi()
    const answer = await api.get(formerNurse, '/api/me')
    expectRefused(answer, 403, 'not-your-role')
    expect(answer.body.detail).toContain('has left')
  })

  test('before the board is open everything says so', async () => {
    const api = await runningApi({ board: false })
    const answer = await api.get(healthVisitor, '/api/me')
    expectRefused(answer, 503, 'unavailable')
    expect(answer.body.detail).toContain('No board has been set up yet')
  })
})

describe('introducing oneself', () => {
  const introduction = { agency: 'community-trust', submission: 'my-introduction' }

  test('a newcomer says where they work and can raise an observation at once', async () => {
    const api = await runningApi()
    const answer = await api.post('newcomer', '/api/me/agency', introduction)
    expectContract('introduceMyself', answer)
    expect(answer.body).toMatchObject({
      person: { name: 'Somebody new', agency: { id: 'community-trust' } },
      pages: ['home'],
      agencies: [],
    })
    expect((await api.post('newcomer', '/api/observations', aNearMiss())).status).toBe(201)
  })

  test('done twice it enters one person and is answered alike', async () => {
    const api = await runningApi()
    const first = await api.post('newcomer', '/api/me/agency', introduction)
    const second = await api.post('newcomer', '/api/me/agency', introduction)
    expect(second.body).toEqual(first.body)
    const { body } = await api.get(businessManager, '/api/board')
    expect(
      body.people.filter(({ name }: { name: string }) => name === 'Somebody new'),
    ).toHaveLength(1)
  })

  test('an agency that is not there is refused', async () => {
    const api = await runningApi()
    const answer = await api.post('newcomer', '/api/me/agency', {
      ...introduction,
      agency: 'elsewhere',
    })
    expectRefused(answer, 422, 'incomplete')
    expect((await api.get('newcomer', '/api/me')).body.person).toBeNull()
  })

  test('is refused without signing in, and with a field that it does not take', async () => {
    const api = await runningApi()
    expectRefused(await api.post(null, '/api/me/agency', introduction), 401, 'not-signed-in')
    const more = { ...introduction, role: 'chair' }
    expectRefused(await api.post('newcomer', '/api/me/agency', more), 400, 'malformed')
  })
})

describe('acting as', () => {
  test('the people to act as are listed with what they are, without choosing anybody first', async () => {
    const api = await runningApi()
    const answer = await api.get(null, '/api/local/people')
    expectContract('personas', answer)
    const says = Object.fromEntries(
      answer.body.people.map(({ id, says: say }: { id: string; says: string }) => [id, say]),
    )
    expect(says).toMatchObject({
      'senior-nurse': 'Senior for Community trust; staff',
      'deputy-nurse': 'Senior for Community trust (deputy); staff',
      'business-manager': 'Business manager; staff, Board office',
      'health-visitor': 'Staff, Community trust',
      newcomer: 'Nobody has entered them yet',
    })
    expect(says).not.toHaveProperty('former-nurse')
  })

  test.each(['', 'nobody', '__proto__', 'constructor'])(
    'acting as nobody the board knows is refused (“%s”)',
    async (id) => {
      const api = await runningApi()
      const answer = await api.ask('/api/me', { headers: { 'x-act-as': id } })
      expectRefused(answer, 401, 'not-signed-in')
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    },
  )
})

describe('figures', () => {
  test('S4: the mix of kinds is shown with words, small numbers hidden', async () => {
    const api = await runningApi()
    for (let i = 0; i < 6; i += 1) await api.post(healthVisitor, '/api/observations', aNearMiss())
    const answer = await api.get(chair, '/api/figures')
    expectContract('figures', answer)
    expect(answer.body).toMatchObject({
      from: '2025-04',
      to: '2026-03',
      total: 6,
      mix: { appreciativePercent: 0, warning: expect.stringContaining('Fewer than a quarter') },
      says: {
        mix: 'In the last 12 months 6 observations were raised; 0% were good or typical practice.',
        decisions: 'In the last 12 months no observations were decided.',
      },
    })
    expect(answer.body.kinds).toContainEqual(
      expect.objectContaining({ code: 'nearMiss', label: 'Near miss', group: 'concern', total: 6 }),
    )
  })

  test('S10: a number under five is “fewer than 5” in words as well', async () => {
    const api = await runningApi()
    await api.post(healthVisitor, '/api/observations', aNearMiss())
    const { body } = await api.get(chair, '/api/figures?from=2026-03&to=2026-03')
    expect(body.total).toBe('fewerThan5')
    expect(body.says.mix).toBe('This month fewer than 5 observations were raised.')
    expect(body.mix).toEqual({ appreciativePercent: null, warning: null })
  })

  test('a period in the past is named', async () => {
    const api = await runningApi()
    const { body } = await api.get(chair, '/api/figures?from=2024-11&to=2025-02')
    expect(body.months).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
    expect(body.says.mix).toBe('From November 2024 to February 2025 no observations were raised.')
  })

  test('staff do not see the board’s figures, and hear who does', async () => {
    const api = await runningApi()
    const answer = await api.get(healthVisitor, '/api/figures')
    expectRefused(answer, 403, 'not-your-role')
    expect(answer.body.detail).toContain('a senior, an agency lead, the business manager')
  })

  test('a period that is none is refused, and so are a bad month and an unknown field', async () => {
    const api = await runningApi()
    const backwards = await api.get(chair, '/api/figures?from=2026-03&to=2026-01')
    expectRefused(backwards, 422, 'incomplete')
    expectRefused(await api.get(chair, '/api/figures?from=march'), 400, 'malformed')
    expectRefused(await api.get(chair, '/api/figures?agency=police'), 400, 'malformed')
    expectRefused(await api.get(null, '/api/figures'), 401, 'not-signed-in')
  })

  test('how long decisions took is said in working days', async () => {
    const api = await runningApi()
    for (let i = 0; i < 5; i += 1) {
      const { body } = await api.post(healthVisitor, '/api/observations', aNearMiss())
      api.clock.advance({ days: 3 }) // from Friday over the weekend the first time
      await api.post(seniorNurse, `/api/observations/${body.ref}/decide`, {
        version: 1,
        submission: `decision-${i}`,
        outcome: 'localLearning',
        reason: 'There is something in it for every team.',
        words: 'We will talk about it.',
        nextReviewOn: null,
      })
    }
    const { body } = await api.get(policeSergeant, '/api/figures')
    expect(body.says.decisions).toMatch(
      /^In the last 12 months 5 observations were decided; half of them within \d working days?\.$/,
    )
  })
})
