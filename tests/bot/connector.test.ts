import type { ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { ConnectorRefusal, createConnectorClient } from '../../src/bot/teams/connector-client.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { titleOn } from '../support/card-reading.ts'
import type { Refusal } from '../support/fake-teams.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { howMany, raised, toldNearMiss } from '../support/stories.ts'

const SENIOR = 'chat-seniorNurse'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
})
afterAll(() => app.stop())

/** A report whose card for the senior the connector refuses: what became of the delivery. */
async function refused(...refusals: readonly Refusal[]) {
  await app.chatAs('seniorNurse').greet()
  app.teams.refuseNext(...refusals.map((one) => ({ ...one, in: SENIOR })))
  const ref = await raised(app)
  await app.deliver()
  return { ref, delivery: () => deliveryOf(ref) }
}

async function deliveryOf(ref: string) {
  const all = await app.app.deps.deliveries.about('observation', ref, 'triage')
  const one = all.find(({ recipient, updates }) => recipient === 'seniorNurse' && updates === null)
  if (!one) throw new Error('there is no such delivery')
  return one
}

const cardsFor = (ref: string) =>
  app.chatAs('seniorNurse').messages.filter(({ words }) => words.includes(ref))
const known = () => app.app.deps.conversations.get(personId('seniorNurse'))
const secondsFromNow = (at: string) => (Date.parse(at) - Date.parse(app.clock.now())) / 1000

describe('a message that Teams does not take now is sent later', () => {
  test.each<[string, Refusal, string]>([
    ['429', { status: 429, code: 'Throttled' }, 'Throttled'],
    ['412', { status: 412, code: 'PreconditionFailed' }, 'PreconditionFailed'],
    ['500', { status: 500 }, 'http-500'],
    ['502', { status: 502 }, 'http-502'],
    ['504', { status: 504 }, 'http-504'],
    ['401', { status: 401 }, 'http-401'],
    ['a reset connection', { status: 0, reset: true }, 'NoAnswer'],
  ])('after %s', async (_, refusal, failure) => {
    const { ref, delivery } = await refused(refusal)
    expect(await delivery()).toMatchObject({ state: 'waiting', failure, attempts: 1 })
    expect(secondsFromNow((await delivery()).dueAt)).toBe(5)
    expect(cardsFor(ref)).toEqual([])
    app.clock.advance({ minutes: 1 })
    await app.deliver()
    expect(await delivery()).toMatchObject({ state: 'sent', conversationId: SENIOR })
    expect(cardsFor(ref)).toHaveLength(1)
  })

  test('not before the time that Teams names', async () => {
    const { ref, delivery } = await refused({ status: 429, retryAfter: '77' })
    expect(secondsFromNow((await delivery()).dueAt)).toBe(77)
    app.clock.advance({ minutes: 1 })
    await app.deliver()
    expect(cardsFor(ref)).toEqual([])
    app.clock.advance({ minutes: 1 })
    await app.deliver()
    expect(cardsFor(ref)).toHaveLength(1)
  })

  test('with a longer pause each time, and after a week not any more', async () => {
    const { delivery } = await refused(...Array(60).fill({ status: 503 }))
    const pauses: number[] = []
    let days = 0
    for (; (await delivery()).state === 'waiting' && days < 14; days += 0.25) {
      pauses.push(secondsFromNow((await delivery()).dueAt))
      app.clock.advance({ hours: 6 })
      await app.deliver()
    }
    app.teams.refuseNoMore()
    expect(pauses.slice(0, 4)).toEqual([5, 10, 20, 40])
    expect(Math.max(...pauses)).toBe(3600)
    expect(days).toBeGreaterThan(6)
    expect(await delivery()).toMatchObject({ state: 'ended', failure: 'http-503' })
  })

  test('and does not keep anybody else waiting', async () => {
    const { ref } = await refused({ status: 502 })
    const deputy = app.chatAs('deputyNurse').messages.filter(({ words }) => words.includes(ref))
    expect(deputy).toHaveLength(1)
    app.clock.advance({ minutes: 1 })
    await app.deliver()
  })
})

describe('a chat that is closed to the bot', () => {
  test.each<[string, Refusal]>([
    ['blocked', { status: 403, code: 'ConversationBlockedByUser' }],
    ['switched off', { status: 403, code: 'BotDisabledByAdmin' }],
    ['without the app', { status: 403, code: 'BotNotInConversationRoster' }],
    ['gone', { status: 404, code: 'ConversationNotFound' }],
    ['forbidden without a word', { status: 403 }],
    ['not found without a word', { status: 404 }],
  ])('%s ends the delivery and forgets the chat', async (_, refusal) => {
    const { delivery } = await refused(refusal)
    const failure = refusal.code ?? `http-${refusal.status}`
    expect(await delivery()).toMatchObject({ state: 'ended', failure })
    expect(await known()).toBeUndefined()
  })

  test('a message that is too large ends, and the chat stays', async () => {
    const { delivery } = await refused({ status: 413, code: 'MessageSizeTooBig' })
    expect(await delivery()).toMatchObject({ state: 'ended', failure: 'MessageSizeTooBig' })
    expect(await known()).toBeDefined()
  })

  test('a card that was deleted from the chat ends its update, and the chat stays', async () => {
    const { ref } = await refused()
    app.teams.refuseNext({ status: 404, in: SENIOR })
    await app.chatAs('deputyNurse').pressVerb('acknowledge', { ref, version: 1 })
    await app.deliver()
    const all = await app.app.deps.deliveries.about('observation', ref, 'triage')
    const update = all.find((one) => one.updates !== null && one.recipient === 'seniorNurse')
    expect(update).toMatchObject({ state: 'ended', failure: 'http-404' })
    expect(await known()).toBeDefined()
  })
})

test('a message that cannot be drawn ends and is logged; what comes after it is sent', async () => {
  await app.chatAs('seniorNurse').greet()
  const ref = await raised(app)
  const odd = { key: 'odd', recordKind: 'observation', recordId: ref, event: 1 }
  const recipient = personId('seniorNurse')
  const dueAt = '2026-03-01T09:00:00.000Z'
  await app.app.deps.deliveries.add([
    { ...odd, notice: 'nothing anybody knows', recipient, updates: null, plannedAt: dueAt, dueAt },
  ])
  const defects = () => app.log.filter(({ code }) => code === 'defect').length
  const before = defects()
  await app.deliver()
  const [drawn] = await app.app.deps.deliveries.about('observation', ref, 'nothing anybody knows')
  expect(drawn).toMatchObject({ state: 'ended', failure: 'Defect' })
  expect(defects()).toBe(before + 1)
  expect(cardsFor(ref)).toHaveLength(1)
})

test('the id of every message is kept, so that its card can be brought up to date', async () => {
  const { ref, delivery } = await refused()
  const [card] = cardsFor(ref)
  expect(await delivery()).toMatchObject({ messageId: card?.id, conversationId: SENIOR })
})

describe('an answer that Teams does not take', () => {
  test('to a message is given when the message comes again', async () => {
    const chat = app.chatAs('healthVisitor1')
    await toldNearMiss(chat)
    const before = await howMany(app)
    const send = { type: 'message', text: 'send', id: 'lost-answer' }
    app.teams.refuseNext({ status: 502, in: 'chat-healthVisitor1' })
    const first = await chat.send(send)
    expect(first).toMatchObject({ status: 500, said: [] })
    expect(JSON.stringify(first.body)).not.toMatch(/502|connector|Refusal/i)
    const second = await chat.send(send)
    expect(second.status).toBe(200)
    expect(titleOn(second.said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect(await howMany(app)).toBe(before + 1)
  })

  test('to a press is said in its place, and given when it is pressed again', async () => {
    const chat = app.chatAs('healthVisitor1')
    const check = await toldNearMiss(chat)
    const before = await howMany(app)
    app.teams.refuseNext({ status: 429, retryAfter: '60', in: 'chat-healthVisitor1' })
    const first = await chat.press(check, 'Send')
    expect(first).toMatchObject({ status: 200, said: [], replaced: undefined })
    expect(first.body.value).toContain('What you did is kept: press again to see it.')
    const second = await chat.press(check, 'Send')
    expect(titleOn(second.said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect(await howMany(app)).toBe(before + 1)
  })
})

describe('the way out to Teams', () => {
  /** A service that answers like this, and a message on its way to it. */
  async function sending(answer: (respond: ServerResponse) => void) {
    const server = createServer((_req, res) => answer(res))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const url = `http://127.0.0.1:${port}/v3/conversations/a/activities`
    const headers = { rawHeaders: () => ({ 'content-type': 'application/json' }) }
    const client = createConnectorClient({ timeoutMs: 200, toLoopback: true })
    return client.sendRequest({ url, method: 'POST', body: '{}', headers })
  }

  test('gives up on a service that does not answer', async () => {
    await expect(sending(() => undefined)).rejects.toMatchObject({ status: 0, code: 'NoAnswer' })
  })

  test('gives up on an answer that does not end', async () => {
    const endless = sending((res) => {
      res.writeHead(200)
      res.write('{')
    })
    await expect(endless).rejects.toBeInstanceOf(ConnectorRefusal)
  })

  test.each([
    ['120', 120_000],
    ['0', 0],
    ['soon', null],
    ['Wed, 01 Jan 2020 00:00:00 GMT', 0],
  ])('reads “Retry-After: %s”', async (header, retryAfterMs) => {
    const throttled = sending((res) => {
      res.writeHead(429, { 'retry-after': header })
      res.end('no')
    })
    await expect(throttled).rejects.toMatchObject({ status: 429, code: '', retryAfterMs })
  })

  test.each<[string, number, string]>([
    ['a page', 200, '<html>Sign in</html>'],
    ['nothing', 200, ''],
    ['no id', 200, '{}'],
    ['an empty id', 201, '{"id":""}'],
    ['an id that is a number', 201, '{"id":5}'],
    ['a list', 202, '["id"]'],
  ])('does not take %s for a message that arrived', async (_, status, body) => {
    const answered = sending((res) => {
      res.statusCode = status
      res.end(body)
    })
    await expect(answered).rejects.toMatchObject({ status, code: 'NoMessageId' })
  })

  test.each([301, 302, 307, 308])('goes nowhere else when told to by %i', async (status) => {
    const elsewhere = sending((res) => {
      res.writeHead(status, { location: `${app.teams.url}/v3/conversations/a/activities` })
      res.end()
    })
    await expect(elsewhere).rejects.toMatchObject({ status })
    expect(app.teams.sent.filter(({ conversation }) => conversation === 'a')).toEqual([])
  })

  test.each([
    ['http://127.0.0.1:1/v3', {}],
    ['http://teams.example/v3', { toLoopback: true }],
    ['http://localhost.example/v3', { toLoopback: true }],
    ['ftp://127.0.0.1/v3', {}],
    ['file:///etc/hosts', { toLoopback: true }],
    ['/v3', { toLoopback: true }],
  ])('does not go to %s', async (url, to) => {
    const headers = { rawHeaders: () => ({}) }
    const going = createConnectorClient(to).sendRequest({ url, method: 'POST', headers })
    await expect(going).rejects.toMatchObject({ status: 0, code: 'AddressNotAllowed' })
  })

  test('keeps nothing of what a service says but its code', async () => {
    const body = '{"error":{"code":"Throttled","message":"about somebody"}}'
    const throttled = sending((res) => {
      res.statusCode = 429
      res.end(body)
    })
    const refusal = await throttled.catch((error) => error)
    expect(refusal).toMatchObject({ code: 'Throttled' })
    expect(String(refusal.message) + JSON.stringify(refusal)).not.toContain('somebody')
  })
})
