import { expect, test } from 'vitest'
import {
  chair,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, closed, expectContract, raised, withFeedback } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const QUESTION = 'Which of the two clinics was it?'

test('S13: whoever triages asks the reporter a question, which both read', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  const answer = await api.post(seniorNurse, `${path}/ask`, aChange(1, { question: QUESTION }))
  expectContract('askObservation', answer)
  expect(answer.body).toMatchObject({ stage: 'awaitingTriage', version: 2 })
  for (const person of [healthVisitor, deputyNurse]) {
    const { body } = await api.get(person, path)
    expect(body.history.at(-1).says).toBe(`The reporter was asked: ${QUESTION}`)
  }
})

test('also after the decision; an empty question is refused', async () => {
  const api = await runningApi()
  const ref = await withFeedback(api)
  const ask = (question: string) =>
    api.post(seniorNurse, `/api/observations/${ref}/ask`, aChange(3, { question }))
  const refused = await ask(' ')
  expectRefused(refused, 422, 'incomplete')
  expect(refused.body.missing).toEqual([{ need: 'question', say: 'Write the question.' }])
  expect((await ask(QUESTION)).body.stage).toBe('underWay')
})

test('nobody else asks, and nobody once it is closed', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}/ask`
  const change = () => aChange(1, { question: QUESTION })
  expectRefused(await api.post(healthVisitor, path, change()), 403, 'not-your-role')
  for (const person of [policeSergeant, chair])
    expectRefused(await api.post(person, path, change()), 404, 'not-found')
  const done = await closed(api)
  const late = aChange(4, { question: QUESTION })
  const answer = await api.post(seniorNurse, `/api/observations/${done}/ask`, late)
  expectRefused(answer, 409, 'not-possible-now')
})
