import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { laterIn } from '../../src/bot/talk/draft.ts'
import { inputsOn, titleOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  dialogOf,
  draftOf,
  eventTypes,
  forgets,
  raised,
  referenceIn,
  sentNearMiss,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'

const FIRST = 'two lists held the same name'
const SECOND = 'the fridge was not checked over the weekend'
const DANGER = 'the baby has a bruise and I think the child is in danger tonight'
const KEPT = 'Kept as the next thing you tell us'

let app: TestApp
let chat: Chat
beforeAll(async () => {
  app = await startApp()
  await app.greeted('teacher', 'safeguardingLead', 'deputySafeguardingLead')
  chat = app.chatAs('teacher')
})
afterAll(() => app.stop())
beforeEach(() => forgets(chat))

const later = async () => laterIn(await dialogOf(app, 'teacher'))
const additions = async (ref: string) =>
  (await storedAs(app, ref)).additions.map(({ text }) => text)

describe('a second story', () => {
  test.each([
    ['while words are asked', async () => void (await chat.say('no')), `praise: ${SECOND}`],
    ['while a choice is asked', async () => {}, `praise: ${SECOND}`],
    ['at the check card', async () => void (await finishNearMiss()), SECOND],
    ['once the first is stopped', async () => void (await chat.say('stop')), SECOND],
    ['after an hour', async () => app.clock.advance({ minutes: 61 }), SECOND],
  ])('%s is kept as the next one, and both can be sent', async (_, first, second) => {
    await chat.say(`near miss: ${FIRST}`)
    await first()
    const [kept] = await chat.say(second)
    expect(titleOn(kept?.card)).toBe(KEPT)
    expect(kept?.words).toContain('Nothing of it has been sent')
    expect(JSON.stringify(kept?.card)).toContain(SECOND)
    expect(answerIn(await draftOf(app, 'teacher'), 'couldHaveHappened')).toBe(FIRST)
    await chat.say('go on')
    for (let steps = 0; steps < 5; steps += 1) {
      const [card] = await chat.say('go on')
      if (titleOn(card?.card) === 'Check before you send') break
      await chat.say(titleOn(card?.card).includes('at risk') ? 'no' : 'The clerk rang')
    }
    const [receipt, next] = await chat.say('send')
    expect(referenceIn(receipt?.words)).not.toBe('')
    expect(JSON.stringify(next?.card)).toContain(SECOND)
    const on = await chat.press(next?.card, 'Go on')
    expect(on.said[0]?.words).toBeTruthy()
    expect(JSON.stringify(await draftOf(app, 'teacher'))).toContain(SECOND)
    expect(await later()).toEqual([])
  })

  async function finishNearMiss() {
    await chat.say('no')
    await chat.say('The clerk rang')
    await chat.say('not sure')
  }

  test('can be made a part of the first, by one press', async () => {
    const check = await toldNearMiss(chat, FIRST)
    expect(inputsOn(check)).toMatchObject({ answer_couldHaveHappened: FIRST })
    const [kept] = await chat.say('the date on both of them was wrong')
    const joined = await chat.press(kept?.card, 'Add it to the report that is open')
    expect(inputsOn(joined.said[0]?.card)).toMatchObject({
      answer_couldHaveHappened: `${FIRST}\nthe date on both of them was wrong`,
    })
    expect(await later()).toEqual([])
  })

  test('can be begun first, and the other one comes back', async () => {
    await chat.say(`near miss: ${FIRST}`)
    const [resume] = await chat.say('raise')
    await chat.press(resume?.card, 'Tell us something else')
    await chat.say(SECOND)
    expect((await draftOf(app, 'teacher')).said).toBe(SECOND)
    await chat.say('delete')
    const [deleted, back] = await chat.say('yes')
    expect(titleOn(deleted?.card)).toBe('Deleted. Nothing was sent')
    expect(JSON.stringify(back?.card)).toContain(FIRST)
  })

  test('of danger brings 999 with it', async () => {
    await toldNearMiss(chat, FIRST)
    const [kept] = await chat.say('he is going to hit her tonight')
    expect(kept?.words).toMatch(/^If a child is in danger now, call 999/)
    expect(kept?.words).not.toContain('same day')
  })

  test('told where the kind is changed is added, and not lost', async () => {
    await toldNearMiss(chat, FIRST)
    for (let back = 0; back < 5; back += 1) await chat.say('back')
    await chat.say(SECOND)
    expect(answerIn(await draftOf(app, 'teacher'), 'couldHaveHappened')).toBe(`${FIRST}\n${SECOND}`)
  })
})

describe('after sending', () => {
  test('I1: words of danger where a choice is asked are kept, make it urgent, and reach who reads it', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    const [asked] = await chat.say(DANGER)
    expect(asked?.words).toMatch(/^If a child is in danger now, call 999/)
    expect(asked?.words).toContain(`I have added that to ${ref}. Whoever reads it is told again`)
    expect(titleOn(asked?.card)).toBe('How do you know about this?')
    expect(await additions(ref)).toEqual([DANGER])
    expect(await storedAs(app, ref)).toMatchObject({ sameDay: true })
    expect((await eventTypes(app, ref)).at(-1)).toBe('ObservationBecameUrgent')
    await app.deliver()
    const lead = app.chatAs('safeguardingLead')
    expect(lead.messages.at(-1)?.words).toContain('A child may be at risk now')
    const read = await lead.pressVerb('readNarrative', { ref })
    expect(JSON.stringify(read.replaced)).toContain(DANGER)
  })

  test('other words where a choice is asked are an addition, too', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    const [asked] = await chat.say('mum was crying')
    expect(asked?.words).toContain(`I have added that to ${ref}, where whoever reads it sees it`)
    expect(asked?.words).toContain('This question is still open')
    expect(await additions(ref)).toEqual(['mum was crying'])
  })

  test('I1: danger in the words of an answer, and a button for it, make it urgent once more', async () => {
    const ref = await raised(app, 'teacher')
    const asked = await chat.pressVerb('addSomething', { ref })
    await chat.press(asked.said[0]?.card, 'A child may be at risk')
    await chat.say('he is going to hit her')
    const events = await eventTypes(app, ref)
    expect(events.filter((type) => type === 'ObservationBecameUrgent')).toHaveLength(2)
    expect(await additions(ref)).toEqual([null, 'he is going to hit her'])
  })

  test('another story is the beginning of another report, or an addition by one press', async () => {
    const { receipt, ref } = await sentNearMiss(chat)
    await chat.press(receipt?.card, 'Tell us more')
    const [kept, asked] = await chat.say(`praise: ${SECOND}`)
    expect(titleOn(kept?.card)).toBe(KEPT)
    expect(titleOn(asked?.card)).toBe('How do you know about this?')
    await chat.press(kept?.card, `Add it to ${ref}`)
    expect(await additions(ref)).toEqual([SECOND])
    expect(await later()).toEqual([])
  })

  test('what was changed on a card whose report was sent already is added to it', async () => {
    const check = await toldNearMiss(chat, FIRST)
    const { said } = await chat.press(check, 'Send')
    const ref = referenceIn(said[0]?.words)
    const again = await chat.press(check, 'Send', { answer_whatStoppedIt: 'The mother asked why' })
    expect(again.said.map(({ words }) => words).join()).toContain('is added to it')
    expect((await storedAs(app, ref)).additions).toMatchObject([
      { answers: [{ question: 'whatStoppedIt', value: { text: 'The mother asked why' } }] },
    ])
  })
})

test('what stands on a card whose report was deleted is kept again, and not sent unseen', async () => {
  const check = await toldNearMiss(chat, FIRST)
  await forgets(chat)
  const { said } = await chat.press(check, 'Send', { answer_whatStoppedIt: 'The mother asked why' })
  expect(titleOn(said[0]?.card)).toBe('Check before you send')
  expect(said[0]?.words).toContain('Nothing has been sent')
  expect(inputsOn(said[0]?.card)).toMatchObject({
    answer_couldHaveHappened: FIRST,
    answer_whatStoppedIt: 'The mother asked why',
  })
})

test('“1 of 3” counts what is asked, and not what was told already', async () => {
  expect((await chat.say(`near miss: ${FIRST}`))[0]?.words).toContain('question 1 of 3')
  expect((await chat.say('no'))[0]?.words).toContain('question 2 of 3')
  expect((await chat.say('The clerk rang'))[0]?.words).toContain('question 3 of 3')
  await forgets(chat)
  expect((await chat.say('near miss'))[0]?.words).toContain('question 1 of 4')
})

test('praise is thanked first, and danger is asked of it last', async () => {
  const [thanked] = await chat.say('praise: the rota was read aloud')
  expect(thanked?.words).toContain('Thank you. What goes well is worth telling')
  expect(titleOn(thanked?.card)).toBe('What helped it go that way?')
  const [danger] = await chat.say('Ten quiet minutes')
  expect(titleOn(danger?.card)).toContain('Is a child at risk right now')
  expect(danger?.words).toContain('We ask this of everybody')
  expect(titleOn((await chat.say('no'))[0]?.card)).toBe('Check before you send')
})

test('S10: before anything is told it says who reads it, that the name shows, and that it is no referral', async () => {
  for (const beginning of ['raise', `near miss: ${FIRST}`, SECOND]) {
    await forgets(chat)
    const [card] = await chat.say(beginning)
    expect(card?.words).toContain('read by Safeguarding Lead and Deputy Safeguarding Lead')
    expect(card?.words).toContain('They see your name. Telling us here is not a referral.')
  }
})

describe('a reference', () => {
  test.each([
    (ref: string) => `“${ref}”`,
    (ref: string) => `#${ref}`,
    (ref: string) => ref.replaceAll('-', '\u2011'),
    (ref: string) => ref.replaceAll('-', '\u2212'),
    (ref: string) => ref.replaceAll('-', '/'),
    (ref: string) => `obs ${Number(ref.slice(-4))}`,
    (ref: string) => `my report #${Number(ref.slice(-4))}?`,
    (ref: string) => ref.slice(-4),
    (ref: string) => `(${ref.slice(4)})`,
  ])('is understood as people type it (%#)', async (typed) => {
    const ref = await raised(app, 'teacher')
    expect(titleOn((await chat.say(typed(ref)))[0]?.card)).toContain(ref)
  })

  test('without its year is looked for in the year before as well', async () => {
    const early = await startApp({ at: '2026-12-30T09:00:00.000Z' })
    try {
      const ref = await raised(early, 'teacher')
      early.clock.advance({ days: 5 })
      const [card] = await early.chatAs('teacher').say(`obs ${Number(ref.slice(-4))}`)
      expect(titleOn(card?.card)).toContain('OBS-2026-')
    } finally {
      await early.stop()
    }
  })

  test('that is only a number may be an answer where words are asked', async () => {
    await chat.say('risk ahead')
    await chat.say('no')
    await chat.say('2026')
    expect(answerIn(await draftOf(app, 'teacher'), 'couldGoWrong')).toBe('2026')
  })
})
