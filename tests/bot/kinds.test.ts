import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openingOf } from '../../src/bot/talk/engine.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { kindOf, observationKinds } from '../../src/domain/taxonomies/lists.ts'
import { buttonsOn, titleOn, titlesOf } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, dialogOf, draftOf, forgets } from '../support/stories.ts'

const SAFETY = /^This is not for emergencies.* call 999.*01632 960100\.$/
const STORY = 'the rota was read aloud before anybody left'

const kinds = observationKinds.items.map(({ code, label, words }) => ({
  kind: code as KindCode,
  label,
  words,
}))
const openingAnswer = async (kind: KindCode) =>
  answerIn(await draftOf(app, 'teacher'), openingOf(kind)?.code ?? '')
const firstLine = (words = '') => words.split('\n')[0]

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

describe.each(kinds)('$label', ({ kind, label, words }) => {
  test.each(words)('“%s: …” begins the right report with the story in its place', async (word) => {
    const [asked] = await chat.say(`${word}: ${STORY}`)
    expect(asked?.words).toContain(`${label}, question 1 of`)
    expect((await draftOf(app, 'teacher')).kind).toBe(kind)
    expect(await openingAnswer(kind)).toBe(STORY)
  })

  test('the words for it alone ask for the story, and the story for nothing twice', async () => {
    await chat.say(`I would like to report a ${label.toLowerCase()}, please`)
    expect((await draftOf(app, 'teacher')).kind).toBe(kind)
    expect(await openingAnswer(kind)).toBeUndefined()
    if (kindOf(kind)?.group === 'concern') await chat.say('no')
    const [asked] = await chat.say('go on')
    expect(titleOn(asked?.card)).toBe(openingOf(kind)?.asks)
  })

  test('its button begins it', async () => {
    const [offered] = await chat.say('raise')
    const { said, replaced } = await chat.press(offered?.card, label)
    expect(titleOn(replaced)).toBe(`You chose: ${label}`)
    expect(said[0]?.words).toContain(`${label}, question 1 of`)
  })

  test('what was said before it was chosen is put in its place, by button and by word', async () => {
    const [offered] = await chat.say(STORY)
    await chat.press(offered?.card, label)
    expect(await openingAnswer(kind)).toBe(STORY)
    await chat.say('start again')
    await chat.say(STORY)
    await chat.say(label)
    expect((await draftOf(app, 'teacher')).kind).toBe(kind)
    expect(await openingAnswer(kind)).toBe(STORY)
  })
})

test('S4: what went well is offered beside what worries, in the same way', async () => {
  const [offered] = await chat.say('raise')
  const chosen = buttonsOn(offered?.card).filter(({ verb }) => verb === 'chooseKind')
  expect(chosen.map(({ title }) => title)).toEqual(kinds.map(({ label }) => label))
  const columns = JSON.stringify(offered?.card).match(/"type":"Column"/g)
  expect(columns).toHaveLength(2)
})

test('a kind that is only mentioned on the way leaves the sentence as it is', async () => {
  const story = 'On the late shift it was a near miss because two lists had the same name'
  await chat.say(story)
  expect((await draftOf(app, 'teacher')).kind).toBe('nearMiss')
  expect(await openingAnswer('nearMiss')).toBe(story)
})

test('everything said before a kind is chosen is kept, in order', async () => {
  await chat.say('the letters went out with the wrong date on them')
  const [offered] = await chat.say('and nobody had checked')
  expect(offered?.words).toContain('I have kept what you wrote')
  await chat.press(offered?.card, 'Concern about practice')
  expect(await openingAnswer('practiceConcern')).toBe(
    'the letters went out with the wrong date on them\nand nobody had checked',
  )
})

test('a story of five words is a story, and three words are a question to the bot', async () => {
  const [fallback] = await chat.say('who are you')
  expect(titleOn(fallback?.card)).toBe('I can take a report, or tell you how one stands')
  expect(await dialogOf(app, 'teacher')).toBeNull()
  await chat.say('nobody answered the telephone yesterday')
  expect((await draftOf(app, 'teacher')).said).toBe('nobody answered the telephone yesterday')
})

test('I1: the first line of every beginning says what to do when a child is in danger now', async () => {
  const welcome = await chat.greet()
  const byButton = await chat.press(welcome[0]?.card, 'Tell us something')
  expect(firstLine(byButton.said[0]?.words)).toMatch(SAFETY)
  for (const beginning of ['start again', 'raise', STORY, `praise: ${STORY}`]) {
    await forgets(chat)
    const [asked] = await chat.say(beginning)
    expect(firstLine(asked?.words)).toMatch(SAFETY)
  }
  expect(welcome[0]?.words).toContain('call 999')
})

test('the choice of the kind can be stopped, and says nothing of a button that is gone', async () => {
  const [offered] = await chat.say('raise')
  expect(titlesOf(offered?.card)).toContain('Stop')
  await forgets(chat)
  const { replaced, said } = await chat.press(offered?.card, 'Near miss')
  expect(titleOn(replaced)).toBe('This report is no longer open')
  expect(said).toEqual([])
})
