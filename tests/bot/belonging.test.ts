import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { laterIn } from '../../src/bot/talk/draft.ts'
import { soundsDesperate } from '../../src/domain/observation/distress.ts'
import { titleOn, titlesOf } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  closes,
  dialogOf,
  draftOf,
  forgets,
  raised,
  sentNearMiss,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'
import { DISTRESS, NOT_DISTRESS } from './labelled/distress.ts'

// To which report words belong.

const DANGER = 'he hit her again'
const URGENT = /^If a child is in danger now, call 999/

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher')
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const additions = async (ref: string) =>
  (await storedAs(app, ref)).additions.map(({ text }) => text)
const short = (ref: string) => String(Number(ref.slice(-4)))

describe('words with the reference of one’s own report', () => {
  test.each([
    (ref: string) => `add to ${ref.toLowerCase()}: ${DANGER}`,
    (ref: string) => `${ref} ${DANGER}`,
    (ref: string) => `please add this to my report #${short(ref)}: ${DANGER}`,
    (ref: string) => `obs ${short(ref)} - ${DANGER}`,
  ])('I1: are added to it, and danger brings 999 first (%#)', async (typed) => {
    const ref = await raised(app, 'teacher')
    const [added] = await chat.say(typed(ref))
    expect(added?.words).toMatch(URGENT)
    expect(await additions(ref)).toEqual([DANGER])
    expect(await storedAs(app, ref)).toMatchObject({ sameDay: true })
    expect(await dialogOf(app, 'teacher')).toBeNull()
  })

  test.each([
    ['only a number', (ref: string) => `${ref.slice(-4)} ${DANGER}`],
    ['in the middle', (ref: string) => `the same boy as in ${ref} was hit again`],
  ])('%s: it is asked where they belong, and they are kept', async (_, typed) => {
    const ref = await raised(app, 'teacher')
    const [asked] = await chat.say(typed(ref))
    expect(titlesOf(asked?.card)).toEqual([`Add to ${ref}`, 'New report', 'Not now'])
    expect((await draftOf(app, 'teacher')).said).toBe(typed(ref))
    await chat.press(asked?.card, `Add to ${ref}`)
    expect(await additions(ref)).toEqual([typed(ref)])
    expect(await dialogOf(app, 'teacher')).toBeNull()
  })

  test('in the middle of a report are added, and the question stands below', async () => {
    const ref = await raised(app, 'teacher')
    await chat.say('near miss: two lists held the same name')
    const [, again] = await chat.say(`add to ${ref}: the date was wrong too`)
    expect(titleOn(again?.card)).toContain('at risk right now')
    expect(await additions(ref)).toEqual(['the date was wrong too'])
  })

  test('of somebody else’s are words like all others', async () => {
    const ref = await raised(app, 'healthVisitor1')
    await chat.say(`${ref} was something that we heard of`)
    expect((await draftOf(app, 'teacher')).said).toBe(`${ref} was something that we heard of`)
    expect(await additions(ref)).toEqual([])
  })

  test('that ask something open it', async () => {
    const ref = await raised(app, 'teacher')
    expect(titleOn((await chat.say(`${ref} what happened with it?`))[0]?.card)).toContain(ref)
    expect(await additions(ref)).toEqual([])
  })
})

describe('I1: danger soon after a receipt', () => {
  test('is kept, and it is asked whether it belongs to what was sent; 999 stands first', async () => {
    const { ref } = await sentNearMiss(chat)
    const [asked] = await chat.say(DANGER)
    expect(asked?.words).toMatch(URGENT)
    expect(titlesOf(asked?.card)).toEqual(
      expect.arrayContaining([`Add to ${ref}`, 'New report', 'Not now']),
    )
    await chat.press(asked?.card, `Add to ${ref}`)
    expect(await additions(ref)).toEqual([DANGER])
    expect(await dialogOf(app, 'teacher')).toBeNull()
  })

  test('is a report of its own by the other button, also behind one that waits', async () => {
    const { ref } = await sentNearMiss(chat)
    await chat.say('something feels wrong')
    await chat.say('stop')
    const [asked] = await chat.say(DANGER)
    expect(titlesOf(asked?.card)).toContain(`Add to ${ref}`)
    await chat.press(asked?.card, 'New report')
    expect((await draftOf(app, 'teacher')).said).toBe(DANGER)
    expect(laterIn(await dialogOf(app, 'teacher'))).toMatchObject([{ kind: 'disquiet' }])
  })

  test('an hour later is no part of it', async () => {
    await sentNearMiss(chat)
    app.clock.advance({ minutes: 61 })
    const [asked] = await chat.say(DANGER)
    expect(titlesOf(asked?.card)).toEqual(['Tell us about it', 'Not now'])
  })
})

describe('at the check card', () => {
  test('I1: danger becomes a part of what is sent, and the “no” is asked again', async () => {
    await toldNearMiss(chat)
    const [added, asked] = await chat.say(DANGER)
    expect(added?.words).toMatch(URGENT)
    expect(titleOn(asked?.card)).toContain('at risk right now')
    expect(answerIn(await draftOf(app, 'teacher'), 'couldHaveHappened')).toContain(DANGER)
    await chat.say('yes')
    expect(titleOn((await chat.say('send'))[0]?.card)).toContain('Your reference is')
  })

  test('it becomes a report of its own by its button', async () => {
    await toldNearMiss(chat)
    const [added] = await chat.say(DANGER)
    await chat.press(added?.card, 'Make it a report of its own')
    expect(answerIn(await draftOf(app, 'teacher'), 'couldHaveHappened')).not.toContain(DANGER)
    expect(laterIn(await dialogOf(app, 'teacher'))).toMatchObject([{ said: DANGER }])
  })

  test.each(['nobody dared say anything', 'wrong date too', 'he lied'])(
    'I7: a few words are kept: “%s”',
    async (words) => {
      await toldNearMiss(chat)
      const [kept] = await chat.say(words)
      expect(titleOn(kept?.card)).toBe('Kept as the next thing you tell us')
      expect(laterIn(await dialogOf(app, 'teacher'))).toMatchObject([{ said: words }])
    },
  )
})

test('words for a closed report are kept, and each button says with what it goes on', async () => {
  const ref = await raised(app, 'teacher')
  await closes(app, ref)
  await chat.say('near miss: two lists held the same name')
  const [card, other] = await chat.say(`add to ${ref}: ${DANGER}`)
  expect(card?.words).toContain('is closed, so nothing can be added to it')
  expect(card?.words).toContain('Below is the other report that you began')
  expect(titleOn(other?.card)).toBe('You were telling me about a near miss')
  await chat.press(card?.card, 'Go on with the new report')
  expect((await draftOf(app, 'teacher')).said).toBe(DANGER)
})

test('a card of a report that waits opens that report, and the other one waits', async () => {
  await chat.say('near miss: two lists held the same name')
  const [first] = await chat.say('raise')
  const { said } = await chat.press(first?.card, 'Tell us something else')
  await chat.press(said[0]?.card, 'Something feels wrong')
  const { said: back } = await chat.press(first?.card, 'Go on')
  expect(titleOn(back[0]?.card)).toContain('at risk right now')
  expect((await draftOf(app, 'teacher')).kind).toBe('nearMiss')
  expect(laterIn(await dialogOf(app, 'teacher'))).toMatchObject([{ kind: 'disquiet' }])
})

test('“my reports” lists what was not sent first, to go on with or to delete, which is asked', async () => {
  await chat.say('near miss: two lists held the same name')
  const [list] = await chat.say('my reports')
  expect(titlesOf(list?.card).slice(0, 2)).toEqual(['Go on', 'Delete'])
  expect(list?.words).toContain('Not sent: Near miss')
  const { said, replaced } = await chat.press(list?.card, 'Delete')
  expect(titleOn(replaced ?? said[0]?.card)).toBe('Delete what you told me?')
  const on = await chat.press(list?.card, 'Go on')
  expect(titleOn(on.said[0]?.card)).toContain('at risk right now')
})

describe('a kind', () => {
  test.each([
    ['concern: nobody rang the school', 'practiceConcern', 'nobody rang the school'],
    ['worry - the visit was cancelled', 'disquiet', 'the visit was cancelled'],
    ['Risk: the gate is left open', 'riskAhead', 'the gate is left open'],
  ])('in front of a story is chosen, and the words are kept: “%s”', async (words, kind, said) => {
    await chat.say(words)
    const draft = await draftOf(app, 'teacher')
    expect(draft).toMatchObject({ kind, said })
  })

  test.each(['yes', 'no', 'not sure'])('is asked for first where “%s” is typed', async (typed) => {
    await chat.say('the fridge was not checked over the weekend')
    const [kinds] = await chat.say(typed)
    expect(kinds?.words).toContain('Choose the kind first')
    expect((await draftOf(app, 'teacher')).said).toBe('the fridge was not checked over the weekend')
  })

  test('is asked for first, and words typed meanwhile are kept', async () => {
    await chat.say('the fridge was not checked over the weekend')
    expect((await chat.say('very worried'))[0]?.words).toContain('Choose the kind first')
    expect((await draftOf(app, 'teacher')).said).toContain('very worried')
  })
})

test.each(['complain about my manager Janet', 'about my head teacher', 'it is about my boss'])(
  'S12: “%s” offers the board office and whom to ask about speaking up',
  async (words) => {
    const [answer] = await chat.say(words)
    expect(titlesOf(answer?.card)).toContain('To the board office')
    expect(answer?.words).toContain('Advice on speaking up')
    expect(answer?.words).toContain('a senior of another agency')
  },
)

describe('two stories in one message', () => {
  test.each([
    ['the fridge was left open. also, different thing: nobody rang the school', 'also, different'],
    ['two things: 1) the fridge was left open 2) nobody rang the school', '2) nobody'],
    ['the list was wrong. Another thing, nobody rang the school', 'Another thing, nobody'],
  ])('are offered to be two: “%s”', async (words, second) => {
    const [two, kinds] = await chat.say(words)
    expect(titleOn(two?.card)).toBe('Are these two things?')
    expect(titleOn(kinds?.card)).toBe('What would you like to tell us about?')
    expect((await draftOf(app, 'teacher')).said).toBe(words)
    await chat.press(two?.card, 'Keep it as the next one')
    const said = (await draftOf(app, 'teacher')).said ?? ''
    const [next] = laterIn(await dialogOf(app, 'teacher'))
    expect(next?.said?.startsWith(second)).toBe(true)
    expect(`${said} ${next?.said}`).toBe(words)
  })

  test.each(['it was one thing after another, and nobody rang', 'the second thing went well'])(
    'are not seen in “%s”',
    async (words) => expect(await chat.say(words)).toHaveLength(1),
  )
})

describe('somebody who speaks of harming themselves', () => {
  test('is told at once whom to turn to, and what is open keeps its place', async () => {
    await chat.say('near miss: two lists held the same name')
    const before = await dialogOf(app, 'teacher')
    const [card] = await chat.say('I want to kill myself')
    expect(card?.words).toContain('call 999')
    expect(card?.words).toContain('Support for you')
    expect(await dialogOf(app, 'teacher')).toEqual(before)
    expect(titleOn((await chat.press(card?.card, 'Go on')).said[0]?.card)).toContain('at risk')
  })

  test('may keep it for a report', async () => {
    const [card] = await chat.say('cant do this any more')
    await chat.press(card?.card, 'Keep it for a report')
    expect((await draftOf(app, 'teacher')).said).toBe('cant do this any more')
  })

  test('is recognised, and hardly anybody else', () => {
    expect(DISTRESS.filter((words) => !soundsDesperate(words))).toEqual([])
    expect(NOT_DISTRESS.filter(soundsDesperate)).toEqual([])
  })
})

describe('a picture', () => {
  const picture = { contentType: 'image/png', contentUrl: 'https://files.example/1' }
  const send = (text: string) => chat.send({ type: 'message', text, attachments: [picture] })

  test('is not taken, which is said at once and again before sending; its words are kept', async () => {
    const { said } = await send('look at this')
    expect(titleOn(said[0]?.card)).toContain('I cannot take files or pictures')
    expect((await draftOf(app, 'teacher')).said).toBe('look at this')
    const [, danger] = await chat.say('near miss')
    expect(danger).toBeUndefined()
    for (const words of ['no', 'A colleague saw it']) await chat.say(words)
    const [check] = await chat.say('not sure')
    expect(check?.words).toContain('I cannot take files or pictures')
  })
})

test('I1: danger in a message that was changed brings the same card as when it is first typed', async () => {
  const { said } = await chat.send({
    type: 'messageUpdate',
    id: 'edited',
    timestamp: '2026-03-25T09:00:00Z',
    text: 'he is going to hit her',
    channelData: { tenant: { id: 'demo' }, eventType: 'editMessage' },
  })
  expect(said[0]?.words).toMatch(URGENT)
  expect((await draftOf(app, 'teacher')).said).toBe('he is going to hit her')
})

describe('words of somebody who was asked a question', () => {
  test('S13: may be the answer, whatever they did since: it is asked, and nothing is lost', async () => {
    const ref = await raised(app, 'teacher')
    const triager = app.chatAs('safeguardingLead')
    await triager.pressVerb('ask', { ref, version: 1, question: 'Which of the two rooms was it?' })
    app.clock.advance({ hours: 3 })
    await chat.say('my work')
    const [where] = await chat.say('It was the one beside the hall')
    expect(where?.words).toContain(`You were asked something about ${ref}.`)
    expect(titlesOf(where?.card)).toEqual([`Add to ${ref}`, 'New report', 'Not now'])
    await chat.press(where?.card, `Add to ${ref}`)
    const { additions: added, questions } = await storedAs(app, ref)
    expect(added).toMatchObject([{ text: 'It was the one beside the hall', isReply: true }])
    expect(questions).toMatchObject([{ answeredAt: expect.any(String) }])
    const [other] = await chat.say('near miss: the wrong letter nearly went out')
    expect(other?.words).not.toContain('You were asked')
  })

  test('I7: pressed twice at the same moment the words are added once', async () => {
    const ref = await raised(app, 'teacher')
    await app.chatAs('safeguardingLead').pressVerb('ask', {
      ref,
      version: 1,
      question: 'Which of the two rooms was it?',
    })
    app.clock.advance({ hours: 3 })
    const [where] = await chat.say('It was the one with the blue door')
    await Promise.all([1, 2].map(() => chat.press(where?.card, `Add to ${ref}`)))
    expect(await additions(ref)).toEqual(['It was the one with the blue door'])
  })
})

test('I1: the button that says danger tells again each time it is pressed later', async () => {
  const ref = await raised(app, 'teacher')
  await chat.pressVerb('addSomething', { ref })
  for (const pressed of [1, 2]) {
    const { said } = await chat.pressVerb('atRisk', { ref })
    expect(said[0]?.words).toContain('Whoever reads it is told now.')
    expect((await storedAs(app, ref)).additions).toHaveLength(pressed)
  }
})
