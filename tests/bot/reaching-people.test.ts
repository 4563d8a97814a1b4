import { afterEach, beforeEach, expect, test } from 'vitest'
import { personId } from '../../src/domain/words/ids.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.stop())

const known = (person: string) => app.app.deps.conversations.get(personId(person))
const about = (person: string, ref: string) =>
  app.chatAs(person).messages.filter(({ words }) => words.includes(ref))

test('what waits for somebody whom nothing reaches yet comes when they open the chat', async () => {
  const ref = await raised(app)
  await app.deliver()
  expect(await app.app.deps.deliveries.counts()).toMatchObject({ unreachable: 2, sent: 0 })
  app.clock.advance({ days: 3 })
  await app.chatAs('seniorNurse').greet()
  await app.deliver()
  expect(about('seniorNurse', ref)).toHaveLength(1)
  expect(await app.app.deps.deliveries.counts()).toMatchObject({ unreachable: 1, sent: 1 })
})

test('the reporter who was away hears every step, in order', async () => {
  await app.greeted('seniorNurse', 'deputyNurse')
  await app.chatAs('seniorNurse').send({ type: 'installationUpdate', action: 'remove' })
  await app.chatAs('deputyNurse').send({ type: 'installationUpdate', action: 'remove' })
  const ref = await raised(app)
  const decision = {
    outcome: 'referElsewhere',
    reason: 'The same could happen in every clinic.',
    words: 'We will talk about it.',
  }
  await app.chatAs('seniorNurse').send({ type: 'installationUpdate', action: 'add' })
  await app.chatAs('seniorNurse').pressVerb('acknowledge', { ref, version: 1 })
  await app.chatAs('seniorNurse').pressVerb('decide', { ref, version: 2, ...decision })
  await app.chatAs('seniorNurse').send({ type: 'installationUpdate', action: 'remove' })
  await app.deliver()
  expect(about('healthVisitor1', ref)).toEqual([])
  await app.chatAs('healthVisitor1').greet()
  await app.deliver()
  const titles = about('healthVisitor1', ref).map(({ summary }) => summary)
  expect(
    titles.filter((title) => title?.includes('decision') || title?.includes('started')),
  ).toEqual([`${ref}: somebody senior has started on it`, `${ref}: there is a decision`])
})

test('where somebody can be written to is kept up to date by what they send', async () => {
  const senior = app.chatAs('seniorNurse')
  await senior.greet()
  expect(await known('seniorNurse')).toMatchObject({ conversationId: 'chat-seniorNurse' })
  await app.chatAs('seniorNurse', 'a-new-chat').say('hello')
  expect(await known('seniorNurse')).toMatchObject({
    conversationId: 'a-new-chat',
    reference: { serviceUrl: app.teams.url, channelId: 'msteams' },
  })
  const ref = await raised(app)
  await app.deliver()
  const sent = app.teams.sent.filter(({ words }) => words.includes(ref))
  expect(sent.map(({ conversation }) => conversation)).toContain('a-new-chat')
})

test('what is kept of a chat holds no words of anybody', async () => {
  await app.chatAs('seniorNurse').say('near miss: a very particular story')
  const kept = await known('seniorNurse')
  expect(JSON.stringify(kept)).not.toContain('particular')
  expect(kept?.reference).not.toHaveProperty('activityId')
})

test('a chat from which the app was removed is forgotten, and written to no more', async () => {
  await app.greeted('seniorNurse', 'deputyNurse')
  const { status } = await app
    .chatAs('deputyNurse')
    .send({ type: 'installationUpdate', action: 'remove' })
  expect(status).toBe(200)
  expect(await known('deputyNurse')).toBeUndefined()
  expect(await known('seniorNurse')).toBeDefined()
})

test('a chat from which the app was removed is not remembered again by what Teams says after', async () => {
  await app.greeted('deputyNurse')
  const removed = { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }
  await app.chatAs('deputyNurse').send({ type: 'installationUpdate', action: 'remove' })
  await app.chatAs('deputyNurse').send(removed)
  expect(await known('deputyNurse')).toBeUndefined()
  await app.greeted('deputyNurse')
  await app.chatAs('deputyNurse').send(removed)
  expect(await known('deputyNurse')).toBeUndefined()
})

test('only the chat that is named is forgotten', async () => {
  await app.greeted('deputyNurse')
  const elsewhere = app.chatAs('deputyNurse', 'an-older-chat')
  await elsewhere.send({ type: 'installationUpdate', action: 'remove' })
  await app.chatAs('deputyNurse').send({ type: 'installationUpdate', action: 'remove-upgrade' })
  expect(await known('deputyNurse')).toMatchObject({ conversationId: 'chat-deputyNurse' })
})

test('a message extension opened elsewhere does not move somebody’s chat', async () => {
  await app.greeted('seniorNurse')
  await app.chatAs('seniorNurse', 'a-group-chat').send({
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    conversation: { id: 'a-group-chat', conversationType: 'groupChat', tenantId: 'demo' },
    value: { messagePayload: { body: { content: 'words' } } },
  })
  expect(await known('seniorNurse')).toMatchObject({ conversationId: 'chat-seniorNurse' })
})

test('typing, reactions and read receipts are taken without a word', async () => {
  const senior = app.chatAs('seniorNurse')
  for (const type of ['typing', 'messageReaction', 'event', 'endOfConversation'])
    expect((await senior.send({ type })).status).toBe(200)
  expect(senior.messages).toEqual([])
})

test('a chat is greeted once, when the app is added to it', async () => {
  const senior = app.chatAs('seniorNurse')
  await senior.send({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] })
  await senior.send({ type: 'installationUpdate', action: 'add-upgrade' })
  await senior.send({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody-else' }] })
  await senior.send({ type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] })
  expect(senior.messages).toEqual([])
  const [welcome] = await senior.greet()
  expect(welcome?.words).toContain('Tell us what you notice')
})
