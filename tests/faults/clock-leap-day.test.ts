import { describe, expect, onTestFinished, test } from 'vitest'
import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { isPlainDate, plusDays } from '../../src/domain/words/time.ts'
import { plusWorkingDays, workingDaysBetween } from '../../src/domain/words/working-days.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import { startApp } from '../support/start-app.ts'
import { sentNearMiss } from '../support/stories.ts'
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

// 29 February 2028 is a Tuesday.

async function anApp(at: string) {
  const clock = settableClock(at)
  const app = await startApp({ clock })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  return { app, clock, reporter: app.chatAs('healthVisitor1'), senior: app.chatAs('seniorNurse') }
}

describe('a report around the leap day', () => {
  test.each([
    ['28 February', '2028-02-28T09:00:00Z', '6 March'],
    ['29 February', '2028-02-29T00:00:00Z', '7 March'],
    ['29 February', '2028-02-29T23:59:59.999Z', '7 March'],
    ['1 March', '2028-03-01T00:00:00Z', '8 March'],
  ])('raised on %s is dated so, and is due five working days after', async (raised, at, due) => {
    const { app, reporter, senior } = await anApp(at)
    const { receipt, ref } = await sentNearMiss(reporter)
    expect(ref).toBe('OBS-2028-0001')
    expect(receipt?.words).toContain(`by ${due} 2028`)
    const [mine] = await reporter.say(ref)
    expect(mine?.words).toContain(`Raised: ${raised} 2028`)
    await app.deliver()
    expect(wordsOn(senior.lastCard)).toContain(`Decide by: ${due} 2028`)
    shows({
      fault: `A report on ${raised} 2028, a leap year`,
      seen: `Raised ${raised}, decision due ${due}`,
      kept: 'The report with its date',
      store: 'SQLite',
    })
  })

  test('the leap day is a working day like any other between a report and its decision', async () => {
    const { app, clock, reporter, senior } = await anApp('2028-02-28T09:00:00Z')
    const { ref } = await sentNearMiss(reporter)
    await app.deliver()
    clock.set('2028-03-01T09:00:00Z')
    expect(wordsOn((await senior.say(ref))[0]?.card)).toContain(
      'Waiting for a decision: 2 working days',
    )
    await decidedInChat(senior, senior.lastCard)
    const { decisions } = await seenInTab(app, 'healthVisitor1', ref)
    expect(decisions.map(({ tookWorkingDays }) => tookWorkingDays)).toEqual([2])
  })

  test('it can be the day to look again, and in other years it is said not to exist', async () => {
    const { app } = await anApp('2028-02-21T09:00:00Z')
    const { ref } = await raisedInTab(app)
    const decide = (nextReviewOn: string) =>
      doneInTab(app, 'seniorNurse', ref, 'decide', { ...DECISION, nextReviewOn })
    const refused = await decide('2029-02-29')
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(refused.body)).toContain('nextReviewOn')
    expect((await decide('2028-02-29')).status).toBe(200)
    const { body } = await call(app, 'seniorNurse', `observations/${ref}`)
    expect(JSON.stringify(body)).toContain('"nextReviewOn":"2028-02-29"')
  })
})

test('what happens on the leap day counts in its quarter, and a year back is four of them', async () => {
  const { app, clock } = await anApp('2028-02-29T23:30:00Z')
  for (const _ of [1, 2, 3, 4, 5]) {
    const { ref } = await raisedInTab(app)
    await doneInTab(app, 'seniorNurse', ref, 'decide', DECISION)
  }
  clock.set('2028-04-01T09:00:00Z')
  expect(await figuresOf(app, '2028-03')).toEqual({ nearMisses: [5], workingDays: [0] })
  const year = await call(app, 'businessManager', 'figures')
  expect(year.body).toMatchObject({ all: { counts: [0, 0, 0, 5] } })
})

test('a half-finished report is kept 14 days, the leap day being one of them', async () => {
  const { app, clock, reporter } = await anApp('2028-02-20T09:00:00Z')
  await reporter.say('near miss: two lists held the same name')
  const [stopped] = await reporter.say('stop')
  clock.set('2028-03-05T09:00:00Z')
  await app.app.deps.turns.forgetBefore(clock.now())
  const on = await reporter.press(stopped?.card, 'Go on')
  expect(titleOn(on.said[0]?.card)).toContain('Is a child at risk right now')
  clock.set('2028-03-19T09:00:00.001Z')
  const late = await reporter.press(stopped?.card, 'Go on')
  expect(titleOn(late.replaced)).toBe('This report is no longer open')
})

describe('counting days around the leap day', () => {
  const calendar = createWorkingCalendar()

  test('28 days are 28 days, from it, to it and over it', () => {
    expect(plusDays('2028-02-01', 28)).toBe('2028-02-29')
    expect(plusDays('2028-02-29', 28)).toBe('2028-03-28')
    expect(plusDays('2028-02-15', 28)).toBe('2028-03-14')
    expect(plusDays('2028-02-29', -28)).toBe('2028-02-01')
    expect(plusDays('2027-02-15', 28)).toBe('2027-03-15')
    expect(['2028-02-29', '2028-02-30', '2027-02-29'].filter(isPlainDate)).toEqual(['2028-02-29'])
  })

  test('it is worked, and February has 21 working days instead of 20 because of it', () => {
    expect(plusWorkingDays(calendar, '2028-02-28', 1)).toBe('2028-02-29')
    expect(plusWorkingDays(calendar, '2028-02-29', 1)).toBe('2028-03-01')
    expect(workingDaysBetween(calendar, '2028-01-31', '2028-02-29')).toBe(21)
    expect(workingDaysBetween(calendar, '2028-01-31', '2028-02-28')).toBe(20)
  })
})
