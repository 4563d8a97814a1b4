import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { titleOn, titlesOf, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, dialogOf, draftOf, howMany, sentNearMiss } from '../support/stories.ts'
import { DECISION, decidedInChat, figuresOf, raisedInTab, seenInTab } from './doors.ts'
import { shows } from './reliability.ts'

// The clock of the machine jumps ahead: for good, or until somebody notices and puts it right.

let app: TestApp
let reporter: Chat
let senior: Chat
beforeEach(async () => {
  app = await startApp({ at: '2026-03-25T09:00:00.000Z' })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  reporter = app.chatAs('healthVisitor1')
  senior = app.chatAs('seniorNurse')
})

/** Told up to “What stopped it?”, the card with which it was asked included. */
async function halfWay() {
  await reporter.say('near miss: two lists held the same name')
  const [asked] = await reporter.say('no')
  return asked?.card
}

/** What the clock does every hour, beside answering people. */
const tidies = () => app.app.deps.turns.forgetBefore(app.clock.now())

describe('a day ahead, in the middle of a conversation', () => {
  test('what is said next is not taken for an answer unasked, and nothing told is lost', async () => {
    await halfWay()
    app.clock.advance({ days: 1 })
    await tidies()
    const [offered] = await reporter.say('A colleague noticed')
    expect(titleOn(offered?.card)).toBe('You were telling me about a near miss')
    expect(offered?.words).toContain('I have not taken what you just wrote as an answer.')
    expect(titlesOf(offered?.card)).toEqual([
      'Go on',
      'Tell us something else',
      'Start again',
      'Delete it',
    ])
    const on = await reporter.press(offered?.card, 'Go on')
    expect(titleOn(on.said[0]?.card)).toBe('What stopped it? Luck counts.')
    await reporter.say('A colleague noticed')
    const [check] = await reporter.say('not sure')
    const { said } = await reporter.press(check?.card, 'Send')
    expect(said[0]?.words).toContain('Your reference is OBS-2026-0001')
    expect(said[0]?.words).toContain('by 2 April 2026')
    shows({
      fault: 'The clock jumps ahead a day while somebody tells a report',
      seen: 'Their report is offered again; one press goes on with it',
      kept: 'Every answer; what was written after the jump has to be said once more',
      store: 'SQLite',
    })
  })

  test('an answer given by button says what it answers, and counts', async () => {
    const [asked] = await reporter.say('near miss: two lists held the same name')
    app.clock.advance({ days: 1 })
    const { said } = await reporter.press(asked?.card, 'No')
    expect(titleOn(said[0]?.card)).toBe('What stopped it? Luck counts.')
    expect(answerIn(await draftOf(app, 'healthVisitor1'), 'dangerNow')).toBe('no')
  })
})

describe('a half-finished report is kept as long as its reporter was told', () => {
  test('for 14 days it is there, whatever the clock did meanwhile', async () => {
    await halfWay()
    const [stopped] = await reporter.say('stop')
    expect(stopped?.words).toContain('I keep what you told me for 14 days and then delete it.')
    app.clock.advance({ days: 14 })
    await tidies()
    app.clock.advance({ days: -7 })
    const on = await reporter.press(stopped?.card, 'Go on')
    expect(titleOn(on.said[0]?.card)).toBe('What stopped it? Luck counts.')
  })

  test('a month ahead it is over: the old card says so, and the next words begin anew', async () => {
    await halfWay()
    const [stopped] = await reporter.say('stop')
    app.clock.advance({ days: 31 })
    const on = await reporter.press(stopped?.card, 'Go on')
    expect(titleOn(on.replaced)).toBe('This report is no longer open')
    const [anew] = await reporter.say('near miss: two letters held the same name')
    expect(titleOn(anew?.card)).toContain('Is a child at risk right now')
    await tidies()
    expect(answerIn(await draftOf(app, 'healthVisitor1'), 'couldHaveHappened')).toBe(
      'two letters held the same name',
    )
    shows({
      fault: 'The clock jumps ahead a month over a half-finished report',
      seen: '“This report is no longer open”; a new one can be begun at once',
      kept: 'Sent reports; the half-finished one is deleted, as it is 14 days after the last answer',
      store: 'SQLite',
    })
  })

  test('a month ahead and put right before the hour is over, it is still there', async () => {
    await halfWay()
    app.clock.advance({ days: 31 })
    expect(await dialogOf(app, 'healthVisitor1')).toBeNull()
    app.clock.advance({ days: -31 })
    const [asked] = await reporter.say('A colleague noticed')
    expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
  })
})

describe('between a report and its decision', () => {
  test('a month ahead it has waited as long as the clock says, and is decided as ever', async () => {
    const { ref } = await sentNearMiss(reporter)
    await app.deliver()
    const card = senior.lastCard
    app.clock.advance({ days: 30 })
    const [queue] = await senior.say('my work')
    // Over Good Friday and Easter Monday.
    expect(queue?.words).toContain('Waiting for a decision for 20 working days.')
    const decided = await decidedInChat(senior, card)
    expect(wordsOn(decided)).toContain('Decided by Senior Nurse on 24 April 2026')
    await app.deliver()
    expect(reporter.messages.at(-1)?.words).toContain(`${ref}: there is a decision`)
  })

  test('put right again, what was raised meanwhile keeps its date and can be decided', async () => {
    app.clock.advance({ days: 30 })
    const { receipt, ref } = await sentNearMiss(reporter)
    expect(receipt?.words).toContain('by 1 May 2026')
    await app.deliver()
    const card = senior.lastCard
    app.clock.advance({ days: -30 })
    const [mine] = await reporter.say(ref)
    expect(mine?.words).toContain('Raised: 24 April 2026')
    expect(titleOn(await decidedInChat(senior, card))).toBe(`${ref} is decided`)
    await app.deliver()
    const seen = await seenInTab(app, 'healthVisitor1', ref)
    expect(seen.decisions.map(({ tookWorkingDays }) => tookWorkingDays)).toEqual([0])
    expect(reporter.messages.at(-1)?.words).toContain(`${ref}: there is a decision`)
    shows({
      fault: 'The clock jumps ahead a month and is put right after a report was raised',
      seen: 'The report with the date the clock showed; its decision as ever',
      kept: 'Report, decision and every message; the report counts in the quarter the clock showed',
      store: 'SQLite',
    })
  })

  test('the figures can be asked for while reports are dated ahead of them', async () => {
    app.clock.advance({ days: 30 })
    for (const _ of [1, 2, 3, 4, 5]) await raisedInTab(app)
    app.clock.advance({ days: -30 })
    expect((await figuresOf(app, '2025-12')).nearMisses).toEqual([0])
    app.clock.advance({ days: 100 })
    expect((await figuresOf(app, '2026-03', '2026-06')).nearMisses).toEqual([0, 5])
  })

  test('a date to look again that has gone by meanwhile is asked for anew, and the rest is kept', async () => {
    await sentNearMiss(reporter)
    await app.deliver()
    const form = await senior.press(senior.lastCard, 'Decide')
    const { outcome, reason, words } = DECISION
    const writing = await senior.press(form.replaced, 'Go on', { outcome })
    const typed = { reason, words, nextReviewOn: '2026-03-27' }
    const preview = await senior.press(writing.replaced, 'Preview', typed)
    app.clock.advance({ days: 7 })
    const asked = await senior.press(preview.replaced, 'Send decision')
    expect(wordsOn(asked.replaced)).toContain('Choose a review date that is today or later')
    const again = await senior.press(asked.replaced, 'Preview', { nextReviewOn: '2026-05-01' })
    const sent = await senior.press(again.replaced, 'Send decision')
    expect(wordsOn(sent.replaced)).toContain('Look at it again on: 1 May 2026')
    shows({
      fault: 'The clock jumps ahead past a date that somebody has typed',
      seen: 'A sentence that asks for a later date, in the form they filled in',
      kept: 'Everything they typed',
      store: 'SQLite',
    })
  })
})

test('a report that was sent is one, however long after the press comes again', async () => {
  await reporter.say('near miss: two lists held the same name')
  await reporter.say('no')
  await reporter.say('A colleague noticed')
  const [check] = await reporter.say('not sure')
  const first = await reporter.press(check?.card, 'Send', {}, 'sent-early')
  app.clock.advance({ days: 31 })
  await tidies()
  const second = await reporter.press(check?.card, 'Send', {}, 'sent-early')
  expect(titleOn(second.said[0]?.card)).toBe(titleOn(first.said[0]?.card))
  expect(await howMany(app)).toBe(1)
})
