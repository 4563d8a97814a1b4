import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMAND_WORDS, readCommand } from '../../src/bot/talk/read-command.ts'
import { titleOn, titlesOf } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, forgets, raised, toldNearMiss } from '../support/stories.ts'

type Command = keyof typeof COMMAND_WORDS

const KINDS = 'What would you like to tell us about?'
const WAY_ON = 'I can take a report, or tell you how one stands'
const RESUME = 'You were telling me about a near miss'

/** The title of the answer when nothing is going on. */
const OUTSIDE: Readonly<Record<Command, string>> = {
  raise: KINDS,
  myReports: 'My reports',
  myWork: 'My work',
  recordLearning: 'Record learning',
  prompts: 'Questions to ask in supervision',
  late: 'My work',
  figures: 'Figures',
  setUp: 'Set-up',
  help: 'What I can do',
  next: 'What happens next',
  thanks: 'You are welcome. Thank you for speaking up.',
  hello: 'Tell us what you notice',
  back: WAY_ON,
  skip: WAY_ON,
  stop: WAY_ON,
  goOn: WAY_ON,
  startAgain: KINDS,
  deleteDraft: 'There is nothing to delete',
  send: WAY_ON,
}

/** The same at the third question of a near miss, “What stopped it?”. */
const INSIDE: Readonly<Record<Command, string>> = {
  ...OUTSIDE,
  raise: RESUME,
  hello: RESUME,
  back: 'What could have happened?',
  skip: 'What stopped it? Luck counts.',
  stop: 'Stopped. Nothing has been sent',
  goOn: 'What stopped it? Luck counts.',
  startAgain: 'Start again, and delete what you told me?',
  deleteDraft: 'Delete what you told me?',
  send: 'What stopped it? Luck counts.',
}

const words = Object.entries(COMMAND_WORDS).flatMap(([command, all]) =>
  all.map((word) => ({ command: command as Command, word })),
)

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('seniorNurse')
  chat = app.chatAs('seniorNurse')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

describe.each(words)('“$word”', ({ command, word }) => {
  test('is understood when nothing is going on, in any case and with a full stop', async () => {
    const typed = `  ${word.toUpperCase()}${word === '?' ? '' : '.'} `
    expect(titleOn((await chat.say(typed))[0]?.card)).toBe(OUTSIDE[command])
    expect(readCommand(word)).toEqual({ type: command })
  })

  test('is understood in the middle of a report, and is no answer to it', async () => {
    await chat.say('near miss: two lists held the same name')
    await chat.say('no')
    expect(titleOn((await chat.say(word))[0]?.card)).toBe(INSIDE[command])
    expect(answerIn(await draftOf(app, 'seniorNurse'), 'whatStoppedIt')).toBeUndefined()
  })
})

test('no word stands for two commands', () => {
  const all = words.map(({ word }) => word)
  expect(new Set(all).size).toBe(all.length)
})

test('“send” at the check card sends', async () => {
  await toldNearMiss(chat)
  expect(titleOn((await chat.say('send'))[0]?.card)).toMatch(/^Thank you\. Your reference is/)
})

test('a curly apostrophe and double spaces do no harm', async () => {
  expect(titleOn((await chat.say('what  happens\nnext?!'))[0]?.card)).toBe('What happens next')
})

describe('a reference', () => {
  test('is understood however it is written', async () => {
    const ref = await raised(app, 'seniorNurse')
    const number = Number(ref.slice(-4))
    for (const typed of [
      ref,
      ref.toLowerCase(),
      `obs 2026 ${number}`,
      ` OBS 2026-${number} `,
      `Obs–2026–00${number}`,
      `OBS2026-${number}`,
      `${ref}?`,
    ]) {
      const [mine] = await chat.say(typed)
      expect(titleOn(mine?.card)).toContain(ref)
      expect(mine?.words).toContain('Sent. Somebody senior will look at it.')
    }
  })

  test('that does not exist and one of somebody else are answered alike', async () => {
    const theirs = await raised(app, 'teacher')
    const words = async (ref: string) => (await chat.say(ref))[0]?.words
    expect(await words(theirs)).toBe(await words('OBS-2026-9999'))
    expect(await words(theirs)).toContain('cannot find that. Check the reference')
  })
})

test('“my reports” lists one’s own, newest first, and each opens', async () => {
  const reporter = app.chatAs('officer1')
  const [none] = await reporter.say('my reports')
  expect(none?.words).toContain('You have not told us anything yet')
  const first = await raised(app, 'officer1')
  app.clock.advance({ days: 1 })
  const second = await raised(app, 'officer1', { kind: 'goodPractice' })
  const [list] = await reporter.say('my reports')
  expect(list?.words.match(/OBS-\d{4}-\d{4}/g)).toEqual([second, first])
  const opened = await reporter.pressVerb('openReport', { ref: first })
  expect(titleOn(opened.said[0]?.card)).toContain(first)
})

test('“my work” is offered to those who triage, and to nobody else', async () => {
  expect(titlesOf((await chat.say('help'))[0]?.card)).toContain('My work')
  expect(titlesOf((await app.chatAs('teacher').say('help'))[0]?.card)).not.toContain('My work')
  const [nothing] = await app.chatAs('teacher').say('my work')
  expect(nothing?.words).toContain('Nothing waits for you.')
})

test.each(['qwertz', '🙂🙂', '42', 'who are you', '???', '', '   ', 'a <b>b</b>', '${name}'])(
  'anything else gets a short useful reply with buttons: “%s”',
  async (typed) => {
    const [reply] = await chat.say(typed)
    expect(titleOn(reply?.card)).toBe(WAY_ON)
    expect(titlesOf(reply?.card)).toEqual([
      'Tell us something',
      'My reports',
      'My work',
      'Act as somebody else',
      'What happens next?',
      'Help',
    ])
  },
)

test('the help and the welcome say what to do when a child is in danger, and whom to ask', async () => {
  for (const word of ['help', 'hello'])
    expect((await chat.say(word))[0]?.words).toMatch(/call 999[\s\S]*01632 960100/)
  expect((await chat.say('help'))[0]?.words).toContain('The board office, 01632 960200')
})

test('the bot says that it is one', async () => {
  expect((await chat.say('hello'))[0]?.words).toContain('I am a bot')
})
