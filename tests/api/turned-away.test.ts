import { describe, expect, test } from 'vitest'
import { formerNurse, seniorNurse } from './support/a-small-board.ts'
import { rawRequest } from './support/raw-request.ts'
import type { RunningApi } from './support/running-api.ts'
import { PRODUCTION, runningApi } from './support/running-api.ts'
import { tokenFor } from './support/tokens.ts'

const OTHER_TENANT = '0d9c8b7a-6f5e-4d3c-8b2a-190817263544'

const inProduction = () => runningApi({ mode: 'production' })
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const reasonsIn = ({ log }: RunningApi) => log.flatMap(({ reason }) => reason ?? [])

describe('whoever runs the server is told why somebody is turned away', () => {
  test.each([
    ['tab-tenant', { claims: { tid: OTHER_TENANT } }],
    ['tab-expired', { expiresIn: -600 }],
    ['tab-audience', { audience: '11111111-2222-4333-8444-555555555555' }],
    ['tab-issuer', { issuer: 'https://sts.windows.net/other/' }],
    ['tab-signature', { signedBy: 'stranger' }],
    ['tab-scope', { claims: { scp: 'User.Read' } }],
    ['tab-scope', { claims: { scp: undefined } }],
    ['tab-application', { claims: { idtyp: 'app' } }],
    ['tab-claims', { claims: { oid: undefined } }],
    ['tab-guest', { claims: { acct: 1 } }],
  ] as const)('%s, in a sentence and without the token (%j)', async (reason, parts) => {
    const api = await inProduction()
    const token = await tokenFor(seniorNurse, parts)
    await api.ask('/api/me', bearer(token))
    const warning = { level: 'warn', code: 'turned-away', reason, say: expect.any(String) }
    expect(api.log).toContainEqual(warning)
    const logged = JSON.stringify(api.log)
    for (const part of [...token.split('.'), OTHER_TENANT, 'A name from the token'])
      expect(logged).not.toContain(part)
  })

  test('by no token, by one that is none, by somebody who has left, and by X-Act-As', async () => {
    const api = await inProduction()
    await api.get(null, '/api/me')
    await api.ask('/api/me', bearer('a.b.c'))
    await api.get(formerNurse, '/api/me')
    await api.ask('/api/me', { headers: { 'x-act-as': seniorNurse } })
    expect(reasonsIn(api)).toEqual(['tab-no-token', 'tab-no-tenant', 'tab-left', 'tab-act-as'])
  })

  test('once an hour for each reason, also by a clock that is set back', async () => {
    const api = await inProduction()
    const twice = async () => {
      await api.get(null, '/api/me')
      await api.get(null, '/api/board')
    }
    await twice()
    api.clock.advance({ minutes: 59 })
    await twice()
    expect(reasonsIn(api)).toEqual(['tab-no-token'])
    api.clock.advance({ minutes: 1 })
    await twice()
    expect(reasonsIn(api)).toHaveLength(2)
    api.clock.advance({ minutes: -600 })
    await twice()
    expect(reasonsIn(api)).toHaveLength(3)
  })

  test('from the metrics, with what to set', async () => {
    const config = { ...PRODUCTION, metricsToken: null }
    const [without, wrong] = [await runningApi({ config }), await inProduction()]
    for (const api of [without, wrong]) expect((await api.ask('/metrics')).status).toBe(404)
    expect([without, wrong].flatMap(reasonsIn)).toEqual(['metrics-off', 'metrics-token'])
  })
})

describe('local mode answers this machine alone', () => {
  test.each([
    ['x-forwarded-for', '10.0.0.1'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'loop.board.example'],
    ['X-Forwarded', 'for=10.0.0.1'],
    ['Forwarded', 'for=10.0.0.1;proto=https'],
    ['Via', '1.1 proxy.example'],
    ['X-Real-IP', '10.0.0.1'],
    ['X-Original-Host', 'loop.board.example'],
    ['X-Client-IP', '10.0.0.1'],
    ['True-Client-IP', '10.0.0.1'],
    ['CF-Connecting-IP', '10.0.0.1'],
    ['X-Cluster-Client-IP', '10.0.0.1'],
    ['Fastly-Client-IP', '10.0.0.1'],
    ['X-ProxyUser-Ip', '10.0.0.1'],
    ['X-Envoy-External-Address', '10.0.0.1'],
    ['X-Azure-SocketIP', '10.0.0.1'],
    ['X-Tunnel-Id', 'a-tunnel'],
    ['X-Rewrite-URL', '/another'],
    ['X-ARR-LOG-ID', 'x'],
    ['X-Amzn-Trace-Id', 'Root=1'],
  ])('and refuses what was passed on with %s, at every address', async (name, value) => {
    const api = await runningApi()
    for (const path of ['/', '/tab/', '/api/local/people', '/api/me', '/healthz', '/metrics']) {
      const { status, text } = await api.ask(path, {
        headers: { [name]: value, 'x-act-as': seniorNurse },
      })
      expect(status, path).toBe(403)
      expect(text).toContain('on this machine alone')
      expect(text).toContain('MODE=production')
    }
    const posted = await api.ask('/api/messages', {
      method: 'POST',
      headers: { [name]: value, 'content-type': 'application/json' },
      body: '{"type":"message"}',
    })
    expect(posted.status).toBe(403)
    expect(reasonsIn(api)).toEqual(['local-forwarded'])
    expect(JSON.stringify(api.log)).not.toContain(value === 'x' ? 'X-ARR' : value)
  })

  test.each([
    [
      'a whole address of another',
      'GET http://loop.board.example/api/me HTTP/1.1',
      'Host: localhost',
    ],
    ['a whole address of its own', 'GET http://localhost/api/me HTTP/1.1', 'Host: localhost'],
    ['another name', 'GET /api/me HTTP/1.1', 'Host: loop.board.example'],
    ['two names', 'GET /api/me HTTP/1.1', 'Host: localhost\r\nHost: loop.board.example'],
  ])('and refuses what asks for %s', async (_, line, headers) => {
    const api = await runningApi()
    const answer = await rawRequest(api.url, `${line}\r\n${headers}\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
    expect(answer).not.toContain('businessManager')
  })

  test('and production answers what its proxy passes on', async () => {
    const api = await inProduction()
    const headers = { 'x-forwarded-for': '10.0.0.1', via: '1.1 proxy.example' }
    expect((await api.ask('/healthz', { headers })).status).toBe(200)
  })

  test('and takes the headers of a browser and of the Playground', async () => {
    const api = await runningApi()
    const headers = { 'x-act-as': seniorNurse, origin: api.url, 'x-ms-conversation-id': 'a' }
    expect((await api.ask('/api/me', { headers })).status).toBe(200)
  })
})
