import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  draftOf,
  forgets,
  raised,
  referenceIn,
  sentNearMiss,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'

/** 999 and the board's referral number, before anything else. */
const URGENT = /^If a child is in danger now, call 999\. Then ring .*01632 960100\./
const STORY = 'near miss: two lists held the same name'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher', 'safeguardingLead', 'deputySafeguardingLead')
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

test.each(['Yes', 'Not sure'])(
  'I1: “%s” to the question about danger shows 999 and the referral contact first',
  async (answer) => {
    const [asked] = await chat.say(STORY)
    const pressed = await chat.press(asked?.card, answer)
    expect(pressed.said[0]?.words).toMatch(URGENT)
    await chat.say('back')
    await chat.say('back')
    const [typed] = await chat.say(answer.toLowerCase())
    expect(typed?.words).toMatch(URGENT)
  },
)

test('“No” goes straight on', async () => {
  const [asked] = await chat.say(STORY)
  const { said } = await chat.press(asked?.card, 'No')
  expect(said[0]?.words).not.toContain('999')
})

test.each(['yes', 'not sure'])(
  'I1: a report that says “%s” is marked for the same day, for its reporter and for triage',
  async (answer) => {
    await chat.say(STORY)
    for (const said of [answer, 'A colleague saw it', 'not sure']) await chat.say(said)
    const [receipt] = await chat.say('send')
    const ref = referenceIn(receipt?.words)
    expect((await storedAs(app, ref)).sameDay).toBe(true)
    expect(receipt?.words).toMatch(/call 999/)
    expect(receipt?.words).toContain('due by 25 March 2026')
    await app.deliver()
    const [card] = app
      .chatAs('safeguardingLead')
      .messages.filter(({ words }) => words.includes(ref))
    expect(card?.words).toContain('A child may be at risk now')
    const [work] = await app.chatAs('safeguardingLead').say('my work')
    expect(work?.words).toContain('A child may be at risk: look at it before anything else.')
  },
)

test('a report that says “no” waits for its five working days', async () => {
  const { ref, receipt } = await sentNearMiss(chat)
  expect((await storedAs(app, ref)).sameDay).toBe(false)
  expect(receipt?.words).not.toContain('999')
  expect(receipt?.words).toContain('by 1 April 2026')
})

test('I1: the answer changed on the check card counts', async () => {
  const check = await toldNearMiss(chat)
  const { said } = await chat.press(check, 'Send', { answer_dangerNow: 'yes' })
  expect(said[0]?.words).toMatch(/call 999/)
  expect((await storedAs(app, referenceIn(said[0]?.words))).sameDay).toBe(true)
})

test.each([
  'the baby was not breathing when we came',
  'I think they will be hurt tonight',
  'he is at risk right now',
  'she took an overdose',
])(
  'I1: words that sound like it bring 999 at once, wherever they are said: “%s”',
  async (words) => {
    expect((await chat.say(`near miss: ${words}`))[0]?.words).toMatch(URGENT)
    await chat.say('no')
    expect((await chat.say(words))[0]?.words).toMatch(URGENT)
    await forgets(chat)
    expect((await chat.say(`poor practice: ${words}`))[0]?.words).toMatch(URGENT)
    expect((await draftOf(app, 'teacher')).kind).toBe('practiceConcern')
  },
)

test('I1: danger with nothing open is answered with 999 first, and only then with the question whether to report', async () => {
  const [card, ...others] = await chat.say('child not breathing')
  expect(card?.words).toMatch(URGENT)
  expect(card?.words).toContain('Nothing of it has been sent, and nobody has been told.')
  expect(card?.words).not.toMatch(/same day/)
  expect(others).toEqual([])
  expect((await draftOf(app, 'teacher')).said).toBe('child not breathing')
  await chat.say('he is still in the house')
  expect((await draftOf(app, 'teacher')).said).toBe('child not breathing\nhe is still in the house')
  const [kinds] = await chat.say('yes')
  expect(titleOn(kinds?.card)).toBe('What would you like to tell us about?')
})

test('I1: such words bring 999 where they answer nothing, too', async () => {
  await chat.say(STORY)
  expect((await chat.say('he is being hit right now'))[0]?.words).toMatch(URGENT)
  await chat.say('stop')
  expect((await chat.say('he is being hit right now'))[0]?.words).toMatch(URGENT)
  await chat.say('go on')
  for (const text of ['no', 'A colleague saw it', 'not sure']) await chat.say(text)
  expect((await chat.say('he is being hit right now'))[0]?.words).toMatch(URGENT)
})

test('I1: such words bring 999 when they are added after the receipt', async () => {
  const { receipt } = await sentNearMiss(chat)
  await chat.press(receipt?.card, 'Tell us more')
  let [asked] = await chat.say('skip')
  for (let skips = 0; skips < 20 && !asked?.words.includes('like to add'); skips += 1)
    [asked] = await chat.say('skip')
  expect((await chat.say('he is being hit right now'))[0]?.words).toMatch(URGENT)
})

test('I1: the check card keeps 999 in sight until a “no” stands on it', async () => {
  await chat.say(STORY)
  for (const text of ['not sure', 'A colleague saw it']) await chat.say(text)
  const [check] = await chat.say('not sure')
  expect(check?.words).toMatch(URGENT)
  const changed = { answer_dangerNow: 'no', answer_whatStoppedIt: '' }
  const refused = await chat.press(check?.card, 'Send', changed)
  expect(wordsOn(refused.replaced)).not.toContain('999')
  const yes = await chat.press(refused.replaced, 'Send', { answer_dangerNow: 'yes' })
  expect(wordsOn(yes.replaced)).toMatch(URGENT)
})

test('an answer to the reporter’s own “very worried” is promised by the next working day', async () => {
  const ref = await raised(app, 'teacher', { kind: 'disquiet' })
  const [mine] = await chat.say(ref)
  expect(mine?.words).toContain('Very worried')
  await app.deliver()
  expect(app.chatAs('safeguardingLead').messages.at(-1)?.words).toContain('26 March 2026')
})

test.each([
  ['a near miss without danger', 'no'],
  ['one in which a child may be at risk', 'yes'],
])(
  'I1: sent on a Friday evening, the receipt of %s says the next office morning and the number of that hour, never today',
  async (_, danger) => {
    const evening = await startApp({ at: '2026-03-27T19:30:00.000Z' })
    onTestFinished(() => evening.stop())
    const late = evening.chatAs('teacher')
    const [asked] = await late.say(STORY)
    expect(asked?.words).toContain('01632 960150')
    for (const said of [danger, 'A colleague saw it', 'not sure']) await late.say(said)
    const [receipt] = await late.say('send')
    expect(receipt?.words).toContain('the morning of Monday 30 March 2026')
    expect(receipt?.words).toContain('Emergency duty team, 01632 960150')
    expect(receipt?.words).not.toMatch(/today|same day|960100/)
    expect(receipt?.words).toContain(`due by ${danger === 'no' ? '7 April' : '30 March'} 2026`)
  },
)
