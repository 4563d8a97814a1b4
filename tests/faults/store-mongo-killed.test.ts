import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ObservationDetail } from '../../src/contract/observations.ts'
import type { SentActivity } from '../support/fake-teams.ts'
import { canOwnMongoServer, freshDatabase, ownMongoServer } from '../support/mongo-server.ts'
import type { TestApp } from '../support/start-app.ts'
import { startApp } from '../support/start-app.ts'
import { howMany, referenceIn, storedAs } from '../support/stories.ts'
import { seenInTab } from './doors.ts'
import { shows } from './reliability.ts'
import {
  aReport,
  expectLogged,
  expectWhole,
  OF_MONGO,
  UNREACHED,
  untilReady,
} from './store-doors.ts'

const IN_THE_TAB = ['healthVisitor1', 'socialWorker1', 'teacher', 'officer1']
const AT_ONCE = 6
const IN_THE_CHAT = ['healthVisitor2', 'socialWorker2', 'teachingAssistant', 'officer2']
const REPORTS_EACH = 2
const RECEIPTS_BEFORE_THE_KILL = 20
const ALL = (IN_THE_TAB.length * AT_ONCE + IN_THE_CHAT.length) * REPORTS_EACH

interface Receipt {
  readonly ref: string
  readonly person: string
  readonly story: string
}

/** Does the same until it is taken, as people do who are told to do it again. */
async function repeated<Result>(attempt: () => Promise<Result | undefined>): Promise<Result> {
  for (;;) {
    const result = await attempt()
    if (result !== undefined) return result
    await pause(100)
  }
}

/** Sends reports in the tab, each with a submission of its own that stays the same. */
async function reportInTab(app: TestApp, person: string, name: string, taken: Receipt[]) {
  for (let number = 1; number <= REPORTS_EACH; number += 1) {
    const story = `story ${number} told by ${name}`
    const report = aReport(app, person, story)
    const { ref } = await repeated(async () => {
      const { status, body } = await report.send()
      expect([201, 503]).toContain(status)
      return status === 201 ? ObservationDetail.parse(body) : undefined
    })
    taken.push({ ref, person, story })
  }
}

/** Tells reports in the chat. What was not answered is sent again as the same activity. */
async function reportInChat(app: TestApp, person: string, taken: Receipt[]) {
  const chat = app.chatAs(person)
  const answered = (said: readonly SentActivity[]) =>
    said.some(({ words }) => words === UNREACHED) ? undefined : said
  for (let number = 1; number <= REPORTS_EACH; number += 1) {
    const story = `story ${number} told by ${person}`
    const id = `${person}-${number}`
    const say = (text: string, step: string) =>
      repeated(async () => answered(await chat.say(text, `${id}-${step}`)))
    await say(`practice concern: ${story}`, 'begun')
    await say('no', 'answered')
    const said = await say('send', 'sent')
    taken.push({ ref: referenceIn(said[0]?.words), person, story })
  }
}

describe.skipIf(!canOwnMongoServer())('a MongoDB server that is killed', () => {
  const server = ownMongoServer()

  test('in the middle of writing has all it acknowledged, and what is repeated is there once', async () => {
    const app = await startApp({ mongodbUri: freshDatabase(server.uri).uri })
    onTestFinished(() => app.stop())
    onTestFinished(() => server.start())
    const taken: Receipt[] = []
    const callers = Promise.all([
      ...IN_THE_TAB.flatMap((person) =>
        Array.from({ length: AT_ONCE }, (_, place) =>
          reportInTab(app, person, `${person} ${place}`, taken),
        ),
      ),
      ...IN_THE_CHAT.map((person) => reportInChat(app, person, taken)),
    ])
    while (taken.length < RECEIPTS_BEFORE_THE_KILL) await pause(1)
    await server.kill()
    const before = [...taken]
    expect(before.length).toBeLessThan(ALL)
    await server.start()
    await untilReady(app)
    for (const { ref, person, story } of before)
      expect(JSON.stringify((await seenInTab(app, person, ref)).answers)).toContain(story)

    await callers
    expect(new Set(taken.map(({ ref }) => ref)).size).toBe(ALL)
    expect(await howMany(app)).toBe(ALL)
    for (const { ref, story } of taken)
      expect(JSON.stringify((await storedAs(app, ref)).answers)).toContain(story)
    await expectWhole(app)
    expectLogged(app, OF_MONGO)
    shows({
      fault: 'The MongoDB server is killed while two dozen people send reports, and starts again',
      seen: 'One sentence; whoever does the same again gets their receipt',
      kept: 'Every report whose receipt was given; every report once, each with its own reference',
      store: 'MongoDB',
    })
  })
})
