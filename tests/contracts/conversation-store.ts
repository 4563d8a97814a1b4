import { describe, expect, test } from 'vitest'
import type { ConversationReference } from '../../src/ports/conversations.ts'
import { MORNING, people } from '../builders.ts'
import type { ContractOptions, Setup } from './contract-setup.ts'
import { openFor } from './contract-setup.ts'

const aConversation = (overrides: Partial<ConversationReference> = {}): ConversationReference => ({
  conversationId: 'a:1',
  reference: {
    serviceUrl: 'https://smba.example.org/uk/',
    conversation: { id: 'a:1', tenantId: null, isGroup: false },
    'odd.key$': ['a', 2],
  },
  seenAt: MORNING,
  ...overrides,
})

export function conversationStoreContract(
  name: string,
  setup: Setup,
  { outlivesClosing = true }: ContractOptions = {},
): void {
  describe(`${name}: conversations`, () => {
    test('somebody who never wrote has none', async () => {
      const { stores } = await openFor(setup)
      expect(await stores.conversations.get(people.senior)).toBeUndefined()
      expect(await stores.conversations.latest()).toBeUndefined()
    })

    test('comes back as it was put, and belongs to one person', async () => {
      const { stores } = await openFor(setup)
      await stores.conversations.put(people.senior, aConversation())
      expect(await stores.conversations.get(people.senior)).toStrictEqual(aConversation())
      expect(await stores.conversations.get(people.reporter)).toBeUndefined()
    })

    test('what was passed in may be changed afterwards', async () => {
      const { stores } = await openFor(setup)
      const given = { ...aConversation(), reference: { serviceUrl: 'as it was' } }
      const putting = stores.conversations.put(people.senior, given)
      given.reference.serviceUrl = 'changed'
      await putting
      expect((await stores.conversations.get(people.senior))?.reference).toStrictEqual({
        serviceUrl: 'as it was',
      })
    })

    test('is replaced by the next one', async () => {
      const { stores } = await openFor(setup)
      await stores.conversations.put(people.senior, aConversation())
      const next = aConversation({ conversationId: 'a:2', reference: {} })
      await stores.conversations.put(people.senior, next)
      expect(await stores.conversations.get(people.senior)).toStrictEqual(next)
    })

    test('the latest is the one seen last, whoever it belongs to', async () => {
      const { stores } = await openFor(setup)
      const later = aConversation({ conversationId: 'a:2', seenAt: '2026-03-27T09:00:00.001Z' })
      await stores.conversations.put(people.senior, later)
      await stores.conversations.put(people.reporter, aConversation())
      expect(await stores.conversations.latest()).toStrictEqual(later)
    })

    test('is forgotten for one person alone, and forgetting twice does no harm', async () => {
      const { stores } = await openFor(setup)
      await stores.conversations.put(people.senior, aConversation())
      await stores.conversations.put(people.reporter, aConversation({ conversationId: 'a:2' }))
      await stores.conversations.forget(people.senior)
      await stores.conversations.forget(people.senior)
      expect(await stores.conversations.get(people.senior)).toBeUndefined()
      expect(await stores.conversations.get(people.reporter)).toBeDefined()
    })

    if (outlivesClosing)
      test('after closing and opening again it is there', async () => {
        const { stores, reopen } = await openFor(setup)
        await stores.conversations.put(people.senior, aConversation())
        const again = await reopen()
        expect(await again.conversations.get(people.senior)).toStrictEqual(aConversation())
      })
  })
}
