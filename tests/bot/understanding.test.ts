import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMAND_WORDS, readCommand } from '../../src/bot/talk/read-command.ts'
import {
  CONTACTS_SHOWN,
  INTENT_CODES,
  INTENTS,
  readIntent,
} from '../../src/bot/talk/read-intent.ts'
import { soundsUrgent } from '../../src/domain/observation/danger.ts'
import { KIND_CODES, questionsFor } from '../../src/domain/taxonomies/lists.ts'
import { titleOn, titlesOf } from '../support/card-reading.ts'
import { cpuMs } from '../support/cpu-time.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  draftOf,
  eventTypes,
  forgets,
  howMany,
  raised,
  sentNearMiss,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'
import { CALM, DANGER, NEW_DANGER } from './labelled/danger.ts'
import { EVERYDAY_CALM, EVERYDAY_DANGER } from './labelled/danger-everyday.ts'
import { LATER_CALM, LATER_DANGER } from './labelled/danger-later.ts'
import { UNSEEN_CALM, UNSEEN_DANGER } from './labelled/danger-unseen.ts'
import { NEW_QUESTIONS, QUESTIONS } from './labelled/questions.ts'
import { NEW_STORIES, STORIES } from './labelled/stories.ts'

const shareOf = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length

describe('short messages', () => {
  const labelled = (lists: typeof QUESTIONS) =>
    Object.entries(lists).flatMap(([code, messages]) =>
      messages.map((message) => ({ code, message })),
    )
  const isMeant = ({ code, message }: { code: string; message: string }) =>
    readIntent(message)?.code === code

  test('that ask or wish something are understood, at least 95 in a hundred', () => {
    const all = labelled(QUESTIONS)
    expect(all.length).toBeGreaterThan(250)
    expect(shareOf(all.filter(isMeant), all)).toBeGreaterThanOrEqual(0.95)
  })

  test('that were written after the lists are mostly understood, too', () => {
    const all = labelled(NEW_QUESTIONS)
    expect(shareOf(all.filter(isMeant), all)).toBeGreaterThanOrEqual(0.85)
  })

  test('that tell something are never taken for a question or a command', () => {
    const all = [
      ...STORIES,
      ...NEW_STORIES,
      ...DANGER,
      ...NEW_DANGER,
      ...UNSEEN_CALM,
      ...LATER_CALM,
      ...CALM,
      ...EVERYDAY_CALM,
    ]
    expect(all.length).toBeGreaterThan(250)
    const taken = all.filter((message) => !soundsUrgent(message) && readIntent(message))
    expect(taken).toEqual([])
    expect(all.filter((message) => readCommand(message))).toEqual([])
  })

  test('are read at once, whatever they are', () => {
    readIntent('is this anonymous')
    const started = cpuMs()
    for (const words of ['it happened ', 'i said what i said ', 'who is it to ', 'x'])
      readIntent(words.repeat(60).slice(0, 199))
    expect(cpuMs() - started).toBeLessThan(500)
  })

  test('that are a command or an offered answer are nothing else', () => {
    const choices = KIND_CODES.flatMap((kind) =>
      questionsFor(kind).flatMap(({ answer }) => ('items' in answer ? answer.items : [])),
    ).map(({ label }) => label)
    expect(choices.filter((label) => readIntent(label))).toEqual([])
    const commands = Object.values(COMMAND_WORDS).flat()
    // Words that are both are a command.
    expect(commands.filter((word) => !readCommand(word))).toEqual([])
  })
})

describe('the list of questions and wishes', () => {
  test('has each code once, and names nothing that cannot be filled in', () => {
    expect(INTENTS.map(({ code }) => code).sort()).toEqual([...INTENT_CODES].sort())
    expect(
      INTENTS.flatMap(({ facts }) => facts).every((fact) => CONTACTS_SHOWN.includes(fact)),
    ).toBe(true)
    const gaps = JSON.stringify(INTENTS.map(({ words: _words, ...said }) => said)).match(/\{\w+\}/g)
    expect([...new Set(gaps)].sort()).toEqual([
      '{agency}',
      '{days}',
      '{officeReaders}',
      '{readers}',
      '{ref}',
      '{what}',
    ])
  })

  test('says of nobody that they are not protected, and never that anything is anonymous', () => {
    const said = JSON.stringify(INTENTS.map(({ words: _words, ...rest }) => rest))
    expect(said).not.toMatch(
      /not (?:whistleblowing|protected)|no protection|does not apply|is anonymous\./i,
    )
  })
})

describe('words of danger', () => {
  test('bring 999, nearly all of those that were collected', () => {
    expect(DANGER.length).toBeGreaterThan(150)
    expect(shareOf(DANGER.filter(soundsUrgent), DANGER)).toBeGreaterThanOrEqual(0.97)
  })

  test('do not stand in ordinary stories, or seldom', () => {
    const calm = [...CALM, ...UNSEEN_CALM, ...LATER_CALM, ...STORIES, ...NEW_STORIES]
    expect(shareOf(calm.filter(soundsUrgent), calm)).toBeLessThanOrEqual(0.05)
  })

  test('are told from the same words in an ordinary day, nearly always', () => {
    expect(shareOf(EVERYDAY_CALM.filter(soundsUrgent), EVERYDAY_CALM)).toBeLessThanOrEqual(0.05)
    expect(EVERYDAY_DANGER.filter((words) => !soundsUrgent(words))).toEqual([])
  })

  test.each([
    ['collected before the rule was widened', UNSEEN_DANGER, 0.85],
    ['of a few others', NEW_DANGER, 0.75],
    ['written after it', LATER_DANGER, 0.45],
  ])('%s and not used for it are often recognised; a button says it, too', (_, all, share) => {
    expect(shareOf(all.filter(soundsUrgent), all)).toBeGreaterThanOrEqual(share)
  })
})

describe('in the chat', () => {
  let app: TestApp
  let chat: Chat
  beforeAll(async () => {
    app = await startApp()
    await app.greeted('officer1', 'sergeant', 'deputySergeant')
    chat = app.chatAs('officer1')
  })
  afterAll(() => app.stop())
  beforeEach(() => forgets(chat))

  const ASKED = INTENTS.filter(({ code }) => !['deleteReport', 'whatDoYouMean'].includes(code))

  test.each(ASKED.map(({ code, title }) => ({ code, title })))(
    '“$code” in the middle of a question is answered, is no answer, and the question stands below',
    async ({ code, title }) => {
      await chat.say('near miss: two lists held the same name')
      await chat.say('no')
      for (const message of QUESTIONS[code].slice(0, 2)) {
        const [answer, again] = await chat.say(message)
        expect(titleOn(answer?.card)).toBe(title)
        expect(titleOn(again?.card)).toBe('What stopped it? Luck counts.')
      }
      expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBeUndefined()
      await chat.say('A colleague noticed in time')
      expect(answerIn(await draftOf(app, 'officer1'), 'whatStoppedIt')).toBe(
        'A colleague noticed in time',
      )
    },
  )

  test('“is this anonymous” says no, who sees the name, and that nothing has been sent', async () => {
    await chat.say('near miss: two lists held the same name')
    const [answer] = await chat.say('is this anonymous?')
    expect(answer?.words).toContain('No, it is not anonymous')
    expect(answer?.words).toContain('read by Sergeant and Deputy Sergeant')
    expect(answer?.words).toContain('Nothing has been sent yet')
  })

  test('what was meant as an answer after all is one press away', async () => {
    await chat.say('something feels wrong')
    await chat.say('no')
    const [answer] = await chat.say('my manager is the problem')
    const { said } = await chat.press(answer?.card, 'That was my answer')
    expect(titleOn(said[0]?.card)).toBe('How worried are you?')
    expect(answerIn(await draftOf(app, 'officer1'), 'unease')).toBe('my manager is the problem')
  })

  test('“what do you mean” explains the open question with an example, before and after sending', async () => {
    await chat.say('near miss: two lists held the same name')
    const [danger, again] = await chat.say('what do you mean?')
    expect(danger?.words).toContain('Is a child at risk right now')
    expect(danger?.words).toMatch(/For example: “Not sure/)
    expect(titleOn(again?.card)).toContain('Is a child at risk right now')
    await chat.say('no')
    expect((await chat.say('i dont understand'))[0]?.words).toContain(
      'For example: “The mother asked',
    )
    await forgets(chat)
    const { receipt } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    expect((await chat.say('what does that mean'))[0]?.words).toContain(
      'For example: “Someone told me.”',
    )
    expect((await chat.say('huh?'))[1]?.words).toContain('How do you know about this?')
  })

  test('a report that was not sent is deleted only once that was said again', async () => {
    const before = await howMany(app)
    await chat.say('near miss: two lists held the same name')
    const [asked] = await chat.say('delete my report')
    expect(titleOn(asked?.card)).toBe('Delete what you told me?')
    expect(titleOn((await chat.say('yes'))[0]?.card)).toBe('Deleted. Nothing was sent')
    expect(await howMany(app)).toBe(before)
  })

  describe('a wish about a report that was sent', () => {
    test.each([
      ['delete my report', 'cannot be deleted here yet'],
      ['can u take my name off', 'cannot be taken off a report here yet'],
      ['call me pls', 'I cannot promise when somebody rings'],
    ])(
      '“%s” is kept on the only one, read by whoever reads it, and promises nothing',
      async (wish, says) => {
        const fresh = await startApp()
        try {
          await fresh.greeted('teacher', 'safeguardingLead')
          const own = fresh.chatAs('teacher')
          const { ref } = await sentNearMiss(own)
          const [answer] = await own.say(wish)
          expect(answer?.words).toContain(says)
          expect(answer?.words).toContain('The board office, 01632 960200')
          expect((await storedAs(fresh, ref)).additions.map(({ text }) => text)).toEqual([wish])
          await fresh.deliver()
          const read = await fresh.chatAs('safeguardingLead').pressVerb('readNarrative', { ref })
          expect(JSON.stringify(read.replaced)).toContain(wish)
        } finally {
          await fresh.stop()
        }
      },
    )

    test('goes to the one that is chosen where there are several', async () => {
      const [first, second] = [await raised(app, 'officer1'), await raised(app, 'officer1')]
      const [which] = await chat.say('call me')
      expect(titlesOf(which?.card)).toEqual(expect.arrayContaining([first, second]))
      await chat.press(which?.card, first)
      expect((await storedAs(app, first)).additions).toMatchObject([
        { text: 'call me', answers: [{ question: 'callMe' }] },
      ])
      expect((await storedAs(app, second)).additions).toEqual([])
    })

    test('is kept on the one that is being added to, and the question there stays open', async () => {
      const { receipt, ref } = await sentNearMiss(chat)
      await chat.press(receipt?.card, 'Tell us more')
      const said = await chat.say('please call me back')
      expect(titleOn(said.at(-1)?.card)).toBe('How do you know about this?')
      expect((await storedAs(app, ref)).additions.at(-1)?.text).toBe('please call me back')
    })

    test('is no wish where somebody only changed their mind: it is offered', async () => {
      const ref = await raised(app, 'officer1')
      const events = await eventTypes(app, ref)
      const [answer, which] = await chat.say('i changed my mind')
      expect(answer?.words).toContain('cannot be taken back here yet')
      expect(await eventTypes(app, ref)).toEqual(events)
      await chat.press(which?.card, ref)
      expect((await storedAs(app, ref)).additions.at(-1)?.text).toContain('deleted')
    })
  })

  test('a call that is wished for before sending goes with the report', async () => {
    await toldNearMiss(chat)
    const [answer] = await chat.say('can somebody call me')
    expect(answer?.words).toContain('I have noted that on what you are telling me')
    const [receipt] = await chat.say('send')
    const ref = /OBS-\d{4}-\d{4}/.exec(receipt?.words ?? '')?.[0] ?? ''
    expect(answerIn(await storedAs(app, ref), 'callMe')).toBe('yes')
  })

  test('nothing about a manager is ever put on a report they may read', async () => {
    const ref = await raised(app, 'officer1')
    await chat.say('my manager is the problem')
    expect((await storedAs(app, ref)).additions).toEqual([])
  })
})
