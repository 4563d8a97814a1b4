import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { laterIn } from '../../src/bot/talk/draft.ts'
import { titleOn, titlesOf } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, dialogOf, draftOf, forgets, howMany, toldNearMiss } from '../support/stories.ts'

const STORY = 'two lists held the same name'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  chat = app.chatAs('officer1')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

/** The same done by pressing the button, or by typing the words for it. */
const ways = (title: string, words: string) =>
  [
    ['by button', async (card: unknown) => (await chat.press(card, title)).said[0]?.card],
    ['by word', async () => (await chat.say(words))[0]?.card],
  ] as const

/** At “What stopped it?”, the third question of a near miss. */
async function atThird(): Promise<unknown> {
  await chat.say(`near miss: ${STORY}`)
  return (await chat.say('no'))[0]?.card
}

describe.each(ways('Back', 'go back'))('Back %s', (_, back) => {
  test('goes to the question before, shows what was answered, and keeps it', async () => {
    const shown = await back(await atThird())
    expect(titleOn(shown)).toBe('What could have happened?')
    expect(JSON.stringify(shown)).toContain(STORY)
    expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
  })

  test('from the first question goes to the choice of the kind, and stays there', async () => {
    const [first] = await chat.say(`near miss: ${STORY}`)
    expect(titleOn(await back(first?.card))).toBe('What would you like to tell us about?')
    expect(titleOn((await chat.say('back'))[0]?.card)).toBe('What would you like to tell us about?')
    expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
  })

  test('from there it goes on again without saying anything twice', async () => {
    const shown = await back(await atThird())
    const on = await chat.press(shown, 'Keep this answer')
    expect(titleOn(on.said[0]?.card)).toBe('What stopped it? Luck counts.')
    for (const word of ['go on', 'skip']) {
      await chat.say('back')
      expect(titleOn((await chat.say(word))[0]?.card)).toBe('What stopped it? Luck counts.')
    }
    expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
  })

  test('from the check card goes to the last question', async () => {
    const shown = await back(await toldNearMiss(chat, STORY))
    expect(titleOn(shown)).toMatch(/^Who or what else/)
  })
})

describe.each([
  ['by button', async (card: unknown) => (await chat.press(card, 'Stop')).replaced],
  ['by word', async () => (await chat.say('stop'))[0]?.card],
] as const)('Stop %s', (_, stop) => {
  test('sends nothing, says how long it is kept, and keeps it', async () => {
    const stopped = await stop(await atThird())
    expect(titleOn(stopped)).toBe('Stopped. Nothing has been sent')
    expect(JSON.stringify(stopped)).toContain('for 14 days and then delete it')
    expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
    expect(await howMany(app)).toBe(0)
  })

  test('what is typed next is no answer, and is not lost either', async () => {
    await stop(await atThird())
    const [kept, resume] = await chat.say('A colleague noticed in time')
    expect(titleOn(kept?.card)).toBe('Kept as the next thing you tell us')
    expect(resume?.words).toContain('You were telling me about a near miss')
    expect(laterIn(await dialogOf(app, 'officer1'))).toMatchObject([
      { said: 'A colleague noticed in time' },
    ])
    expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBeUndefined()
  })
})

/** The card with which a stopped report is offered again. */
async function stoppedCard(): Promise<unknown> {
  await atThird()
  return (await chat.say('stop'))[0]?.card
}

describe.each(ways('Go on', 'go on'))('Go on %s', (_, goOn) => {
  test('asks the question at which it stopped, and the next answer counts', async () => {
    expect(titleOn(await goOn(await stoppedCard()))).toBe('What stopped it? Luck counts.')
    await chat.say('A colleague noticed in time')
    expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBe(
      'A colleague noticed in time',
    )
  })
})

/** The card that asks before words are forgotten: in the place of the pressed one, or said. */
const asks = [
  ['by button', async (title: string) => (await chat.press(await stoppedCard(), title)).replaced],
  [
    'by word',
    async (title: string) => {
      await stoppedCard()
      return (await chat.say(title))[0]?.card
    },
  ],
] as const

describe.each(asks)('Start again %s', (_, ask) => {
  test('asks first, forgets what was told, and asks for the kind', async () => {
    const asked = await ask('Start again')
    expect(titleOn(asked)).toBe('Start again, and delete what you told me?')
    const { id } = await draftOf(app, 'officer1')
    const { said } = await chat.press(asked, 'Yes, start again')
    expect(titleOn(said[0]?.card)).toBe('What would you like to tell us about?')
    const draft = await draftOf(app, 'officer1')
    expect(draft).toMatchObject({ kind: null, said: null, answers: [] })
    expect(draft.id).not.toBe(id)
  })
})

describe.each(asks)('Delete %s', (_, ask) => {
  test('asks first, deletes it, says so, and sends nothing', async () => {
    const asked = await ask('Delete it')
    expect(JSON.stringify(asked)).toContain(STORY)
    expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
    const { said } = await chat.press(asked, 'Yes, delete it')
    expect(titleOn(said[0]?.card)).toBe('Deleted. Nothing was sent')
    expect(await dialogOf(app, 'officer1')).toBeNull()
    expect(await howMany(app)).toBe(0)
  })

  test('“no” keeps it, and so does anything else', async () => {
    for (const word of ['no', 'hello', 'perhaps']) {
      await ask('Delete it')
      await chat.say(word)
      expect(answerIn(await draftOf(app, 'officer1'), 'couldHaveHappened')).toBe(STORY)
    }
  })
})

test('Skip is offered by no required question, and says so when typed', async () => {
  const card = await atThird()
  expect(titlesOf(card)).not.toContain('Skip')
  const [asked] = await chat.say('skip')
  expect(asked?.words).toContain('This one is needed')
  expect(titleOn(asked?.card)).toBe('What stopped it? Luck counts.')
})

test('“send” before the end says what is still needed', async () => {
  await atThird()
  const [asked] = await chat.say('send')
  expect(asked?.words).toContain('this is still needed before I can send it')
  expect(await howMany(app)).toBe(0)
})

test.each(['back', 'skip', 'stop'])(
  '“%s” to a report that was stopped offers it again',
  async (word) => {
    await stoppedCard()
    expect((await chat.say(word))[0]?.words).toContain('You were telling me about a near miss')
  },
)

test('“send” to a report that was stopped shows what is still asked', async () => {
  await stoppedCard()
  expect((await chat.say('send'))[0]?.words).toContain('Near miss, question')
})

test.each(['raise', 'hello'])(
  '“%s” offers a half-finished report before a new one',
  async (word) => {
    await atThird()
    const [resume] = await chat.say(word)
    expect(resume?.words).toContain('You were telling me about a near miss')
    expect(titlesOf(resume?.card)).toEqual([
      'Go on',
      'Tell us something else',
      'Start again',
      'Delete it',
    ])
  },
)

test('a question to the bot in the middle is answered, and the answer after it still counts', async () => {
  await atThird()
  expect(titleOn((await chat.say('what happens next?'))[0]?.card)).toBe('What happens next')
  await chat.say('A colleague noticed in time')
  expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBe(
    'A colleague noticed in time',
  )
})

test('buttons of an earlier question say that it was answered, and show where it stands', async () => {
  const [first] = await chat.say(`near miss: ${STORY}`)
  await chat.press(first?.card, 'No')
  const { replaced, said } = await chat.press(first?.card, 'Yes')
  expect(titleOn(replaced)).toContain('This question has been answered')
  expect(titleOn(said[0]?.card)).toBe('What stopped it? Luck counts.')
  expect(answerIn(await draftOf(app, 'officer1'), 'dangerNow')).toBe('no')
})

test('buttons of a report that was deleted say so, whatever has begun since', async () => {
  const old = await atThird()
  await forgets(chat)
  expect(titleOn((await chat.press(old, 'Back')).replaced)).toBe('This report is no longer open')
  await chat.say('praise: the rota was read aloud')
  const { replaced, said } = await chat.press(old, 'Stop')
  expect(titleOn(replaced)).toBe('This report is no longer open')
  expect(said[0]?.words).toContain('Good practice, question 1 of')
})
