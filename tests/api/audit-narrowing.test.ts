import { expect, test } from 'vitest'
import { businessManager, healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { audited, auditor, linesFor } from './support/an-auditor.ts'
import { aChange, closed, expectContract, raised } from './support/requests.ts'
import { expectRefused } from './support/running-api.ts'

const LINES = '/api/audit/lines'
const READINGS = '/api/audit/lines?log=readings'

test('a record is found however its reference is written', async () => {
  const api = await audited()
  const ref = await raised(api)
  for (const written of [ref, ref.toLowerCase(), ' obs 2026 1 ', 'OBS-2026-01'])
    expect(await linesFor(api, `record=${encodeURIComponent(written)}`)).toHaveLength(1)
  expect((await linesFor(api, 'record=Board+settings')).length).toBeGreaterThan(9)
})

test.each(['OBS-2026-9999', 'nonsense', 'access', '__proto__', 'OBS-2026-0001%27%20OR%201=1'])(
  'an unknown reference says so: %s',
  async (record) => {
    const api = await audited()
    for (const path of [`${LINES}?`, `${READINGS}&`, '/api/audit/chain?']) {
      const answer = await api.get(auditor, `${path}record=${record}`)
      expectRefused(answer, 404, 'not-found')
      expect(answer.body.detail).toBe(
        'We cannot find that. Check the reference, or ask the board office.',
      )
    }
  },
)

test('one person’s lines are theirs alone', async () => {
  const api = await audited()
  const ref = await closed(api)
  const lines = await linesFor(api, `person=${seniorNurse}`)
  expect(lines.map(({ says }) => says)).toEqual([
    'Closed',
    'Feedback given to the reporter',
    'Decided',
  ])
  expect(await linesFor(api, `person=${healthVisitor}&record=${ref}`)).toHaveLength(1)
  expect(await linesFor(api, 'person=nobody-at-all')).toEqual([])
})

test.each([
  ['in summer, an hour before midnight in UTC', '2026-06-30T23:30Z', '2026-07-01'],
  ['in summer, just before that', '2026-06-30T22:59Z', '2026-06-30'],
  ['in winter, just before midnight', '2026-01-31T23:59Z', '2026-01-31'],
  ['on the night the clocks go forward', '2026-03-29T00:30Z', '2026-03-29'],
  ['on the evening the clocks went back', '2026-10-25T23:30Z', '2026-10-25'],
])('a day is one of the board’s own, not of UTC: %s', async (_when, at, day) => {
  const api = await audited({ at })
  const ref = await raised(api)
  const on = (from: string, to: string) => linesFor(api, `record=${ref}&from=${from}&to=${to}`)
  expect(await on(day, day)).toHaveLength(1)
  expect(await linesFor(api, `record=${ref}&from=2000-01-01&to=2999-12-31`)).toHaveLength(1)
  const [year, month, date] = day.split('-').map(Number)
  const beside = (days: number) =>
    new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, (date ?? 0) + days)).toISOString().slice(0, 10)
  expect(await on(beside(1), beside(1))).toEqual([])
  expect(await on(beside(-1), beside(-1))).toEqual([])
})

test('pages follow each other without gap or repeat', async () => {
  const api = await audited()
  await closed(api)
  const all = await linesFor(api, 'size=100')
  const paged: unknown[] = []
  for (let next: string | null = ''; next !== null; ) {
    const after = next === '' ? '' : `&after=${next}`
    const answer = await api.get(auditor, `${LINES}?size=3${after}`)
    expectContract('listTrail', answer)
    expect(answer.body.total).toBe(all.length)
    paged.push(...answer.body.rows)
    next = answer.body.next
  }
  expect(paged).toEqual(all)
})

test('a last day before the first is refused with what to do', async () => {
  const api = await audited()
  const answer = await api.get(auditor, `${LINES}?from=2026-03-02&to=2026-03-01`)
  expectRefused(answer, 422, 'incomplete')
  expect(answer.body.missing).toEqual([
    { need: 'to', say: 'The last day comes before the first. Choose a later one.' },
  ])
})

test.each([
  'log=everything',
  'from=27.3.2026',
  'from=2026-02-30',
  'to=0001-01-01',
  'to=9999-12-31',
  'size=0',
  'size=101',
  'record=',
  'person=',
  `record=${'x'.repeat(61)}`,
  'record=board&record=board',
])('asked for with %s it is refused and says which field', async (query) => {
  const api = await audited()
  const answer = await api.get(auditor, `${LINES}?${query}`)
  expectRefused(answer, 400, 'malformed')
  expect(answer.body.missing[0].need).toBe(query.split('=')[0])
})

test('a page token that nobody gave out is refused', async () => {
  const answer = await (await audited()).get(auditor, `${LINES}?after=nonsense`)
  expectRefused(answer, 422, 'incomplete')
  expect(answer.body.missing[0].need).toBe('after')
})

test('S12: what was sent past an auditor’s agency is left out of everything they can ask for', async () => {
  const api = await audited()
  const usual = await raised(api)
  const past = await raised(api, { to: 'office' })
  await api.get(businessManager, `/api/observations/${past}`)
  const about = async (query: string) =>
    (await linesFor(api, query)).filter(({ record }) => record.id.includes(past)).length
  expect(await about('')).toBe(1)
  const board = await api.deps.board.current()
  const move = {
    person: auditor,
    name: 'Name of the auditor',
    jobTitle: 'auditor',
    agency: 'community-trust',
  }
  await api.post(businessManager, '/api/board/changePerson', aChange(board?.version ?? 0, move))
  for (const query of ['', 'log=readings', `person=${healthVisitor}`])
    expect(await about(query)).toBe(0)
  expect(await linesFor(api, `record=${usual}`)).toHaveLength(1)
  for (const asked of [`${LINES}?`, `${READINGS}&`, '/api/audit/chain?'])
    expectRefused(await api.get(auditor, `${asked}record=${past}`), 404, 'not-found')
})
