import { describe, expect, test } from 'vitest'
import {
  businessManager,
  chair,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import {
  aChange,
  aDecision,
  expectContract,
  FEEDBACK,
  raised,
  STORY,
  storedVersion,
} from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

// What the board office and the chair do about a report of which they see no more than an outline.

const namesOf = (allowed: readonly { readonly action: string }[]) =>
  allowed.map(({ action }) => action)
const TO_POLICE = { agency: 'police', reason: 'Nobody there has looked at it.' }

async function late() {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  const outline = `/api/outlines/${ref}`
  const reassign = (content = TO_POLICE) =>
    api.post(businessManager, `${path}/passOnLate`, aChange(1, content))
  const early = [await api.get(businessManager, outline), await reassign()]
  api.clock.advance({ days: 14 })
  return { api, ref, path, outline, reassign, early }
}

describe('a report that is late', () => {
  test('S13: is passed on by the business manager, who reads nothing of it by that', async () => {
    const { api, ref, path, outline, reassign, early } = await late()
    for (const answer of early) expectRefused(answer, 404, 'not-found')
    const seen = await api.get(businessManager, outline)
    expectContract('getOutline', seen)
    expect(namesOf(seen.body.allowed)).toEqual(['passOnLate'])
    const answer = await reassign()
    expectContract('passOnLateObservation', answer)
    expect(answer.body.says).toContain(`You passed ${ref} on to Police`)
    for (const { text } of [seen, answer])
      for (const words of [STORY, healthVisitor]) expect(text).not.toContain(words)
    expect((await api.get(businessManager, path)).status).toBe(404)
    expect((await api.get(policeSergeant, path)).body.seenAs).toBe('triager')
  })

  test('is not passed on without a reason, nor to where they would read it', async () => {
    const { api, ref, reassign } = await late()
    expectRefused(await reassign({ ...TO_POLICE, reason: ' ' }), 422, 'incomplete')
    const office = await reassign({ ...TO_POLICE, agency: 'board-office' })
    expectRefused(office, 422, 'incomplete')
    expect(await storedVersion(api, ref)).toBe(1)
  })

  test('is nothing else to the business manager, and the chair passes nothing on', async () => {
    const { api, path } = await late()
    const kind = aChange(1, { kind: 'disquiet', reason: 'It is unease.' })
    expectRefused(
      await api.post(businessManager, `${path}/correctKind`, kind),
      403,
      'not-your-role',
    )
    expect((await api.post(chair, `${path}/passOnLate`, aChange(1, TO_POLICE))).status).toBe(404)
  })
})

async function closedAs(api: RunningApi, outcome: string) {
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  await api.post(seniorNurse, `${path}/decide`, aDecision(1, { outcome }))
  await api.post(seniorNurse, `${path}/giveFeedback`, aChange(2, FEEDBACK))
  await api.post(seniorNurse, `${path}/close`, aChange(3, { readUpTo: 0 }))
  return {
    ref,
    reopen: () => api.post(chair, `${path}/reopen`, aChange(4, { reason: 'Not yet.' })),
  }
}

describe('the chair opens again', () => {
  test('what was closed though it was put to them, and reads nothing of it by that', async () => {
    const api = await runningApi()
    const { ref, reopen } = await closedAs(api, 'considerStatutoryReview')
    const seen = await api.get(chair, `/api/outlines/${ref}`)
    expect(namesOf(seen.body.allowed)).toEqual(['reopen'])
    const answer = await reopen()
    expectContract('reopenObservation', answer)
    expect(answer.body.says).toBe(`${ref}: Open again: it waits for a decision.`)
    expect(answer.text).not.toContain(STORY)
    expect((await api.get(healthVisitor, `/api/observations/${ref}`)).body.stage).toBe(
      'awaitingTriage',
    )
  })

  test('nothing that was not put to them', async () => {
    const api = await runningApi()
    const { reopen } = await closedAs(api, 'multiAgencyReview')
    expectRefused(await reopen(), 404, 'not-found')
  })
})
