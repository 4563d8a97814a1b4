import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, howMany, sentNearMiss, toldNearMiss } from '../support/stories.ts'
import {
  closedInChat,
  DECISION,
  decidedInChat,
  doneInTab,
  FEEDBACK,
  figuresOf,
  raisedInTab,
  seenInTab,
  titlesAbout,
} from './doors.ts'
import { shows } from './reliability.ts'

// The clock of the machine is put right, and that is an hour earlier than it was.

let app: TestApp
let reporter: Chat
let senior: Chat
beforeEach(async () => {
  // Twenty past midnight: an hour back is the day before.
  app = await startApp({ at: '2026-03-26T00:20:00.000Z' })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  reporter = app.chatAs('healthVisitor1')
  senior = app.chatAs('seniorNurse')
})

const anHourBack = () => app.clock.advance({ hours: -1 })

/** A report with its triage card, and the clock put back after it. */
async function waitingAndBack() {
  const { ref } = await sentNearMiss(reporter)
  await app.deliver()
  anHourBack()
  return { ref, card: senior.lastCard }
}

describe('in the middle of a conversation', () => {
  test('the next answer is still taken, and the report is sent as it was told', async () => {
    await reporter.say('near miss: two lists held the same name')
    await reporter.say('no')
    anHourBack()
    const [asked] = await reporter.say('A colleague noticed')
    expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
    const [check] = await reporter.say('not sure')
    const { said } = await reporter.press(check?.card, 'Send')
    expect(said[0]?.words).toContain('Your reference is OBS-2026-0001')
    const { answers } = await seenInTab(app, 'healthVisitor1', 'OBS-2026-0001')
    expect(JSON.stringify(answers)).toContain('A colleague noticed')
    shows({
      fault: 'The clock is put back an hour while somebody tells a report',
      seen: 'The next question, as if nothing had happened',
      kept: 'Every answer',
      store: 'SQLite',
    })
  })

  test('what the channel sends again gets the answer it had, and is no second answer', async () => {
    await reporter.say('near miss: two lists held the same name')
    await reporter.say('no')
    const first = await reporter.say('A colleague noticed', 'told-once')
    anHourBack()
    const second = await reporter.say('A colleague noticed', 'told-once')
    expect(second.map(({ words }) => words)).toEqual(first.map(({ words }) => words))
    const draft = await draftOf(app, 'healthVisitor1')
    expect(answerIn(draft, 'whoElseExposed')).toBeUndefined()

    const check = await reporter.say('not sure')
    const sent = await reporter.press(check[0]?.card, 'Send', {}, 'sent-once')
    anHourBack()
    const again = await reporter.press(check[0]?.card, 'Send', {}, 'sent-once')
    expect(again.said.map(({ words }) => words)).toEqual(sent.said.map(({ words }) => words))
    expect(await howMany(app)).toBe(1)
    shows({
      fault: 'The clock is put back an hour, and Teams sends a message or a press once more',
      seen: 'The same answer again',
      kept: 'One answer, one report',
      store: 'SQLite',
    })
  })
})

describe('between a report and its decision', () => {
  test('it is decided, told and closed; its history stays in the order it happened', async () => {
    const { ref, card } = await waitingAndBack()
    expect(wordsOn((await senior.say(ref))[0]?.card)).toContain(
      'Waiting for a decision: since today',
    )
    const decided = await decidedInChat(senior, card)
    expect(wordsOn(decided)).toContain('Decided by Senior Nurse on 25 March 2026')
    await app.deliver()
    const closed = await closedInChat(senior, decided)
    expect(titleOn(closed)).toBe(`${ref} is closed`)
    await app.deliver()
    expect(titlesAbout(reporter, ref).slice(1)).toEqual([
      `${ref}: there is a decision`,
      `${ref}: what was done`,
      `${ref} is closed`,
    ])
    const { history, decisions } = await seenInTab(app, 'healthVisitor1', ref)
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(history[0]?.says).toBe('Raised as near miss')
    expect(history.at(-1)?.says).toBe('Closed')
    expect(decisions.map(({ tookWorkingDays }) => tookWorkingDays)).toEqual([0])
    shows({
      fault: 'The clock is put back an hour between a report and its decision',
      seen: 'Every message, once and in order; a decision dated before the report if the hour was midnight',
      kept: 'The history in the order it happened; a decision took no fewer than 0 working days',
      store: 'SQLite',
    })
  })

  test('waiting and deciding are never counted below nothing, nor shown so in the figures', async () => {
    const reports = []
    for (const _ of [1, 2, 3, 4, 5]) reports.push(await raisedInTab(app))
    anHourBack()
    for (const { ref } of reports) {
      const waiting = await seenInTab(app, 'seniorNurse', ref)
      expect(waiting.waitedWorkingDays).toBe(0)
      const { status } = await doneInTab(app, 'seniorNurse', ref, 'decide', DECISION)
      expect(status).toBe(200)
    }
    app.clock.advance({ days: 30 })
    expect(await figuresOf(app, '2026-03')).toEqual({ nearMisses: [5], workingDays: [0] })
  })

  test('a preview that was open is sent, with the date to look again that was chosen', async () => {
    const { ref } = await sentNearMiss(reporter)
    await app.deliver()
    const form = await senior.press(senior.lastCard, 'Decide')
    const { outcome, reason, words } = DECISION
    const writing = await senior.press(form.replaced, 'Go on', { outcome })
    const typed = { reason, words, nextReviewOn: '2026-03-26' }
    const preview = await senior.press(writing.replaced, 'Preview', typed)
    anHourBack()
    const sent = await senior.press(preview.replaced, 'Send decision')
    expect(titleOn(sent.replaced)).toBe(`${ref} is decided`)
    expect(wordsOn(sent.replaced)).toContain('Look at it again on: 26 March 2026')
  })
})

describe('between a decision and what was done', () => {
  test('S13: who was told what was done has been told, so it can be closed', async () => {
    const { ref } = await raisedInTab(app)
    await doneInTab(app, 'seniorNurse', ref, 'decide', DECISION)
    anHourBack()
    const told = await doneInTab(app, 'seniorNurse', ref, 'giveFeedback', FEEDBACK)
    expect(told.status).toBe(200)
    const closed = await doneInTab(app, 'seniorNurse', ref, 'close')
    expect(closed.status).toBe(200)
    shows({
      fault: 'The clock is put back an hour between a decision and what was done about it',
      seen: 'It can be closed: what counts is the order, not the time',
      kept: 'Decision and feedback, each with the time the clock showed',
      store: 'SQLite',
    })
  })

  test('S13: what was told before a new decision does not count for it, whatever its time', async () => {
    const { ref } = await raisedInTab(app)
    await doneInTab(app, 'seniorNurse', ref, 'decide', DECISION)
    await doneInTab(app, 'seniorNurse', ref, 'giveFeedback', FEEDBACK)
    anHourBack()
    await doneInTab(app, 'seniorNurse', ref, 'decide', { ...DECISION, outcome: 'referElsewhere' })
    const early = await doneInTab(app, 'seniorNurse', ref, 'close')
    expect(early.status).toBe(422)
    expect(JSON.stringify(early.body)).toContain('Tell the reporter what was done')
    await doneInTab(app, 'seniorNurse', ref, 'giveFeedback', FEEDBACK)
    expect((await doneInTab(app, 'seniorNurse', ref, 'close')).status).toBe(200)
  })
})

test('a report that was sent twice by button stays one, on either side of the jump', async () => {
  const check = await toldNearMiss(reporter)
  const first = await reporter.press(check, 'Send')
  anHourBack()
  const second = await reporter.press(check, 'Send')
  expect(second.said[0]?.words).toBe(first.said[0]?.words)
  expect(await howMany(app)).toBe(1)
})
