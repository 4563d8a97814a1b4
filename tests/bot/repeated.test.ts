import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  draftOf,
  eventTypes,
  forgets,
  howMany,
  raised,
  referenceIn,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'

// The channel sends what it has sent already: after 15 seconds, after an error, or just so.

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  chat = app.chatAs('healthVisitor1')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const words = (said: readonly { words: string }[]) => said.map((one) => one.words)

describe('I7: a message delivered twice', () => {
  test('gets the same answer and moves the conversation on once', async () => {
    await chat.say('near miss: two lists held the same name')
    await chat.say('no')
    const first = await chat.say('A colleague noticed', 'answer-1')
    const second = await chat.say('A colleague noticed', 'answer-1')
    expect(words(second)).toEqual(words(first))
    const draft = await draftOf(app, 'healthVisitor1')
    expect(answerIn(draft, 'whoElseExposed')).toBeUndefined()
    expect(draft.at).toEqual({ question: 'whoElseExposed' })
  })

  test('raises one observation and gives the same receipt', async () => {
    const before = await howMany(app)
    await toldNearMiss(chat)
    const first = await chat.say('send', 'send-1')
    const second = await chat.say('send', 'send-1')
    expect(words(second)).toEqual(words(first))
    expect(words(first)[0]).toContain('Your reference is')
    expect(await howMany(app)).toBe(before + 1)
  })

  test('at the same moment raises one, too', async () => {
    const before = await howMany(app)
    await toldNearMiss(chat)
    await Promise.all([1, 2, 3].map(() => chat.say('send', 'send-at-once')))
    const receipts = chat.messages.slice(-3).map((one) => referenceIn(one.words))
    expect(new Set(receipts).size).toBe(1)
    expect(receipts[0]).toMatch(/^OBS-/)
    expect(await howMany(app)).toBe(before + 1)
  })

  test('adds to a report once', async () => {
    const ref = await raised(app)
    await chat.pressVerb('more', { ref })
    await Promise.all([chat.say('I saw it', 'add-1'), chat.say('I saw it', 'add-1')])
    await chat.say('I saw it', 'add-1')
    expect((await storedAs(app, ref)).additions).toHaveLength(1)
  })

  test('after more has been said still gets its own answer, and changes nothing', async () => {
    await chat.say('near miss: two lists held the same name', 'story-1')
    await chat.say('no')
    const late = await chat.say('near miss: two lists held the same name', 'story-1')
    expect(words(late)[0]).toContain('Is a child at risk right now')
    expect((await draftOf(app, 'healthVisitor1')).at).toEqual({ question: 'whatStoppedIt' })
  })
})

describe('I7: a press delivered twice', () => {
  test('sends one report; the body and the receipt are the same', async () => {
    const before = await howMany(app)
    const check = await toldNearMiss(chat)
    const first = await chat.press(check, 'Send', {}, 'press-1')
    const second = await chat.press(check, 'Send', {}, 'press-1')
    expect(second.body).toEqual(first.body)
    expect(words(second.said)).toEqual(words(first.said))
    expect(await howMany(app)).toBe(before + 1)
  })

  test('at the same moment decides once; both get the card that shows it', async () => {
    const ref = await raised(app)
    const decision = {
      ref,
      version: 1,
      outcome: 'referElsewhere',
      reason: 'The same could happen in every clinic.',
      words: 'We will talk about it.',
    }
    const senior = app.chatAs('seniorNurse')
    const both = await Promise.all(
      [1, 2, 3].map(() => senior.pressVerb('decide', decision, 'press-2')),
    )
    for (const { replaced } of both)
      expect(wordsOn(replaced)).toContain('Decided by Senior Nurse on 25 March 2026')
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised', 'ObservationDecided'])
  })

  test('with the same id in another chat is another press', async () => {
    await chat.pressVerb('raise', {}, 'press-3')
    const other = await app.chatAs('teacher').pressVerb('help', {}, 'press-3')
    expect(titleOn(other.said[0]?.card)).toBe('What I can do')
  })
})

test('I7: after a restart the same delivery still gets the answer it had', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'learning-loop-again-'))
  const first = await startApp({ dataDir })
  const check = await toldNearMiss(first.chatAs('teacher'))
  const before = await first.chatAs('teacher').press(check, 'Send', {}, 'press-4')
  await first.stop({ keepFolder: true })

  const second = await startApp({ dataDir })
  onTestFinished(() => second.stop())
  const after = await second.chatAs('teacher').press(check, 'Send', {}, 'press-4')
  expect(after.body).toEqual(before.body)
  expect(words(after.said)).toEqual(words(before.said))
  expect(await howMany(second)).toBe(1)
})

test('I7: an hour later a press that comes again still raises nothing twice', async () => {
  const check = await toldNearMiss(chat)
  const first = await chat.press(check, 'Send', {}, 'press-5')
  const before = await howMany(app)
  app.clock.advance({ hours: 2 })
  await app.app.deps.turns.forgetBefore(app.clock.now())
  const second = await chat.press(check, 'Send', {}, 'press-5')
  expect(words(second.said)).toEqual(words(first.said))
  expect(await howMany(app)).toBe(before)
})

test('several messages at the same moment are all taken, none over another', async () => {
  const story = ['The first list was old', 'The second list was older', 'Nobody had looked']
  await chat.say('start again')
  await Promise.all(story.map((line) => chat.say(line)))
  const { said } = await draftOf(app, 'healthVisitor1')
  expect(said?.split('\n').sort()).toEqual([...story].sort())
})

test('an activity without an id of its own is answered each time', async () => {
  for (const _ of [1, 2]) {
    const { status } = await chat.send({ type: 'message', text: 'help', id: undefined })
    expect(status).toBe(200)
  }
  expect(chat.messages.slice(-2).map(({ card }) => titleOn(card))).toEqual([
    'What I can do',
    'What I can do',
  ])
})
