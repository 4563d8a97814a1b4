import { describe, expect, test } from 'vitest'
import { seniorNurse } from './support/a-small-board.ts'
import { rawRequest } from './support/raw-request.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const MARKER = 'zebra-crossing-4711'

describe('an address', () => {
  test.each([
    'GET /api/me HTTP/1.1\r\nHost: [\r\n',
    'GET http://[/ HTTP/1.1\r\nHost: localhost\r\n',
  ])('that cannot be parsed is refused and does not end the server (%j)', async (head) => {
    const server = await runningApi()
    const answer = await rawRequest(server.url, `${head}Connection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(answer).toContain('X-Content-Type-Options: nosniff')
  })

  test.each([
    '/%',
    '/api/observations/%E0%A4%A',
    '/api/%00',
    '//api/me',
    '/api//me',
    '/API/me',
    '/api/me/',
  ])('that leads nowhere is told so (%s)', async (path) => {
    const server = await runningApi()
    expectRefused(await server.get(seniorNurse, path), 404, 'not-found')
  })

  test('that nobody has is not repeated', async () => {
    const server = await runningApi()
    const answer = await server.ask(`/${MARKER}?<script>`)
    expectRefused(answer, 404, 'not-found')
    expect(answer.text).not.toContain(MARKER)
  })

  test.each([
    ['DELETE', '/api/observations/OBS-2026-0001'],
    ['PUT', '/api/me'],
    ['GET', '/api/messages'],
    ['POST', '/api/figures'],
    ['PATCH', '/api/board'],
    ['OPTIONS', '/api/me'],
  ])('does not take the method it is not made for (%s %s)', async (method, path) => {
    const server = await runningApi()
    const answer = await server.ask(path, { method })
    expectRefused(answer, 405, 'unsupported')
    expect(answer.headers.get('allow')).toMatch(/GET|POST/)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('an upgrade is not answered with one, and no connection is kept for it', async () => {
    const server = await runningApi()
    const answer = await rawRequest(
      server.url,
      'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 200/)
  })

  test('in local mode under another name than this machine’s is refused', async () => {
    const server = await runningApi()
    const answer = await rawRequest(
      server.url,
      'GET /api/local/people HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 403/)
    expect(answer).not.toContain('senior')
  })
})
