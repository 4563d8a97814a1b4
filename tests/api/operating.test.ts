import { describe, expect, test } from 'vitest'
import { createMetrics } from '../../src/api/server/metrics.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import { healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { aNearMiss, raised } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

describe('whether it lives and is ready', () => {
  test('is answered with a sentence', async () => {
    const api = await runningApi({ mode: 'production' })
    const health = await api.ask('/healthz')
    expect([health.status, health.text]).toEqual([200, 'The server is running.\n'])
    const ready = await api.ask('/readyz')
    expect([ready.status, ready.text]).toEqual([200, 'The server is ready.\n'])
  })

  test('is told apart: with a store out of reach it lives and is not ready', async () => {
    const api = await runningApi({
      stores: {
        check: () => Promise.reject(new DomainError('unavailable', { why: 'full' })),
      },
    })
    expect((await api.ask('/healthz')).status).toBe(200)
    const ready = await api.ask('/readyz')
    expect([ready.status, ready.text]).toEqual([503, 'The disk is full. Free some space.\n'])
  })
})

const NO_DELIVERIES = { waiting: 0, unreachable: 0, sent: 0, ended: 0 }

describe('metrics', () => {
  test('count requests by template and status, never by what was asked for', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    await api.get(seniorNurse, `/api/observations/${ref}`)
    await api.get(null, '/api/observations?view=mine')
    await api.ask('/some/secret/place')
    const { text, headers } = await api.ask('/metrics')
    expect(headers.get('content-type')).toMatch(/^text\/plain/)
    for (const line of [
      'learning_loop_http_requests_total{method="GET",route="/api/observations/:ref",status="200"} 1',
      'learning_loop_http_requests_total{method="GET",route="/api/observations",status="401"} 1',
      'learning_loop_http_requests_total{method="POST",route="/api/observations",status="201"} 1',
      'learning_loop_http_requests_total{method="GET",route="none",status="404"} 1',
      'learning_loop_http_request_duration_seconds_count{method="POST",route="/api/observations"} 1',
    ])
      expect(text).toContain(line)
    expect(text).toContain('process_resident_memory_bytes')
    for (const secret of [ref, 'secret', 'health-visitor', 'community-trust', 'Community'])
      expect(text).not.toContain(secret)
  })

  test('count messages by where they stand', async () => {
    const api = await runningApi()
    const delivery = {
      recordKind: 'observation',
      recordId: 'OBS-2026-0001',
      event: 1,
      notice: 'triage',
      recipient: seniorNurse,
      updates: null,
      plannedAt: api.clock.now(),
      dueAt: api.clock.now(),
    }
    await api.deps.deliveries.add([
      { ...delivery, key: 'one' },
      { ...delivery, key: 'two' },
    ])
    const { text } = await api.ask('/metrics')
    expect(text).toContain('learning_loop_deliveries{state="waiting"} 2')
    expect(text).toContain('learning_loop_deliveries{state="sent"} 0')
  })

  test('stay small, whatever is asked', async () => {
    const metrics = createMetrics({ counts: async () => NO_DELIVERIES })
    const before = (await metrics.text()).length
    for (let number = 0; number < 900; number += 1)
      metrics.answered({ method: `M${number}`, route: 'none', status: 100 + number, seconds: 1 })
    expect((await metrics.text()).length - before).toBeLessThan(6_000)
    expect(await metrics.text()).toContain('{method="other",route="none",status="other"} 880')
  })

  test('take any method for one of a few', async () => {
    const api = await runningApi()
    await api.ask('/api/me', { method: 'PUT' })
    await api.ask('/api/me', { method: 'DELETE' })
    const { text } = await api.ask('/metrics')
    expect(text).toContain('{method="other",route="none",status="405"} 2')
  })

  test.each([
    undefined,
    'Bearer',
    'Bearer wrong',
    'Bearer a-long-random-token2',
    'Basic a-long-random-token',
  ])('are not there in production without their token (%s)', async (authorization) => {
    const api = await runningApi({ mode: 'production' })
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await api.ask('/metrics', { headers })
    expectRefused(answer, 404, 'not-found')
    expect(answer.text).toBe((await api.ask('/nowhere')).text)
  })

  test('are read in production with their token', async () => {
    const api = await runningApi({ mode: 'production' })
    const headers = { authorization: 'Bearer a-long-random-token' }
    expect((await api.ask('/metrics', { headers })).status).toBe(200)
  })
})

describe('messages from Teams', () => {
  const activity = { type: 'message', text: 'hello', from: { aadObjectId: 'x' } }

  test('reach the bot with their body read', async () => {
    const bodies: unknown[] = []
    const api = await runningApi({
      bot: {
        handle: async (req, res) => {
          bodies.push(req.body)
          res.status(200)
          res.send({ done: true })
          res.end()
        },
      },
    })
    const answer = await api.post(null, '/api/messages', activity)
    expect(answer.body).toEqual({ done: true })
    expect(bodies).toEqual([activity])
  })

  test('may be four times as large as what the tab sends', async () => {
    const api = await runningApi()
    const within = { ...activity, text: 'x'.repeat(200 * 1024) }
    expect((await api.post(null, '/api/messages', within)).status).toBe(200)
    const beyond = { ...activity, text: 'x'.repeat(257 * 1024) }
    expectRefused(await api.post(null, '/api/messages', beyond), 413, 'too-large')
  })

  test.each(['', '[]', 'null', '{', '"text"'])(
    'that are no activity never reach it (%s)',
    async (body) => {
      let reached = false
      const api = await runningApi({
        bot: {
          handle: async () => {
            reached = true
          },
        },
      })
      expectRefused(await api.post(null, '/api/messages', body), 400, 'malformed')
      expect(reached).toBe(false)
    },
  )
})

describe('a defect', () => {
  const SECRET = 'What the health visitor wrote\n    at home.'

  test('is answered with a reference that finds it in the log, and with nothing else', async () => {
    const api = await runningApi({
      changeDeps: (deps) => ({
        ...deps,
        references: { next: () => Promise.reject(new RangeError(SECRET)) },
      }),
    })
    const answer = await api.post(healthVisitor, '/api/observations', aNearMiss())
    expectRefused(answer, 500, 'defect')
    const { reference } = answer.body
    expect(reference).toMatch(/^[0-9A-F]{8}$/)
    expect(answer.body.detail).toContain(reference)
    expect(api.log).toContainEqual({
      level: 'error',
      code: 'defect',
      reference,
      method: 'POST',
      route: '/api/observations',
      cause: 'RangeError',
      at: expect.arrayContaining([expect.stringContaining('operating.test.ts')]),
    })
    for (const said of [answer.text, JSON.stringify(api.log)]) {
      expect(said).not.toContain('health visitor wrote')
      expect(said).not.toContain('at home')
    }
    expect((await api.ask('/healthz')).status).toBe(200)
  })

  test.each([
    ['a text', 'a secret'],
    ['nothing', undefined],
    [
      'an error with a status of its own',
      Object.assign(new Error('a secret'), { statusCode: 418 }),
    ],
  ])('that throws %s is a defect like any other', async (_, thrown) => {
    const api = await runningApi({ bot: { handle: () => Promise.reject(thrown) } })
    const answer = await api.post(null, '/api/messages', { type: 'message' })
    expectRefused(answer, 500, 'defect')
    expect(answer.text + JSON.stringify(api.log)).not.toContain('a secret')
  })

  test('after the answer has begun ends that connection and nothing else', async () => {
    const api = await runningApi({
      bot: {
        handle: async (_req, res) => {
          res.writeHead(200)
          res.write('{"half":')
          throw new Error('a secret')
        },
      },
    })
    await expect(api.post(null, '/api/messages', { type: 'message' })).rejects.toThrow()
    expect((await api.ask('/healthz')).status).toBe(200)
  })
})
