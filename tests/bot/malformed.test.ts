import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { titleOn } from '../support/card-reading.ts'
import { cpuMs } from '../support/cpu-time.ts'
import type { TestApp } from '../support/start-app.ts'
import { activityFrom, startApp } from '../support/start-app.ts'
import { howMany } from '../support/stories.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** After each of them the program still answers, and nothing was taken for a defect. */
afterEach(async () => {
  const [help] = await app.chatAs('teacher').say('help')
  expect(titleOn(help?.card)).toBe('What I can do')
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([])
  expect(await howMany(app)).toBe(0)
})

const sent = (body: string) =>
  fetch(`${app.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
const message = (more: object) => activityFrom(app.teams, 'teacher', { type: 'message', ...more })

describe('a body that is no activity is refused with 400 and one sentence', () => {
  const bodies: readonly [string, () => unknown][] = [
    ['nothing', () => ({})],
    ['no type', () => message({ type: undefined })],
    ['a type that is no text', () => message({ type: 7 })],
    ['an array', () => [message({})]],
    ['no sender', () => message({ from: undefined })],
    ['a sender that is text', () => message({ from: 'teacher' })],
    ['a sender that is a list', () => message({ from: [{ aadObjectId: 'teacher' }] })],
    ['a sender’s name that is a number', () => message({ from: { id: '29:a', name: 5 } })],
    ['an account that is a list', () => message({ from: { id: '29:a', aadObjectId: ['x'] } })],
    ['a tenant that is a number', () => message({ conversation: { id: 'a', tenantId: 7 } })],
    ['a recipient that is text', () => message({ recipient: 'bot' })],
    ['a recipient’s name that is a list', () => message({ recipient: { id: 'a', name: [] } })],
    ['no conversation', () => message({ conversation: undefined })],
    ['a conversation that is a list', () => message({ conversation: [] })],
    ['a conversation whose id is a list', () => message({ conversation: { id: ['a'] } })],
    ['a conversation without an id', () => message({ conversation: { tenantId: 'demo' } })],
    ['a conversation with an empty id', () => message({ conversation: { id: '' } })],
    ['a sender without an id', () => message({ from: { aadObjectId: 'teacher' } })],
    ['a sender with an empty id', () => message({ from: { id: '', aadObjectId: 'teacher' } })],
    ['attachments that are no list', () => message({ text: 'help', attachments: {} })],
    ['attachments of nothing', () => message({ text: 'help', attachments: [null] })],
    ['text that is a list', () => message({ text: ['help'] })],
    ['text that is an object', () => message({ text: { toString: 'help' } })],
    ['a name that is a number', () => message({ type: 'invoke', name: 5 })],
    ['an id that is an object', () => message({ id: {} })],
    ['mentions that are no list', () => message({ text: 'help', entities: 'mention' })],
    ['mentions of nothing', () => message({ text: 'help', entities: [null] })],
    ['members that are no list', () => message({ type: 'conversationUpdate', membersAdded: 1 })],
    ['members of nothing', () => message({ type: 'conversationUpdate', membersAdded: [null] })],
    ['a locale that is a list', () => message({ locale: ['en'] })],
    ['no address to answer to', () => message({ text: 'help', serviceUrl: undefined })],
    ['an address that is none', () => message({ text: 'help', serviceUrl: 'not an address' })],
  ]

  test.each(bodies)('%s', async (_, body) => {
    const response = await app.post(body())
    expect(response.status).toBe(400)
    const text = await response.text()
    expect(text).not.toMatch(/Error|undefined|at .*:\d+|zod|TypeError/)
    expect(text.length).toBeLessThan(300)
  })

  test.each([70, 50_000])('nested %i deep', async (depth) => {
    const nested = '['.repeat(depth) + ']'.repeat(depth)
    const body = JSON.stringify(message({ value: 'here' })).replace('"here"', nested)
    expect((await sent(body)).status).toBe(400)
  })

  test.each(['{', '', 'null', '"text"', '5', '{"__proto__":{"type":"message"}}'])(
    '%j',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${app.url}/api/messages`, { method: 'POST', headers, body })
      expect(response.status).toBe(400)
    },
  )

  test('more than a message can be', async () => {
    expect((await app.post(message({ text: 'x'.repeat(300_000) }))).status).toBe(413)
  })
})

describe('an activity that does not say who sent it is answered without being let in', () => {
  const nobody = [
    { from: { id: '29:somebody' } },
    { from: { id: '29:somebody', aadObjectId: '' } },
    { from: { id: '29:somebody', aadObjectId: null } },
    { conversation: { id: 'chat-teacher', tenantId: '' }, channelData: { tenant: { id: {} } } },
    { conversation: { id: 'chat-teacher' }, channelData: 'demo' },
    { conversation: { id: 'chat-teacher' }, channelData: { tenant: null } },
  ]

  test.each(nobody)('%j', async (who) => {
    const { status, said } = await app
      .chatAs('teacher')
      .send({ type: 'message', text: 'near miss: words', ...who })
    expect(status).toBe(200)
    expect(said.map(({ text }) => text)).toEqual([
      'This bot is not available to your organisation. Ask whoever told you about it.',
    ])
  })
})

describe('an invoke of somebody known is always answered with HTTP 200', () => {
  const values = [
    undefined,
    null,
    'text',
    7,
    true,
    [],
    [[]],
    {},
    { action: null },
    { action: 'verb' },
    { action: [] },
    { action: { verb: 7 } },
    { action: { verb: ['help'] } },
    { action: { verb: 'help', data: 'data' } },
    { action: { verb: 'decide', data: [1, 2, 3] } },
    { action: { verb: 'decide', data: { ref: { $ne: '' }, version: [1], outcome: null } } },
    { action: { verb: 'send', data: { draft: { id: 'x' }, answer_story: ['x'] } } },
    { action: { verb: 'openReport', data: { ref: "OBS-2026-0001' OR '1'='1" } } },
    { action: { verb: 'openReport', data: { ref: 'x'.repeat(500) } } },
    { action: { verb: 'reassign', data: { ref: 'OBS-2026-0001', to: '////' } } },
  ]

  test.each(values.map((value) => [value]))('a press with the value %j', async (value) => {
    const name = 'adaptiveCard/action'
    const { status, body } = await app.chatAs('teacher').send({ type: 'invoke', name, value })
    expect(status).toBe(200)
    expect(body.statusCode).toBe(200)
    expect(body.value).toBeTruthy()
  })

  test.each([
    'task/fetch',
    'task/submit',
    'signin/tokenExchange',
    'signin/verifyState',
    'fileConsent/invoke',
    'message/submitAction',
    'somethingNew',
    undefined,
  ])('“%s”, which means nothing here, with a sentence', async (name) => {
    const { status, body } = await app.chatAs('teacher').send({ type: 'invoke', name, value: {} })
    expect(status).toBe(200)
    expect(body.value).toBe('This is not something I can do.')
  })

  test.each(['query', 'queryLink', 'selectItem', 'setting', 'onCardButtonClicked'])(
    '“composeExtension/%s” with a sentence of its kind',
    async (name) => {
      const invoke = { type: 'invoke', name: `composeExtension/${name}`, value: {} }
      const { status, body } = await app.chatAs('teacher').send(invoke)
      expect(status).toBe(200)
      expect(body.task).toEqual({ type: 'message', value: 'This is not something I can do.' })
    },
  )
})

describe('a message', () => {
  test('that mentions the bot is read without the mention', async () => {
    const mentioned = { id: '28:bot', name: 'Learning Loop' }
    const entities = [{ type: 'mention', mentioned, text: '<at>Learning Loop</at>' }]
    const text = '<at>Learning Loop</at> help'
    const { said } = await app.chatAs('teacher').send({ type: 'message', text, entities })
    expect(titleOn(said[0]?.card)).toBe('What I can do')
  })

  test.each([
    [[{ type: 'mention' }]],
    [[{ type: 'mention', mentioned: null, text: 5 }]],
    [[{ type: 5 }, {}]],
    [[{ type: 'clientInfo', locale: 'en-GB' }]],
  ])('with the entities %j is read as it is', async (entities) => {
    const { said } = await app.chatAs('teacher').send({ type: 'message', text: 'help', entities })
    expect(titleOn(said[0]?.card)).toBe('What I can do')
  })

  test.each([[null], [[]], ['text'], [{ other: 1 }], [{ verb: { deep: true } }]])(
    'with the value %j is read by its words',
    async (value) => {
      const { said } = await app.chatAs('teacher').send({ type: 'message', text: 'help', value })
      expect(titleOn(said[0]?.card)).toBe('What I can do')
    },
  )

  test('made only of words around a kind is read at once', async () => {
    const text = `${'i want to report a '.repeat(5_000)}nothing`
    const started = cpuMs()
    await app.chatAs('headTeacher').say(text)
    expect(cpuMs() - started).toBeLessThan(2_000)
  })
})

test('the account’s name may be anything', async () => {
  for (const name of [undefined, null, '', 'x'.repeat(10_000), '\u202e**name**']) {
    const from = { id: '29:new', aadObjectId: 'somebody-new', name }
    const { status } = await app.chatAs('teacher').send({ type: 'message', text: 'help', from })
    expect(status).toBe(200)
  }
})
