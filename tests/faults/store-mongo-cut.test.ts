import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { titleOn } from '../support/card-reading.ts'
import type { Cut, CuttingProxy } from '../support/cutting-proxy.ts'
import { canBeCut, startCuttingProxy } from '../support/cutting-proxy.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import type { Chat, TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import {
  answerIn,
  draftOf,
  eventTypes,
  forgets,
  howMany,
  raised,
  storedAs,
  toldNearMiss,
} from '../support/stories.ts'
import { call, DECISION, titlesAbout } from './doors.ts'
import { shows } from './reliability.ts'
import {
  aReport,
  CLAIM_IS_OVER,
  expectLogged,
  expectReady,
  expectWhole,
  isRefused,
  isUnreached,
  OF_MONGO,
  saidInPlace,
  UNREACHED,
} from './store-doors.ts'

// The way to the MongoDB server breaks in the middle of one write, before or after it is done. With
// a replica set the driver does it again by itself and nobody notices. A single server gets it
// once, and the person is told to do it again.

const given = mongoForTests()
const isAlone = given?.server.startsWith('FerretDB') ?? false

/** What is cut, and in words what that means. */
const CUTS: readonly (readonly [string, Cut])[] = [
  ['before it is kept', 'inRequest'],
  ['after it is kept, before the answer', 'beforeAnswer'],
]
const IN_THE_MIDDLE = ['after it is kept, in the middle of the answer', 'inAnswer'] as const

const TURN = ['update', 'talks', '$push'] as const
const RAISING = ['insert', 'observations', 'log'] as const
const CHANGING = ['update', 'observations', '$push'] as const
const PLANNING = ['update', 'deliveries', '$setOnInsert'] as const
const SETTLING = ['update', 'deliveries', 'messageId'] as const
const RELEASING = ['update', 'deliveries', 'unreachable'] as const
type Write = readonly [command: string, collection: string, word: string]

describe.skipIf(!canBeCut(given?.uri))('the connection to MongoDB breaks', () => {
  const database = freshDatabase(given?.uri ?? 'mongodb://127.0.0.1')
  let proxy: CuttingProxy
  let app: TestApp
  let reporter: Chat
  beforeAll(async () => {
    proxy = await startCuttingProxy(database.uri)
    app = await startApp({ mongodbUri: proxy.uri })
    await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
    await app.deliver()
    reporter = app.chatAs('healthVisitor1')
  })
  afterAll(async () => {
    await app.stop()
    await proxy.stop()
    await database.drop()
  })
  beforeEach(async () => {
    await forgets(reporter)
  })

  /** Does something while the next such write is cut, and does it again if that is what it says. */
  async function doneAgain<Result>(
    cut: Cut,
    [command, collection, word]: Write,
    work: () => Promise<Result>,
    saysSo: (result: Result) => boolean,
  ): Promise<Result> {
    const cutting = proxy.cutNext(
      cut,
      (request) =>
        request.command === command && request.collection === collection && request.names(word),
    )
    const first = await work()
    await cutting
    if (isAlone) expect(saysSo(first)).toBe(true)
    return saysSo(first) ? work() : first
  }

  test.each([...CUTS, IN_THE_MIDDLE])(
    '%s: an answer that is typed again is that answer, once',
    async (when, cut) => {
      await reporter.say('near miss: two lists held the same name')
      await reporter.say('no')
      const answer = () => reporter.say('A clerk noticed')
      const [asked] = await doneAgain(cut, TURN, answer, isUnreached)
      expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
      const draft = await draftOf(app, 'healthVisitor1')
      expect(answerIn(draft, 'whatStoppedIt')).toBe('A clerk noticed')
      expect(answerIn(draft, 'whoElseExposed')).toBeUndefined()
      // The same words once more are meant for the question that was asked now.
      await answer()
      expect(answerIn(await draftOf(app, 'healthVisitor1'), 'whoElseExposed')).toBe(
        'A clerk noticed',
      )
      shows({
        fault: `The connection to MongoDB breaks while an answer is typed, ${when}`,
        seen: 'One sentence; the same typed again gets the next question',
        kept: 'The answer, once',
        store: 'MongoDB',
      })
    },
  )

  test.each(CUTS)('%s: a report that is sent again in the chat is one', async (when, cut) => {
    const check = await toldNearMiss(reporter)
    const before = await howMany(app)
    const send = () => reporter.press(check, 'Send')
    const { said } = await doneAgain(
      cut,
      RAISING,
      send,
      (pressed) => saidInPlace(pressed).sentence === UNREACHED,
    )
    expect(titleOn(said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect(await howMany(app)).toBe(before + 1)
    shows({
      fault: `The connection to MongoDB breaks while a report is sent in the chat, ${when}`,
      seen: 'One sentence; pressed again, the receipt',
      kept: 'One report',
      store: 'MongoDB',
    })
  })

  test.each(CUTS)('%s: a report that is sent again in the tab is one', async (when, cut) => {
    const before = await howMany(app)
    const { status } = await doneAgain(cut, RAISING, aReport(app).send, isRefused)
    expect(status).toBe(201)
    expect(await howMany(app)).toBe(before + 1)
    shows({
      fault: `The connection to MongoDB breaks while a report is sent in the tab, ${when}`,
      seen: 'One sentence; sent again, the receipt',
      kept: 'One report',
      store: 'MongoDB',
    })
  })

  test.each(CUTS)('%s: a decision that is taken again is one', async (when, cut) => {
    const ref = await raised(app)
    const request = { version: 1, submission: `decided ${when}`, ...DECISION }
    const decide = () => call(app, 'seniorNurse', `observations/${ref}/decide`, request)
    expect((await doneAgain(cut, CHANGING, decide, isRefused)).status).toBe(200)
    expect(await eventTypes(app, ref)).toEqual(['ObservationRaised', 'ObservationDecided'])
    shows({
      fault: `The connection to MongoDB breaks while a decision is saved, ${when}`,
      seen: 'One sentence; sent again, the decision',
      kept: 'One decision',
      store: 'MongoDB',
    })
  })

  test.each(CUTS)('%s: words that are added again are there once', async (_, cut) => {
    const ref = await raised(app)
    await reporter.pressVerb('more', { ref })
    await doneAgain(cut, CHANGING, () => reporter.say('I saw it'), isUnreached)
    expect((await storedAs(app, ref)).additions).toHaveLength(1)
  })

  const titles = (ref: string) =>
    ['seniorNurse', 'deputyNurse'].map((person) => titlesAbout(app.chatAs(person), ref))
  const onceEach = (ref: string) => [1, 2].map(() => [`${ref} waits for a decision`])
  const always = () => true

  test.each(CUTS)('%s: what is to be told is planned again, and told once', async (_, cut) => {
    const ref = await raised(app)
    await doneAgain(cut, PLANNING, app.deliver, always)
    expect(titles(ref)).toEqual(onceEach(ref))
  })

  test.each(CUTS)(
    '%s: what became of a message is kept at once, and it comes once',
    async (when, cut) => {
      const ref = await raised(app)
      await planDeliveries(app.app.deps)
      await doneAgain(cut, SETTLING, app.deliver, always)
      app.clock.advance(CLAIM_IS_OVER)
      await app.deliver()
      expect(titles(ref)).toEqual(onceEach(ref))
      shows({
        fault: `The connection to MongoDB breaks while it is noted that a message was sent, ${when}`,
        seen: 'The message, once',
        kept: 'That it was sent',
        store: 'MongoDB',
      })
    },
  )

  test('while somebody writes for the first time: what waited for them comes all the same', async () => {
    const { deliveries } = app.app.deps
    const ref = await raised(app, 'teacher')
    await planDeliveries(app.app.deps)
    const now = app.clock.now()
    for (const { id } of await deliveries.claim(now, now, 20))
      await deliveries.settle(id, { state: 'unreachable' })
    const lead = app.chatAs('safeguardingLead')
    await doneAgain('inRequest', RELEASING, () => lead.say('hello'), isUnreached)
    await app.deliver()
    expect(titlesAbout(lead, ref)).toEqual([`${ref} waits for a decision`])
  })

  test('afterwards everything is whole, and the log says why', async () => {
    await expectReady(app)
    await expectWhole(app)
    expectLogged(app, OF_MONGO)
  })
})
