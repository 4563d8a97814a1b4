import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDoorkeeper } from '../../src/adapters/mongo/refusing.ts'
import { titleOn } from '../support/card-reading.ts'
import type { CuttingProxy } from '../support/cutting-proxy.ts'
import { canBeCut, startCuttingProxy } from '../support/cutting-proxy.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, forgets, howMany, toldNearMiss } from '../support/stories.ts'
import { shows } from './reliability.ts'
import {
  aReport,
  expectLogged,
  expectNotReady,
  expectReady,
  expectWhole,
  isRefused,
  isUnreached,
  OF_MONGO,
  SENT_AGAIN_MS,
  saidInPlace,
  timed,
  UNREACHED,
  untilReady,
} from './store-doors.ts'

// A MongoDB server, or a way to it, that takes what it is sent and says nothing.

const given = mongoForTests()

describe.skipIf(!canBeCut(given?.uri))('MongoDB does not answer', () => {
  const database = freshDatabase(given?.uri ?? 'mongodb://127.0.0.1')
  let proxy: CuttingProxy
  let app: TestApp
  beforeAll(async () => {
    proxy = await startCuttingProxy(database.uri)
    app = await startApp({ mongodbUri: proxy.uri })
    await app.greeted('healthVisitor1', 'healthVisitor2')
  })
  afterAll(async () => {
    await app.stop()
    await proxy.stop()
    await database.drop()
  })

  test('to a save that it did: who is told so in time does the same again, and it is there once', async () => {
    const reporter = app.chatAs('healthVisitor1')
    await reporter.say('near miss: two lists held the same name')
    await reporter.say('no')
    const report = aReport(app)
    const lost = [
      proxy.cutNext('answerLost', (one) => one.collection === 'talks' && one.names('$push')),
      proxy.cutNext('answerLost', (one) => one.command === 'insert' && one.names('log')),
    ]
    const [said, sent] = await Promise.all([
      timed(() => reporter.say('A clerk noticed')),
      timed(report.send),
    ])
    await Promise.all(lost)
    for (const { ms } of [said, sent]) expect(ms).toBeLessThan(SENT_AGAIN_MS)
    const [asked] = isUnreached(said.result) ? await reporter.say('A clerk noticed') : said.result
    expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
    const draft = await draftOf(app, 'healthVisitor1')
    expect(answerIn(draft, 'whatStoppedIt')).toBe('A clerk noticed')
    expect(answerIn(draft, 'whoElseExposed')).toBeUndefined()
    expect((await report.send()).status).toBe(201)
    expect(await howMany(app)).toBe(1)
    shows({
      fault: 'MongoDB saves, and its answer never comes',
      seen: 'One sentence, before Teams would ask again; doing the same once more goes on',
      kept: 'What was saved, once',
      store: 'MongoDB',
    })
  })

  test('to anything any more: everybody is told in time, and goes on when it answers again', async () => {
    const [reporter, other] = [app.chatAs('healthVisitor1'), app.chatAs('healthVisitor2')]
    const check = await toldNearMiss(other)
    await forgets(reporter)
    const before = await howMany(app)
    const report = aReport(app)
    proxy.swallow()
    const all = await Promise.all([
      timed(async () => expect(isUnreached(await reporter.say('near miss: x'))).toBe(true)),
      timed(async () =>
        expect(saidInPlace(await other.press(check, 'Send')).sentence).toBe(UNREACHED),
      ),
      timed(async () => expect(isRefused(await report.send())).toBe(true)),
      timed(() => expectNotReady(app, 'outOfReach')),
    ])
    for (const { ms } of all) expect(ms).toBeLessThan(SENT_AGAIN_MS)

    proxy.pass()
    await untilReady(app)
    const [asked] = await reporter.say('near miss: two lists held the same name')
    expect(titleOn(asked?.card)).toContain('Is a child at risk right now')
    const { said } = await other.press(check, 'Send')
    expect(titleOn(said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect((await report.send()).status).toBe(201)
    expect(await howMany(app)).toBe(before + 2)
    await expectReady(app)
    await expectWhole(app)
    expectLogged(app, OF_MONGO)
    shows({
      fault: 'MongoDB accepts connections and answers nothing',
      seen: 'One sentence, before Teams would ask again; doing the same once more goes on',
      kept: 'Everything, once',
      store: 'MongoDB',
    })
  })
})

describe('what the stores take', () => {
  const endless = () => new Promise<string>(() => undefined)

  test('ends in time, also where the driver waits for ever', async () => {
    const { guard, close } = createDoorkeeper()
    const store = guard({ load: endless }, 5)
    const refused = { code: 'unavailable', details: { why: 'outOfReach' } }
    await expect(store.load()).rejects.toMatchObject(refused)
    await close()
  })

  test.each(['EPIPE', 'ECONNRESET', 'EAI_AGAIN', 'ERR_STREAM_DESTROYED', 'ERR_SSL_WRONG_VERSION'])(
    'is refused when the network itself says %s',
    async (code) => {
      const broken = () =>
        Promise.reject(Object.assign(new Error('with an address in it'), { code }))
      const { load } = createDoorkeeper().guard({ load: broken })
      await expect(load()).rejects.toMatchObject({ code: 'unavailable' })
    },
  )

  test.each([
    ['WriteConflict', 112],
    ['a deadlock, by DocumentDB', 16_908_292],
    ['a serialization failure, by DocumentDB', 16_777_220],
  ])('is done again where the server has undone it: %s', async (_, code) => {
    let tries = 0
    const work = async () => {
      tries += 1
      if (tries < 3) throw new mongoose.mongo.MongoServerError({ message: 'undone', code })
      return 'kept'
    }
    const { load } = createDoorkeeper().guard({ load: work })
    expect(await load()).toBe('kept')
    tries = -9
    await expect(load()).rejects.toMatchObject({ code: 'unavailable' })
    expect(tries).toBe(-5)
  })

  test.each([new TypeError('x'), Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' })])(
    'fails as it is when the defect is ours (%s)',
    async (defect) => {
      const { load } = createDoorkeeper().guard({ load: () => Promise.reject(defect) })
      await expect(load()).rejects.toBe(defect)
    },
  )
})
