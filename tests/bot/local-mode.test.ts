import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inputsOn, titleOn, titlesOf } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { activityFrom, startApp } from '../support/start-app.ts'
import { eventTypes, raised, sentNearMiss, storedAs } from '../support/stories.ts'

/** The one account of the local client, which the board does not know. */
const PLAYER = 'player'

let app: TestApp
let chat: Chat
beforeEach(async () => {
  app = await startApp()
  chat = app.chatAs(PLAYER)
})
afterEach(() => app.stop())

describe('“act as”', () => {
  test('somebody who has just opened the chat is a health visitor, and is told', async () => {
    const [welcome] = await chat.greet()
    expect(welcome?.words).toContain('you are acting as Health Visitor One')
    expect(titlesOf(welcome?.card)).toContain('Act as somebody else')
  })

  test.each([
    ['act as Senior Nurse', 'Senior Nurse'],
    ['act as chair', 'Chair'],
    ['Act as  designated safeguarding lead', 'Safeguarding Lead'],
    ['be business manager', 'Business Manager'],
    ['act as named nurse', 'Senior Nurse'],
    ['act as newcomer', 'Newcomer'],
  ])('“%s” goes by name, part or job', async (typed, name) => {
    const [welcome] = await chat.say(typed)
    expect(welcome?.words).toContain(`you are acting as ${name}`)
    expect((await chat.say('help'))[0]?.words).toContain(`you are acting as ${name}`)
  })

  test('without a name it offers everybody to choose from', async () => {
    const [picker] = await chat.say('act as')
    expect(titleOn(picker?.card)).toBe('Local mode: who would you like to be?')
    expect(Object.keys(inputsOn(picker?.card))).toEqual(['person'])
    const { said, replaced } = await chat.press(picker?.card, 'Be this person', {
      person: 'teamManager',
    })
    expect(titleOn(replaced)).toContain('You are Team Manager')
    expect(said[0]?.words).toContain('you are acting as Team Manager: Senior for Children’s social')
  })

  test('with a name nobody has says so, and offers everybody', async () => {
    const said = await chat.say('act as somebody unheard of')
    expect(said[0]?.words).toContain('There is nobody called that here.')
    expect(titlesOf(said[1]?.card)).toEqual(['Be this person'])
  })

  test('each person has a half-finished report of their own', async () => {
    await chat.say('near miss: two lists held the same name')
    await chat.say('act as teacher')
    expect(titleOn((await chat.say('raise'))[0]?.card)).toBe(
      'What would you like to tell us about?',
    )
    await chat.say('act as health visitor one')
    const [resume] = await chat.say('hello')
    expect(titleOn(resume?.card)).toBe('You were telling me about a near miss')
  })

  test('in the middle of a report an answer that names nobody is an answer', async () => {
    await chat.say('praise: the rota was read aloud')
    await chat.say('no')
    const [check] = await chat.say('act as a bridge between two teams')
    expect(titleOn(check?.card)).toBe('Check before you send')
    expect((await chat.say('be chair'))[0]?.words).toContain('you are acting as Chair')
  })

  test('rights are those of the person one acts as, at every press', async () => {
    const ref = await raised(app)
    await chat.say('act as senior nurse')
    const [card] = await chat.say(ref)
    await chat.say('act as teacher')
    const { said } = await chat.press(card?.card, 'I am on it')
    expect(said[0]?.words).toContain('cannot find that')
    expect(said[0]?.words).toContain('You are acting as Teacher')
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised'])
    await chat.say('act as deputy nurse')
    await chat.press(card?.card, 'I am on it')
    expect(await storedAs(app, ref)).toMatchObject({ acknowledged: { by: 'deputyNurse' } })
  })
})

test('in the one chat there is, messages for everybody arrive, marked with whom they are to', async () => {
  await chat.greet()
  const { ref } = await sentNearMiss(chat)
  await app.deliver()
  const cards = chat.messages.filter(({ words }) => words.includes(`${ref} waits`))
  expect(cards.map(({ words }) => words.split('\n')[0])).toEqual([
    'To: Senior Nurse: Senior for Health visiting, Agency lead for Health visiting (deputy)',
    'To: Deputy Nurse: Senior for Health visiting (deputy)',
  ])
  for (const { summary } of cards) expect(summary).not.toContain('Nurse')
  await chat.say('act as senior nurse')
  await chat.press(cards[0]?.card, 'I am on it')
  await app.deliver()
  expect(chat.messages.at(-1)?.words).toMatch(/^To: Health Visitor One: Health visitor/)
})

test('the answers to what somebody does carry no mark', async () => {
  const [help] = await chat.say('help')
  expect(help?.words).not.toContain('To:')
})

describe('without credentials the bot answers to this machine only', () => {
  const sentTo = (serviceUrl: string) =>
    app.post(activityFrom({ url: serviceUrl }, PLAYER, { type: 'message', text: 'help' }))

  test.each([
    'http://example.org',
    'https://smba.trafficmanager.net/uk/',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://example.org#127.0.0.1',
    'http://127.0.0.1@example.org',
    'http://0.0.0.0:1',
    'http://10.0.0.1',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:10.0.0.1]',
    'file:///etc/passwd',
    'javascript:alert(1)',
    '',
  ])('and not to “%s”', async (serviceUrl) => {
    const response = await sentTo(serviceUrl)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ title: 'This is not a message the bot can read.' })
    expect(app.teams.requests).toEqual([])
  })

  test('by number or by name', async () => {
    const { port } = new URL(app.teams.url)
    expect((await sentTo(`http://localhost:${port}`)).status).toBe(200)
    expect((await sentTo(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect(app.teams.sent.map(({ card }) => titleOn(card))).toEqual([
      'What I can do',
      'What I can do',
    ])
  })
})
