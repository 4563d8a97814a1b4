import { expect, test } from 'vitest'
import {
  chair,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, asked, closed, expectContract, raised, withFeedback } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const namesOf = (allowed: readonly { readonly action: string }[]) =>
  allowed.map(({ action }) => action)

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

test('the answer is kept beside the question, whichever way it comes, and closes it', async () => {
  const api = await runningApi()
  for (const [action, content] of [
    ['reply', { answer: 'The one by the school.' }],
    ['add', { text: 'The one by the school.', answers: [] }],
  ] as const) {
    const ref = await asked(api)
    const path = `/api/observations/${ref}`
    const before = (await api.get(healthVisitor, path)).body
    const offered = before.allowed.find((one: { action: string }) => one.action === 'reply')
    expect(offered).toMatchObject({ label: 'Answer', likely: true })
    expect(offered.fields[0].help).toBe(QUESTION)
    const answer = await api.post(healthVisitor, `${path}/${action}`, aChange(2, content))
    expectContract(`${action}Observation`, answer)
    expect(namesOf(answer.body.allowed)).toEqual(['add'])
    const { body } = await api.get(seniorNurse, path)
    expect(body.questions).toMatchObject([{ question: QUESTION, isOpen: false }])
    expect(body.additions).toMatchObject([{ text: 'The one by the school.', isReply: true }])
    expect(body.history.at(-1).says).toBe('The reporter answered')
  }
})

test('I1: an answer that says a child is in danger is met with what to do first', async () => {
  const api = await runningApi()
  const ref = await asked(api)
  const reply = aChange(2, { answer: 'He is going to hit her tonight.' })
  const { body } = await api.post(healthVisitor, `/api/observations/${ref}/reply`, reply)
  expect(body.urgent).toContain('999')
  expect(body.sameDay).toBe(true)
})

test('nobody but its reporter answers, and nothing is answered that was not asked', async () => {
  const api = await runningApi()
  const ref = await asked(api)
  const reply = (version: number) => aChange(version, { answer: 'The one by the school.' })
  const path = `/api/observations/${ref}/reply`
  expectRefused(await api.post(seniorNurse, path, reply(2)), 403, 'not-your-role')
  const other = `/api/observations/${await raised(api)}/reply`
  expectRefused(await api.post(healthVisitor, other, reply(1)), 409, 'not-possible-now')
})

test('the reporter’s Home lists an open question until they answer or it is too late to', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const waiting = async (who = healthVisitor) => (await api.get(who, '/api/home')).body.waiting
  expect((await waiting()).total).toBe(0)
  await api.post(seniorNurse, `/api/observations/${ref}/ask`, aChange(1, { question: QUESTION }))
  const home = await api.get(healthVisitor, '/api/home')
  expectContract('home', home)
  expect(home.body.waiting).toMatchObject({
    total: 1,
    rows: [{ ref, opens: 'report', about: [], isUrgent: false }],
  })
  expect(home.body.waiting.rows[0].says).toMatch(
    /^Answer the question about your report by \w+day /,
  )
  expect(home.text).not.toContain(QUESTION)
  expect((await waiting(seniorNurse)).rows[0]).toMatchObject({ ref, opens: 'record' })
  expect(JSON.stringify(await waiting(seniorNurse))).not.toContain('your report')
  await api.post(
    healthVisitor,
    `/api/observations/${ref}/reply`,
    aChange(2, { answer: 'The one by the school.' }),
  )
  expect((await waiting()).total).toBe(0)
})
