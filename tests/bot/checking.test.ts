import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { questionsFor } from '../../src/domain/taxonomies/lists.ts'
import { inputsOn, titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  draftOf,
  forgets,
  howMany,
  referenceIn,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'

const STORY = 'two lists held the same name'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('healthVisitor2', 'seniorNurse')
  chat = app.chatAs('healthVisitor2')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

test('S10: the check card holds every answer, who will read it, and that they see the name', async () => {
  const check = await toldNearMiss(chat, STORY)
  expect(titleOn(check)).toBe('Check before you send')
  expect(inputsOn(check)).toEqual({
    answer_dangerNow: 'no',
    answer_couldHaveHappened: STORY,
    answer_whatStoppedIt: 'The clerk rang to ask',
    answer_whoElseExposed: 'Not sure',
    to: 'agency',
  })
  expect(wordsOn(check)).toContain('It will be read by Senior Nurse and Deputy Nurse')
  expect(wordsOn(check)).toContain('They will see your name')
})

test('S10: before sending it says what it is for, and what Teams and the law do with it', async () => {
  const words = wordsOn(await toldNearMiss(chat, STORY))
  expect(words).toContain('It is for learning: it is not used to blame anybody.')
  expect(words).toContain('Teams keeps this chat, and the law can require what is written here')
})

test.each(['teacher', 'seniorNurse', 'policeLead', 'businessManager', 'chair', 'auditor'])(
  'S10: everybody may report from their own chat, whatever they are: %s',
  async (person) => {
    const check = await toldNearMiss(app.chatAs(person), STORY)
    const { said } = await app.chatAs(person).press(check, 'Send')
    expect(await storedAs(app, referenceIn(said[0]?.words))).toMatchObject({ reporter: person })
  },
)

test('each answer can be changed in its place, and is sent as it was changed', async () => {
  const check = await toldNearMiss(chat, STORY)
  const { said } = await chat.press(check, 'Send', {
    answer_dangerNow: 'notSure',
    answer_couldHaveHappened: 'the letter could have gone to an old address',
    answer_whatStoppedIt: 'Luck',
    answer_whoElseExposed: 'Every clinic',
  })
  const stored = await storedAs(app, referenceIn(said[0]?.words))
  expect(answerIn(stored, 'dangerNow')).toBe('notSure')
  expect(answerIn(stored, 'couldHaveHappened')).toBe('the letter could have gone to an old address')
  expect(answerIn(stored, 'whatStoppedIt')).toBe('Luck')
  expect(answerIn(stored, 'whoElseExposed')).toBe('Every clinic')
})

describe('an answer that was emptied', () => {
  test.each(['', '   ', '\u200b'])(
    'is refused with what is missing, and nothing else is lost',
    async (empty) => {
      const before = await howMany(app)
      const check = await toldNearMiss(chat, STORY)
      const changed = { answer_whatStoppedIt: empty, answer_whoElseExposed: 'Every clinic' }
      const refused = await chat.press(check, 'Send', changed)
      expect(wordsOn(refused.replaced)).toContain('Nothing has been sent yet')
      expect(wordsOn(refused.replaced)).toContain(
        'Answer this first: What stopped it? Luck counts.',
      )
      expect(inputsOn(refused.replaced)).toMatchObject({
        answer_couldHaveHappened: STORY,
        answer_whatStoppedIt: '',
        answer_whoElseExposed: 'Every clinic',
      })
      expect(await howMany(app)).toBe(before)
      const sent = await chat.press(refused.replaced, 'Send', { answer_whatStoppedIt: 'Luck' })
      const stored = await storedAs(app, referenceIn(sent.said[0]?.words))
      expect(answerIn(stored, 'whoElseExposed')).toBe('Every clinic')
    },
  )

  test('is asked for again after Back, before it can be sent', async () => {
    const check = await toldNearMiss(chat, STORY)
    const refused = await chat.press(check, 'Send', { answer_whatStoppedIt: '' })
    await chat.press(refused.replaced, 'Back')
    expect(titleOn((await chat.say('Every clinic'))[0]?.card)).toBe('What stopped it? Luck counts.')
    expect(titleOn((await chat.say('Luck'))[0]?.card)).toBe('Check before you send')
  })
})

test('S8: a near miss is not sent without what stopped it', async () => {
  const check = await toldNearMiss(chat, STORY)
  const before = await howMany(app)
  await chat.press(check, 'Send', { answer_whatStoppedIt: '' })
  expect((await chat.say('send'))[0]?.words).toContain('What stopped it?')
  expect(await howMany(app)).toBe(before)
})

test('S9: something that feels wrong is taken with one sentence, and asks for no grade of harm', async () => {
  const asked = questionsFor('disquiet').filter(({ required }) => required)
  expect(asked.filter(({ answer }) => answer.type === 'text')).toHaveLength(1)
  const [danger] = await chat.say('uneasy: nobody seems to know who rings whom')
  const worry = await chat.press(danger?.card, 'No')
  const check = await chat.press(worry.said[0]?.card, 'Not very worried')
  const { said } = await chat.press(check.said[0]?.card, 'Send')
  const stored = await storedAs(app, referenceIn(said[0]?.words))
  expect(stored).toMatchObject({ kind: 'disquiet', stage: 'awaitingTriage' })
  expect(answerIn(stored, 'unease')).toBe('nobody seems to know who rings whom')
})

test('a choice that is none of those offered is refused, and the others are kept', async () => {
  const check = await toldNearMiss(chat, STORY)
  const { replaced } = await chat.press(check, 'Send', { answer_dangerNow: 'perhaps' })
  expect(wordsOn(replaced)).toContain('Choose one of the answers offered for “Danger now”')
  expect(inputsOn(replaced)).toMatchObject({ answer_couldHaveHappened: STORY })
})

test('too much in a field is refused with how much fits, and kept to be shortened', async () => {
  const check = await toldNearMiss(chat, STORY)
  const long = 'word '.repeat(1_000)
  const { replaced } = await chat.press(check, 'Send', { answer_couldHaveHappened: long })
  expect(wordsOn(replaced)).toContain('at most 4,000 fit')
  expect(answerIn(await draftOf(app, 'healthVisitor2'), 'couldHaveHappened')).toBe(long.trim())
})

test('an answer typed at the check card changes nothing, and it says how to change it', async () => {
  await toldNearMiss(chat, STORY)
  const [again] = await chat.say('yes')
  expect(again?.words).toContain('You can change every answer in this card')
  expect(inputsOn(again?.card)).toMatchObject({ answer_couldHaveHappened: STORY })
})

test('“send” sends what the check card shows', async () => {
  await toldNearMiss(chat, STORY)
  const [receipt] = await chat.say('send it')
  expect(titleOn(receipt?.card)).toMatch(/^Thank you\. Your reference is OBS-/)
})

describe('changing the kind', () => {
  test('keeps what was told, also what was changed on the card', async () => {
    const check = await toldNearMiss(chat, STORY)
    const changed = { answer_couldHaveHappened: 'three lists held the same name' }
    const { said } = await chat.press(check, 'Change the kind', changed)
    expect(titleOn(said[0]?.card)).toBe('What would you like to tell us about?')
    await chat.press(said[0]?.card, 'Something feels wrong')
    const draft = await draftOf(app, 'healthVisitor2')
    expect(answerIn(draft, 'unease')).toBe('three lists held the same name')
    expect(answerIn(draft, 'dangerNow')).toBe('no')
  })

  test('and changing it back loses nothing that only the first kind asks for', async () => {
    const check = await toldNearMiss(chat, STORY)
    const kinds = await chat.press(check, 'Change the kind')
    const other = await chat.press(kinds.said[0]?.card, 'Something feels wrong')
    await chat.press(other.said[0]?.card, 'Back')
    await chat.say('back')
    await chat.say('back')
    const back = await chat.say('near miss')
    expect(inputsOn(back[0]?.card)).toMatchObject({
      answer_couldHaveHappened: STORY,
      answer_whatStoppedIt: 'The clerk rang to ask',
    })
  })

  test('an answer as long as an answer may be goes with it, too, and the report is sent once', async () => {
    const long = 'x'.repeat(4000)
    const check = await toldNearMiss(chat, STORY)
    const kinds = await chat.press(check, 'Change the kind', { answer_whatStoppedIt: long })
    await chat.press(kinds.said[0]?.card, 'Something feels wrong')
    await chat.say('very worried')
    const [receipt] = await chat.say('send')
    const stored = await storedAs(app, referenceIn(receipt?.words))
    expect(stored.additions.map(({ text }) => text)).toEqual([long])
  })

  test('answers the questions of the kind it became; what was told to others goes with it', async () => {
    const check = await toldNearMiss(chat, STORY)
    const kinds = await chat.press(check, 'Change the kind')
    await chat.press(kinds.said[0]?.card, 'Something feels wrong')
    const [again] = await chat.say('very worried')
    expect(again?.words).toContain('The clerk rang to ask')
    const [receipt] = await chat.say('send')
    const stored = await storedAs(app, referenceIn(receipt?.words))
    expect(stored.answers.map(({ question }) => question).sort()).toEqual(
      ['dangerNow', 'unease', 'worry'].sort(),
    )
    expect(stored.additions.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^What stopped it.*: The clerk rang to ask$/),
    ])
  })
})
