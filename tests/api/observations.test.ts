import { describe, expect, test } from 'vitest'
import type { FormField } from '../../src/contract/form-fields.ts'
import type { ObservationDetail } from '../../src/contract/observations.ts'
import {
  healthVisitor,
  policeOfficer,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { aNearMiss, expectContract, raised, STORY } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

describe('raising', () => {
  test('I7: a report that is answered with a reference is stored', async () => {
    const api = await runningApi()
    const answer = await api.post(healthVisitor, '/api/observations', aNearMiss())
    expectContract('raiseObservation', answer)
    expect(answer.body).toMatchObject({
      ref: 'OBS-2026-0001',
      version: 1,
      stage: 'awaitingTriage',
      seenAs: 'reporter',
      kind: { code: 'nearMiss', label: 'Near miss' },
      agency: { id: 'community-trust', name: 'Community trust' },
      says: expect.stringMatching(/^Sent\. Somebody senior will look at it\. You hear/),
    })
    expect(answer.body.answers).toContainEqual(
      expect.objectContaining({ label: expect.any(String), text: STORY }),
    )
    expect((await api.deps.records.observation.load('OBS-2026-0001'))?.version).toBe(1)
    expect(api.nudges()).toBe(1)
  })

  test('I7: the same report sent twice makes one observation and gets the same answer', async () => {
    const api = await runningApi()
    const report = aNearMiss()
    const first = await api.post(healthVisitor, '/api/observations', report)
    const second = await api.post(healthVisitor, '/api/observations', report)
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    const { body } = await api.get(healthVisitor, '/api/observations')
    expect(body.total).toBe(1)
  })

  test('S8: a near miss without what stopped it is not stored, and it says what is missing', async () => {
    const api = await runningApi()
    const answers = aNearMiss().answers.filter(({ question }) => question !== 'whatStoppedIt')
    const answer = await api.post(healthVisitor, '/api/observations', aNearMiss({ answers }))
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing).toEqual([
      { need: 'answers.whatStoppedIt', say: expect.any(String) },
    ])
    expect(await api.deps.records.observation.load('OBS-2026-0001')).toBeUndefined()
    expect(api.nudges()).toBe(0)
  })

  test('S9: disquiet is taken with one sentence', async () => {
    const api = await runningApi()
    const answer = await api.post(
      healthVisitor,
      '/api/observations',
      aNearMiss({
        kind: 'disquiet',
        answers: [
          { question: 'dangerNow', value: { type: 'choice', code: 'no' } },
          { question: 'unease', value: { type: 'text', text: 'I cannot say why.' } },
          { question: 'worry', value: { type: 'choice', code: 'veryWorried' } },
        ],
      }),
    )
    expectContract('raiseObservation', answer)
    expect(answer.body.worry).toEqual({ code: 'veryWorried', label: 'Very worried' })
  })

  test('a kind that is on no list is refused with the kinds there are', async () => {
    const api = await runningApi()
    const answer = await api.post(
      healthVisitor,
      '/api/observations',
      aNearMiss({ kind: 'toString' }),
    )
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.detail).toBe('Choose one of the eight kinds.')
  })

  test('somebody who has not said where they work is told to say it first', async () => {
    const api = await runningApi()
    const answer = await api.post('newcomer', '/api/observations', aNearMiss())
    expectRefused(answer, 403, 'not-your-role')
    expect(answer.body.detail).toMatch(/^Say where you work first/)
  })
})

/** The fields of one kind in the form of an action, as it is offered. */
const fieldsOf = <Kind extends FormField['is']>(
  { allowed }: ObservationDetail,
  action: string,
  is: Kind,
) =>
  allowed
    .flatMap((one) => (one.action === action ? one.fields : []))
    .filter((field): field is Extract<FormField, { is: Kind }> => field.is === is)

describe('reading one', () => {
  test('S12: the senior of the agency sees it in full, with the forms of what they may do', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const answer = await api.get(seniorNurse, `/api/observations/${ref}`)
    expectContract('getObservation', answer)
    expect(answer.body).toMatchObject({
      seenAs: 'triager',
      reporter: {
        id: 'health-visitor',
        name: 'Name of the health visitor',
        jobTitle: 'health visitor',
        agency: 'Community trust',
      },
    })
    const { allowed } = answer.body
    expect(allowed.map(({ action }: { action: string }) => action)).toEqual([
      'acknowledge',
      'reassign',
      'recuse',
      'correctKind',
      'sayHarm',
      'ask',
      'decide',
    ])
    const words = fieldsOf(answer.body, 'decide', 'text').find(({ name }) => name === 'words')
    expect(words?.startsBy?.field).toBe('outcome')
    for (const start of Object.values(words?.startsBy?.starts ?? {})) expect(start).toContain(ref)
    const [kind] = fieldsOf(answer.body, 'correctKind', 'choice')
    expect(kind?.choices.map(({ value }) => value)).not.toContain('nearMiss')
    expect(kind?.choices).toHaveLength(7)
  })

  test('it can be passed on to any agency and its triagers, and to the own agency’s by name', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const { body } = await api.get(seniorNurse, `/api/observations/${ref}`)
    const named = (id: string) => expect.objectContaining({ id })
    expect(fieldsOf(body, 'reassign', 'place')[0]?.places).toEqual([
      { agency: named('board-office'), anybody: true, people: [named('business-manager')] },
      {
        agency: named('community-trust'),
        anybody: false,
        people: [named('senior-nurse'), named('deputy-nurse')],
      },
      { agency: named('police'), anybody: true, people: [named('police-sergeant')] },
    ])
  })

  test('each text says how much fits into it, also what a reporter adds', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const read = async (who: typeof seniorNurse) =>
      (await api.get(who, `/api/observations/${ref}`)).body
    const texts = [
      ...fieldsOf(await read(seniorNurse), 'decide', 'text'),
      ...fieldsOf(await read(healthVisitor), 'add', 'text'),
    ]
    expect(texts.map(({ name, atMost, noGaps }) => ({ name, atMost, noGaps }))).toEqual([
      { name: 'about', atMost: 1000, noGaps: false },
      { name: 'reason', atMost: 4000, noGaps: false },
      { name: 'words', atMost: 4000, noGaps: true },
      { name: 'text', atMost: 4000, noGaps: false },
    ])
  })

  test('the place it lies at is not offered again', async () => {
    const api = await runningApi()
    const ref = await raised(api, {}, policeOfficer)
    const { body } = await api.get(policeSergeant, `/api/observations/${ref}`)
    await api.post(policeSergeant, `/api/observations/${ref}/reassign`, {
      version: 1,
      submission: 'to-me',
      to: { agency: 'police', person: 'police-sergeant' },
      reason: 'I will look at it myself.',
    })
    const after = await api.get(policeSergeant, `/api/observations/${ref}`)
    const policeIn = (detail: ObservationDetail) =>
      fieldsOf(detail, 'reassign', 'place')[0]?.places.find(({ agency }) => agency.id === 'police')
    expect(policeIn(body)?.people.map(({ id }) => id)).toEqual(['police-sergeant'])
    expect(policeIn(after.body)?.people).toEqual([])
  })

  test('I4: not allowed to see and does not exist are one answer', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const hidden = await api.get(policeSergeant, `/api/observations/${ref}`)
    const absent = await api.get(policeSergeant, '/api/observations/OBS-2026-9999')
    expectRefused(hidden, 404, 'not-found')
    expect(hidden.body).toEqual(absent.body)
    expect(hidden.text).not.toContain(ref)
  })

  test.each(['OBS-2026-1x', 'null', '..%2f..', '%00', 'x'.repeat(99)])(
    'a reference that is none is answered like one that does not exist (%s)',
    async (ref) => {
      const api = await runningApi()
      await raised(api)
      expectRefused(await api.get(healthVisitor, `/api/observations/${ref}`), 404, 'not-found')
    },
  )

  test('a reference is understood as people write it', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    const answer = await api.get(healthVisitor, '/api/observations/obs%202026%201')
    expect(answer.body.ref).toBe(ref)
  })

  test('nobody is told anything without signing in', async () => {
    const api = await runningApi()
    const ref = await raised(api)
    expectRefused(await api.get(null, `/api/observations/${ref}`), 401, 'not-signed-in')
    expectRefused(await api.post(null, '/api/observations', aNearMiss()), 401, 'not-signed-in')
  })
})
