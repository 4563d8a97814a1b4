import { expect, test } from 'vitest'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import { businessManager, chair, seniorNurse } from './support/a-small-board.ts'
import { aChange, aDecision, expectContract, raised, STORY } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

// What those of the board are told of a report of which they see no more than an outline.

test('I4: the chair is told why they are asked to agree, as on the card', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  await api.post(seniorNurse, `${path}/sayHarm`, aChange(1, { harm: 'died' }))
  await api.post(seniorNurse, `${path}/decide`, aDecision(2))
  const outline = await api.get(chair, `/api/outlines/${ref}`)
  expectContract('getOutline', outline)
  expect(outline.body.why).toBe(OBSERVATION_NOTICES.proposed.intro)
  expect(outline.body.why).toContain('A child died or was seriously harmed')
  expect(outline.text).not.toContain(STORY)
})

const TO_POLICE = { to: { agency: 'police', person: null }, reason: 'Nobody has looked at it.' }

test('S13: whoever passes on what is late is told that it stays among what is late', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  api.clock.advance({ days: 14 })
  const answer = await api.post(
    businessManager,
    `/api/observations/${ref}/passOnLate`,
    aChange(1, { agency: TO_POLICE.to.agency, reason: TO_POLICE.reason }),
  )
  expectContract('passOnLateObservation', answer)
  expect(answer.body.says).toBe(
    `You passed ${ref} on to Police. It stays under Late until what is late about it is done.`,
  )
  const { body } = await api.get(businessManager, '/api/late')
  expect(body.lines).toContainEqual(expect.objectContaining({ ref }))
  const theirs = await raised(api)
  const passed = await api.post(
    seniorNurse,
    `/api/observations/${theirs}/reassign`,
    aChange(1, TO_POLICE),
  )
  expect(passed.body.says).toContain('It is not in your list any more.')
})
