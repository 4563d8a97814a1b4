import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storePath } from '../../src/start/open-stores.ts'
import { sayUnavailable } from '../../src/usecases/say-unavailable.ts'
import { titleOn } from '../support/card-reading.ts'
import type { TestApp } from '../support/start-app.ts'
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
  refusal,
  SENT_AGAIN_MS,
  STORY,
  saidInPlace,
  timed,
} from './store-doors.ts'

const OF_SQLITE = /^Error ERR_SQLITE_ERROR/
const BUSY = sayUnavailable('busy')
const FULL = sayUnavailable('full')

const storeOf = ({ folder }: TestApp) => storePath({ dataDir: folder })

async function anApp(sqlite: NonNullable<Parameters<typeof startApp>[0]>['sqlite'] = {}) {
  const app = await startApp({ sqlite })
  onTestFinished(() => app.stop())
  await app.greeted('healthVisitor1', 'healthVisitor2', 'seniorNurse', 'deputyNurse')
  await app.deliver()
  return app
}

/** Another process writes in the file without end. Returns how to end it. */
async function lockedByAnother(path: string) {
  const script = `const { DatabaseSync } = require('node:sqlite')
    new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE')
    process.stdout.write('locked')
    process.stdin.resume()`
  const other = spawn(process.execPath, ['-e', script, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void other.kill('SIGKILL'))
  const gone = once(other, 'close')
  await once(other.stdout, 'data')
  return async () => {
    other.stdin.end()
    await gone
  }
}

describe('another process keeps the file locked', () => {
  test('longer than it is waited for: everybody is told, and goes on when it is free', async () => {
    const app = await anApp({ busyTimeoutMs: 20 })
    const [reporter, other] = [app.chatAs('healthVisitor1'), app.chatAs('healthVisitor2')]
    const check = await toldNearMiss(other)
    await reporter.say(`near miss: ${STORY}`)
    await reporter.say('no')
    const waiting = await raised(app)
    const report = aReport(app)
    const unlock = await lockedByAnother(storeOf(app))
    for (const _ of ['said', 'said again']) {
      const said = await reporter.say('A clerk noticed')
      expect(said.map(({ words }) => words)).toEqual([BUSY])
    }
    expect(saidInPlace(await other.press(check, 'Send'))).toEqual(inPlace(BUSY))
    expect(await report.send()).toEqual(refusal(BUSY))
    await expectNotReady(app, 'busy')
    await expect(app.app.deliver()).rejects.toMatchObject({ code: 'unavailable' })

    await unlock()
    // The channel may send it a third time. It gets the same answer.
    for (const _ of ['said again', 'sent again by the channel']) {
      const [asked] = await reporter.say('A clerk noticed', 'said-again')
      expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
    }
    const draft = await draftOf(app, 'healthVisitor1')
    expect(answerIn(draft, 'whatStoppedIt')).toBe('A clerk noticed')
    expect(answerIn(draft, 'whoElseExposed')).toBeUndefined()
    const { said } = await other.press(check, 'Send')
    expect(titleOn(said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect((await report.send()).status).toBe(201)
    expect(await howMany(app)).toBe(3)
    app.clock.advance(CLAIM_IS_OVER)
    await app.deliver()
    expect(titlesAbout(app.chatAs('seniorNurse'), waiting)).toEqual([
      `${waiting} waits for a decision`,
    ])
    await expectReady(app)
    await expectWhole(app)
    expectLogged(app, OF_SQLITE)
    shows({
      fault: 'Another program keeps the file of the store locked for longer than two seconds',
      seen: 'One sentence; doing the same once more goes on',
      kept: 'Everything that was saved before; what was refused is not half there',
      store: 'SQLite',
    })
  })

  test('as long as the program waits by itself: several people at once are told in time', async () => {
    const app = await anApp()
    const unlock = await lockedByAnother(storeOf(app))
    const people = ['healthVisitor1', 'healthVisitor2', 'seniorNurse', 'deputyNurse']
    const turns = await Promise.all(
      people.map((person) => timed(() => app.chatAs(person).say('near miss: two lists'))),
    )
    for (const { result, ms } of turns) {
      expect(result.map(({ words }) => words)).toEqual([BUSY])
      expect(ms).toBeLessThan(SENT_AGAIN_MS)
    }
    await unlock()
    await expectReady(app)
  })
})

describe('the disk', () => {
  const PAGES = 600

  /** Takes all the room there is, as another program on the disk would. Returns how to free it. */
  function filledByAnother(app: TestApp) {
    const db = new DatabaseSync(storeOf(app))
    onTestFinished(() => db.close())
    // In a table of the program, since an audit would find another one.
    db.exec(`INSERT INTO personas VALUES ('filler', hex(zeroblob(${PAGES * 2048})))`)
    return () => db.exec(`DELETE FROM personas WHERE account = 'filler'`)
  }

  test('is full: what is long is refused as a whole, and can be sent once there is room', async () => {
    const app = await anApp({ maxPages: PAGES })
    const [reporter, other] = [app.chatAs('healthVisitor1'), app.chatAs('healthVisitor2')]
    const words = STORY.repeat(100)
    const check = await toldNearMiss(other, words)
    await reporter.say(`near miss: ${STORY}`)
    await reporter.say('no')
    const report = aReport(app, 'healthVisitor2', words)
    const before = await howMany(app)
    const free = filledByAnother(app)
    const said = await reporter.say(words)
    expect(said.map((one) => one.words)).toEqual([FULL])
    expect(saidInPlace(await other.press(check, 'Send'))).toEqual(inPlace(FULL))
    expect(await report.send()).toEqual(refusal(FULL))
    expect(await howMany(app)).toBe(before)
    await expectWhole(app)

    free()
    const [asked] = await reporter.say(words)
    expect(titleOn(asked?.card)).toBe('Who or what else could be exposed to the same thing?')
    const sent = await other.press(check, 'Send')
    expect(titleOn(sent.said[0]?.card)).toMatch(/^Thank you\. Your reference is/)
    expect((await report.send()).status).toBe(201)
    expect(await howMany(app)).toBe(before + 2)
    await expectReady(app)
    await expectWhole(app)
    expectLogged(app, OF_SQLITE)
    shows({
      fault: 'The disk is full',
      seen: 'One sentence; what was told before is shown as ever; doing the same once more goes on when there is room',
      kept: 'Everything that was saved before; what was refused is not half there',
      store: 'SQLite',
    })
  })
})
