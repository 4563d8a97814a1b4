import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { personId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { raised } from '../support/stories.ts'
import { DECISION, titlesAbout } from './doors.ts'
import { shows } from './reliability.ts'

// Messages that wait while the clock jumps. A message waits for its turn, an answer from Teams or
// the claim of a worker that died. It never waits for a date that a wrong clock showed once.

let app: TestApp
let reporter: Chat
let senior: Chat
beforeEach(async () => {
  app = await startApp({ at: '2026-03-25T10:30:00.000Z' })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
  reporter = app.chatAs('healthVisitor1')
  senior = app.chatAs('seniorNurse')
  // The round that greeting began is over: nothing goes out now but when a test says so.
  await app.deliver()
})

/** A report whose messages are planned, by a program that ends before it sends them. */
async function planned(): Promise<string> {
  const ref = await raised(app)
  await planDeliveries(app.app.deps)
  return ref
}

/** The senior changes it, and the program ends before it has told anybody. */
async function changedUnsent(id: string, type: 'acknowledge' | 'decide') {
  const actor = { person: personId('seniorNurse'), agency: null, roles: [] }
  const command = type === 'decide' ? { type, ...DECISION } : { type }
  await changeRecord(app.app.deps, 'observation', {
    id,
    command,
    actor,
    submission: `${id}-${type}`,
  })
  await planDeliveries(app.app.deps)
}

const waits = (ref: string) => [`${ref} waits for a decision`]

describe('a message nobody has tried to send yet', () => {
  test.each([
    ['an hour', { hours: -1 }],
    ['a month', { days: -31 }],
  ])('goes out at once when the clock is put back %s', async (span, back) => {
    const ref = await planned()
    app.clock.advance(back)
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
    shows({
      fault: `The clock is put back ${span} before a message has gone out`,
      seen: 'The message, at once',
      kept: 'Every message, each sent once',
      store: 'SQLite',
    })
  })

  test('goes out before what happened after it, when the clock is put back in between', async () => {
    const ref = await planned()
    await app.deliver()
    await changedUnsent(ref, 'acknowledge')
    app.clock.advance({ hours: -1 })
    await changedUnsent(ref, 'decide')
    await app.deliver()
    expect(titlesAbout(reporter, ref)).toEqual([
      `${ref}: somebody senior has started on it`,
      `${ref}: there is a decision`,
    ])
    shows({
      fault: 'The clock is put back an hour between two messages to one person',
      seen: 'Both, in the order in which things happened',
      kept: 'Every message and its order',
      store: 'SQLite',
    })
  })

  test('goes out at once when the clock jumps ahead a month', async () => {
    const ref = await planned()
    app.clock.advance({ days: 31 })
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
  })
})

describe('a message that Teams did not take', () => {
  const refused = async () => {
    app.teams.refuseNext({ status: 503, in: 'chat-seniorNurse' })
    const ref = await planned()
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual([])
    return ref
  }

  test('is tried again within the hour by which the clock was put back', async () => {
    const ref = await refused()
    app.clock.advance({ hours: -1 })
    await app.deliver()
    app.clock.advance({ minutes: 61 })
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
  })

  test('is tried again within two hours when the clock is put back a month', async () => {
    const ref = await refused()
    app.clock.advance({ days: -31 })
    await app.deliver()
    app.clock.advance({ hours: 2 })
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
    shows({
      fault: 'The clock is put back a month while Teams does not take a message',
      seen: 'The message, within two hours of Teams taking messages again',
      kept: 'Every message',
      store: 'SQLite',
    })
  })

  test('is not given up for its age when the clock jumps ahead a month and Teams is busy', async () => {
    const ref = await refused()
    app.clock.advance({ days: 31 })
    app.teams.refuseNext({ status: 503, in: 'chat-seniorNurse' })
    await app.deliver()
    app.clock.advance({ hours: 1 })
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
    shows({
      fault: 'The clock jumps ahead a month, and Teams takes no messages at that moment',
      seen: 'The message, once Teams takes it',
      kept: 'Every message: its age alone gives none up',
      store: 'SQLite',
    })
  })
})

describe('a message that a worker has taken', () => {
  /** Taken as the job takes it, by a worker that may never come back. */
  const taken = async () => {
    const ref = await planned()
    const until = new Date(Date.parse(app.clock.now()) + 5 * 60_000).toISOString()
    const claimed = await app.app.deps.deliveries.claim(app.clock.now(), until, 20)
    expect(claimed.length).toBeGreaterThan(0)
    return { ref, claimed }
  }

  test('and that died goes out within two hours when the clock is put back a month', async () => {
    const { ref } = await taken()
    app.clock.advance({ days: -31 })
    await app.app.deliver()
    app.clock.advance({ hours: 2 })
    await app.app.deliver()
    expect(titlesAbout(senior, ref)).toEqual(waits(ref))
    shows({
      fault: 'The program dies while it sends, and the clock is put back a month',
      seen: 'The message, within two hours',
      kept: 'Every message; the one that was being sent may come twice',
      store: 'SQLite',
    })
  })

  test('goes out once more when the clock jumps ahead, and stays sent when the first comes back', async () => {
    const { ref, claimed } = await taken()
    app.clock.advance({ days: 1 })
    await app.deliver()
    // A day later what waits is named as well.
    expect(titlesAbout(senior, ref)).toEqual([...waits(ref), 'What waits for you today'])
    for (const { id } of claimed)
      await app.app.deps.deliveries.settle(id, { state: 'ended', failure: 'came-back-late' })
    expect(await app.app.deps.deliveries.counts()).toMatchObject({ waiting: 0, ended: 0 })
    await app.deliver()
    expect(titlesAbout(senior, ref)).toEqual([...waits(ref), 'What waits for you today'])
    shows({
      fault: 'The clock jumps ahead a day while a message is being sent',
      seen: 'The message, at worst twice',
      kept: 'Every message',
      store: 'SQLite',
    })
  })
})
