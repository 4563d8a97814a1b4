import { expect, test } from 'vitest'
import { healthVisitor, seniorNurse } from './support/a-small-board.ts'
import { aChange, raised, withFeedback } from './support/requests.ts'
import { runningApi } from './support/running-api.ts'

const FIRST = /^If a child is in danger now, call 999\. Then ring /
const dangerNow = (code: string) => [{ question: 'dangerNow', value: { type: 'choice', code } }]

test.each([
  ['words of danger', { text: 'He is hitting her now.', answers: [] }, FIRST],
  ['an answer that is not sure', { text: null, answers: dangerNow('notSure') }, FIRST],
  [
    'an answer “yes” beside harmless words',
    { text: 'It is me.', answers: dangerNow('yes') },
    FIRST,
  ],
  ['a clear no', { text: 'It was a Tuesday.', answers: dangerNow('no') }, null],
  ['harmless words', { text: 'It was a Tuesday.', answers: [] }, null],
])('I1: %s, added in the tab, bring 999 first as in the chat, or not', async (_, content, says) => {
  const api = await runningApi()
  const ref = await raised(api)
  const path = `/api/observations/${ref}`
  const { status, body } = await api.post(healthVisitor, `${path}/add`, aChange(1, content))
  expect(status).toBe(200)
  if (says === null) expect(body.urgent).toBeNull()
  else expect(body.urgent).toMatch(says)
  expect((await api.get(healthVisitor, path)).body.urgent).toBeNull()
})

test('I1: out of office hours it names the team that answers then', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  api.clock.advance({ hours: 12 })
  const content = { text: 'He is hitting her now.', answers: [] }
  const path = `/api/observations/${ref}/add`
  const { urgent } = (await api.post(healthVisitor, path, aChange(1, content))).body
  expect(urgent).toMatch(/Emergency duty team|out of hours/i)
  expect(urgent).toContain('The offices are closed now')
})

test('S13: nobody closes over what was added after they looked', async () => {
  const api = await runningApi()
  const ref = await withFeedback(api)
  const path = `/api/observations/${ref}`
  const add = { text: 'One more thing.', answers: [] }
  await api.post(healthVisitor, `${path}/add`, aChange(3, add))
  const unread = await api.post(seniorNurse, `${path}/close`, aChange(4, { readUpTo: 0 }))
  expect(unread.status).toBe(422)
  expect(unread.body.detail).toMatch(/^Read what was added on \d+ \w+ 2026 first\.$/)
  const { allowed } = (await api.get(seniorNurse, path)).body
  const { given } = allowed.find(({ action }: { action: string }) => action === 'close')
  expect(given).toEqual({ readUpTo: 1 })
  expect((await api.post(seniorNurse, `${path}/close`, aChange(4, given))).status).toBe(200)
})
