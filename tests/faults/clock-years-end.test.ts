import { describe, expect, onTestFinished, test } from 'vitest'
import { yearOf } from '../../src/domain/words/time.ts'
import type { FixedClock } from '../support/fixed-clock.ts'
import { startApp } from '../support/start-app.ts'
import { sentNearMiss, toldNearMiss } from '../support/stories.ts'
import { figuresOf, raisedInTab, seenInTab } from './doors.ts'
import { shows } from './reliability.ts'
import { settableClock, tickingClock } from './settable-clock.ts'

async function anApp<Clock extends FixedClock>(clock: Clock) {
  const app = await startApp({ clock })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1')
  return { app, clock, reporter: app.chatAs('healthVisitor1') }
}

describe('references at the turn of the year', () => {
  test('carry the year in which the report was sent, and begin at 1 again', async () => {
    const { clock, reporter } = await anApp(settableClock('2026-12-31T23:58:00Z'))
    const old = await sentNearMiss(reporter)
    clock.set('2026-12-31T23:59:59.999Z')
    const last = await sentNearMiss(reporter)
    clock.set('2027-01-01T00:00:00Z')
    const first = await sentNearMiss(reporter)
    expect([old.ref, last.ref, first.ref]).toEqual([
      'OBS-2026-0001',
      'OBS-2026-0002',
      'OBS-2027-0001',
    ])
    // New Year's Day is a bank holiday, and 2 January a Saturday.
    expect(last.receipt?.words).toContain('by 8 January 2027')
    expect(first.receipt?.words).toContain('by 8 January 2027')
    expect((await reporter.say('obs 2027 1'))[0]?.words).toContain('Raised: 1 January 2027')
    expect((await reporter.say('obs 2026 2'))[0]?.words).toContain('Raised: 31 December 2026')
    shows({
      fault: 'Reports on either side of midnight on 31 December',
      seen: 'OBS-2026-0002, then OBS-2027-0001; each with its own date',
      kept: 'Both, each in its year and month',
      store: 'SQLite',
    })
  })

  test('a report begun in the old year and sent in the new one is one of the new year', async () => {
    const { clock, reporter } = await anApp(settableClock('2026-12-31T23:50:00Z'))
    const check = await toldNearMiss(reporter)
    clock.set('2027-01-01T00:05:00Z')
    const { said } = await reporter.press(check, 'Send')
    expect(said[0]?.words).toContain('Your reference is OBS-2027-0001')
  })

  test('are never given twice when the clock is put back over midnight', async () => {
    const { clock, reporter } = await anApp(settableClock('2026-12-31T23:59:00Z'))
    const refs = [(await sentNearMiss(reporter)).ref]
    for (const at of ['2027-01-01T00:10Z', '2026-12-31T23:10Z', '2027-01-01T00:00Z']) {
      clock.set(at)
      refs.push((await sentNearMiss(reporter)).ref)
    }
    expect(refs).toEqual(['OBS-2026-0001', 'OBS-2027-0001', 'OBS-2026-0002', 'OBS-2027-0002'])
    shows({
      fault: 'The clock is put back an hour in the first minutes of a year',
      seen: 'A reference of the old year, the next one that is free',
      kept: 'Every report under a reference of its own',
      store: 'SQLite',
    })
  })

  test('agree with the date of the report, at whichever moment of sending the year ends', async () => {
    const { app, clock } = await anApp(tickingClock('2026-12-31T12:00:00Z'))
    for (let before = 0; before < 12; before += 1) {
      clock.set(new Date(Date.UTC(2027, 0, 1) - before).toISOString())
      const { ref, raisedAt } = await raisedInTab(app)
      expect(`${before}: ${ref.slice(0, 8)}`).toBe(`${before}: OBS-${yearOf(raisedAt)}`)
    }
  })
})

test('December and January are told apart in the figures', async () => {
  const { app, clock } = await anApp(settableClock('2026-12-31T23:59:59.999Z'))
  for (const _ of [1, 2, 3, 4, 5]) await raisedInTab(app)
  clock.set('2027-01-01T00:00:00Z')
  const refs = []
  for (const _ of [1, 2, 3, 4, 5, 6]) refs.push((await raisedInTab(app)).ref)
  clock.set('2027-04-01T09:00:00Z')
  const figures = await figuresOf(app, '2026-12', '2027-03')
  expect(figures.nearMisses).toEqual([5, 6])
  const seen = await seenInTab(app, 'healthVisitor1', refs[0] ?? '')
  expect(seen.raisedAt).toBe('2027-01-01T00:00:00.000Z')
})

test('the last working day of a year and the first of the next are one working day apart', async () => {
  const { app, clock, reporter } = await anApp(settableClock('2026-12-31T23:30:00Z'))
  const { ref } = await sentNearMiss(reporter)
  clock.set('2027-01-04T09:00:00Z')
  const waiting = await seenInTab(app, 'seniorNurse', ref)
  expect(waiting.waitedWorkingDays).toBe(1)
})
