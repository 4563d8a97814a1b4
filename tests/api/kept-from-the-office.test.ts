import { expect, test } from 'vitest'
import { businessManager, chair, healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { aChange, raised } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const version = async (api: RunningApi) => (await api.deps.board.current())?.version ?? 0

/** The senior nurse stands in for the business manager. */
async function withKeptManager() {
  const api = await runningApi()
  const state = (await api.deps.board.current())?.state
  const office = state?.appointments.find(({ role }) => role === 'businessManager')
  const change = { appointment: office?.id, deputy: seniorNurse }
  const path = '/api/board/changeDeputy'
  const answer = await api.post(businessManager, path, aChange(await version(api), change))
  expect(answer.status).toBe(200)
  return api
}

const effectsFor = async (api: RunningApi, who: typeof businessManager) =>
  (await api.get(who, '/api/board/form?action=retireAgency&of=community-trust')).body.effects

test('S12: a business manager from an agency learns of no number of what was sent past it', async () => {
  const api = await withKeptManager()
  const office = (await api.deps.board.current())?.state.agencies[0]?.id
  const lies = async (who: typeof businessManager) =>
    (await api.get(who, `/api/board/form?action=markAsLeft&of=${businessManager}`)).body.effects
  const before = [await effectsFor(api, seniorNurse), await lies(seniorNurse)]
  for (let times = 0; times < 3; times += 1) await raised(api, { to: 'office' }, healthVisitor)
  expect([await effectsFor(api, seniorNurse), await lies(seniorNurse)]).toEqual(before)
  const { total } = await api.deps.records.observation.find(
    { scope: [{ agency: office ?? null, onlyReporters: null, exceptReporters: [] }] },
    'oldestFirst',
    { size: 1 },
  )
  expect(total).toBe(3)
})

test('S12: nor of messages about it', async () => {
  const api = await withKeptManager()
  const path = '/api/messages-not-delivered'
  expectRefused(await api.get(seniorNurse, path), 403, 'not-your-role')
  expect((await api.get(seniorNurse, '/api/me')).body.setup).not.toContain('messages')
  expect((await api.get(businessManager, path)).status).toBe(200)
})

test.each(['system', '__proto__', 'triage@school', 'a/b'])(
  'I4: nobody is entered as “%s”',
  async (id) => {
    const api = await runningApi()
    const person = { id, name: 'Somebody', jobTitle: null, agency: 'community-trust' }
    const account = {
      tenantId: '58b1f0c7-2d3e-4a69-9b84-0000000000aa',
      objectId: '58b1f0c7-2d3e-4a69-9b84-0000000000ab',
    }
    const sent = aChange(await version(api), { ...person, ...account })
    const answer = await api.post(businessManager, '/api/board/addPerson', sent)
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing).toMatchObject([{ need: 'id' }])
    expect((await api.get(chair, '/api/me')).status).toBe(200)
  },
)
