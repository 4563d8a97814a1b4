import { expect, test } from 'vitest'
import { deputyNurse, healthVisitor, policeSergeant, seniorNurse } from './support/a-small-board.ts'
import { decided, expectContract, raised, STORY } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

test('home shows what waits for a senior, and a reporter’s own reports', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const senior = await api.get(seniorNurse, '/api/home')
  expectContract('home', senior)
  expect(senior.body.waiting).toMatchObject({
    total: 1,
    rows: [{ ref, says: expect.stringContaining('Waiting for a decision') }],
  })
  expect(senior.body.mine).toEqual({ total: 0, rows: [] })
  const reporter = await api.get(healthVisitor, '/api/home')
  expect(reporter.body.waiting.total).toBe(0)
  expect(reporter.body.mine).toMatchObject({ total: 1, rows: [{ ref }] })
})

test('no list holds anything that somebody wrote', async () => {
  const api = await runningApi()
  await decided(api)
  const { text } = await api.get(seniorNurse, '/api/observations?view=triage')
  for (const written of [STORY, 'read both forms', 'A different address', 'team meeting'])
    expect(text).not.toContain(written)
})

test('I4: another agency’s senior finds nothing, whatever they filter by', async () => {
  const api = await runningApi()
  await raised(api)
  const answer = await api.get(
    policeSergeant,
    '/api/observations?view=triage&agency=community-trust&kind=nearMiss',
  )
  expectContract('listObservations', answer)
  expect(answer.body).toEqual({ rows: [], total: 0, next: null })
})

test('pages follow each other without gap or repeat, and filters may be given several times', async () => {
  const api = await runningApi()
  const refs: string[] = []
  for (let i = 0; i < 5; i += 1) {
    refs.push(await raised(api))
    api.clock.advance({ days: 1 })
  }
  const list = '/api/observations?view=triage&size=2&stage=awaitingTriage&stage=closed&from=2026-03'
  const seen: string[] = []
  for (let page = list, next: string | null = ''; next !== null; page = `${list}&after=${next}`) {
    const answer = await api.get(deputyNurse, page)
    expectContract('listObservations', answer)
    expect(answer.body.total).toBe(5)
    seen.push(...answer.body.rows.map(({ ref }: { ref: string }) => ref))
    next = answer.body.next
  }
  expect(seen).toEqual(refs)
})

test('a row counts the working days it has waited', async () => {
  const api = await runningApi({ at: '2026-04-02T09:00Z' })
  await raised(api)
  api.clock.advance({ days: 6 })
  const { body } = await api.get(seniorNurse, '/api/observations?view=triage')
  // Thursday to Wednesday over Easter.
  expect(body.rows[0].waitedWorkingDays).toBe(2)
})

test.each(['view=everything', 'size=0', 'size=101', 'size=x', 'from=2026-13', 'order=none'])(
  'a list asked for with %s is refused and says which field',
  async (query) => {
    const api = await runningApi()
    const answer = await api.get(seniorNurse, `/api/observations?${query}`)
    expectRefused(answer, 400, 'malformed')
    expect(answer.body.missing[0].need).toBe(query.split('=')[0])
  },
)

test('a list asked for with an unknown field is refused', async () => {
  const api = await runningApi()
  const answer = await api.get(seniorNurse, '/api/observations?reporter=health-visitor')
  expectRefused(answer, 400, 'malformed')
  expect(answer.text).not.toContain('health-visitor')
})

test.each(['nonsense', Buffer.from('["x"]').toString('base64url'), '%F0%9F%92%A5'])(
  'a page token that nobody gave out is refused (%s)',
  async (token) => {
    const api = await runningApi()
    const answer = await api.get(seniorNurse, `/api/observations?view=triage&after=${token}`)
    expectRefused(answer, 422, 'incomplete')
    expect(answer.body.missing[0].need).toBe('after')
  },
)
