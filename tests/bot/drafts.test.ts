import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { titleOn, titlesOf } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, dialogOf, draftOf } from '../support/stories.ts'

const STORY = 'two lists held the same name'
const RESUME = 'You were telling me about a near miss'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

/** Somebody who has told half a near miss, up to “What stopped it?”. */
async function halfWay(person: string, on = app) {
  const chat = on.chatAs(person)
  await chat.say(`near miss: ${STORY}`)
  await chat.say('no')
  return chat
}

test('I7: a half-finished report survives a restart of the program', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'learning-loop-draft-'))
  const first = await startApp({ dataDir })
  await halfWay('teacher', first)
  await first.stop({ keepFolder: true })

  const second = await startApp({ dataDir, at: '2026-03-26T09:00:00.000Z' })
  onTestFinished(() => second.stop())
  const chat = second.chatAs('teacher')
  const [resume] = await chat.greet()
  expect(titleOn(resume?.card)).toBe(RESUME)
  expect(titlesOf(resume?.card)).toEqual([
    'Go on',
    'Tell us something else',
    'Start again',
    'Delete it',
  ])
  const on = await chat.press(resume?.card, 'Go on')
  expect(titleOn(on.said[0]?.card)).toBe('What stopped it? Luck counts.')
  expect(answerIn(await draftOf(second, 'teacher'), 'couldHaveHappened')).toBe(STORY)
})

test('up to an hour later an answer still counts', async () => {
  const chat = await halfWay('teacher')
  app.clock.advance({ minutes: 60 })
  await chat.say('A colleague noticed')
  expect(answerIn(await draftOf(app, 'teacher'), 'whatStoppedIt')).toBe('A colleague noticed')
})

test('after 61 minutes of silence it is offered again before anything is taken as an answer', async () => {
  const chat = await halfWay('teachingAssistant')
  app.clock.advance({ minutes: 61 })
  const [resume] = await chat.say('A colleague noticed')
  expect(titleOn(resume?.card)).toBe(RESUME)
  expect(resume?.words).toContain('I have not taken what you just wrote as an answer')
  expect(answerIn(await draftOf(app, 'teachingAssistant'), 'whatStoppedIt')).toBeUndefined()
})

test.each([
  ['go on', 'What stopped it? Luck counts.'],
  ['start again', 'Start again, and delete what you told me?'],
  ['delete', 'Delete what you told me?'],
  ['send', 'Who or what else could be exposed to the same thing?'],
])('after the silence “%s” is understood at once', async (word, title) => {
  const chat = await halfWay('headTeacher')
  app.clock.advance({ hours: 3 })
  expect(titleOn((await chat.say(word))[0]?.card)).toBe(title)
})

test('after the silence a button still counts: it says what it answers', async () => {
  const chat = app.chatAs('socialWorker1')
  const [asked] = await chat.say(`near miss: ${STORY}`)
  app.clock.advance({ hours: 5 })
  await chat.press(asked?.card, 'No')
  expect(answerIn(await draftOf(app, 'socialWorker1'), 'dangerNow')).toBe('no')
})

test('the same report goes on in another chat of the same person', async () => {
  await halfWay('officer1')
  const other = app.chatAs('officer1', 'chat-on-another-phone')
  await other.say('A colleague noticed')
  expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBe('A colleague noticed')
})

test('a draft is its person’s own: nobody else’s words get into it', async () => {
  await halfWay('officer2')
  const [asked] = await app.chatAs('sergeant').say('A colleague noticed')
  expect(titleOn(asked?.card)).not.toBe(RESUME)
  expect(answerIn(await draftOf(app, 'officer2'), 'whatStoppedIt')).toBeUndefined()
})

test('it is kept for 14 days from the last answer, and then deleted', async () => {
  const chat = await halfWay('healthVisitor1')
  const { turns } = app.app.deps
  app.clock.advance({ days: 13 })
  await turns.forgetBefore(app.clock.now())
  expect(titleOn((await chat.say('hello'))[0]?.card)).toBe(RESUME)
  app.clock.advance({ days: 14 })
  await turns.forgetBefore(app.clock.now())
  expect(titleOn((await chat.say('hello'))[0]?.card)).toBe(RESUME)
  app.clock.advance({ days: 14, minutes: 1 })
  expect(await dialogOf(app, 'healthVisitor1')).toBeNull()
  expect((await turns.forgetBefore(app.clock.now())).dialogs).toBeGreaterThan(0)
  expect(titleOn((await chat.say('hello'))[0]?.card)).toBe('Tell us what you notice')
})

test('the answers kept for repeats are deleted after an hour', async () => {
  await app.chatAs('policeLead').say('help')
  app.clock.advance({ minutes: 61 })
  expect((await app.app.deps.turns.forgetBefore(app.clock.now())).answers).toBeGreaterThan(0)
  expect((await app.app.deps.turns.forgetBefore(app.clock.now())).answers).toBe(0)
})
