import { describe, expect, test } from 'vitest'
import type { PersonId } from '../../src/domain/words/ids.ts'
import type { Attempt, Delivery, DeliveryStore, NewDelivery } from '../../src/ports/deliveries.ts'
import { aDelivery, MORNING, people } from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

const at = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString()

const sent = { state: 'sent', conversationId: 'a:1', messageId: 'message-1' } as const

export function deliveryStoreContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  const open = async () => {
    const { stores, reopen } = await openFor(setup)
    return { deliveries: stores.deliveries, reopen: async () => (await reopen()).deliveries }
  }

  /** Adds one and claims it at once, for five minutes. */
  async function claimed(deliveries: DeliveryStore, overrides?: Partial<NewDelivery>) {
    await deliveries.add([aDelivery(overrides)])
    const [claimed] = await deliveries.claim(MORNING, at(5), 1)
    if (!claimed) throw new Error('nothing to claim')
    return claimed
  }

  const keys = (deliveries: readonly Delivery[]) => deliveries.map(({ key }) => key)

  describe(`${name}: adding deliveries`, () => {
    test('a delivery waits, untried, and says all it was made with', async () => {
      const { deliveries } = await open()
      const delivery = await claimed(deliveries)
      expect(delivery).toStrictEqual({
        ...aDelivery(),
        id: delivery.id,
        state: 'waiting',
        attempts: 0,
        conversationId: null,
        messageId: null,
        failure: null,
      })
      expect(await deliveries.byId(delivery.id)).toStrictEqual(delivery)
      expect(await deliveries.byId('unknown')).toBeUndefined()
    })

    test('a delivery whose key is there already is not added, and its neighbours are', async () => {
      const { deliveries } = await open()
      await deliveries.add([aDelivery()])
      await deliveries.add([
        aDelivery({ recipient: people.chair }),
        aDelivery({ key: 'another', recipient: people.chair }),
        aDelivery({ key: 'another', recipient: people.reporter }),
      ])
      const about = await deliveries.about('observation', 'OBS-2026-0001', 'triage')
      expect(about.map(({ recipient }) => recipient)).toEqual([people.senior, people.chair])
    })

    test('added 20 times at the same moment it is there once', async () => {
      const { deliveries } = await open()
      await Promise.all(Array.from({ length: 20 }, () => deliveries.add([aDelivery()])))
      expect(await deliveries.counts()).toEqual({ waiting: 1, unreachable: 0, sent: 0, ended: 0 })
    })

    test('one that was sent is not added again', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.settle(id, sent)
      await deliveries.add([aDelivery()])
      expect(await deliveries.counts()).toEqual({ waiting: 0, unreachable: 0, sent: 1, ended: 0 })
    })

    test('adding none does nothing', async () => {
      const { deliveries } = await open()
      await deliveries.add([])
      expect(await deliveries.nextDue()).toBeUndefined()
    })
  })

  describe(`${name}: claiming deliveries`, () => {
    test('gives what is due, what has waited longest first, and no more than asked for', async () => {
      const { deliveries } = await open()
      await deliveries.add([
        aDelivery({ key: 'late', dueAt: at(2) }),
        aDelivery({ key: 'early', dueAt: at(0) }),
        aDelivery({ key: 'early too', dueAt: at(0) }),
        aDelivery({ key: 'not yet', dueAt: at(4) }),
      ])
      expect(keys(await deliveries.claim(at(3), at(9), 2))).toEqual(['early', 'early too'])
      expect(keys(await deliveries.claim(at(3), at(9), 9))).toEqual(['late'])
    })

    test('gives a delivery to nobody else until the claim is over, then again', async () => {
      const { deliveries } = await open()
      await claimed(deliveries)
      expect(await deliveries.claim(at(4), at(9), 9)).toEqual([])
      expect(keys(await deliveries.claim(at(5), at(10), 9))).toEqual([aDelivery().key])
      expect(await deliveries.claim(at(6), at(11), 9)).toEqual([])
    })

    test('what is due or claimed much too far ahead, by a clock that stood wrong, is given out', async () => {
      const { deliveries } = await open()
      await deliveries.add([aDelivery({ key: 'planned by it', dueAt: at(60 * 24) })])
      await deliveries.add([aDelivery({ key: 'claimed by it' })])
      await deliveries.claim(MORNING, at(60 * 24), 1)
      await deliveries.add([aDelivery({ key: 'not yet', dueAt: at(90) })])
      const given = keys(await deliveries.claim(at(1), at(6), 9))
      expect(given.toSorted()).toEqual(['claimed by it', 'planned by it'])
    })

    test('20 that claim at the same moment never share a delivery', async () => {
      const { deliveries } = await open()
      await deliveries.add(
        Array.from({ length: 30 }, (_, number) => aDelivery({ key: `${number}` })),
      )
      const claims = Array.from({ length: 20 }, () => deliveries.claim(MORNING, at(5), 2))
      const taken = (await Promise.all(claims)).flat()
      expect(new Set(keys(taken)).size).toBe(taken.length)
    })

    test('the next look is due when the first one is, a claimed one when its claim is over', async () => {
      const { deliveries } = await open()
      expect(await deliveries.nextDue()).toBeUndefined()
      await claimed(deliveries)
      expect(await deliveries.nextDue()).toBe(at(5))
      await deliveries.add([aDelivery({ key: 'later', dueAt: at(7) })])
      expect(await deliveries.nextDue()).toBe(at(5))
      await deliveries.add([aDelivery({ key: 'sooner', dueAt: at(3) })])
      expect(await deliveries.nextDue()).toBe(at(3))
    })
  })

  describe(`${name}: what became of a delivery`, () => {
    test('one that was sent says where, and is not given out again', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.settle(id, sent)
      expect(await deliveries.byId(id)).toMatchObject({ ...sent, attempts: 1, failure: null })
      expect(await deliveries.claim(at(99), at(100), 9)).toEqual([])
      expect(await deliveries.nextDue()).toBeUndefined()
    })

    test('one that failed waits until it is due again, free for anybody', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.settle(id, { state: 'waiting', dueAt: at(2), failure: 'throttled' })
      const failed = { attempts: 1, failure: 'throttled', state: 'waiting', dueAt: at(2) }
      expect(await deliveries.byId(id)).toMatchObject(failed)
      expect(await deliveries.nextDue()).toBe(at(2))
      expect(await deliveries.claim(at(1), at(9), 9)).toEqual([])
      expect(await deliveries.claim(at(2), at(9), 9)).toMatchObject([{ id, attempts: 1 }])
    })

    test('one that cannot be delivered says why, and is not tried again', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.settle(id, { state: 'ended', failure: 'blocked' })
      const ended = { state: 'ended', failure: 'blocked', attempts: 1 }
      expect(await deliveries.byId(id)).toMatchObject(ended)
      expect(await deliveries.claim(at(99), at(100), 9)).toEqual([])
      await deliveries.reachable(people.senior, at(99))
      expect(await deliveries.byId(id)).toMatchObject(ended)
    })

    test('what was sent stays sent when a slower worker reports later', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.claim(at(5), at(10), 1)
      await deliveries.settle(id, sent)
      await deliveries.settle(id, { state: 'waiting', dueAt: at(6), failure: 'timeout' })
      expect(await deliveries.byId(id)).toMatchObject(sent)
      expect(await deliveries.claim(at(99), at(100), 9)).toEqual([])
    })

    test('who got nothing is listed once for each reason, the most recent first', async () => {
      const { deliveries } = await open()
      expect(await deliveries.notDelivered()).toEqual([])
      const blocked = { state: 'ended', failure: 'ConversationBlockedByUser' } as const
      const settle = async (key: string, minute: number, attempt: Attempt, recipient: PersonId) => {
        const { id } = await claimed(deliveries, {
          key,
          recipient,
          plannedAt: at(minute),
        })
        await deliveries.settle(id, attempt)
      }
      await settle('1', 1, blocked, people.senior)
      await settle('2', 3, blocked, people.senior)
      await settle('3', 2, { state: 'unreachable' }, people.chair)
      await settle('4', 4, sent, people.reporter)
      const { id: card } = await claimed(deliveries, { key: '5', updates: 'a card' })
      await deliveries.settle(card, { state: 'ended', failure: 'no-card-to-update' })
      const notice = 'triage'
      const of = { recipient: people.senior, notice, ...blocked, messages: 2, last: at(3) }
      const waiting = { notice, state: 'unreachable', failure: null, messages: 1, last: at(2) }
      expect(await deliveries.notDelivered()).toStrictEqual([
        of,
        { recipient: people.chair, ...waiting },
      ])
      await settle('6', 1, blocked, people.senior)
      expect((await deliveries.notDelivered())[0]).toStrictEqual({ ...of, messages: 3 })
    })

    test('somebody who cannot be reached has messages waiting until they can', async () => {
      const { deliveries } = await open()
      const { id } = await claimed(deliveries)
      await deliveries.settle(id, { state: 'unreachable' })
      expect(await deliveries.byId(id)).toMatchObject({ state: 'unreachable', attempts: 0 })
      expect(await deliveries.claim(at(99), at(100), 9)).toEqual([])
      expect(await deliveries.nextDue()).toBeUndefined()
      await deliveries.reachable(people.chair, at(7))
      expect(await deliveries.nextDue()).toBeUndefined()
      await deliveries.reachable(people.senior, at(7))
      expect(await deliveries.nextDue()).toBe(at(7))
      expect(await deliveries.claim(at(7), at(9), 9)).toMatchObject([{ id, state: 'waiting' }])
    })

    test('counts how many are in each state', async () => {
      const { deliveries } = await open()
      const attempts = [sent, { state: 'unreachable' }, { state: 'ended', failure: 'x' }] as const
      for (const [key, attempt] of attempts.entries()) {
        const { id } = await claimed(deliveries, { key: `${key}` })
        await deliveries.settle(id, attempt)
      }
      await deliveries.add([aDelivery({ key: 'a' }), aDelivery({ key: 'b' })])
      expect(await deliveries.counts()).toEqual({ waiting: 2, unreachable: 1, sent: 1, ended: 1 })
    })
  })

  test(`${name}: all deliveries of a notice about a record, oldest first`, async () => {
    const { deliveries } = await open()
    const first = await claimed(deliveries, { key: 'first' })
    await deliveries.settle(first.id, sent)
    await deliveries.add([
      aDelivery({ key: 'second', dueAt: at(-9), updates: first.id }),
      aDelivery({ key: 'other notice', notice: 'decided' }),
      aDelivery({ key: 'other record', recordId: 'OBS-2026-0002' }),
      aDelivery({ key: 'other kind', recordKind: 'review' }),
    ])
    const about = await deliveries.about('observation', 'OBS-2026-0001', 'triage')
    expect(about).toMatchObject([
      { key: 'first', state: 'sent', updates: null },
      { key: 'second', state: 'waiting', updates: first.id },
    ])
  })

  if (outlivesClosing)
    test(`${name}: after closing and opening again deliveries and claims are there`, async () => {
      const { deliveries, reopen } = await open()
      const delivery = await claimed(deliveries)
      const again = await reopen()
      expect(await again.byId(delivery.id)).toStrictEqual(delivery)
      expect(await again.claim(at(4), at(9), 9)).toEqual([])
    })
}
