import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import type { WhyUnavailable } from '../../src/domain/words/errors.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { sayToOperator, sayUnavailable } from '../../src/usecases/say-unavailable.ts'
import type { SentActivity } from '../support/fake-teams.ts'
import type { Pressed, TestApp } from '../support/start-app.ts'
import { enoughFor } from '../support/stories.ts'
import { call } from './doors.ts'

// What people and the operator see of a store that is out of reach, and what must be so when it is
// back.

/** A story that must not be found where it does not belong. */
export const STORY = 'Two letters lay in one envelope'

export const UNREACHED = sayUnavailable('outOfReach')

/** What stands in the log of a MongoDB server that is out of reach; some comes from the network. */
export const OF_MONGO = /^(Mongo|PoolCleared)\w+|^Error E[A-Z]+$/

/** The channel sends a turn again after so long without an answer. */
export const SENT_AGAIN_MS = 15_000

/** How long something took, with what came of it. */
export async function timed<Result>(work: () => Promise<Result>) {
  const begun = performance.now()
  const result = await work()
  return { result, ms: Math.round(performance.now() - begun) }
}

const ask = async ({ url }: TestApp, where: string) => {
  const response = await fetch(url + where)
  return [response.status, (await response.text()).trim()]
}

export const isReady = (app: TestApp) => ask(app, '/readyz')

/** It lives all the time, and says why it is not ready. */
export async function expectNotReady(app: TestApp, why: WhyUnavailable) {
  expect(await Promise.all([ask(app, '/healthz'), isReady(app)])).toEqual([
    [200, 'The server is running.'],
    [503, sayToOperator(why)],
  ])
}

export async function expectReady(app: TestApp) {
  expect(await isReady(app)).toEqual([200, 'The server is ready.'])
}

export async function untilReady(app: TestApp) {
  while ((await isReady(app))[0] !== 200);
}

/** A report as the tab sends it: the same one each time it is sent. */
export function aReport(app: TestApp, person = 'healthVisitor2', story = STORY) {
  const answers = enoughFor('nearMiss', story)
  const request = { submission: randomUUID(), kind: 'nearMiss', answers }
  return { send: () => call(app, person, 'observations', request) }
}

/** What the API says to a request that the store did not take. */
export const refusal = (sentence: string) => ({
  status: 503,
  body: expect.objectContaining({ code: 'unavailable', detail: sentence }),
})

/** Whether the chat said so, and nothing else. */
export const isUnreached = (said: readonly SentActivity[]): boolean =>
  said.length === 1 && said[0]?.words === UNREACHED

/** Whether the API said so. */
export const isRefused = ({ status, body }: Awaited<ReturnType<typeof call>>): boolean =>
  status === 503 && JSON.stringify(body).includes(UNREACHED)

/** What was answered to a press in place of a card. */
export const saidInPlace = ({ status, said, body }: Pressed) => ({
  status,
  said: said.length,
  sentence: body.value,
})

export const inPlace = (sentence: string) => ({ status: 200, said: 0, sentence })

/** Every chain is whole, and every record is what its events make of it. */
export async function expectWhole({ app }: TestApp) {
  const { findings, records } = await auditAll(app.deps, sha256)
  expect(findings).toEqual([])
  expect(records).toBeGreaterThan(0)
}

/**
 * The operator finds the cause in the log, and neither what people wrote nor an address: once a
 * minute from the chat and from jobs, and for each request to the API.
 */
export function expectLogged({ log }: TestApp, cause: RegExp) {
  const outages = log.filter(({ code }) => code === 'unavailable')
  expect(outages.length).toBeGreaterThan(0)
  expect(outages.filter(({ level }) => level === 'error').length).toBeLessThan(4)
  for (const one of outages) expect(one.cause).toMatch(cause)
  expect(log.filter(({ code }) => code === 'defect')).toEqual([])
  const all = JSON.stringify(log)
  for (const secret of [STORY, 'letters', 'mongodb://', '127.0.0.1', 'healthVisitor', 'chat-'])
    expect(all).not.toContain(secret)
}

/** What a claim that was left behind by a round that failed takes to be over. */
export const CLAIM_IS_OVER = { minutes: 6 } as const
