import { describe, expect, test } from 'vitest'
import { healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { aDecision, aNearMiss, expectContract, raised } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const nothingIsStored = async (server: RunningApi) => {
  expect((await server.get(healthVisitor, '/api/observations')).body.total).toBe(0)
  expect(server.nudges()).toBe(0)
}

describe('what somebody wrote', () => {
  const withText = (text: string) =>
    aNearMiss({
      answers: aNearMiss().answers.map((answer) =>
        answer.question === 'couldHaveHappened'
          ? { ...answer, value: { type: 'text', text } }
          : answer,
      ),
    })

  test('of 20,000 characters is refused with a sentence, and nothing is stored', async () => {
    const server = await runningApi()
    const answer = await server.post(
      healthVisitor,
      '/api/observations',
      withText('x'.repeat(20_000)),
    )
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing).toEqual([
      { need: 'answers.couldHaveHappened', say: expect.stringContaining('20,000 characters') },
    ])
    await nothingIsStored(server)
  })

  test('past what the wire takes is refused', async () => {
    const server = await runningApi()
    const answer = await server.post(
      healthVisitor,
      '/api/observations',
      withText('x'.repeat(20_001)),
    )
    expectRefused(answer, 400, 'malformed')
    expect(answer.body.missing).toEqual(
      [{ need: 'answers.0.value.text', say: 'This is too long or too large.' }].map((field) => ({
        ...field,
        need: 'answers.1.value.text',
      })),
    )
    await nothingIsStored(server)
  })

  test.each(['   ', '\n\t', '\u200b\u202e\u2060'])(
    'that nobody can see is asked for again (%j)',
    async (text) => {
      const server = await runningApi()
      const answer = await server.post(healthVisitor, '/api/observations', withText(text))
      expectRefused(answer, 422, 'incomplete')
      await nothingIsStored(server)
    },
  )

  test('is cleaned of control characters and of marks that turn its direction', async () => {
    const server = await runningApi()
    const { body } = await server.post(
      healthVisitor,
      '/api/observations',
      withText('\u202eA form\u0000 was\u0007 late.\r\nשלום\u2066 العربية'),
    )
    expect(body.answers[1].text).toBe('A form was late.\nשלום العربية')
  })

  test.each([
    '**bold** [Approve](https://evil.example) `code`',
    '${$root.secret} {{DATE(x)}} {ref} {answer} %s',
    '<script>alert(1)</script> &amp; <img src=x onerror=y>',
    '"; DROP TABLE observations; -- \' OR 1=1',
    '{"__proto__":{"isAdmin":true}}',
    '🦓 Zażółć gęślą jaźń 中文',
  ])('comes back as it was written (%s)', async (text) => {
    const server = await runningApi()
    const answer = await server.post(healthVisitor, '/api/observations', withText(text))
    expectContract('raiseObservation', answer)
    const seen = await server.get(seniorNurse, `/api/observations/${answer.body.ref}`)
    expect(seen.body.answers[1].value).toEqual({ type: 'text', text })
    expect(seen.headers.get('content-type')).toMatch(/^application\/json/)
  })

  test('with half a character in it is kept without harm', async () => {
    const server = await runningApi()
    const answer = await server.post(healthVisitor, '/api/observations', withText('A \ud83e zebra'))
    expect(answer.status).toBe(201)
    expect((await server.get(healthVisitor, `/api/observations/${answer.body.ref}`)).status).toBe(
      200,
    )
  })
})

test('codes that are names of an object’s own parts are codes like others', async () => {
  const server = await runningApi()
  const ref = await raised(server)
  const answer = await server.post(
    seniorNurse,
    `/api/observations/${ref}/decide`,
    aDecision(1, { outcome: '__proto__' }),
  )
  expectRefused(answer, 422, 'incomplete')
  const feedback = await server.post(seniorNurse, `/api/observations/${ref}/correctKind`, {
    version: 1,
    submission: 'x',
    kind: 'constructor',
    reason: 'To see.',
  })
  expectRefused(feedback, 422, 'incomplete')
})
