import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import type { ApiConfig } from '../../src/api/server/api-config.ts'
import {
  businessManager,
  formerNurse,
  healthVisitor,
  seniorNurse,
  TENANT,
} from './support/a-small-board.ts'
import { aNearMiss, expectContract } from './support/requests.ts'
import { expectRefused, PRODUCTION, runningApi } from './support/running-api.ts'
import {
  PUBLIC_HOST,
  TAB_CLIENT_ID,
  tenantsAsked,
  testKeys,
  tokenFor,
  unsigned,
} from './support/tokens.ts'

const withGuests: ApiConfig = {
  ...PRODUCTION,
  entra: { ...PRODUCTION.entra, allowGuests: true },
}

const OTHER_TENANT = '0d9c8b7a-6f5e-4d3c-8b2a-190817263544'

const inProduction = () => runningApi({ mode: 'production' })
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('a token of the tab', () => {
  test('signs somebody in as who the directory says they are', async () => {
    const api = await inProduction()
    const answer = await api.get(seniorNurse, '/api/me')
    expectContract('me', answer)
    expect(answer.body).toMatchObject({
      person: { id: 'senior-nurse', name: 'Name of the senior nurse' },
      localMode: false,
    })
  })

  test('may have the API’s own address as audience, and ids in capitals', async () => {
    const api = await inProduction()
    const audience = `api://${PUBLIC_HOST}/${TAB_CLIENT_ID}`
    const claims = { tid: TENANT.toUpperCase() }
    const token = await tokenFor(seniorNurse, { audience, claims })
    expect((await api.ask('/api/me', bearer(token))).body.person.id).toBe('senior-nurse')
  })

  test('gives nobody a role: the directory alone decides', async () => {
    const api = await inProduction()
    const { body } = await api.get(healthVisitor, '/api/me')
    // The token claims to be the chair's.
    expect(body.roles).toEqual([])
    expect(body.pages).toEqual(['home'])
  })

  test('of somebody nobody has entered signs in a newcomer with the token’s name', async () => {
    const api = await inProduction()
    const oid = '58b1f0c7-2d3e-4a69-9b84-00000000ffff'
    const token = await tokenFor(healthVisitor, { claims: { oid, name: 'A new\u202e colleague' } })
    const { body } = await api.ask('/api/me', bearer(token))
    expect(body.person).toBeNull()
    const entered = await api.ask('/api/me/agency', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ agency: 'police', submission: 'x' }),
    })
    expect(entered.body.person.name).toBe('A new colleague')
  })

  test('of somebody who has left is refused with a sentence', async () => {
    const api = await inProduction()
    expectRefused(await api.get(formerNurse, '/api/me'), 403, 'not-your-role')
  })

  test.each([
    ['from another issuer', { issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    ['of the old kind', { issuer: `https://sts.windows.net/${TENANT}/` }],
    ['for another application', { audience: '11111111-2222-4333-8444-555555555555' }],
    ['of another tenant', { claims: { tid: OTHER_TENANT } }],
    [
      'of another tenant in every claim',
      {
        claims: { tid: OTHER_TENANT },
        issuer: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`,
      },
    ],
    ['that has run out', { expiresIn: -600 }],
    ['without the scope', { claims: { scp: 'User.Read' } }],
    ['without any scope', { claims: { scp: undefined } }],
    ['whose scope only looks like it', { claims: { scp: 'access_as_user_too' } }],
    ['of an application', { claims: { idtyp: 'app' } }],
    ['without a person', { claims: { oid: undefined } }],
    ['whose person is no text', { claims: { oid: { is: 'senior-nurse' } } }],
    ['signed by somebody else', { signedBy: 'stranger' }],
  ] as const)('%s is refused', async (_, parts) => {
    const api = await inProduction()
    const token = await tokenFor(seniorNurse, parts)
    const answer = await api.ask('/api/me', bearer(token))
    expectRefused(answer, 401, 'not-signed-in')
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test.each([
    ['a guest, as the tenant says', { acct: 1 }],
    ['a guest, in other letters', { acct: '1' }],
    ['at home in another tenant', { idp: `https://sts.windows.net/${OTHER_TENANT}/` }],
    ['a personal account', { idp: 'live.com' }],
  ])('of %s is let in only where guests are', async (_, claims) => {
    const token = await tokenFor(seniorNurse, { claims })
    const refused = await (await inProduction()).ask('/api/me', bearer(token))
    expectRefused(refused, 403, 'not-your-role')
    expect(refused.body.detail).toContain('as a guest')
    const allowing = await runningApi({ config: withGuests })
    expect((await allowing.ask('/api/me', bearer(token))).status).toBe(200)
  })

  test.each([
    { acct: 0, idp: `https://sts.windows.net/${OTHER_TENANT}/` },
    { idp: `https://sts.windows.net/${TENANT.toUpperCase()}/` },
  ])('of a member is let in (%j)', async (claims) => {
    const token = await tokenFor(seniorNurse, { claims })
    expect((await (await inProduction()).ask('/api/me', bearer(token))).status).toBe(200)
  })

  test('without a signature is refused', async () => {
    const api = await inProduction()
    const token = unsigned(await tokenFor(seniorNurse))
    expect(decodeJwt(token)['tid']).toBe(TENANT)
    expectRefused(await api.ask('/api/me', bearer(token)), 401, 'not-signed-in')
  })

  test('whose claims were changed after signing is refused', async () => {
    const api = await inProduction()
    const [header, , signature] = (await tokenFor(healthVisitor)).split('.')
    const [, claims] = (await tokenFor(seniorNurse)).split('.')
    const token = [header, claims, signature].join('.')
    expectRefused(await api.ask('/api/me', bearer(token)), 401, 'not-signed-in')
  })

  test.each([
    '',
    'x',
    'Bearer',
    'Bearer x.y.z',
    'Bearer ..',
    'Basic eDp5',
    `Bearer ${'a'.repeat(9000)}`,
  ])('that is none is refused (%.20s)', async (authorization) => {
    const api = await inProduction()
    expectRefused(await api.ask('/api/me', { headers: { authorization } }), 401, 'not-signed-in')
  })

  test('every refusal of a token says the same', async () => {
    const api = await inProduction()
    const none = await api.get(null, '/api/me')
    const late = await api.ask('/api/me', bearer(await tokenFor(seniorNurse, { expiresIn: -600 })))
    expect(late.text).toBe(none.text)
  })

  test('of a tenant that is not listed makes us ask nobody for its keys', async () => {
    const api = await inProduction()
    tenantsAsked.length = 0
    await api.ask('/api/me', bearer(await tokenFor(seniorNurse, { claims: { tid: OTHER_TENANT } })))
    expect(tenantsAsked).toEqual([])
  })

  test('cannot be checked while Microsoft’s keys are out of reach, and that is not its fault', async () => {
    const api = await runningApi({
      mode: 'production',
      keys: () => async () => {
        throw new TypeError('fetch failed: a secret detail')
      },
    })
    const answer = await api.get(seniorNurse, '/api/me')
    expectRefused(answer, 503, 'unavailable')
    expect(answer.text + JSON.stringify(api.log)).not.toContain('a secret detail')
    expect(api.log).toContainEqual(expect.objectContaining({ level: 'warn', code: 'unavailable' }))
  })
})

describe('in production', () => {
  test('X-Act-As is refused, with a token and without', async () => {
    const api = await inProduction()
    const actAs = { 'x-act-as': businessManager }
    expectRefused(await api.ask('/api/me', { headers: actAs }), 400, 'malformed')
    const authorization = `Bearer ${await tokenFor(healthVisitor)}`
    const both = await api.ask('/api/board', { headers: { ...actAs, authorization } })
    expectRefused(both, 400, 'malformed')
  })

  test('X-Act-As changes nothing that is stored', async () => {
    const api = await inProduction()
    await api.ask('/api/observations', {
      method: 'POST',
      headers: { 'x-act-as': healthVisitor, 'content-type': 'application/json' },
      body: JSON.stringify(aNearMiss()),
    })
    expect(await api.deps.records.observation.load('OBS-2026-0001')).toBeUndefined()
  })

  test('nobody is told whom one could act as', async () => {
    const api = await inProduction()
    expectRefused(await api.get(seniorNurse, '/api/local/people'), 404, 'not-found')
  })

  test('an observation is raised and read with tokens', async () => {
    const api = await inProduction()
    const raised = await api.post(healthVisitor, '/api/observations', aNearMiss())
    expectContract('raiseObservation', raised)
    const seen = await api.get(seniorNurse, `/api/observations/${raised.body.ref}`)
    expectContract('getObservation', seen)
    expect(seen.body.seenAs).toBe('triager')
  })

  test('a token is no sign-in in local mode', async () => {
    const api = await runningApi({ keys: testKeys })
    expectRefused(
      await api.ask('/api/me', bearer(await tokenFor(seniorNurse))),
      401,
      'not-signed-in',
    )
  })
})
