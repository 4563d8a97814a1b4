import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readAnswer, readField } from '../../src/bot/talk/read-answer.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { questionsFor } from '../../src/domain/taxonomies/lists.ts'
import { titleOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, forgets } from '../support/stories.ts'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  chat = app.chatAs('socialWorker1')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const answerTo = async (question: string) => answerIn(await draftOf(app, 'socialWorker1'), question)

describe('a story told while a choice is asked', () => {
  test('is kept in its place, and the choice is asked again', async () => {
    const [kinds] = await chat.say('raise')
    const { said } = await chat.press(kinds?.card, 'Something feels wrong')
    expect(titleOn(said[0]?.card)).toContain('at risk right now')
    const [again] = await chat.say('visits are always cancelled on the day')
    expect(titleOn(again?.card)).toContain('at risk right now')
    expect(again?.words).toContain('I have kept that')
    expect(await answerTo('unease')).toBe('visits are always cancelled on the day')
    expect(titleOn((await chat.say('no'))[0]?.card)).toContain('How worried')
  })

  test('is added to one that has been told, and the choice is asked again', async () => {
    await chat.say('something feels wrong: nobody rang back')
    const [again] = await chat.say('and then there was another thing too')
    expect(again?.words).toContain('I have added that to what you told me')
    expect(titleOn(again?.card)).toContain('at risk right now')
    expect(await answerTo('unease')).toBe('nobody rang back\nand then there was another thing too')
  })
})

describe('a choice', () => {
  const atWorry = async () => {
    await chat.say('something feels wrong: nobody rang back')
    return (await chat.say('no'))[0]?.card
  }

  test('is taken by its button', async () => {
    await chat.press(await atWorry(), 'Fairly worried')
    expect(await answerTo('worry')).toBe('fairlyWorried')
  })

  test.each([
    ['Very worried', 'veryWorried'],
    ['very WORRIED.', 'veryWorried'],
    ['very', 'veryWorried'],
    ['3', 'notVeryWorried'],
    ['Not worried at all!', 'notAtAllWorried'],
    ['fairly', 'fairlyWorried'],
  ])('is taken when typed as “%s”', async (typed, code) => {
    await atWorry()
    await chat.say(typed)
    expect(await answerTo('worry')).toBe(code)
  })

  test.each([
    ['yes', 'yes'],
    ['Yeah', 'yes'],
    ['nope', 'no'],
    ['No.', 'no'],
    ['I don’t know', 'notSure'],
    ['not really sure', 'notSure'],
    ['2', 'no'],
  ])('is taken by the everyday word “%s”', async (typed, code) => {
    await chat.say('near miss: two lists held the same name')
    await chat.say(typed)
    expect(await answerTo('dangerNow')).toBe(code)
  })

  test.each(['perhaps', 'worried', '5', '0', 'not', 'very fairly', '🙂'])(
    'that cannot be told from “%s” is asked again, and nothing is lost',
    async (typed) => {
      await atWorry()
      const [again] = await chat.say(typed)
      expect(again?.words).toContain('Please choose one of these answers')
      expect(titleOn(again?.card)).toBe('How worried are you?')
      expect(await answerTo('unease')).toBe('nobody rang back')
      expect(await answerTo('worry')).toBeUndefined()
    },
  )
})

describe('an answer in words', () => {
  const atWords = async () => {
    await chat.say('near miss: two lists held the same name')
    await chat.say('no')
  }

  test.each([
    ['spaces', '   \n\t '],
    ['control characters', '\u0000\u0007\u001b'],
    ['invisible marks', '\u200b\u202e\u2066'],
    ['nothing', ''],
  ])('of only %s is asked again, and nothing is lost', async (_, typed) => {
    await atWords()
    const [again] = await chat.say(typed)
    expect(again?.words).toContain('I could not read any words in that')
    expect(titleOn(again?.card)).toBe('What stopped it? Luck counts.')
    expect(await answerTo('couldHaveHappened')).toBe('two lists held the same name')
  })

  test('of 20,000 characters is refused with how much fits, and nothing is lost', async () => {
    await atWords()
    const [again] = await chat.say('word '.repeat(4_000))
    expect(again?.words).toContain('characters long and at most 4,000 fit')
    expect(titleOn(again?.card)).toBe('What stopped it? Luck counts.')
    expect(await answerTo('couldHaveHappened')).toBe('two lists held the same name')
    await chat.say('A colleague noticed')
    expect(await answerTo('whatStoppedIt')).toBe('A colleague noticed')
  })

  test('of 20,000 characters before a kind is chosen is asked for again, with the reason', async () => {
    await chat.say('word '.repeat(4_000))
    await chat.say('near miss')
    const [asked] = await chat.say('no')
    expect(titleOn(asked?.card)).toBe('What could have happened?')
    expect(asked?.words).toContain('characters long and at most 4,000 fit')
  })

  test('is kept letter for letter, whatever it looks like', async () => {
    await atWords()
    const words = '**bold** [link](https://example.org) ${name} <b>#1</b>\nsecond line — “quoted”'
    const [next] = await chat.say(words)
    expect(await answerTo('whatStoppedIt')).toBe(words)
    expect(titleOn(next?.card)).toMatch(/^Who or what else/)
  })

  test('may be “not sure” where that is a full answer, by button and by word', async () => {
    await atWords()
    const [asked] = await chat.say('A colleague noticed')
    await chat.press(asked?.card, 'Not sure')
    expect(await answerTo('whoElseExposed')).toBe('notSure')
    await chat.say('back')
    await chat.say("I'm not sure")
    expect(await answerTo('whoElseExposed')).toBe('notSure')
  })

  test('may begin with any word, also one that is a command elsewhere', async () => {
    await chat.say('praise: the rota was read aloud')
    for (const words of [
      'be kind and ask twice before you book',
      'act as if you had never seen the list before',
      'help from a colleague who knew the list',
      'stop and check before every call',
    ]) {
      await chat.say(words)
      expect(await answerTo('whatHelped')).toBe(words)
      await chat.say('back')
    }
  })
})

describe('a typed answer', () => {
  const question = (code: string, kind: KindCode = 'nearMiss') => {
    const found = questionsFor(kind).find((one) => one.code === code)
    if (!found) throw new Error(`no question ${code}`)
    return found
  }

  test.each([
    'police, housing',
    'Police and housing',
    'police; Housing',
    'police, housing, police',
  ])('names several at once: “%s”', (said) => {
    expect(readAnswer(question('agenciesTouched'), said)).toEqual({
      type: 'choices',
      codes: ['police', 'housing'],
    })
  })

  test('that names one of several unclearly is no answer at all', () => {
    expect(readAnswer(question('agenciesTouched'), 'police, somebody else')).toBeUndefined()
    expect(readAnswer(question('agenciesTouched'), ',,')).toBeUndefined()
  })

  test('with a number is an age and no place in the list where ages are asked for', () => {
    expect(readAnswer(question('ageBand'), '5')).toBeUndefined()
    expect(readAnswer(question('ageBand'), '5-9')).toEqual({ type: 'choice', code: 'from5To9' })
    expect(readAnswer(question('ageBand'), '5–9')).toEqual({ type: 'choice', code: 'from5To9' })
    expect(readAnswer(question('ageBand'), 'none')).toEqual({ type: 'choice', code: 'none' })
  })

  test('to a box is yes or nothing', () => {
    expect(readAnswer(question('cannotSayWhy', 'disquiet'), 'yes')).toEqual({ type: 'tick' })
    expect(readAnswer(question('cannotSayWhy', 'disquiet'), 'no')).toBeUndefined()
  })
})

describe('a choice as clients send it from a form', () => {
  const asked = (items: readonly (readonly [string, string])[], type: 'choice' | 'choices') => ({
    code: 'asked',
    asks: 'Which?',
    label: 'Which',
    required: true,
    answer: { type, items: items.map(([code, label]) => ({ code, label })) },
  })
  const ITEMS = [
    ['police', 'Police'],
    ['health', 'Health visiting, school nursing'],
    ['other', 'Another; or none'],
  ] as const

  test.each([
    ['police', 'police'],
    ['Police', 'police'],
    ['Health visiting, school nursing', 'health'],
    ['nothing of it', 'nothing of it'],
  ])('%j is %j', (sent, code) => {
    expect(readField(asked(ITEMS, 'choice'), sent)).toEqual({ type: 'choice', code })
  })

  test.each([
    ['police,health', ['police', 'health']],
    ['police;health', ['police', 'health']],
    ['Police;Health visiting, school nursing', ['police', 'health']],
    ['Health visiting, school nursing,Police', ['health', 'police']],
    ['police, health ;police', ['police', 'health']],
    ['police;nobody', ['police', 'nobody']],
  ])('%j are %j', (sent, codes) => {
    expect(readField(asked(ITEMS, 'choices'), sent)).toEqual({ type: 'choices', codes })
  })

  test('of a list of ours may be its label, whatever the form', async () => {
    await chat.pressVerb('chooseKind', { kind: 'Near miss' })
    expect((await draftOf(app, 'socialWorker1')).kind).toBe('nearMiss')
  })
})
