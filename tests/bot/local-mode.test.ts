import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { inputsOn, titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
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
    await chat.say('act as a bridge between two teams')
    const [check] = await chat.say('no')
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

describe('in the one chat there is', () => {
  const about = (ref: string) => chat.messages.filter(({ words }) => words.includes(ref))

  test('the receipt stays in sight: one line says who was written to, and how to see it', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat)
    await app.deliver()
    const [receipt, line] = chat.messages.slice(-2)
    expect(receipt?.words).toContain(`Your reference is ${ref}`)
    expect(line?.words).toBe(
      'Senior Nurse and Deputy Nurse are each being sent a message. Type “act as Senior Nurse” to see it.',
    )
    await app.deliver()
    expect(chat.messages.at(-1)).toBe(line)
  })

  test('whoever one acts as sees first who they are and what waits, then what was sent to them', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat)
    await app.deliver()
    const [now] = await chat.say('act as senior nurse')
    expect(titleOn(now?.card)).toBe('You are Senior Nurse')
    expect(now?.words).toContain('One message waited for you: here it is.')
    expect(now?.words).toContain('One report waits for a decision of yours')
    await app.deliver()
    const card = chat.messages.at(-1)
    expect(titleOn(card?.card)).toBe(`${ref} waits for a decision`)
    expect(card?.words.split('\n')[0]).toBe(
      'To: Senior Nurse: Senior for Health visiting, Agency lead for Health visiting (deputy)',
    )
    expect(card?.summary).not.toContain('Nurse')
    const read = await chat.press(card?.card, 'Read it')
    expect(wordsOn(read.replaced)).toContain('Two letters')
    await chat.say('act as senior nurse')
    await app.deliver()
    expect(about(ref).filter(({ card }) => titleOn(card).includes('waits'))).toHaveLength(1)
  })

  test('somebody who was away hears every step, in order, and each can be opened', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat)
    await chat.say('act as senior nurse')
    await app.deliver()
    const card = about(ref).findLast(({ card }) => titleOn(card).includes('waits'))?.card
    const begun = await chat.press(card, 'I am on it')
    await app.deliver()
    const { version } = (await app.app.deps.records.observation.load(ref)) ?? { version: 0 }
    const reason = 'The same list is used in every clinic.'
    const decision = { outcome: 'referElsewhere', reason, words: 'We will talk about it.' }
    await chat.pressVerb('decide', { ref, version, ...decision })
    await app.deliver()
    expect(titlesOf(begun.replaced)).not.toContain('I am on it')
    const lines = chat.messages.filter(({ words }) =>
      words.startsWith('Health Visitor One is being'),
    )
    expect(lines).toHaveLength(2)
    const before = chat.messages.length
    await chat.say('act as health visitor one')
    await app.deliver()
    const told = chat.messages.slice(before)
    expect(told.map(({ card }) => titleOn(card))).toEqual([
      'You are Health Visitor One',
      `${ref}: somebody senior has started on it`,
      `${ref}: there is a decision`,
    ])
    expect(told[0]?.words).toContain('2 messages waited for you: here they are.')
    const opened = await chat.press(told[2]?.card, 'Open my report')
    expect(opened.said[0]?.words).toContain(reason)
  })

  test('what waits for somebody is there after the program was stopped and started', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat)
    await app.deliver()
    const { folder, teams } = app
    await app.app.stop()
    const again = await startApp({ dataDir: folder, teams })
    onTestFinished(() => again.stop({ keepFolder: true }))
    await again.chatAs(PLAYER).say('act as deputy nurse')
    await again.deliver()
    expect(titleOn(again.chatAs(PLAYER).lastCard)).toBe(`${ref} waits for a decision`)
  })

  test('nothing comes between somebody and the form they fill in; it comes with their next press', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat)
    await chat.say('act as senior nurse')
    await app.deliver()
    const card = about(ref).findLast(({ card }) => titleOn(card).includes('waits'))?.card
    const form = (await chat.press(card, 'Decide')).replaced
    const before = [chat.messages.length, app.teams.updates.length]
    const second = await raised(app)
    await fetch(`${app.url}/api/observations/${ref}/acknowledge`, {
      method: 'POST',
      headers: { 'X-Act-As': 'deputyNurse', 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, submission: 'in-the-tab' }),
    })
    await app.deliver()
    expect([chat.messages.length, app.teams.updates.length]).toEqual(before)
    await chat.press(form, 'Cancel')
    await app.deliver()
    const came = chat.messages.slice(before[0]).map(({ words }) => words)
    expect(came.some((words) => words.includes(`${second} waits`))).toBe(true)
    expect(came.some((words) => /Health Visitor One.* are each being sent/.test(words))).toBe(true)
    expect(app.teams.updates.at(-1)?.words).toContain('Deputy Nurse has started on it')
  })

  test('nothing that was written is in the line, nor what it was about', async () => {
    await chat.greet()
    const { ref } = await sentNearMiss(chat, 'a very particular story')
    await app.deliver()
    for (const word of [ref, 'particular', 'miss'])
      expect(chat.messages.at(-1)?.words).not.toContain(word)
  })
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
