import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { laterIn } from '../../src/bot/talk/draft.ts'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  dialogOf,
  draftOf,
  forgets,
  howMany,
  raised,
  sentNearMiss,
  storedAs,
} from '../support/stories.ts'

// What tired people type, and where it is meant to go.

const STRAY = 'something i noticed about the rota today'
const MORE = 'i forgot to add the batch no was different too'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor1', 'seniorNurse', 'teacher')
  chat = app.chatAs('healthVisitor1')
})
afterAll(() => app.stop())
beforeEach(async () => {
  await forgets(chat)
  app.clock.advance({ minutes: 61 })
})

const additions = async (ref: string) =>
  (await storedAs(app, ref)).additions.map(({ text }) => text)
const draft = () => draftOf(app, 'healthVisitor1')

/** Something was sent just now, and something else waits that was not. */
async function sentBesideStray() {
  const { ref } = await sentNearMiss(chat)
  await chat.say('raise')
  await chat.say(STRAY)
  await chat.say('stop')
  return ref
}

test('what was forgotten in the report just sent is never put into another one unasked', async () => {
  const ref = await sentBesideStray()
  const [asked] = await chat.say(MORE)
  expect(titlesOf(asked?.card)).toEqual([
    `Add to ${ref}`,
    'Add to what is not sent yet',
    'New report',
    'Not now',
  ])
  expect((await draft()).said).toBe(STRAY)
  await chat.say('yes, add it')
  expect(await additions(ref)).toEqual([MORE])
  expect((await draft()).said).toBe(STRAY)
  expect(laterIn(await dialogOf(app, 'healthVisitor1'))).toEqual([])
})

test('it can be meant for the other one, too', async () => {
  const ref = await sentBesideStray()
  const [asked] = await chat.say(MORE)
  await chat.press(asked?.card, 'Add to what is not sent yet')
  expect((await draft()).said).toBe(`${STRAY}\n${MORE}`)
  expect(await additions(ref)).toEqual([])
})

test.each(['actually can you take it back', 'delete my report', 'delete'])(
  '“%s” with one report sent and one not says both, and asks which',
  async (words) => {
    const ref = await sentBesideStray()
    const [asked] = await chat.say(words)
    expect(titlesOf(asked?.card)).toEqual([`${ref}, sent`, 'The one not sent yet', 'Keep both'])
    const unsent = await chat.press(asked?.card, 'The one not sent yet')
    expect(titleOn(unsent.replaced)).toBe('Delete what you told me?')
    expect((await draft()).said).toBe(STRAY)
    await chat.press(asked?.card, `${ref}, sent`)
    expect(await additions(ref)).toHaveLength(1)
  },
)

test('“what happend to my report” shows how they stand, and is no part of one', async () => {
  const ref = await sentBesideStray()
  const [mine] = await chat.say('what happend to my report')
  expect(titleOn(mine?.card)).toBe('My reports')
  expect(mine?.words).toContain(ref)
  expect((await draft()).said).toBe(STRAY)
})

test.each([
  ['with a kind', 'near miss: two babies had one name'],
  ['without one', STRAY],
])('what was forgotten in a stopped report %s is added to it, or kept apart', async (_, story) => {
  await chat.say(story)
  await chat.say('stop')
  const [added] = await chat.say(MORE)
  expect(JSON.stringify(await draft())).toContain(`\\n${MORE}`)
  await chat.press(added?.card, 'Make it a report of its own')
  expect(JSON.stringify(await draft())).not.toContain(MORE)
  expect(laterIn(await dialogOf(app, 'healthVisitor1'))).toMatchObject([{ said: MORE }])
})

test('I1: “not now” answers whether a child is at risk now, and stops elsewhere', async () => {
  await chat.say('near miss: two babies had one name')
  const [next] = await chat.say('not now')
  expect(titleOn(next?.card)).toContain('What stopped it?')
  expect(next?.words).toContain('I have taken that as the answer')
  expect(answerIn(await draft(), 'dangerNow')).toBe('no')
  expect(titleOn((await chat.say('not now'))[0]?.card)).toBe('Stopped. Nothing has been sent')
})

test.each(['send', 'yes please send it', 'no', 'dunno', 'yes', 'go on then'])(
  '“%s” to a stopped report shows the question again, and sends nothing',
  async (words) => {
    await chat.say('near miss: two babies had one name')
    await chat.say('stop')
    const before = await howMany(app)
    expect(titleOn((await chat.say(words))[0]?.card)).toContain('Is a child at risk right now')
    expect(answerIn(await draft(), 'dangerNow')).toBeUndefined()
    expect(await howMany(app)).toBe(before)
  },
)

test.each([
  ['concern', 'practiceConcern'],
  ['something feels wrong', 'disquiet'],
  ['its a worry', 'disquiet'],
])('“%s” is the kind of what was offered again', async (words, kind) => {
  await chat.say(STRAY)
  await chat.say('stop')
  await chat.say(words)
  expect(await draft()).toMatchObject({ kind, said: STRAY })
})

test('another kind begins something else, and what waits comes back', async () => {
  await chat.say('near miss: two babies had one name')
  await chat.say('stop')
  await chat.say('concern')
  expect((await draft()).kind).toBe('practiceConcern')
  expect(laterIn(await dialogOf(app, 'healthVisitor1'))).toMatchObject([{ kind: 'nearMiss' }])
})

test('“can i change what i said” is no answer, and Back is one press away', async () => {
  await chat.say('near miss: two babies had one name')
  await chat.say('no')
  const [can] = await chat.say('actually wait can i change what i said')
  expect(answerIn(await draft(), 'whatStoppedIt')).toBeUndefined()
  const { said } = await chat.press(can?.card, 'Back')
  expect(titleOn(said[0]?.card)).toBe('What could have happened?')
})

test('what is typed after the form for learning is put into it, and never into a report', async () => {
  const senior = app.chatAs('seniorNurse')
  await senior.say('near miss: one letter too many')
  await senior.say('learning from supervision')
  await senior.say('Lists are read by nobody before ten')
  const [form] = await senior.say('One page is enough for a list')
  expect(inputsOn(form?.card)).toMatchObject({
    'learning.0.point': 'Lists are read by nobody before ten',
    'learning.1.point': 'One page is enough for a list',
  })
  expect(JSON.stringify(await draftOf(app, 'seniorNurse'))).not.toContain('nobody before ten')
  const sent = await senior.press(form?.card, 'Record it')
  expect(wordsOn(sent.replaced)).toContain('One page is enough for a list')
  expect(await dialogOf(app, 'seniorNurse')).toMatchObject({ type: 'raising', paused: true })
  await forgets(senior)
})

test('what is to be done with a record opens it, and what was written besides is shown back', async () => {
  const ref = await raised(app, 'healthVisitor1')
  const senior = app.chatAs('seniorNurse')
  const asks = `ask health visitor one for more information about ${ref}`
  const [card, kept] = await senior.say(asks)
  expect(titleOn(card?.card)).toContain(ref)
  expect(titleOn(kept?.card)).toBe('What you wrote went to nobody')
  expect(kept?.words).toContain(asks)
  for (const words of [`decide ${ref.toLowerCase()}`, `give feedback on ${ref}`])
    expect((await senior.say(words)).map((said) => titleOn(said.card))).toEqual([
      titleOn(card?.card),
    ])
  expect(await dialogOf(app, 'seniorNurse')).toBeNull()
  const [other] = await app.chatAs('teacher').say(asks)
  expect(other?.words).toContain('What would you like to tell us about?')
})
