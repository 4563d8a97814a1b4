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
  test('a senior has five pages and one duty', async () => {
    const api = await runningApi()
    const answer = await api.get(seniorNurse, '/api/me')
    expectContract('me', answer)
    expect(answer.body).toMatchObject({
      person: { id: 'senior-nurse', agency: { id: 'community-trust', name: 'Community trust' } },
      roles: [
        {
          role: 'senior',
          label: 'Senior',
          agency: { id: 'community-trust', name: 'Community trust' },
          as: 'holder',
        },
      ],
      pages: ['home', 'triage', 'activities', 'reviews', 'actions', 'learning'],
      agencies: [],
      localMode: true,
    })
  })

  test.each([
    ['in office hours', '2026-03-27T10:00:00.000Z', '01632 960100'],
    ['in the evening', '2026-03-27T19:00:00.000Z', '01632 960150'],
  ])('I1: the referral route is the one that answers %s', async (_, at, number) => {
    const api = await runningApi({ at })
    for (const who of [healthVisitor, 'newcomer'] as const)
      expect((await api.get(who, '/api/me')).body.board.referral).toContain(number)
  })

  test.each([
    [healthVisitor, ['home']],
    [
      businessManager,
      ['home', 'triage', 'activities', 'reviews', 'actions', 'late', 'learning', 'setup'],
    ],
    // The chair triages what nobody else may: reports of the business manager in the board office.
    [chair, ['home', 'triage', 'reviews', 'late', 'learning', 'setup']],
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
  test('S4: the mix of kinds is shown with words, once its quarter has ended', async () => {
    const api = await runningApi()
    for (let i = 0; i < 6; i += 1) await api.post(healthVisitor, '/api/observations', aNearMiss())
    api.clock.advance({ days: 31 })
    const answer = await api.get(chair, '/api/figures')
    expectContract('figures', answer)
    expect(answer.body).toMatchObject({
      all: { counts: [0, 0, 0, 6], total: { count: 6, orMore: false } },
      mix: { appreciativePercent: 0, warning: expect.stringContaining('fewer than a quarter') },
      says: {
        mix: 'From April 2025 to March 2026 6 observations were raised; 0% were good or typical practice.',
        decisions:
          'From April 2025 to March 2026 too few decisions were made to say how long they took.',
        notYet: 'April to June 2026 is counted once it has ended.',
      },
    })
    expect(answer.body.groups[1].kinds[0]).toEqual({
      code: 'nearMiss',
      label: 'Near miss',
      counts: [0, 0, 0, 6],
      total: { count: 6, orMore: false },
    })
  })

  test('S10: a number that could point at somebody is hidden in words as well', async () => {
    const api = await runningApi()
    for (let i = 0; i < 3; i += 1) await api.post(healthVisitor, '/api/observations', aNearMiss())
    api.clock.advance({ days: 31 })
    const { body } = await api.get(chair, '/api/figures?quarters=1&to=2026-03')
    expect(body.all).toEqual({ counts: ['hidden'], total: { count: 0, orMore: true } })
    expect(body.says.mix).toBe(
      'From January to March 2026 the number of observations raised is hidden.',
    )
    expect(body.mix).toEqual({ appreciativePercent: null, warning: null })
    const { countedHow, quarters, ...rest } = body
    delete rest.activities.countedHow
    delete rest.times.countedHow
    delete rest.times.says
    expect(JSON.stringify(rest).replace(/\b20\d\d\b/g, '')).not.toMatch(/[1-9]/)
  })

  test('a period in the past is named', async () => {
    const api = await runningApi()
    const { body } = await api.get(chair, '/api/figures?quarters=4&to=2025-03')
    expect(body.quarters.map(({ to }: { to: string }) => to)).toEqual([
      '2024-06',
      '2024-09',
      '2024-12',
      '2025-03',
    ])
    expect(body.says.mix).toBe('From April 2024 to March 2025 no observations were raised.')
  })

  test('staff do not see the board’s figures, and hear who does', async () => {
    const api = await runningApi()
    const answer = await api.get(healthVisitor, '/api/figures')
    expectRefused(answer, 403, 'not-your-role')
    expect(answer.body.detail).toContain('a senior, an agency lead, the business manager')
  })

  test('a period that is none is refused, and so are a bad month and an unknown field', async () => {
    const api = await runningApi()
    const odd = await api.get(chair, '/api/figures?quarters=2&to=2026-02')
    expectRefused(odd, 422, 'incomplete')
    expect(odd.body.missing.map(({ say }: { say: string }) => say)).toEqual([
      'Choose how many quarters to look at: 1, 4, 8, 12.',
      'Choose the last month of a quarter that has ended: a March, June, September or December, 2025-12 at the latest.',
    ])
    expectRefused(await api.get(chair, '/api/figures?to=march'), 400, 'malformed')
    expectRefused(await api.get(chair, '/api/figures?from=2026-01'), 400, 'malformed')
    expectRefused(await api.get(chair, '/api/figures?agency=police'), 400, 'malformed')
    expectRefused(await api.get(null, '/api/figures'), 401, 'not-signed-in')
  })

  test('how long decisions took is said in working days', async () => {
    const api = await runningApi()
    api.clock.advance({ days: 14 })
    for (let i = 0; i < 5; i += 1) {
      const { body } = await api.post(healthVisitor, '/api/observations', aNearMiss())
      api.clock.advance({ days: i === 0 ? 3 : 1 }) // from Friday over the weekend first
      await api.post(seniorNurse, `/api/observations/${body.ref}/decide`, {
        version: 1,
        submission: `decision-${i}`,
        outcome: 'multiAgencyReview',
        reason: 'There is something in it for every team.',
        words: 'We will talk about it.',
        nextReviewOn: null,
      })
    }
    api.clock.advance({ days: 95 })
    const { body } = await api.get(policeSergeant, '/api/figures')
    expect(body.says.decisions).toMatch(
      /^From July 2025 to June 2026 half of the decisions were made within \d working days?\.$/,
    )
  })
})
