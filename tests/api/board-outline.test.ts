import { expect, test } from 'vitest'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import { chair, seniorNurse } from './support/a-small-board.ts'
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
