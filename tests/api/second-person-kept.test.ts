import { describe, expect, test } from 'vitest'
import {
  businessManager,
  chair,
  deputyNurse,
  healthVisitor,
  seniorNurse,
} from './support/a-small-board.ts'
import { aChange, aDecision, expectContract, REASON, raised, STORY } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

// Ways round the second person (S14). All are closed.

const ANSWER = { outcome: 'answerAndClose' }

/** A report in which a child died, and an answer that waits for the chair: version 3. */
async function proposed() {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  await api.post(seniorNurse, `${path}/sayHarm`, aChange(1, { harm: 'died' }))
  const { body } = await api.post(seniorNurse, `${path}/decide`, aDecision(2, ANSWER))
  expect(body.proposals).toHaveLength(1)
  return { api, ref, path, number: body.proposals[0].number as number }
}

const agree = (api: RunningApi, path: string, proposal: number, version = 3) =>
  api.post(chair, `${path}/agree`, aChange(version, { proposal }))

describe('while something waits for the chair', () => {
  test('nobody decides otherwise, not even what they may decide alone', async () => {
    const { api, path } = await proposed()
    for (const person of [seniorNurse, deputyNurse]) {
      const alone = aDecision(3, { outcome: 'considerStatutoryReview' })
      const answer = await api.post(person, `${path}/decide`, alone)
      expectRefused(answer, 422, 'incomplete')
      expect(answer.body.missing[0].say).toContain('take it back first')
    }
    const { body } = await api.get(seniorNurse, path)
    expect(body).toMatchObject({ stage: 'awaitingTriage', decisions: [] })
  })

  test.each([
    ['sayHarm', { harm: 'seriouslyHarmed' }],
    ['correctKind', { kind: 'poorOutcome', reason: 'A child died.' }],
    ['reassign', { to: { agency: 'police', person: null }, reason: 'It is theirs.' }],
    ['recuse', {}],
  ])('%s changes what it is about: it ends, and cannot be agreed to', async (action, content) => {
    const { api, ref, path, number } = await proposed()
    const told = api.nudges()
    const answer = await api.post(deputyNurse, `${path}/${action}`, aChange(3, content))
    expect(answer.status).toBe(200)
    expect(api.nudges()).toBe(told + 1)
    expectRefused(await agree(api, path, number, 4), 404, 'not-found')
    expectRefused(await api.get(chair, `/api/outlines/${ref}`), 404, 'not-found')
    expect((await api.get(chair, '/api/home')).body.waiting.rows).toEqual([])
    const { body } = await api.get(healthVisitor, path)
    expect(body.stage).toBe('awaitingTriage')
    expect(body.history.map(({ says }: { says: string }) => says).join()).not.toContain('proposed')
  })

  test('a question or a start leaves it open', async () => {
    const { api, path, number } = await proposed()
    await api.post(deputyNurse, `${path}/acknowledge`, aChange(3))
    await api.post(deputyNurse, `${path}/ask`, aChange(4, { question: 'Which clinic was it?' }))
    expect((await agree(api, path, number, 5)).status).toBe(200)
    expect((await api.get(seniorNurse, path)).body.stage).toBe('closed')
  })
})

describe('what was said of harm', () => {
  test('is not taken back alone by whoever said it; with the chair it is', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const path = `/api/observations/${ref}`
    await api.post(seniorNurse, `${path}/sayHarm`, aChange(1, { harm: 'died' }))
    const no = await api.post(seniorNurse, `${path}/sayHarm`, aChange(2, { harm: 'no' }))
    expect(no.body.proposals[0].says).toContain('It waits for the chair to agree')
    const alone = await api.post(seniorNurse, `${path}/decide`, aDecision(3, ANSWER))
    expect(alone.body).toMatchObject({ stage: 'awaitingTriage', version: 4 })
    const seen = await api.get(chair, `/api/outlines/${ref}`)
    expect(seen.body.proposals).toHaveLength(2)
    const [harm, decision] = seen.body.proposals
    expect(harm.holds).toMatchObject([{ label: expect.stringContaining('serious harm') }])
    expect((await agree(api, path, harm.number, 4)).status).toBe(200)
    // What it was about has changed, so those who triage decide alone again.
    const stale = await agree(api, path, decision.number, 5)
    expect(stale.status).not.toBe(200)
    const decided = await api.post(seniorNurse, `${path}/decide`, aDecision(5, ANSWER))
    expect(decided.body.stage).toBe('closed')
  })

  test('by its reporter is not taken back by a later answer of theirs', async () => {
    const api = await runningApi()
    const ref = await raised(api, {
      kind: 'poorOutcome',
      answers: [
        { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
        { question: 'story', value: { type: 'text', text: STORY } },
        { question: 'outcomeKnown', value: { type: 'choice', code: 'partlyKnown' } },
        { question: 'harm', value: { type: 'choice', code: 'died' } },
      ],
    })
    const path = `/api/observations/${ref}`
    const no = [{ question: 'harm', value: { type: 'choice', code: 'no' } }]
    await api.post(healthVisitor, `${path}/add`, aChange(1, { text: null, answers: no }))
    const answer = await api.post(seniorNurse, `${path}/decide`, aDecision(2, ANSWER))
    expect(answer.body).toMatchObject({ stage: 'awaitingTriage', decisions: [] })
    expect(answer.body.proposals).toHaveLength(1)
  })
})

test('I4: the chair looks again at what they agreed to, and still reads nothing of the report', async () => {
  const { api, ref, path, number } = await proposed()
  expect((await agree(api, path, number)).status).toBe(200)
  const again = await api.get(chair, `/api/outlines/${ref}`)
  expectContract('getOutline', again)
  expect(again.body).toMatchObject({ stage: 'closed', proposals: [], allowed: [] })
  expect(again.body.agreed[0].says).toContain('You agreed on')
  expect(again.body.agreed[0].holds.map(({ label }: { label: string }) => label)).toContain(
    'Reason',
  )
  for (const words of [STORY, healthVisitor]) expect(again.text).not.toContain(words)
  expect((await api.get(chair, path)).status).toBe(404)
})

describe('what happens meanwhile', () => {
  test('I1: words of danger end what was proposed without them, and press at once', async () => {
    const { api, path, number } = await proposed()
    const words = 'He has hit her again tonight and the baby is bleeding.'
    const added = await api.post(
      healthVisitor,
      `${path}/add`,
      aChange(3, { text: words, answers: [] }),
    )
    expect(added.status).toBe(200)
    expectRefused(await agree(api, path, number, 4), 404, 'not-found')
    const { body } = await api.get(seniorNurse, path)
    expect(body).toMatchObject({ stage: 'awaitingTriage', proposals: [], decisions: [] })
    const { waiting } = (await api.get(seniorNurse, '/api/home')).body
    expect(waiting.rows).toMatchObject([{ isUrgent: true }])
  })

  test('I5: what a leaver proposed can be taken back by whoever may decide, and says why', async () => {
    const { api, ref, path, number } = await proposed()
    const board = (await api.deps.board.current())?.version ?? 0
    const left = aChange(board, { person: seniorNurse, on: null, to: deputyNurse })
    expect((await api.post(businessManager, '/api/board/markAsLeft', left)).status).toBe(200)
    const outline = await api.get(chair, `/api/outlines/${ref}`)
    const [toAgree] = outline.body.allowed
    expect(toAgree).toMatchObject({ action: 'agree', missing: [{ need: 'proposal' }] })
    expect(toAgree.missing[0].say).toContain('has left')
    const taken = await api.post(deputyNurse, `${path}/takeBack`, aChange(3, { proposal: number }))
    expect(taken.body.proposals).toEqual([])
    const decided = await api.post(deputyNurse, `${path}/decide`, aDecision(4, ANSWER))
    expect(decided.body.proposals).toHaveLength(1)
  })

  test('I4: its reporter cannot find out whether anything is proposed', async () => {
    const { api, path, number } = await proposed()
    const asked = [number, number + 1, 1].map((one) =>
      api.post(healthVisitor, `${path}/agree`, aChange(3, { proposal: one })),
    )
    const answers = await Promise.all(asked)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    for (const answer of answers) expectRefused(answer, 403, 'not-your-role')
  })
})

test('S12: the reporter’s history has no gap where something was proposed', async () => {
  const { api, ref, path } = await proposed()
  await api.post(healthVisitor, `${path}/add`, aChange(3, { text: 'One thing more.', answers: [] }))
  const { body } = await api.get(healthVisitor, path)
  const { length } = await api.deps.records.observation.history(ref)
  expect(body.history.length).toBeLessThan(length)
  expect(body.history.map(({ seq }: { seq: number }) => seq)).toEqual(
    body.history.map((_: unknown, index: number) => index + 1),
  )
})

test('I2: an id that two people use is no reason to call a record not whole', async () => {
  const { api, path, number } = await proposed()
  const submission = 'the-same'
  const agreed = await api.post(chair, `${path}/agree`, {
    version: 3,
    submission,
    proposal: number,
  })
  expect(agreed.status).toBe(200)
  api.clock.advance({ minutes: 1 })
  const again = { ...aChange(4, { reason: 'Something came up.' }), submission }
  expect((await api.post(seniorNurse, `${path}/reopen`, again)).status).toBe(200)
  // What is kept is audited when the server stops.
})

test('what is proposed stays in the history with all its words, when nobody agrees', async () => {
  const { api, path, number } = await proposed()
  await api.post(seniorNurse, `${path}/takeBack`, aChange(3, { proposal: number }))
  const { text } = await api.get(deputyNurse, path)
  for (const said of [REASON, 'We will talk about it at the next team meeting.'])
    expect(text).toContain(said)
  expect((await api.get(healthVisitor, path)).text).not.toContain(REASON)
})
