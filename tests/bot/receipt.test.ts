import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  dialogOf,
  draftOf,
  eventTypes,
  forgets,
  howMany,
  sentNearMiss,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher', 'safeguardingLead', 'deputySafeguardingLead')
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const added = async (ref: string) => (await storedAs(app, ref)).additions
const addedAnswers = async (ref: string) => ({
  answers: (await added(ref)).flatMap(({ answers }) => answers),
})

test('S11: the receipt holds the reference, who reads it, by when, whom to ask and support', async () => {
  const { receipt, ref } = await sentNearMiss(chat)
  expect(receipt?.words.split('\n')[0]).toBe(`Thank you. Your reference is ${ref}`)
  expect(receipt?.words).toContain('it goes to Safeguarding Lead and Deputy Safeguarding Lead')
  expect(receipt?.words).toContain('by 1 April 2026')
  expect(receipt?.words).toContain('Questions: The board office, 01632 960200')
  expect(receipt?.words).toContain('Support for you: Staff wellbeing line')
})

test('the promise counts working days: over Easter it is later', async () => {
  const easter = await startApp({ at: '2026-04-02T09:00:00.000Z' })
  onTestFinished(() => easter.stop())
  const { receipt } = await sentNearMiss(easter.chatAs('teacher'))
  expect(receipt?.words).toContain('by 13 April 2026')
})

describe('after the receipt', () => {
  test('the optional questions come one by one, and each answer is added at once', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
    expect(titleOn(first)).toBe('How do you know about this?')
    expect(titlesOf(first)).toContain('Skip')
    const second = await chat.press(first, 'I saw it')
    expect(answerIn(await addedAnswers(ref), 'relation')).toBe('witnessed')
    expect(wordsOn(second.replaced)).toContain('I saw it')
    expect(titleOn(second.said[0]?.card)).toBe('How worried are you?')
    await chat.say('very worried')
    expect(answerIn(await addedAnswers(ref), 'worry')).toBe('veryWorried')
    await chat.say('2')
    expect(answerIn(await addedAnswers(ref), 'whenRoughly')).toBe('thisWeek')
    const events = await eventTypes(app, ref)
    expect(events.filter((type) => type === 'ObservationAddedTo')).toHaveLength(3)
  })

  test('Skip goes on, by button and by word, down to anything else and the end', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
    const next = await chat.press(first, 'Skip')
    expect(titleOn(next.replaced)).toBe('Skipped')
    const seen = [titleOn(next.said[0]?.card)]
    while (seen.at(-1) !== 'What would you like to add?' && seen.length < 20)
      seen.push(titleOn((await chat.say('skip'))[0]?.card))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.at(-1)).toBe('What would you like to add?')
    const [thanks] = await chat.say('The form was changed last week')
    expect(titleOn(thanks?.card)).toBe('Thank you, that helps')
    expect((await added(ref)).map(({ text }) => text)).toEqual(['The form was changed last week'])
    expect(await dialogOf(app, 'teacher')).toBeNull()
  })

  test('“That is all” ends it, by button and by word', async () => {
    const { receipt } = await sentNearMiss(chat)
    const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
    const ended = await chat.press(first, 'That is all')
    expect(titleOn(ended.said[0]?.card)).toBe('Thank you, that helps')
    await chat.press(receipt?.card, 'Tell us more')
    expect(titleOn((await chat.say('stop'))[0]?.card)).toBe('Thank you, that helps')
    expect(await dialogOf(app, 'teacher')).toBeNull()
  })

  test.each(['go on', 'back'])('“%s” asks the same question again', async (word) => {
    const { receipt } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    expect(titleOn((await chat.say(word))[0]?.card)).toBe('How do you know about this?')
  })

  test('an answer that fits nothing is asked again, with a way round', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    const [again] = await chat.say('perhaps')
    expect(again?.words).toContain('choose an answer, or skip this question')
    expect(await added(ref)).toEqual([])
  })

  test('“Add something” on a report begins with words, and then offers what was not answered yet', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
    await chat.press(first, 'I saw it')
    await chat.say('stop')
    const mine = (await chat.say(ref))[0]?.card
    const { said } = await chat.press(mine, 'Add something')
    expect(titleOn(said[0]?.card)).toBe('What would you like to add?')
    const [thanks] = await chat.say('twice')
    expect((await added(ref)).at(-1)?.text).toBe('twice')
    const asked = await chat.press(thanks?.card, 'Answer a few questions')
    expect(titleOn(asked.said[0]?.card)).toBe('How worried are you?')
  })

  test('buttons of a question that is closed say so, and answer nothing else', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
    await chat.press(first, 'Skip')
    const late = await chat.press(first, 'I saw it')
    expect(titleOn(late.replaced)).toBe('This question is closed')
    expect(titleOn(late.said[0]?.card)).toBe('How worried are you?')
    await chat.say('stop')
    await chat.say('something feels wrong: nobody rang back')
    for (const title of ['I saw it', 'Skip', 'That is all'])
      expect(titleOn((await chat.press(first, title)).replaced)).toBe('This question is closed')
    expect(await added(ref)).toEqual([])
    expect(await dialogOf(app, 'teacher')).toMatchObject({ type: 'raising', paused: false })
  })

  test('after an hour of silence, what is typed is a new beginning and no answer', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    for (let skips = 0; skips < 20; skips += 1) await chat.say('skip')
    await chat.press(receipt?.card, 'Tell us more')
    app.clock.advance({ minutes: 61 })
    const [asked] = await chat.say('near miss: the wrong form was nearly used')
    expect(asked?.words).toContain('Near miss, question 1 of')
    expect(await added(ref)).toEqual([])
  })

  test('nothing is added to a report that is closed, and it says so', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    const lead = app.chatAs('safeguardingLead')
    const decided = {
      ref,
      version: 1,
      outcome: 'referElsewhere',
      reason: 'The same happens in other classes, too.',
      words: 'We will talk about it.',
    }
    await lead.pressVerb('decide', decided)
    await lead.pressVerb('giveFeedback', { ref, version: 2, mode: 'tellWhatWasDone', text: 'Done' })
    await lead.pressVerb('close', { ref, version: 3 })
    expect((await storedAs(app, ref)).stage).toBe('closed')
    const [refused] = await chat.say('worried')
    expect(refused?.words).toContain('Please choose an answer')
    const [kept] = await chat.say('it happened again on the ward')
    expect(kept?.words).toContain('is closed, so nothing can be added to it')
    expect((await draftOf(app, 'teacher')).said).toBe('it happened again on the ward')
    await forgets(chat)
    expect(titlesOf((await chat.say(ref))[0]?.card)).not.toContain('Add something')
  })
})

test('telling more about one report does not lose another that is half finished', async () => {
  const { receipt } = await sentNearMiss(chat)
  await chat.say('praise: the rota was read aloud')
  const first = (await chat.press(receipt?.card, 'Tell us more')).said[0]?.card
  expect((await draftOf(app, 'teacher')).kind).toBe('goodPractice')
  const ended = await chat.press(first, 'That is all')
  expect(ended.said.map(({ card }) => titleOn(card))).toEqual([
    'Thank you, that helps',
    'You were telling me about good practice',
  ])
  const on = await chat.press(ended.said[1]?.card, 'Go on')
  expect(titleOn(on.said[0]?.card)).toBe('What helped it go that way?')
  expect(answerIn(await draftOf(app, 'teacher'), 'whatWentWell')).toBe('the rota was read aloud')
})

test('Send pressed twice sends once, and gives the same receipt', async () => {
  const before = await howMany(app)
  const check = await toldNearMiss(chat)
  const first = await chat.press(check, 'Send')
  const second = await chat.press(check, 'Send')
  expect(second.said[0]?.words).toBe(first.said[0]?.words)
  expect(await howMany(app)).toBe(before + 1)
})
