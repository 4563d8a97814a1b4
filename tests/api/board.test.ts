import { describe, expect, test } from 'vitest'
import type { BoardChange } from '../../src/contract/changes.ts'
import { BOARD_CHANGES } from '../../src/contract/changes.ts'
import { businessManager, chair, healthVisitor, policeSergeant } from './support/a-small-board.ts'
import { aChange, expectContract } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const SOMEBODY = {
  id: 'midwife',
  tenantId: '6C0F2D8E-77B1-4F3A-9A55-1E2D3C4B5A69',
  objectId: '58B1F0C7-2D3E-4A69-9B84-0000000000AA',
  name: 'Name of the midwife',
  jobTitle: 'midwife',
  agency: 'community-trust',
}
const APPOINTMENT = {
  id: 'senior-health-visitor',
  role: 'senior',
  agency: 'police',
  holder: 'police-officer',
  deputy: null,
}

const described = { agencyType: 'education', supporter: null, staff: null }

/** What each change takes here, and who makes it. */
const CHANGES = {
  addAgency: { who: businessManager, content: { name: 'School', ...described } },
  changeAgency: {
    who: businessManager,
    content: { agency: 'police', name: 'Police force', ...described, staff: 40 },
  },
  retireAgency: { who: businessManager, content: { agency: 'police' } },
  reopenAgency: { who: businessManager, content: { agency: 'closed' } },
  addPerson: { who: businessManager, content: SOMEBODY },
  changePerson: {
    who: businessManager,
    content: { person: 'school-nurse', name: 'Another name', agency: 'police' },
  },
  markAsLeft: {
    who: businessManager,
    content: { person: 'senior-nurse', to: 'school-nurse' },
  },
  bringBack: { who: businessManager, content: { person: 'former-nurse' } },
  setAway: { who: businessManager, content: { person: 'senior-nurse', until: '2099-12-31' } },
  appoint: { who: businessManager, content: APPOINTMENT },
  handOver: {
    who: businessManager,
    content: { appointment: 'senior-police-sergeant', holder: 'police-officer' },
  },
  changeDeputy: {
    who: businessManager,
    content: { appointment: 'senior-police-sergeant', deputy: 'police-officer' },
  },
  endAppointment: { who: businessManager, content: { appointment: 'chair-chair' } },
  setContacts: {
    who: businessManager,
    content: {
      referral: 'One, 01632 960100',
      referralOutOfHours: 'Two, 01632 960150',
      office: 'Three, 01632 960101',
      support: 'Four',
      whistleblowing: 'Five',
    },
  },
  chooseProfile: { who: chair, content: { profile: 'WT2023', reason: 'The new edition applies.' } },
} as const satisfies Record<BoardChange, object>

const versionOf = async ({ deps }: RunningApi) => (await deps.board.current())?.version ?? 0

describe.each(Object.entries(CHANGES))('%s', (action, { who, content }) => {
  const path = `/api/board/${action}`

  test('is made by whoever may make it', async () => {
    const api = await runningApi()
    const version = await versionOf(api)
    const answer = await api.post(who, path, aChange(version, content))
    expectContract(`${action}OnBoard`, answer)
    expect(answer.body.version).toBe(version + 1)
  })

  test('I7: made twice by the same submission it happens once, and is answered alike', async () => {
    const api = await runningApi()
    const change = aChange(await versionOf(api), content)
    const first = await api.post(who, path, change)
    const second = await api.post(who, path, change)
    expect(second.body).toEqual(first.body)
  })

  test('is refused on an older version, and changes nothing', async () => {
    const api = await runningApi()
    const version = await versionOf(api)
    expectRefused(await api.post(who, path, aChange(version - 1, content)), 409, 'conflict')
    expect(await versionOf(api)).toBe(version)
  })

  test('is refused to everybody else, and without signing in', async () => {
    const api = await runningApi()
    const version = await versionOf(api)
    const change = aChange(version, content)
    for (const other of [healthVisitor, policeSergeant, 'newcomer'] as const)
      expectRefused(await api.post(other, path, change), 403, 'not-your-role')
    expectRefused(await api.post(null, path, change), 401, 'not-signed-in')
    expect(await versionOf(api)).toBe(version)
  })

  test('is refused with a field that it does not take', async () => {
    const api = await runningApi()
    const version = await versionOf(api)
    const answer = await api.post(who, path, aChange(version, { ...content, stage: 'shut' }))
    expectRefused(answer, 400, 'malformed')
    expect(await versionOf(api)).toBe(version)
  })
})

describe('reading the board settings', () => {
  test('the business manager sees everybody and what they may change', async () => {
    const api = await runningApi()
    const answer = await api.get(businessManager, '/api/board')
    expectContract('getBoard', answer)
    expect(answer.body.people).toHaveLength(9)
    expect(answer.body.agencies[2]).toMatchObject({ reportsGoTo: 'Name of the police sergeant' })
    expect(answer.body.allowed.map(({ action }: { action: string }) => action)).toEqual(
      Object.keys(BOARD_CHANGES).filter((action) => action !== 'chooseProfile'),
    )
  })

  test('staff see who holds a duty and nobody else, and no account', async () => {
    const api = await runningApi()
    const answer = await api.get(healthVisitor, '/api/board')
    expectContract('getBoard', answer)
    expect(answer.body.people.map(({ id }: { id: string }) => id)).toEqual([
      'business-manager',
      'chair',
      'senior-nurse',
      'deputy-nurse',
      'police-sergeant',
    ])
    expect(answer.body.allowed).toEqual([])
    expect(answer.text).not.toMatch(/tenantId|objectId/)
  })

  test('is refused without signing in', async () => {
    const api = await runningApi()
    expectRefused(await api.get(null, '/api/board'), 401, 'not-signed-in')
  })
})

test('an account entered in capitals is the one the token carries in small letters', async () => {
  const api = await runningApi()
  await api.post(businessManager, '/api/board/addPerson', {
    ...aChange(await versionOf(api)),
    ...SOMEBODY,
  })
  const board = await api.deps.board.current()
  expect(board?.state.people.find(({ id }) => id === 'midwife')).toMatchObject({
    tenantId: SOMEBODY.tenantId.toLowerCase(),
    objectId: SOMEBODY.objectId.toLowerCase(),
  })
})

test('I5: somebody who ends their own duty is answered as what they are from then on', async () => {
  const api = await runningApi()
  const appointment = {
    id: 'the-next',
    role: 'businessManager',
    agency: null,
    holder: 'chair',
    deputy: null,
  }
  const version = await versionOf(api)
  await api.post(businessManager, '/api/board/appoint', aChange(version, appointment))
  const answer = await api.post(
    businessManager,
    '/api/board/endAppointment',
    aChange(version + 1, { appointment: 'the-business-manager' }),
  )
  expectContract('endAppointmentOnBoard', answer)
  expect(answer.body.allowed).toEqual([])
})
