import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/words/ids.ts'
import type { Messenger, Notice, SendResult } from '../../src/ports/messenger.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { sendDeliveries } from '../../src/usecases/telling/send-deliveries.ts'
import { deputyNurse, healthVisitor, seniorNurse, teacher } from '../domain/a-board.ts'
import { COMPLETE } from '../domain/an-observation.ts'
import { aScene } from './a-scene.ts'

const CHATTING = [healthVisitor, seniorNurse, deputyNurse]

/** A scene in which people have a chat with the bot, and Teams answers as the test says. */
async function aSendingScene(chatting: readonly PersonId[] = CHATTING) {
  const scene = await aScene()
  const { conversations } = scene.stores
  const meets = (person: PersonId) =>
    conversations.put(person, {
      conversationId: `chat-of-${person}`,
      reference: {},
      seenAt: scene.clock.now(),
    })
  for (const person of chatting) await meets(person)
  const said: string[] = []
  const ids: string[] = []
  let answers: ((notice: Notice) => SendResult | undefined) | undefined
  const answer = (line: string, notice: Notice): Promise<SendResult> => {
    const result = answers?.(notice) ?? { outcome: 'sent', messageId: `message-${said.length + 1}` }
    said.push(result.outcome === 'sent' ? line : `${line}: ${result.outcome}`)
    ids.push(notice.deliveryId)
    return Promise.resolve(result)
  }
  const messenger: Messenger = {
    send: (to, notice) => answer(`${notice.notice} in ${to.conversationId}`, notice),
    update: (to, messageId, notice) =>
      answer(`${notice.notice} over ${messageId} in ${to.conversationId}`, notice),
  }
  const deps = {
    ...scene.deps,
    messenger,
    rest: async () => undefined,
    addressOf: (id: PersonId) => conversations.get(id),
  }
  return {
    ...scene,
    said,
    ids,
    meets,
    /** What Teams answers from now on; anything else is sent. */
    teamsAnswers: (how: typeof answers) => {
      answers = how
    },
    /** Plans and sends once; gives what was said in that round. */
    round: async () => {
      const before = said.length
      await planDeliveries(scene.deps)
      await sendDeliveries(deps)
      return said.slice(before)
    },
    counts: () => scene.stores.deliveries.counts(),
  }
}

const busy = (retryAfterMs: number | null): SendResult => ({
  outcome: 'later',
  failure: '429',
  retryAfterMs,
})

describe('a message that can be sent', () => {
  test('is sent once', async () => {
    const { raise, round, counts } = await aSendingScene()
    await raise(healthVisitor)
    expect(await round()).toEqual([
      `triage in chat-of-${seniorNurse}`,
      `triage in chat-of-${deputyNurse}`,
    ])
    expect(await round()).toEqual([])
    expect(await counts()).toEqual({ waiting: 0, unreachable: 0, sent: 2, ended: 0 })
  })

  test('is not sent by a second worker while the first is at it', async () => {
    const { raise, deps, stores, clock, round } = await aSendingScene()
    await raise(healthVisitor)
    await planDeliveries(deps)
    const until = new Date(Date.parse(clock.now()) + 60_000).toISOString()
    await stores.deliveries.claim(clock.now(), until, 20)
    expect(await round()).toEqual([])
    clock.advance({ minutes: 1 })
    expect(await round()).toHaveLength(2)
  })
})

describe('a card that was sent', () => {
  test('is replaced where it stands when things have changed', async () => {
    const { raise, take, round } = await aSendingScene()
    const { id } = await raise(healthVisitor)
    await round()
    await take(seniorNurse, id, COMPLETE.decide)
    expect((await round()).toSorted()).toEqual([
      `decided in chat-of-${healthVisitor}`,
      `triage over message-1 in chat-of-${seniorNurse}`,
      `triage over message-2 in chat-of-${deputyNurse}`,
    ])
  })

  test('is not replaced before it has been sent', async () => {
    const { raise, take, round, clock, teamsAnswers } = await aSendingScene([seniorNurse])
    const { id } = await raise(healthVisitor)
    teamsAnswers(() => busy(30_000))
    expect(await round()).toEqual([`triage in chat-of-${seniorNurse}: later`])
    await take(deputyNurse, id, { type: 'acknowledge' })
    teamsAnswers(undefined)
    expect(await round()).toEqual([])
    clock.advance({ minutes: 1 })
    expect(await round()).toEqual([
      `triage in chat-of-${seniorNurse}`,
      `triage over message-2 in chat-of-${seniorNurse}`,
    ])
  })

  test('that never arrived is not replaced', async () => {
    const { raise, take, round, counts, teamsAnswers } = await aSendingScene([seniorNurse])
    const { id } = await raise(healthVisitor)
    teamsAnswers(() => ({ outcome: 'refused', failure: 'too-large' }))
    await round()
    await take(deputyNurse, id, { type: 'acknowledge' })
    teamsAnswers(undefined)
    expect(await round()).toEqual([])
    expect(await counts()).toMatchObject({ ended: 2, sent: 0 })
  })
})

describe('when Teams says later', () => {
  test('the pauses double, from five seconds', async () => {
    const { raise, round, clock, stores, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => busy(null))
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const at = Date.parse(clock.now())
      await round()
      const due = Date.parse((await stores.deliveries.nextDue()) ?? '')
      pauses.push((due - at) / 1000)
      clock.advance({ minutes: (due - at) / 60_000 })
    }
    expect(pauses).toEqual([5, 10, 20, 40])
  })

  test('the time it names is kept, and nothing is tried before', async () => {
    const { raise, round, clock, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => busy(90_000))
    await round()
    teamsAnswers(undefined)
    clock.advance({ minutes: 1 })
    expect(await round()).toEqual([])
    clock.advance({ minutes: 0.5 })
    expect(await round()).toEqual([`triage in chat-of-${seniorNurse}`])
  })

  test('every attempt carries the same id for the buttons of the card', async () => {
    const { raise, round, clock, ids, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => busy(1000))
    await round()
    clock.advance({ minutes: 1 })
    await round()
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  test('it is tried for a week, and given up then', async () => {
    const { raise, round, clock, counts, said, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => busy(null))
    for (let hour = 0; hour <= 7 * 24; hour += 1) {
      await round()
      clock.advance({ hours: 1 })
    }
    expect(said.length).toBeGreaterThan(7 * 24 - 10)
    expect(await counts()).toMatchObject({ waiting: 1, ended: 0 })
    await round()
    expect(await counts()).toMatchObject({ waiting: 0, ended: 1 })
  })

  test('a time of no length still gives a pause, so that it is not tried without end', async () => {
    const { raise, round, clock, teamsAnswers, said } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => busy(0))
    for (let second = 0; second < 60; second += 1) {
      await round()
      clock.advance({ minutes: 1 / 60 })
    }
    expect(said.length).toBeLessThan(5)
  })
})

describe('the order of messages', () => {
  test('of one person is kept, also when the first has to wait', async () => {
    const { raise, take, round, clock, teamsAnswers } = await aSendingScene([healthVisitor])
    const { id } = await raise(healthVisitor)
    await take(seniorNurse, id, COMPLETE.acknowledge)
    await take(seniorNurse, id, COMPLETE.decide)
    teamsAnswers(() => busy(30_000))
    expect(await round()).toEqual([`acknowledged in chat-of-${healthVisitor}: later`])
    teamsAnswers(undefined)
    clock.advance({ minutes: 1 })
    expect(await round()).toEqual([
      `acknowledged in chat-of-${healthVisitor}`,
      `decided in chat-of-${healthVisitor}`,
    ])
  })

  test('somebody else is not kept waiting', async () => {
    const { raise, round, teamsAnswers } = await aSendingScene()
    await raise(healthVisitor)
    teamsAnswers(({ recipient }) => (recipient === seniorNurse ? busy(null) : undefined))
    expect(await round()).toContain(`triage in chat-of-${deputyNurse}`)
  })
})

describe('somebody who cannot be reached', () => {
  test('is told once they have written to the bot', async () => {
    const { raise, round, counts, meets, stores, clock } = await aSendingScene([])
    await raise(teacher)
    expect(await round()).toEqual([])
    expect(await counts()).toMatchObject({ unreachable: 2, waiting: 0 })
    const [first] = await stores.deliveries.about('observation', 'OBS-2026-0001', 'triage')
    if (!first) throw new Error('nothing was planned')
    clock.advance({ days: 1 })
    await meets(first.recipient)
    await stores.deliveries.reachable(first.recipient, clock.now())
    expect(await round()).toEqual([`triage in chat-of-${first.recipient}`])
    expect(await counts()).toMatchObject({ unreachable: 1, sent: 1 })
  })

  test('whose chat is gone: it is ended, and their conversation forgotten', async () => {
    const { raise, round, counts, stores, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => ({ outcome: 'gone', failure: '403' }))
    await round()
    expect(await stores.conversations.get(seniorNurse)).toBeUndefined()
    expect(await counts()).toMatchObject({ ended: 1, unreachable: 1 })
  })
})

describe('a message Teams refuses', () => {
  test('is ended with the reason, and the conversation kept', async () => {
    const { raise, round, stores, teamsAnswers } = await aSendingScene([seniorNurse])
    await raise(healthVisitor)
    teamsAnswers(() => ({ outcome: 'refused', failure: 'too-large' }))
    await round()
    expect(await stores.conversations.get(seniorNurse)).toBeDefined()
    const cards = await stores.deliveries.about('observation', 'OBS-2026-0001', 'triage')
    expect(cards.map(({ state, failure }) => ({ state, failure }))).toContainEqual({
      state: 'ended',
      failure: 'too-large',
    })
    expect(await round()).toEqual([])
  })
})
