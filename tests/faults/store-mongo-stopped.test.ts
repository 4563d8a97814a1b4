import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { titleOn } from '../support/card-reading.ts'
import { canOwnMongoServer, freshDatabase, ownMongoServer } from '../support/mongo-server.ts'
import { startApp } from '../support/start-app.ts'
import { answerIn, draftOf, howMany, raised, toldNearMiss } from '../support/stories.ts'
import { titlesAbout } from './doors.ts'
import { shows } from './reliability.ts'
import {
  aReport,
  CLAIM_IS_OVER,
  expectLogged,
  expectNotReady,
  expectReady,
  expectWhole,
  inPlace,
  isReady,
  OF_MONGO,
  refusal,
  SENT_AGAIN_MS,
  STORY,
  saidInPlace,
  timed,
  UNREACHED,
  untilReady,
} from './store-doors.ts'

const OUTAGE_MS = 20_000

/** Ends the PostgreSQL behind a FerretDB, which goes on; where it is says `scripts/mongo-server`. */
async function endPostgres(uri: string) {
  const caches = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache')
  const home = process.env['MONGO_TEST_HOME'] ?? path.join(caches, 'mongo-for-tests')
  const data = path.join(home, 'root', `pg-${new URL(uri).port}`, 'data')
  const [pid = ''] = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')
  if (!/^[1-9]\d*$/.test(pid)) throw new Error('there is no PostgreSQL to end')
  process.kill(Number(pid), 'SIGQUIT')
  const isThere = () => existsSync(path.join(data, 'postmaster.pid'))
  while (isThere()) await pause(10)
}

describe.skipIf(!canOwnMongoServer())(
  'a MongoDB server that goes away while the program runs',
  () => {
    const server = ownMongoServer()

    async function anApp() {
      const app = await startApp({ mongodbUri: freshDatabase(server.uri).uri })
      onTestFinished(() => app.stop())
      onTestFinished(() => server.start())
      await app.greeted('healthVisitor1', 'seniorNurse', 'deputyNurse')
      await app.deliver()
      return app
    }

    test('for 20 seconds: everybody is told in time, and goes on when it is back', async () => {
      const app = await anApp()
      const [reporter, other] = [app.chatAs('healthVisitor1'), app.chatAs('healthVisitor2')]
      const check = await toldNearMiss(other)
      await reporter.say(`near miss: ${STORY}`)
      await reporter.say('no')
      const waiting = await raised(app)

      const report = aReport(app)
      const stoppedAt = performance.now()
      await server.stop()
      const [said, pressed, sent, read] = await Promise.all([
        timed(() => reporter.say('A clerk noticed')),
        timed(() => other.press(check, 'Send')),
        timed(() => report.send()),
        timed(() => aReport(app).send()),
        timed(() => expectNotReady(app, 'outOfReach')),
      ])
      expect(said.result.map(({ words }) => words)).toEqual([UNREACHED])
      expect(saidInPlace(pressed.result)).toEqual(inPlace(UNREACHED))
      expect(sent.result).toEqual(refusal(UNREACHED))
      const later = await timed(() => reporter.say('A clerk noticed'))
      expect(later.result.map(({ words }) => words)).toEqual([UNREACHED])
      for (const { ms } of [said, pressed, sent, read, later])
        expect(ms).toBeLessThan(SENT_AGAIN_MS)

      await pause(OUTAGE_MS - (performance.now() - stoppedAt))
      expect((await isReady(app))[0]).toBe(503)
      await server.start()
      const back = await timed(() => untilReady(app))
      expect(back.ms).toBeLessThan(SENT_AGAIN_MS)

      const [asked] = await reporter.say('A clerk noticed')
      expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
      expect(answerIn(await draftOf(app, 'healthVisitor1'), 'whatStoppedIt')).toBe(
        'A clerk noticed',
      )
      const receipt = await other.press(check, 'Send')
      expect(titleOn(receipt.said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
      expect((await report.send()).status).toBe(201)
      expect((await report.send()).status).toBe(201)
      expect(await howMany(app)).toBe(3)
      app.clock.advance(CLAIM_IS_OVER)
      await app.deliver()
      expect(titlesAbout(app.chatAs('seniorNurse'), waiting)).toEqual([
        `${waiting} waits for a decision`,
      ])
      await expectReady(app)
      await expectWhole(app)
      expectLogged(app, OF_MONGO)
      shows({
        fault: 'The MongoDB server stops for 20 seconds',
        seen: 'One sentence, before Teams would ask again; doing the same once more goes on',
        kept: 'Everything; messages to people that were on their way come within six minutes',
        store: 'MongoDB',
      })
    })

    test.skipIf(inject('mongoStarter') !== 'script')(
      'when only what is behind it goes, it says so at once, and goes on when that is back',
      async () => {
        const app = await anApp()
        const reporter = app.chatAs('healthVisitor1')
        const check = await toldNearMiss(reporter)
        await endPostgres(server.uri)
        const pressed = await timed(() => reporter.press(check, 'Send'))
        expect(saidInPlace(pressed.result)).toEqual(inPlace(UNREACHED))
        expect(pressed.ms).toBeLessThan(SENT_AGAIN_MS)
        await expectNotReady(app, 'outOfReach')
        await server.start()
        await untilReady(app)
        const { said } = await reporter.press(check, 'Send')
        expect(titleOn(said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
        expect(await howMany(app)).toBe(1)
        await expectWhole(app)
        expectLogged(app, OF_MONGO)
        shows({
          fault: 'The MongoDB server answers every request with an error of its own',
          seen: 'One sentence, at once; doing the same once more goes on',
          kept: 'Everything, once',
          store: 'MongoDB',
        })
      },
    )
  },
)
