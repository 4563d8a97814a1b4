import { describe, expect, test } from 'vitest'
import { businessManager, chair, healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { aChange, aNearMiss, expectContract } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const formOf = (api: RunningApi, action: string, of?: string, who = businessManager) =>
  api.get(who, `/api/board/form?action=${action}${of === undefined ? '' : `&of=${of}`}`)

interface Shown {
  readonly name: string
  readonly value?: string
}
const starts = (fields: readonly Shown[]) =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]))

describe('the form of a change of the board settings', () => {
  test('starts with what is there, and is sent with what it is about', async () => {
    const api = await runningApi()
    const answer = await formOf(api, 'changePerson', 'school-nurse')
    expectContract('getBoardForm', answer)
    const { offered } = answer.body
    expect(starts(offered.fields)).toEqual({
      name: 'Name of the school nurse',
      jobTitle: 'school nurse',
      agency: 'community-trust',
    })
    expect(offered).toMatchObject({ given: { person: 'school-nurse' }, send: 'Save' })
    const saved = await api.post(businessManager, '/api/board/changePerson', {
      ...aChange(answer.body.version, { ...starts(offered.fields), ...offered.given }),
    })
    expectContract('changePersonOnBoard', saved)
  })

  test.each([
    ['addAgency', undefined, []],
    ['markAsLeft', 'senior-nurse', ['on', 'to']],
    ['endAppointment', 'chair-chair', []],
    ['changeDeputy', 'senior-senior-nurse', ['deputy']],
  ])('%s asks what it needs, and never an id', async (action, of, fields) => {
    const api = await runningApi()
    const { body } = await formOf(api, action, of)
    const names = body.offered.fields.map(({ name }: Shown) => name)
    expect(names).not.toContain('id')
    if (of !== undefined) expect(names).toEqual(fields)
  })

  test.each([
    [
      'markAsLeft',
      'senior-nurse',
      [
        'Senior for Community trust: goes to whom you choose below, else to the deputy, Name of the deputy nurse.',
      ],
    ],
    ['markAsLeft', 'school-nurse', ['No open report is with them by name.']],
    [
      'retireAgency',
      'community-trust',
      ['1 open report lies there, and stays there.', '4 people work there'],
    ],
    [
      'endAppointment',
      'senior-police-sergeant',
      [
        'Nobody else is Senior for Police. Its reports then go to: Name of the business manager, as it has no senior or agency lead.',
      ],
    ],
    ['setAway', 'senior-nurse', ['Nothing says that Name of the senior nurse is away.']],
    ['reopenAgency', 'closed', ['reports can be passed on to it']],
    ['bringBack', 'former-nurse', ['can sign in again, at Community trust']],
  ])('says what it will do: %s of %s', async (action, of, sentences) => {
    const api = await runningApi()
    await api.post(healthVisitor, '/api/observations', aNearMiss())
    const { body } = await formOf(api, action, of)
    for (const sentence of sentences) expect(body.effects.join('\n')).toContain(sentence)
  })

  test('counts the open reports that are with a leaver by name', async () => {
    const api = await runningApi()
    const raised = await api.post(healthVisitor, '/api/observations', aNearMiss())
    const { ref, version } = raised.body
    await api.post(
      seniorNurse,
      `/api/observations/${ref}/reassign`,
      aChange(version, {
        to: { agency: 'community-trust', person: 'deputy-nurse' },
        reason: 'She knows the ward.',
      }),
    )
    const { body } = await formOf(api, 'markAsLeft', 'deputy-nurse')
    expect(body.effects.join(' ')).toContain('1 open report is with them by name')
  })

  test('is for whoever may make the change, and for nobody else', async () => {
    const api = await runningApi()
    for (const who of [healthVisitor, chair])
      expectRefused(await formOf(api, 'addAgency', undefined, who), 403, 'not-your-role')
    expectRefused(await formOf(api, 'chooseProfile'), 403, 'not-your-role')
    expectRefused(await formOf(api, 'dismiss'), 404, 'not-found')
    expect((await formOf(api, 'chooseProfile', undefined, chair)).status).toBe(200)
  })
})

describe('what was changed meanwhile', () => {
  test('is told with who did it, to the business manager alone', async () => {
    const api = await runningApi()
    const { body } = await api.get(businessManager, '/api/board')
    const since = `/api/board/changes?since=${body.changes}`
    expect((await api.get(businessManager, since)).body.rows).toEqual([])
    await api.post(
      businessManager,
      '/api/board/markAsLeft',
      aChange(body.version, { person: 'senior-nurse' }),
    )
    const answer = await api.get(businessManager, since)
    expectContract('listBoardChanges', answer)
    const by = 'Name of the business manager'
    expect(answer.body.rows).toMatchObject([
      { by, says: 'Person marked as left: Name of the senior nurse' },
      { by, says: 'Role handed over: Senior for Community trust, Name of the deputy nurse' },
    ])
    for (const who of [healthVisitor, chair])
      expectRefused(await api.get(who, since), 403, 'not-your-role')
  })
})
