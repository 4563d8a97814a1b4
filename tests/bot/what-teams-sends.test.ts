import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { draftIn } from '../../src/bot/talk/draft.ts'
import { titleOn } from '../support/card-reading.ts'
import { cpuMs } from '../support/cpu-time.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, dialogOf, draftOf, forgets, howMany, raised } from '../support/stories.ts'

const BOT = { id: '28:bot', name: 'Learning Loop' }
const COLLEAGUE = { id: '29:colleague', name: 'Head Teacher' }
const NO_FILES =
  /^I cannot take files or pictures: nothing of them goes into your report\. Keep them/

const html = (content: string) => ({ contentType: 'text/html', content })
const mention = (mentioned: object, text?: string) => ({ type: 'mention', mentioned, text })
const quoted = (said: string) =>
  '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">' +
  '<strong itemprop="mri" itemid="28:bot">Learning Loop</strong><span itemprop="time"></span>' +
  `<p itemprop="preview">${said}</p></blockquote>`

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())

const send = (more: object) => chat.send({ type: 'message', ...more })

/** What is kept as the answer in words that is asked for, of one message. */
async function answerOf(message: object): Promise<string | undefined> {
  await forgets(chat)
  await chat.say('near miss: two lists held the same name')
  await chat.say('no')
  await send(message)
  return answerIn(await draftOf(app, 'teacher'), 'whatStoppedIt')
}

describe('of a message, what the person wrote is read', () => {
  test.each<[string, object, string]>([
    [
      'without the mark of the message it answers',
      { text: '<quoted messageId="1711111111111"/> The clerk rang' },
      'The clerk rang',
    ],
    [
      'without the message it quotes, as the desktop sends it',
      {
        text: 'Learning Loop\r\nWhat stopped it? Luck counts.\r\n\r\nThe clerk rang',
        attachments: [html(`<div>${quoted('What stopped it?')}<p>The clerk rang</p></div>`)],
      },
      'The clerk rang',
    ],
    [
      'without the bot’s mention',
      {
        text: '<at>Learning Loop</at>&nbsp;the clerk rang',
        entities: [mention(BOT, '<at>Learning Loop</at>')],
      },
      'the clerk rang',
    ],
    [
      'without the bot’s mention that stands nowhere as text',
      { text: 'the <at id="0">Learning Loop</at> clerk rang', entities: [mention(BOT)] },
      'the  clerk rang',
    ],
    [
      'without any of several mentions of the bot',
      {
        text: '<at>Learning</at> <at>Loop</at> the clerk rang',
        entities: [mention(BOT, '<at>Learning</at>'), mention({ id: 'bot' }, '<at>Loop</at>')],
      },
      'the clerk rang',
    ],
    [
      'with the name of somebody else who is mentioned',
      {
        text: 'the <at>Head Teacher</at> rang',
        entities: [mention(COLLEAGUE, '<at>Head Teacher</at>')],
      },
      'the Head Teacher rang',
    ],
    [
      'with mentions in the HTML alike',
      {
        text: 'x',
        entities: [mention(BOT, '<at>Learning Loop</at>')],
        attachments: [
          html(
            '<p><span itemtype="http://schema.skype.com/Mention" itemid="0">Learning Loop</span>&nbsp;the <at id="1">Head Teacher</at> rang</p>',
          ),
        ],
      },
      'the Head Teacher rang',
    ],
    [
      'without marks nobody sees',
      { text: '\u200b\u2066the\u00a0clerk\u2069 \u202erang\u00ad' },
      'the clerk rang',
    ],
    [
      'where only the HTML holds it',
      { text: '', attachments: [html('<p>the clerk</p><ul><li>rang</li></ul>')] },
      'the clerk\nrang',
    ],
    [
      'with emoji, which the text leaves out',
      {
        text: 'the clerk rang ',
        attachments: [
          html(
            '<p>the clerk rang <img itemtype="http://schema.skype.com/Emoji" alt="🙂" title="Smile"></p>',
          ),
        ],
      },
      'the clerk rang 🙂',
    ],
    [
      'letter for letter where it looks like HTML',
      { text: 'a <b> and &lt; and <at home' },
      'a <b> and &lt; and <at home',
    ],
    [
      'as far as its HTML holds any words',
      { text: 'the clerk rang', attachments: [html('<div></div>')] },
      'the clerk rang',
    ],
  ])('%s', async (_, message, kept) => {
    expect(await answerOf(message)).toBe(kept)
  })

  test.each([
    { text: '<at>Learning Loop</at>&nbsp;help', entities: [mention(BOT)] },
    { text: '\u200bhelp\u200b' },
    { text: '', attachments: [html('<p>help</p>')] },
    { text: 'x', attachments: [html(`${quoted('my reports')}<p>help</p>`)] },
  ])('also when it is a command: %j', async (message) => {
    await forgets(chat)
    expect(titleOn((await send(message)).said[0]?.card)).toBe('What I can do')
  })

  test('and an answer that only quotes is none', async () => {
    const only = { text: 'What stopped it?', attachments: [html(quoted('What stopped it?'))] }
    expect(await answerOf(only)).toBeUndefined()
  })
})

describe('files and pictures', () => {
  const FILE = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'minutes.docx',
  }

  test.each([
    ['a file', { attachments: [FILE] }],
    ['a picture', { attachments: [{ contentType: 'image/*', contentUrl: 'https://x.example' }] }],
    ['a picture pasted into the message', { attachments: [html('<img src="x" alt="image">')] }],
    ['a voice message', { attachments: [{ contentType: 'audio/mp4' }] }],
    [
      'a moving picture',
      { attachments: [{ contentType: 'application/vnd.microsoft.card.animation' }] },
    ],
  ])('%s alone is refused at once, and the question stays open', async (_, message) => {
    await forgets(chat)
    await chat.say('near miss: two lists held the same name')
    await chat.say('no')
    const before = await dialogOf(app, 'teacher')
    const { said } = await send({ text: '', ...message })
    expect(said.map(({ card }) => titleOn(card))).toEqual([expect.stringMatching(NO_FILES)])
    expect(await draftOf(app, 'teacher')).toEqual({
      ...draftIn(before),
      hadFiles: true,
    })
  })

  test('do not take the words from what came with them', async () => {
    await forgets(chat)
    await chat.say('near miss: two lists held the same name')
    await chat.say('no')
    const { said } = await send({ text: 'The clerk rang', attachments: [FILE] })
    expect(said).toHaveLength(2)
    expect(titleOn(said[0]?.card)).toMatch(NO_FILES)
    expect(answerIn(await draftOf(app, 'teacher'), 'whatStoppedIt')).toBe('The clerk rang')
  })

  test.each([
    ['the message once more', html('help')],
    ['a card', { contentType: 'application/vnd.microsoft.card.adaptive', content: {} }],
    ['a forwarded message', { contentType: 'forwardedMessageReference', content: '{}' }],
  ])('are not seen in %s', async (_, attachment) => {
    await forgets(chat)
    const { said } = await send({ text: 'help', attachments: [attachment] })
    expect(said.map(({ card }) => titleOn(card))).toEqual(['What I can do'])
  })

  test('on a message that is raised are refused on its form', async () => {
    const messagePayload = {
      body: { contentType: 'html', content: 'words <attachment id="1"></attachment>' },
      attachments: [{ contentType: 'reference', name: 'minutes.docx' }],
    }
    const { body } = await chat.send({
      type: 'invoke',
      name: 'composeExtension/fetchTask',
      value: { messagePayload },
    })
    expect(JSON.stringify(body)).toContain('I cannot take files or pictures')
  })
})

describe('a message that was changed or deleted afterwards', () => {
  const editOf = (id: string, timestamp: string) => ({
    type: 'messageUpdate',
    id,
    timestamp,
    text: 'near miss: other words',
    channelData: { tenant: { id: 'demo' }, eventType: 'editMessage' },
  })

  test('leaves what was taken, and says how to change it', async () => {
    const answered = { id: 'the-answer', text: 'The clerk rang' }
    expect(await answerOf(answered)).toBe('The clerk rang')
    const edited = await chat.send(editOf('the-answer', '2026-03-25T09:00:00Z'))
    expect(titleOn(edited.said[0]?.card)).toMatch(/^You changed a message\. What I took from it/)
    expect(edited.said[0]?.words).toContain('Before you send: type “back”')
    const deleted = await chat.send({ type: 'messageDelete', id: 'the-answer' })
    expect(titleOn(deleted.said[0]?.card)).toMatch(/^You deleted a message\. What I took from it/)
    expect(answerIn(await draftOf(app, 'teacher'), 'whatStoppedIt')).toBe('The clerk rang')
  })

  test('says so once for each change, also when it is delivered twice', async () => {
    const ids = async (timestamp: string) =>
      (await chat.send(editOf('changed-often', timestamp))).said.map(({ summary }) => summary)
    const first = await ids('2026-03-25T09:00:00Z')
    expect(await ids('2026-03-25T09:00:00Z')).toEqual(first)
    expect(await ids('2026-03-25T09:05:00Z')).toHaveLength(1)
  })

  test('after a report was sent, changes nothing of it', async () => {
    const ref = await raised(app, 'teacher')
    const before = await howMany(app)
    await chat.send(editOf('sent-before', '2026-03-25T09:00:00Z'))
    expect(await howMany(app)).toBe(before)
    expect((await app.app.deps.records.observation.load(ref))?.version).toBe(1)
  })

  test('and is there again is no news', async () => {
    const back = { ...editOf('x', 'y'), channelData: { eventType: 'undeleteMessage' } }
    expect((await chat.send(back)).said).toEqual([])
  })
})

describe('one message never holds up the others', () => {
  beforeEach(() => forgets(chat))

  test.each([
    ['exclamation marks', '!'],
    ['marks on one letter', '\u0301\u0323'],
    ['commas', ','],
    ['words between commas', 'and,'],
    ['spaces', ' \u2003'],
    ['braces', '{{DATE('],
    ['mentions that do not end', '<at>'],
    ['names of kinds', 'near miss '],
    ['numbers', 'OBS-2026-'],
  ])('of many %s', async (_, part) => {
    const text = `x${part.repeat(28_000 / part.length)}x!`
    const started = cpuMs()
    await chat.say(text)
    await chat.say('something feels wrong: nobody rang back')
    await chat.say('no')
    await chat.say(text)
    await send({ text: '', attachments: [html(text)] })
    await chat.pressVerb('answer', { question: 'agenciesTouched', value: text, ref: text })
    expect(cpuMs() - started).toBeLessThan(5_000)
  })
})
