import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { Home } from '../../src/contract/people.ts'
import { dateOf, plusDays } from '../../src/domain/words/time.ts'
import { plusWorkingDays, workingDaysBetween } from '../../src/domain/words/working-days.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, sentNearMiss } from '../support/stories.ts'
import {
  call,
  DECISION,
  decidedInChat,
  doneInTab,
  figuresOf,
  raisedInTab,
  seenInTab,
} from './doors.ts'
import { shows } from './reliability.ts'
import { settableClock } from './settable-clock.ts'

// On 29 March 2026 there is no 01:30 in England, on 25 October there are two. Written beside each
// instant is what the clock on the wall shows.

async function anApp(at: string) {
  const clock = settableClock(at)
  const app = await startApp({ clock })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  return { app, clock, reporter: app.chatAs('healthVisitor1'), senior: app.chatAs('seniorNurse') }
}

describe('a report raised in the night the clocks change', () => {
  test.each([
    ['23:59 on Saturday, before they go forward', '2026-03-28T23:59:00Z', '28 March', '7 April'],
    ['00:30 on Sunday, before they go forward', '2026-03-29T00:30:00Z', '29 March', '7 April'],
    ['00:59 on Sunday, the last minute of winter', '2026-03-29T00:59:00Z', '29 March', '7 April'],
    ['02:30 on Sunday, half an hour later', '2026-03-29T01:30:00Z', '29 March', '7 April'],
    ['23:59 on Sunday, in summer time', '2026-03-29T22:59:00Z', '29 March', '7 April'],
    ['00:30 on Monday, in summer time', '2026-03-29T23:30:00Z', '30 March', '8 April'],
    ['00:30 on Sunday, before they go back', '2026-10-24T23:30:00Z', '25 October', '30 October'],
    ['the first 01:30 on Sunday', '2026-10-25T00:30:00Z', '25 October', '30 October'],
    ['the second 01:30 on Sunday', '2026-10-25T01:30:00Z', '25 October', '30 October'],
    ['23:30 on Sunday, in winter time', '2026-10-25T23:30:00Z', '25 October', '30 October'],
    ['00:30 on Monday, in winter time', '2026-10-26T00:30:00Z', '26 October', '2 November'],
  ])('at %s has the date on the wall, and is due so many working days after', async (...row) => {
    const [wall, at, raised, due] = row
    const { app, reporter, senior } = await anApp(at)
    const { receipt, ref } = await sentNearMiss(reporter)
    expect(receipt?.words).toContain(`by ${due} 2026`)
    const [mine] = await reporter.say(ref)
    expect(mine?.words).toContain(`Raised: ${raised} 2026`)
    await app.deliver()
    expect(wordsOn(senior.lastCard)).toContain(`Decide by: ${due} 2026`)
    expect(wordsOn(senior.lastCard)).toContain('Waiting for a decision: since today')
    shows({
      fault: `The clocks change: a report at ${wall}`,
      seen: `Raised ${raised}, decision due ${due}`,
      kept: 'The report with its instant; the day is the one on the wall in England and Wales',
      store: 'SQLite',
    })
  })
})

test('both reports of the ambiguous 01:30 are there, the later one after the earlier one', async () => {
  const { app, clock, reporter } = await anApp('2026-10-25T00:30:00Z')
  const first = await sentNearMiss(reporter)
  clock.set('2026-10-25T01:30:00Z')
  const second = await sentNearMiss(reporter)
  const [mine] = await reporter.say('my reports')
  const listed = mine?.words.match(/OBS-2026-\d{4}/g)
  expect(listed).toEqual([second.ref, first.ref])
  const queue = Home.parse((await call(app, 'seniorNurse', 'home')).body)
  expect(queue.waiting.rows.map(({ ref }) => ref)).toEqual([first.ref, second.ref])
  const seen = [await seenInTab(app, 'healthVisitor1', first.ref)]
  seen.push(await seenInTab(app, 'healthVisitor1', second.ref))
  expect(seen.map(({ raisedAt }) => raisedAt)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ])
  shows({
    fault: 'Two reports at the two times 01:30 of the night the clocks go back',
    seen: 'Both, in the order in which they were sent',
    kept: 'Both, an hour apart',
    store: 'SQLite',
  })
})

describe('a conversation over the change', () => {
  test.each([
    ['forward: 00:50, then 02:10', '2026-03-29T00:50:00Z', '2026-03-29T01:10:00Z'],
    ['back: 01:50, then 01:10', '2026-10-25T00:50:00Z', '2026-10-25T01:10:00Z'],
  ])('%s is a pause of twenty minutes, and the answer counts', async (_, before, after) => {
    const { app, clock, reporter } = await anApp(before)
    await reporter.say('near miss: two lists held the same name')
    await reporter.say('no')
    clock.set(after)
    await reporter.say('A colleague noticed')
    const draft = await draftOf(app, 'healthVisitor1')
    expect(answerIn(draft, 'whatStoppedIt')).toBe('A colleague noticed')
  })

  test.each([
    ['forward', '2026-03-20T09:00:00Z', '2026-04-03T09:00:00Z'],
    ['back', '2026-10-20T09:00:00Z', '2026-11-03T09:00:00Z'],
  ])('a half-finished report is kept 14 days over the change %s', async (_, before, after) => {
    const { app, clock, reporter } = await anApp(before)
    await reporter.say('near miss: two lists held the same name')
    const [stopped] = await reporter.say('stop')
    clock.set(after)
    await app.app.deps.turns.forgetBefore(clock.now())
    const on = await reporter.press(stopped?.card, 'Go on')
    expect(titleOn(on.said[0]?.card)).toContain('Is a child at risk right now')
  })
})

describe('working days over the change', () => {
  test.each([
    ['forward', '2026-03-27T23:30:00Z', '2026-03-29T23:30:00Z', 'on 30 March 2026'],
    ['back', '2026-10-23T22:30:00Z', '2026-10-25T22:30:00Z', 'on 25 October 2026'],
    ['back', '2026-10-23T22:30:00Z', '2026-10-26T00:30:00Z', 'on 26 October 2026'],
  ])('%s, from %s to %s are counted by the dates on the wall', async (_, from, to, decidedOn) => {
    const { app, clock, reporter, senior } = await anApp(from)
    const { ref } = await sentNearMiss(reporter)
    await app.deliver()
    clock.set(to)
    const decided = await decidedInChat(senior, senior.lastCard)
    expect(wordsOn(decided)).toContain(decidedOn)
    const { decisions } = await seenInTab(app, 'healthVisitor1', ref)
    const days = decidedOn.includes('25 October') ? 0 : 1
    expect(decisions.map(({ tookWorkingDays }) => tookWorkingDays)).toEqual([days])
  })
})

describe('the quarters of the figures', () => {
  test.each([
    ['00:30 on 1 April, in summer time', '2026-03-31T23:30:00Z', '2026-03', '2026-06', [0, 5]],
    ['23:30 on 31 March, in summer time', '2026-03-31T22:30:00Z', '2026-03', '2026-06', [5, 0]],
    ['23:30 on 31 December, in winter time', '2026-12-31T23:30:00Z', '2026-12', '2027-03', [5, 0]],
    ['00:30 on 1 October, in summer time', '2026-09-30T23:30:00Z', '2026-09', '2026-12', [0, 5]],
  ])('count what happened at %s in the quarter on the wall', async (_, at, from, to, counts) => {
    const { app, clock } = await anApp(at)
    for (const __ of counts.concat([0, 0, 0])) {
      const { ref } = await raisedInTab(app)
      await doneInTab(app, 'seniorNurse', ref, 'decide', DECISION)
    }
    clock.set('2027-04-01T09:00:00Z')
    const figures = await figuresOf(app, from, to)
    expect(figures.nearMisses).toEqual(counts)
    expect(figures.workingDays).toEqual(counts.map((count) => (count === 0 ? null : 0)))
  })
})

describe('every day of a year', () => {
  const calendar = createWorkingCalendar()
  let days: readonly string[] = []
  beforeAll(() => {
    days = Array.from({ length: 365 }, (_, day) => plusDays('2026-01-01', day))
  })

  test('is one day long: each of its hours has its date, and the next day follows', () => {
    const hours = Array.from({ length: 8760 }, (_, hour) =>
      dateOf(new Date(Date.UTC(2026, 0, 1, hour, 30)).toISOString()),
    )
    expect([...new Set(hours)]).toEqual(days)
    const long = (date: string) => hours.filter((of) => of === date).length
    expect(days.filter((date) => long(date) !== 24)).toEqual(['2026-03-29', '2026-10-25'])
    expect([long('2026-03-29'), long('2026-10-25')]).toEqual([23, 25])
  })

  test('ends a clock of five working days five working days later', () => {
    for (const day of days)
      expect(workingDaysBetween(calendar, day, plusWorkingDays(calendar, day, 5))).toBe(5)
  })
})
