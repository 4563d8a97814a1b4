import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { titleOn, wordsOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, eventTypes, howMany, raised, toldNearMiss } from '../support/stories.ts'
import {
  closedInChat,
  DECISION,
  decidedInChat,
  doneInTab,
  FEEDBACK,
  raisedInTab,
  seenInTab,
  titlesAbout,
} from './doors.ts'
import { shows } from './reliability.ts'
import type { SettableClock } from './settable-clock.ts'
import { settableClock } from './settable-clock.ts'

// Two instances of the program on one store, as while one takes over from the other. The clock of
// the second is a minute ahead.

let behind: TestApp
let ahead: TestApp
let clocks: readonly SettableClock[]
beforeEach(async () => {
  const [early, late] = ['2026-03-25T09:00:00Z', '2026-03-25T09:01:00Z'].map(settableClock)
  if (!early || !late) throw new Error('two clocks')
  clocks = [early, late]
  behind = await startApp({ clock: early })
  onTestFinished(() => behind.stop())
  ahead = await startApp({ clock: late, dataDir: behind.folder, teams: behind.teams })
  onTestFinished(() => ahead.stop({ keepFolder: true }))
  await behind.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  // The round that greeting began is over: nothing goes out now but when a test says so.
  await behind.deliver()
})

const bothGoOn = (minutes: number) => {
  for (const clock of clocks) clock.advance({ minutes })
}
const bothDeliver = () => Promise.all([behind.deliver(), ahead.deliver()])
const senior = (app: TestApp) => app.chatAs('seniorNurse')
const reporter = (app: TestApp) => app.chatAs('healthVisitor1')
const words = (said: readonly { readonly words: string }[]) => said.map((one) => one.words)

describe('a conversation that alternates between them', () => {
  test('goes on where it stands, and is one report', async () => {
    const [asked] = await reporter(ahead).say('near miss: two lists held the same name')
    await reporter(behind).press(asked?.card, 'No')
    await reporter(ahead).say('A colleague noticed')
    const [check] = await reporter(behind).say('not sure')
    const { said } = await reporter(ahead).press(check?.card, 'Send')
    expect(said[0]?.words).toContain('Your reference is OBS-2026-0001')
    const [mine] = await reporter(behind).say('my reports')
    expect(mine?.words).toContain('OBS-2026-0001')
    const { answers } = await seenInTab(behind, 'healthVisitor1', 'OBS-2026-0001')
    expect(JSON.stringify(answers)).toContain('A colleague noticed')
    shows({
      fault: 'Two instances with clocks a minute apart answer one person in turn',
      seen: 'One conversation',
      kept: 'Every answer, in one report',
      store: 'SQLite',
    })
  })

  test('keeps what is said to both at the same moment', async () => {
    await reporter(behind).say('start again')
    const story = ['The first list was old', 'The second list was older']
    await Promise.all([reporter(behind).say(story[0] ?? ''), reporter(ahead).say(story[1] ?? '')])
    const { said } = await draftOf(behind, 'healthVisitor1')
    expect(said?.split('\n').sort()).toEqual(story)
  })
})

describe('the same delivery of the channel, to the one and then to the other', () => {
  test('gets the same answer, and moves the conversation on once', async () => {
    await reporter(behind).say('near miss: two lists held the same name')
    await reporter(ahead).say('no')
    const first = await reporter(behind).say('A colleague noticed', 'to-both')
    const second = await reporter(ahead).say('A colleague noticed', 'to-both')
    expect(words(second)).toEqual(words(first))
    expect(answerIn(await draftOf(ahead, 'healthVisitor1'), 'whoElseExposed')).toBeUndefined()
  })

  test('at the same moment raises one report', async () => {
    const check = await toldNearMiss(reporter(behind))
    const both = await Promise.all([
      reporter(behind).press(check, 'Send', {}, 'sent-to-both'),
      reporter(ahead).press(check, 'Send', {}, 'sent-to-both'),
    ])
    expect(both[0]?.body).toEqual(both[1]?.body)
    expect(await howMany(behind)).toBe(1)
  })

  test('when the answer is over for one clock and not yet for the other, changes nothing', async () => {
    const check = await toldNearMiss(reporter(behind))
    const first = await reporter(behind).press(check, 'Send', {}, 'sent-long-ago')
    bothGoOn(60)
    const late = await reporter(ahead).press(check, 'Send', {}, 'sent-long-ago')
    await ahead.app.deps.turns.forgetBefore(ahead.clock.now())
    const later = await reporter(behind).press(check, 'Send', {}, 'sent-long-ago')
    expect([words(late.said), words(later.said)]).toEqual([words(first.said), words(first.said)])
    expect(await howMany(behind)).toBe(1)
    shows({
      fault: 'Teams sends a press again to the other instance, whose clock is a minute ahead',
      seen: 'The same receipt',
      kept: 'One report',
      store: 'SQLite',
    })
  })
})

describe('a report raised at one and decided at the other', () => {
  test.each([
    ['the one behind', 'the one ahead'],
    ['the one ahead', 'the one behind'],
  ])('raised at %s: each message comes once, and it can be closed', async (raisedAt) => {
    const [first, second] = raisedAt === 'the one behind' ? [behind, ahead] : [ahead, behind]
    const check = await toldNearMiss(reporter(first))
    const { said } = await reporter(first).press(check, 'Send')
    const ref = /OBS-2026-\d{4}/.exec(said[0]?.words ?? '')?.[0] ?? ''
    await bothDeliver()
    const card = senior(second).lastCard
    expect(titlesAbout(senior(second), ref)).toEqual([`${ref} waits for a decision`])
    const decided = await decidedInChat(senior(second), card)
    await bothDeliver()
    const closed = await closedInChat(senior(first), decided)
    expect(titleOn(closed)).toBe(`${ref} is closed`)
    await bothDeliver()
    const told = titlesAbout(reporter(first), ref).slice(1)
    // Both send, side by side: only what is sent together keeps its order.
    expect([...told].sort()).toEqual([
      `${ref} is closed`,
      `${ref}: there is a decision`,
      `${ref}: what was done`,
    ])
    const { history, decisions } = await seenInTab(first, 'healthVisitor1', ref)
    expect(history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(decisions.map(({ tookWorkingDays }) => tookWorkingDays)).toEqual([0])
    shows({
      fault: `Two instances with clocks a minute apart: raised at ${raisedAt}, decided at the other`,
      seen: 'Every message once',
      kept: 'The history in the order it happened',
      store: 'SQLite',
    })
  })

  test('S13: what was done, told at the one behind within the minute, counts at both', async () => {
    const { ref } = await raisedInTab(ahead)
    await doneInTab(ahead, 'seniorNurse', ref, 'decide', DECISION)
    await doneInTab(behind, 'seniorNurse', ref, 'giveFeedback', FEEDBACK)
    expect((await doneInTab(behind, 'seniorNurse', ref, 'close')).status).toBe(200)
  })

  test('decided at both at the same moment is decided once; the other person is told', async () => {
    const { ref } = await raisedInTab(behind)
    const answers = await Promise.all([
      doneInTab(behind, 'seniorNurse', ref, 'decide', DECISION),
      doneInTab(ahead, 'deputyNurse', ref, 'decide', DECISION),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await eventTypes(behind, ref)).toEqual(['ObservationRaised', 'ObservationDecided'])
  })

  test('raised at both at the same moment, every report has a reference of its own', async () => {
    const many = [behind, ahead, behind, ahead, behind, ahead]
    const refs = (await Promise.all(many.map((app) => raisedInTab(app)))).map(({ ref }) => ref)
    expect(new Set(refs).size).toBe(many.length)
  })
})

describe('messages that one of them has taken', () => {
  /** Taken for five minutes by an instance that may still be at it. */
  async function taken(by: TestApp) {
    const ref = await raised(by)
    await planDeliveries(by.app.deps)
    const now = by.clock.now()
    const until = new Date(Date.parse(now) + 5 * 60_000).toISOString()
    expect(await by.app.deps.deliveries.claim(now, until, 20)).not.toEqual([])
    return ref
  }

  test.each([
    ['behind', 3],
    ['ahead', 5],
  ])(
    'by the one %s are not taken by the other for %i minutes, then once',
    async (which, minutes) => {
      const [one, other] = which === 'behind' ? [behind, ahead] : [ahead, behind]
      const ref = await taken(one)
      bothGoOn(minutes)
      await other.app.deliver()
      expect(titlesAbout(senior(other), ref)).toEqual([])
      bothGoOn(1)
      await other.deliver()
      expect(titlesAbout(senior(other), ref)).toEqual([`${ref} waits for a decision`])
      bothGoOn(60)
      await bothDeliver()
      expect(titlesAbout(senior(other), ref)).toEqual([`${ref} waits for a decision`])
      shows({
        fault: `The instance whose clock is ${which} dies while it sends; the other one is left`,
        seen: 'The message, within six minutes',
        kept: 'Every message; the one that was being sent may come twice',
        store: 'SQLite',
      })
    },
  )

  test('planned by the one ahead, which ends then, go out from the one behind in a minute', async () => {
    const ref = await raised(ahead)
    await planDeliveries(ahead.app.deps)
    await behind.deliver()
    behind.clock.advance({ minutes: 1 })
    await behind.deliver()
    expect(titlesAbout(senior(behind), ref)).toEqual([`${ref} waits for a decision`])
  })

  test('are planned by both at the same moment and sent once', async () => {
    const ref = await raised(behind)
    await bothDeliver()
    for (const person of ['seniorNurse', 'deputyNurse'])
      expect(titlesAbout(behind.chatAs(person), ref)).toEqual([`${ref} waits for a decision`])
    expect(wordsOn(senior(ahead).lastCard)).toContain('Waiting for a decision: since today')
  })
})
