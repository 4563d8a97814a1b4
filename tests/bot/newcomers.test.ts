import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { titleOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  boardChanges,
  dialogOf,
  draftOf,
  howMany,
  referenceIn,
  storedAs,
} from '../support/stories.ts'

const WHERE = 'Where do you work?'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
  await app.greeted('seniorNurse', 'deputyNurse')
})
afterAll(() => app.stop())

let accounts = 0
/** A person without an entry, as themselves. */
async function newcomer(): Promise<{ chat: Chat; id: string; account: string }> {
  accounts += 1
  const account = `new-account-${accounts}`
  const chat = app.chatAs(account)
  await chat.say('act as newcomer')
  return { chat, account, id: `demo.${account}` }
}

const enteredAs = async (account: string) =>
  (await currentBoard(app.app.deps)).people.filter(({ objectId }) => objectId === account)

test('a newcomer is asked once for their agency, and goes on with what they came to say', async () => {
  const { chat, account, id } = await newcomer()
  const [asked] = await chat.say('near miss: two lists held the same name')
  expect(titleOn(asked?.card)).toBe(WHERE)
  expect(asked?.words.split('\n')[0]).toMatch(/call 999/)
  const { said } = await chat.press(asked?.card, 'Go on', { agency: 'healthVisiting' })
  expect(said[0]?.words).toContain('Near miss, question 1 of')
  expect(answerIn(await draftOf(app, id), 'couldHaveHappened')).toBe('two lists held the same name')
  expect(await enteredAs(account)).toMatchObject([{ agency: 'healthVisiting', name: account }])
  for (const text of ['no', 'A colleague noticed', 'not sure']) await chat.say(text)
  const [receipt] = await chat.say('send')
  expect(receipt?.words).toContain('it goes to Senior Nurse and Deputy Nurse')
  expect(await storedAs(app, referenceIn(receipt?.words))).toMatchObject({
    reporter: id,
    reporterAgency: 'healthVisiting',
  })
  expect(titleOn((await chat.say('raise'))[0]?.card)).not.toBe(WHERE)
})

test('the agency may be typed', async () => {
  const { chat, account } = await newcomer()
  await chat.say('the rota was read aloud before anybody left')
  const [kinds] = await chat.say('  example primary school ')
  expect(kinds?.words).toContain('I have kept what you wrote')
  expect(await enteredAs(account)).toMatchObject([{ agency: 'school' }])
})

test('whatever is said before the agency is chosen is kept, in order', async () => {
  const { chat, id } = await newcomer()
  await chat.say('raise')
  await chat.say('near miss: two lists held the same name')
  await chat.say('and nobody had looked at the dates')
  await chat.say('raise')
  const [help] = await chat.say('help')
  expect(titleOn(help?.card)).toBe('What I can do')
  const [asked] = await chat.say('back')
  const { said } = await chat.press(asked?.card, 'Go on', { agency: 'police' })
  expect(said[0]?.words).toContain('Near miss, question 1 of')
  expect(answerIn(await draftOf(app, id), 'couldHaveHappened')).toBe(
    'two lists held the same name\nand nobody had looked at the dates',
  )
})

test.each(['', 'nowhere', 'boardOffice2'])(
  'an agency that is none, “%s”, is asked for again, and nothing is lost',
  async (agency) => {
    const { chat, account, id } = await newcomer()
    const [asked] = await chat.say('near miss: two lists held the same name')
    const { replaced } = await chat.press(asked?.card, 'Go on', { agency })
    expect(titleOn(replaced)).toBe(WHERE)
    expect(JSON.stringify(replaced)).toContain('Choose the agency you work for.')
    expect(await enteredAs(account)).toEqual([])
    expect(await dialogOf(app, id)).toMatchObject({ type: 'introducing' })
  },
)

test('stopping there sends nothing, keeps what was written, and says so', async () => {
  const { chat, account, id } = await newcomer()
  await chat.say('near miss: two lists held the same name')
  const [stopped] = await chat.say('stop')
  expect(titleOn(stopped?.card)).toBe('Stopped. Nothing was sent')
  expect(stopped?.words).toContain('I keep what you wrote for 14 days')
  expect(await dialogOf(app, id)).toMatchObject({ said: 'near miss: two lists held the same name' })
  const [asked] = await chat.say('delete')
  expect(asked?.words).toContain('two lists held the same name')
  await chat.say('yes')
  expect(await dialogOf(app, id)).toBeNull()
  expect(await enteredAs(account)).toEqual([])
})

test('I7: the agency pressed twice enters one person and one draft', async () => {
  const { chat, account } = await newcomer()
  const before = await howMany(app)
  const [asked] = await chat.say('near miss: two lists held the same name')
  await Promise.all([
    chat.press(asked?.card, 'Go on', { agency: 'police' }, `${account}-press`),
    chat.press(asked?.card, 'Go on', { agency: 'police' }, `${account}-press`),
  ])
  await chat.press(asked?.card, 'Go on', { agency: 'school' })
  expect(await enteredAs(account)).toMatchObject([{ agency: 'police' }])
  expect(await howMany(app)).toBe(before)
})

test('the board office is no place to say one works at, whether pressed or typed', async () => {
  const { chat, account } = await newcomer()
  const [asked] = await chat.say('raise')
  expect(JSON.stringify(asked?.card)).not.toContain('"boardOffice"')
  expect(asked?.words).toContain('Not in the list? Ask the board office')
  const { replaced } = await chat.press(asked?.card, 'Go on', { agency: 'boardOffice' })
  expect(JSON.stringify(replaced)).toContain('Choose the agency you work for.')
  await chat.say('Board office')
  expect(await enteredAs(account)).toEqual([])
})

test('an agency that has closed is not offered', async () => {
  const { agencies } = await currentBoard(app.app.deps)
  const social = agencies.find(({ id }) => id === 'socialCare')
  if (!social) throw new Error('there is no such agency')
  await boardChanges(app, { type: 'retireAgency', agency: social.id })
  const { chat, account } = await newcomer()
  const [asked] = await chat.say('raise')
  expect(JSON.stringify(asked?.card)).not.toContain('socialCare')
  await chat.say(social.name)
  await chat.press(asked?.card, 'Go on', { agency: 'socialCare' })
  expect(await enteredAs(account)).toEqual([])
})

test('a newcomer can ask for help and reports without being asked anything', async () => {
  const { chat } = await newcomer()
  expect(titleOn((await chat.say('hello'))[0]?.card)).toBe('Tell us what you notice')
  expect(titleOn((await chat.say('my reports'))[0]?.card)).toBe('My reports')
  expect((await chat.say('my work'))[0]?.words).toContain('Nothing waits for you.')
})
