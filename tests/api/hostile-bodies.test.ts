import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { healthVisitor } from './support/a-small-board.ts'
import { rawRequest } from './support/raw-request.ts'
import { aNearMiss } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const MARKER = 'zebra-crossing-4711'
let running: RunningApi | undefined

async function api(): Promise<RunningApi> {
  running = await runningApi()
  return running
}

// After every request the server still runs, and nothing has changed.
const nothingCameOfIt = async (server: RunningApi) => {
  expect((await server.ask('/healthz')).status).toBe(200)
  expect((await server.get(healthVisitor, '/api/observations')).body.total).toBe(0)
  expect(server.nudges()).toBe(0)
  expect(JSON.stringify(server.log)).not.toContain(MARKER)
}

afterEach(async () => {
  if (running) expect((await running.ask('/healthz')).status).toBe(200)
  running = undefined
})

const post = (
  server: RunningApi,
  body: RequestInit['body'],
  headers: Record<string, string> = {},
) =>
  server.ask('/api/observations', {
    method: 'POST',
    headers: { 'x-act-as': healthVisitor, 'content-type': 'application/json', ...headers },
    body,
  })

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

describe('a body', () => {
  test.each([
    ['that is empty', ''],
    ['that is no JSON', `{"${MARKER}`],
    ['that is an array', `["${MARKER}"]`],
    ['that is null', 'null'],
    ['that is a text', `"${MARKER}"`],
    ['that is a number', '4711'],
    ['that is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['that is nested very deeply', deep(5000)],
    [
      'that is nested deeper than any form',
      JSON.stringify(aNearMiss({ kind: JSON.parse(deep(70)) })),
    ],
    ['with a key that is a prototype’s', `{"__proto__":{"isAdmin":true},"kind":"${MARKER}"}`],
    ['with such a key further in', `{"answers":[{"__proto__":{"x":"${MARKER}"}}]}`],
    ['with such a key in disguise', '{"\\u005f_proto__":{"isAdmin":true}}'],
    [
      'with fields of the wrong types',
      JSON.stringify({ submission: 1, kind: [MARKER], answers: MARKER }),
    ],
    [
      'with too many answers',
      JSON.stringify(
        aNearMiss({ answers: Array(41).fill({ question: 'x', value: { type: 'tick' } }) }),
      ),
    ],
    ['with an unknown field', JSON.stringify(aNearMiss({ [MARKER]: MARKER }))],
    ['with a constructor field', JSON.stringify(aNearMiss({ constructor: { prototype: {} } }))],
  ])('%s is refused without repeating it, and nothing comes of it', async (_, body) => {
    const server = await api()
    const answer = await post(server, body)
    expectRefused(answer, 400, 'malformed')
    expect(answer.text).not.toContain(MARKER)
    expect(answer.text).not.toMatch(/JSON at position|Unexpected token|isAdmin|expected/)
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
    await nothingCameOfIt(server)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('of the content type “%s” is refused', async (type) => {
    const server = await api()
    const answer = await post(server, JSON.stringify(aNearMiss()), { 'content-type': type })
    expectRefused(answer, 415, 'unsupported')
    await nothingCameOfIt(server)
  })

  test.each(['gzip', 'GZIP', 'br', 'deflate', 'identity', 'x'])(
    'with the content encoding %s is refused before anybody reads it',
    async (encoding) => {
      const server = await api()
      for (const path of ['/api/observations', '/api/messages', '/tab/', '/nowhere']) {
        const answer = await server.ask(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': encoding },
          body: `not ${encoding} at all`,
        })
        expectRefused(answer, 415, 'unsupported')
      }
      await nothingCameOfIt(server)
    },
  )

  test('that is really compressed is refused as well', async () => {
    const server = await api()
    const body = gzipSync(JSON.stringify(aNearMiss()))
    expectRefused(await post(server, body, { 'content-encoding': 'gzip' }), 415, 'unsupported')
    await nothingCameOfIt(server)
  })

  test('of ten megabytes is refused', async () => {
    const server = await api()
    const answer = await post(server, `{"submission":"${'x'.repeat(10 * 1024 * 1024)}"}`)
    expectRefused(answer, 413, 'too-large')
    expect(answer.body.detail).toContain('64 KiB')
    await nothingCameOfIt(server)
  })

  test('that does not say how long it is, is refused as soon as it is too long', async () => {
    const server = await api()
    const part = `${(65_537).toString(16)}\r\n${'x'.repeat(65_537)}\r\n`
    // The body never ends, so only an early answer ends this test.
    const head = `POST /api/observations HTTP/1.1\r\nHost: localhost\r\nX-Act-As: health-visitor\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`
    expect(await rawRequest(server.url, head + part)).toMatch(/^HTTP\/1.1 413/)
    await nothingCameOfIt(server)
  })

  test('just within the limit is read', async () => {
    const server = await api()
    const text = 'x'.repeat(64 * 1024 - JSON.stringify({ kind: '' }).length)
    expectRefused(await post(server, JSON.stringify({ kind: text })), 400, 'malformed')
    expectRefused(await post(server, JSON.stringify({ kind: `${text}x` })), 413, 'too-large')
  })

  test('that ends before it is whole leaves the server as it was', async () => {
    const server = await api()
    const head =
      'POST /api/observations HTTP/1.1\r\nHost: localhost\r\nX-Act-As: health-visitor\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"kind":'
    const { connect } = await import('node:net')
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () =>
        socket.write(head, () => socket.destroy()),
      )
      socket.on('close', () => resolve())
    })
    await nothingCameOfIt(server)
    expect(server.log.filter(({ code }) => code === 'defect')).toEqual([])
  })
})
