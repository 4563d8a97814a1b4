import { describe, expect, test } from 'vitest'
import type { OBSERVATION_CHANGES } from '../../src/contract/changes.ts'
import type { ProposalAction } from '../../src/domain/machinery/proposals.ts'
import {
  businessManager,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import {
  aChange,
  asked,
  closed,
  decided,
  decidedToLookAgain,
  expectContract,
  FEEDBACK,
  REASON,
  raised,
  storedVersion,
  withFeedback,
} from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const REASSIGN = { to: { agency: 'police', person: null }, reason: 'It belongs with the police.' }

const late = async (api: RunningApi) => {
  const ref = await raised(api)
  api.clock.advance({ days: 14 })
  return ref
}

/** What each change takes here, who makes it, and from which version of which story. */
const CHANGES = {
  add: { who: healthVisitor, content: { text: 'It was a Tuesday.', answers: [] }, after: raised },
  acknowledge: { who: seniorNurse, content: {}, after: raised },
  reassign: { who: seniorNurse, content: REASSIGN, after: raised },
  passOnLate: {
    who: businessManager,
    content: { agency: 'police', reason: 'Nobody there has looked at it.' },
    after: late,
  },
  correctKind: {
    who: seniorNurse,
    content: { kind: 'riskAhead', reason: 'It has not happened yet.' },
    after: raised,
  },
  sayHarm: { who: seniorNurse, content: { harm: 'no' }, after: raised },
  decide: {
    who: seniorNurse,
    content: {
      outcome: 'referElsewhere',
      reason: REASON,
      words: 'We will check.',
      nextReviewOn: null,
    },
    after: raised,
  },
  ask: { who: seniorNurse, content: { question: 'Which clinic was it?' }, after: raised },
  recuse: { who: seniorNurse, content: {}, after: raised },
  reply: { who: healthVisitor, content: { answer: 'The one by the school.' }, after: asked },
  giveFeedback: { who: deputyNurse, content: FEEDBACK, after: decided },
  close: { who: seniorNurse, content: {}, after: withFeedback },
  lookAgain: { who: seniorNurse, content: {}, after: decidedToLookAgain },
  reopen: { who: seniorNurse, content: { reason: 'Something new came up.' }, after: closed },
} as const satisfies Record<Exclude<keyof typeof OBSERVATION_CHANGES, ProposalAction>, object>

describe.each(Object.entries(CHANGES))('%s', (action, { who, content, after }) => {
  const begin = async () => {
    const api = await runningApi()
    const ref = await after(api)
    const path = `/api/observations/${ref}/${action}`
    return { api, ref, path, version: await storedVersion(api, ref), told: api.nudges() }
  }

  test('is made by whoever may make it, and somebody hears of it', async () => {
    const { api, ref, path, version, told } = await begin()
    const answer = await api.post(who, path, aChange(version, content))
    expectContract(`${action}Observation`, answer)
    expect(await storedVersion(api, ref)).toBe(version + 1)
    expect(api.nudges()).toBe(told + 1)
  })

  test('I7: made twice by the same submission it happens once, and is answered alike', async () => {
    const { api, ref, path, version } = await begin()
    const change = aChange(version, content)
    const first = await api.post(who, path, change)
    const second = await api.post(who, path, change)
    expect(second.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect(await storedVersion(api, ref)).toBe(version + 1)
  })

  test('is refused on an older version, and changes nothing', async () => {
    const { api, ref, path } = await begin()
    const more = aChange(1, { text: 'One more thing.', answers: [] })
    if ((await storedVersion(api, ref)) === 1)
      await api.post(healthVisitor, `/api/observations/${ref}/add`, more)
    const version = await storedVersion(api, ref)
    const answer = await api.post(who, path, aChange(version - 1, content))
    expectRefused(answer, 409, 'conflict')
    expect(answer.body.detail).toContain('It changed while you were looking at it')
    expect(await storedVersion(api, ref)).toBe(version)
  })

  test('is refused without signing in', async () => {
    const { api, ref, path, version } = await begin()
    expectRefused(await api.post(null, path, aChange(version, content)), 401, 'not-signed-in')
    expect(await storedVersion(api, ref)).toBe(version)
  })

  test('I4: is answered “not found” to somebody of another agency', async () => {
    const { api, ref, path, version } = await begin()
    const answer = await api.post(policeSergeant, path, aChange(version, content))
    expectRefused(answer, 404, 'not-found')
    expect(await storedVersion(api, ref)).toBe(version)
  })

  test('is refused with a field that it does not take', async () => {
    const { api, ref, path, version } = await begin()
    const answer = await api.post(who, path, aChange(version, { ...content, by: 'the-chair' }))
    expectRefused(answer, 400, 'malformed')
    expect(answer.text).not.toContain('the-chair')
    expect(await storedVersion(api, ref)).toBe(version)
  })

  test('is refused without version and submission, both named at once', async () => {
    const { api, path } = await begin()
    const answer = await api.post(who, path, content)
    expectRefused(answer, 400, 'malformed')
    expect(answer.body.missing.map(({ need }: { need: string }) => need)).toEqual(
      expect.arrayContaining(['version', 'submission']),
    )
  })
})
