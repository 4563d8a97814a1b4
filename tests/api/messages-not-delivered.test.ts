import { describe, expect, test } from 'vitest'
import { isToReporter } from '../../src/domain/observation/is-to-reporter.ts'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { Attempt } from '../../src/ports/deliveries.ts'
import {
  businessManager,
  chair,
  deputyNurse,
  formerNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { audited, auditor } from './support/an-auditor.ts'
import { expectContract, raised, STORY } from './support/requests.ts'
import type { RunningApi } from './support/running-api.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

const PATH = '/api/messages-not-delivered'
const ASK_THEM =
  'Ask them to open the chat with Learning Loop and send any word; what still waits is sent then.'

const ended = (failure: string): Attempt => ({ state: 'ended', failure })

let made = 0

/** A message about an observation, and what became of it. */
async function told(
  { deps, clock }: RunningApi,
  recipient: PersonId,
  attempt: Attempt,
  notice = 'triage',
) {
  made += 1
  const key = `message-${made}`
  const now = clock.now()
  await deps.deliveries.add([
    {
      key,
      recordKind: 'observation',
      recordId: 'OBS-2026-0001',
      event: 1,
      notice,
      recipient,
      updates: null,
      plannedAt: now,
      dueAt: now,
    },
  ])
  const claimed = await deps.deliveries.claim(now, now, 100)
  const delivery = claimed.find((one) => one.key === key)
  if (!delivery) throw new Error('the message was not claimed')
  await deps.deliveries.settle(delivery.id, attempt)
}

describe('who may look', () => {
  test('it is for the business manager alone, and says so', async () => {
    const api = await audited()
    for (const who of [auditor, chair, seniorNurse, healthVisitor, 'newcomer'] as const) {
      const answer = await api.get(who, PATH)
      expectRefused(answer, 403, 'not-your-role')
      expect(answer.body.detail).toBe(
        'Only the business manager can do this. Ask the board office if that should be you.',
      )
    }
    expectRefused(await api.get(null, PATH), 401, 'not-signed-in')
  })

  test('the business manager has the page Set-up with its messages, and not the audit', async () => {
    const { body } = await (await runningApi()).get(businessManager, '/api/me')
    expect(body.pages).toContain('setup')
    expect(body.setup).toEqual([
      'agencies',
      'people',
      'roles',
      'contacts',
      'spreadsheet',
      'rules',
      'messages',
    ])
  })

  test('takes no field', async () => {
    const api = await runningApi()
    expectRefused(await api.get(businessManager, `${PATH}?person=chair`), 400, 'malformed')
  })
})

test('where every message arrived there is nobody', async () => {
  const api = await runningApi()
  const answer = await api.get(businessManager, PATH)
  expectContract('listNotDelivered', answer)
  expect(answer.body).toEqual({ rows: [], people: 0, reporters: null })
})

test.each([
  ['ConversationBlockedByUser', 'Has blocked the bot'],
  ['BotNotInConversationRoster', 'Has removed the app'],
  ['ConversationNotFound', 'Has removed the app'],
  ['BotDisabledByAdmin', 'An administrator has turned the app off'],
  ['MessageWritesBlocked', 'Has blocked the bot or removed the app'],
  ['MessageSizeTooBig', 'The message was too big for Teams: a defect of Learning Loop'],
  ['http-418', 'Teams did not take it (http-418)'],
  ['constructor', 'Teams did not take it (constructor)'],
])('%s is said in plain words', async (code, why) => {
  const api = await runningApi()
  await told(api, seniorNurse, ended(code))
  const answer = await api.get(businessManager, PATH)
  expectContract('listNotDelivered', answer)
  expect(answer.body.rows).toMatchObject([{ why, toDo: expect.stringMatching(/\.$/) }])
})

test('one row for a person and a reason: how many, when the last was, what to do', async () => {
  const api = await runningApi()
  await told(api, seniorNurse, { state: 'unreachable' })
  await told(api, policeSergeant, ended('ConversationNotFound'))
  api.clock.advance({ days: 1 })
  await told(api, seniorNurse, { state: 'unreachable' })
  await told(api, policeSergeant, ended('BotNotInConversationRoster'))
  api.clock.advance({ days: 1 })
  await told(api, seniorNurse, ended('ConversationBlockedByUser'))
  const { body } = await api.get(businessManager, PATH)
  const sergeant = { id: 'police-sergeant', name: 'Name of the police sergeant' }
  const senior = { id: 'senior-nurse', name: 'Name of the senior nurse' }
  expect(body.people).toBe(2)
  expect(body.rows).toMatchObject([
    { person: senior, messages: 1, lastOn: '2026-03-29', why: 'Has blocked the bot' },
    {
      person: sergeant,
      agency: { id: 'police', name: 'Police' },
      messages: 2,
      lastOn: '2026-03-28',
      why: 'Has removed the app',
    },
    {
      person: senior,
      messages: 2,
      lastOn: '2026-03-28',
      why: 'Has not opened the chat with the bot yet',
      toDo: ASK_THEM,
    },
  ])
})

test('whoever has written to the bot since is not there any more', async () => {
  const api = await runningApi()
  await told(api, seniorNurse, { state: 'unreachable' })
  await told(api, deputyNurse, { state: 'unreachable' })
  await api.deps.conversations.put(seniorNurse, {
    conversationId: 'a-chat',
    reference: {},
    seenAt: api.clock.now(),
  })
  const { body } = await api.get(businessManager, PATH)
  expect(body.rows.map(({ person }: { person: { id: string } }) => person.id)).toEqual([
    deputyNurse,
  ])
})

test('for somebody who has left there is nothing to do', async () => {
  const api = await runningApi()
  await told(api, formerNurse, ended('ConversationBlockedByUser'))
  await told(api, personId('long-gone'), ended('ConversationBlockedByUser'))
  const { body } = await api.get(businessManager, PATH)
  const toDo = 'The board has them down as having left: nothing to do.'
  expect(body.rows).toMatchObject([
    { person: { name: 'Name of the former nurse' }, toDo },
    { person: { name: 'long-gone' }, agency: null, toDo },
  ])
})

describe('S10: who has reported something is not told', () => {
  const TO_REPORTER = Object.entries(OBSERVATION_NOTICES).flatMap(([notice]) =>
    isToReporter(notice) ? [notice] : [],
  )

  test.each(TO_REPORTER)('by a message that did not arrive: %s', async (notice) => {
    const api = await runningApi()
    for (const who of [healthVisitor, seniorNurse, 'somebody-else', 'another'] as PersonId[])
      await told(api, who, { state: 'unreachable' }, notice)
    const { body, text } = await api.get(businessManager, PATH)
    expect(body).toEqual({ rows: [], people: 0, reporters: null })
    expect(text).not.toMatch(/visitor|nurse|2026/)
  })

  test('nor is a senior’s own report among what they missed on duty', async () => {
    const api = await runningApi()
    await told(api, seniorNurse, { state: 'unreachable' })
    await told(api, seniorNurse, { state: 'unreachable' }, 'decided')
    const { body } = await api.get(businessManager, PATH)
    expect(body.rows).toMatchObject([{ person: { id: seniorNurse }, messages: 1 }])
  })

  test('and five of them are a number, each counted once', async () => {
    const api = await runningApi()
    for (const number of [1, 2, 3, 4, 5])
      for (const notice of ['acknowledged', 'decided'])
        await told(api, personId(`reporter-${number}`), { state: 'unreachable' }, notice)
    const { body, text } = await api.get(businessManager, PATH)
    expect(body).toEqual({ rows: [], people: 0, reporters: 5 })
    expect(text).not.toContain('reporter-')
  })
})

test('never says what the messages were about', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  await told(api, seniorNurse, { state: 'unreachable' })
  const { text } = await api.get(businessManager, PATH)
  for (const hidden of [STORY, ref, 'OBS-', 'triage', 'observation', 'near miss'])
    expect(text).not.toContain(hidden)
})

test('I4: a reminder that a reporter missed names nobody: it could only be of their own report', async () => {
  const api = await runningApi()
  for (const notice of ['reminder', 'reminders']) {
    await told(api, healthVisitor, ended('chat-closed'), notice)
    await told(api, seniorNurse, ended('chat-closed'), notice)
  }
  const answer = await api.get(businessManager, PATH)
  expectContract('listNotDelivered', answer)
  expect(answer.text).toContain(seniorNurse)
  expect(answer.text).not.toContain(healthVisitor)
})
