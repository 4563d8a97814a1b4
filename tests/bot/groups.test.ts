import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/words/ids.ts'
import type { TestApp } from '../support/start-app.ts'
import { pressOf, startApp } from '../support/start-app.ts'
import { dialogOf, howMany, raised } from '../support/stories.ts'

const STORY = 'near miss: two lists held the same name'
const ALONE =
  'Please open a chat with me alone: I never talk about reports where others read. I have kept nothing of this. To take a message with you, choose “Raise as observation” on it.'

const PLACES = [
  ['a group chat', { id: 'group', conversationType: 'groupChat', isGroup: true }],
  ['a channel', { id: '19:channel@thread', conversationType: 'channel', isGroup: true }],
  ['a group without a type', { id: 'group-2', isGroup: true }],
  ['a kind of chat nobody knows', { id: 'meeting', conversationType: 'meeting' }],
  ['a chat that does not say whose it is', { id: 'a:1abc' }],
  [
    'a chat that only calls itself private',
    { id: '19:ab@thread.v2', conversationType: 'personal' },
  ],
  [
    'a reply in a channel',
    { id: '19:ab@thread.tacv2;messageid=1711', conversationType: 'personal' },
  ],
  ['a meeting', { id: '19:meeting_NDc@thread.v2', conversationType: 'personal' }],
] as const

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe.each(PLACES)('%s', (_, place) => {
  const conversation = { ...place, tenantId: 'demo' }
  const chat = () => app.chatAs('teacher', place.id)

  test('gets a polite refusal, and nothing that was said there is kept', async () => {
    const { said, status } = await chat().send({ type: 'message', text: STORY, conversation })
    expect(status).toBe(200)
    expect(said.map(({ text }) => text)).toEqual([ALONE])
    expect(await dialogOf(app, 'teacher')).toBeNull()
    expect(await howMany(app)).toBe(0)
    expect(await app.app.deps.conversations.get(personId('teacher'))).toBeUndefined()
  })

  test('gets the same for a pressed button, and nothing is shown or changed', async () => {
    const press = pressOf('help', {})
    const { body, said } = await chat().send({ ...press, conversation })
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: ALONE,
    })
    expect(said).toEqual([])
  })

  test('is not greeted', async () => {
    const added = { type: 'installationUpdate', action: 'add', conversation }
    expect((await chat().send(added)).said).toEqual([])
    expect(await app.app.deps.conversations.get(personId('teacher'))).toBeUndefined()
  })
})

test('a card that was passed on into a group shows nothing there', async () => {
  await app.greeted('seniorNurse')
  const ref = await raised(app)
  const conversation = { id: 'group', conversationType: 'groupChat', tenantId: 'demo' }
  const press = pressOf('readNarrative', { ref })
  const { body } = await app.chatAs('seniorNurse', 'group').send({ ...press, conversation })
  expect(body.value).toBe(ALONE)
})

test.each([{ team: { id: '19:t' } }, { channel: { id: '19:c' } }, { meeting: { id: 'MCM' } }])(
  'what comes from %j is no private chat, whatever it says',
  async (place) => {
    const { said } = await app.chatAs('teacher').send({
      type: 'message',
      text: STORY,
      channelData: { tenant: { id: 'demo' }, ...place },
    })
    expect(said.map(({ text }) => text)).toEqual([ALONE])
  },
)

test('a message that is named like a message extension is refused in a group all the same', async () => {
  const conversation = { id: 'group', conversationType: 'groupChat', tenantId: 'demo' }
  const named = { type: 'message', text: STORY, name: 'composeExtension/fetchTask', conversation }
  const { said } = await app.chatAs('teacher', 'group').send(named)
  expect(said.map(({ text }) => text)).toEqual([ALONE])
  expect(await dialogOf(app, 'teacher')).toBeNull()
})
