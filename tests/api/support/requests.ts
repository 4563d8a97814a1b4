import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { ALL_OPERATIONS } from '../../../src/contract/all-operations.ts'
import type { PersonId } from '../../../src/domain/words/ids.ts'
import { healthVisitor, seniorNurse } from './a-small-board.ts'
import type { Answer, RunningApi } from './running-api.ts'

export const STORY = 'Two letters were nearly sent to the wrong address.'
export const REASON = 'A different address was on the second form, so it was caught in time.'

interface Change {
  readonly [field: string]: unknown
}

/** A near miss, complete enough to be sent. */
export const aNearMiss = (overrides: Change = {}) => ({
  submission: randomUUID(),
  kind: 'nearMiss',
  answers: [
    { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
    { question: 'couldHaveHappened', value: { type: 'text', text: STORY } },
    { question: 'whatStoppedIt', value: { type: 'text', text: 'Somebody read both forms aloud.' } },
    { question: 'whoElseExposed', value: { type: 'notSure' } },
    { question: 'worry', value: { type: 'choice', code: 'fairlyWorried' } },
  ],
  ...overrides,
})

export const aChange = (version: number, content: Change = {}) => ({
  version,
  submission: randomUUID(),
  ...content,
})

export const aDecision = (version: number, overrides: Change = {}) =>
  aChange(version, {
    outcome: 'multiAgencyReview',
    reason: REASON,
    words: 'We will talk about it at the next team meeting.',
    nextReviewOn: null,
    ...overrides,
  })

/** Raises an observation and gives its reference. */
export async function raised(
  api: RunningApi,
  overrides: Change = {},
  who: PersonId = healthVisitor,
): Promise<string> {
  const { status, body } = await api.post(who, '/api/observations', aNearMiss(overrides))
  expect(status).toBe(201)
  return body.ref
}

/** Decides an observation that was just raised; it stands at version 2 then. */
export async function decided(api: RunningApi): Promise<string> {
  const ref = await raised(api)
  const path = `/api/observations/${ref}/decide`
  expect((await api.post(seniorNurse, path, aDecision(1))).status).toBe(200)
  return ref
}

/** Its reporter was asked something: version 2. */
export async function asked(api: RunningApi): Promise<string> {
  const ref = await raised(api)
  const question = aChange(1, { question: 'Which of the two clinics was it?' })
  await api.post(seniorNurse, `/api/observations/${ref}/ask`, question)
  return ref
}

/** Decided, with a day to look at it again: version 2. */
export async function decidedToLookAgain(api: RunningApi): Promise<string> {
  const ref = await raised(api)
  const decision = aDecision(1, { nextReviewOn: '2099-06-01' })
  expect((await api.post(seniorNurse, `/api/observations/${ref}/decide`, decision)).status).toBe(
    200,
  )
  return ref
}

export const FEEDBACK = { mode: 'tellWhatWasDone', text: 'The form has been changed.' }

/** Decided, and its reporter has heard what was done: version 3. */
export async function withFeedback(api: RunningApi): Promise<string> {
  const ref = await decided(api)
  await api.post(seniorNurse, `/api/observations/${ref}/giveFeedback`, aChange(2, FEEDBACK))
  return ref
}

/** Closed: version 4. */
export async function closed(api: RunningApi): Promise<string> {
  const ref = await withFeedback(api)
  await api.post(seniorNurse, `/api/observations/${ref}/close`, aChange(3))
  return ref
}

export const storedVersion = async (api: RunningApi, ref: string) =>
  (await api.deps.records.observation.load(ref))?.version ?? 0

/** The body is what the contract promises for the operation, and holds nothing else. */
export function expectContract(operation: string, { status, body }: Answer): void {
  const promised = ALL_OPERATIONS[operation]
  expect(status).toBe(promised?.status)
  expect(promised?.response.parse(body)).toEqual(body)
}
