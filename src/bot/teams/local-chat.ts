import type { Account } from '../../domain/board/directory.ts'
import { accountKey } from '../../domain/board/directory.ts'
import { sayPerson } from '../../domain/observation/saying.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { ConversationReference } from '../../ports/conversations.ts'
import type { Delivery } from '../../ports/deliveries.ts'
import { currentBoard } from '../../usecases/records/context-now.ts'
import { sayWrittenTo } from '../cards/local-cards.ts'
import { actingAs } from '../talk/act-as.ts'
import type { BotDeps } from '../talk/turn.ts'

/**
 * Local mode has one chat for everybody. It belongs to the person its account acts as now. Messages
 * to others wait, as for somebody who has not opened the chat yet.
 */
export interface LocalChat {
  /** Where a message to somebody goes now; nowhere while no account acts as them. */
  addressOf(
    person: PersonId,
    delivery: Pick<Delivery, 'updates'>,
  ): Promise<ConversationReference | undefined>
  /** Says in one line who was written to since the last such line, and that their messages wait. */
  sayWhoWasWrittenTo(): Promise<void>
  /**
   * An account was answered. Messages for the person it acts as may come now, unless the answer was
   * a form: the Playground empties every form in the chat when anything new appears there.
   */
  answered(account: Account, { hasForm }: { readonly hasForm: boolean }): Promise<void>
}

/** The account at the other end of a chat, as the channel named it. */
function accountOf({ reference }: ConversationReference): Account {
  const { user, conversation } = reference as {
    readonly user?: { readonly aadObjectId?: string }
    readonly conversation?: { readonly tenantId?: string }
  } // as `TurnContext.getConversationReference` made it
  return { tenantId: conversation?.tenantId ?? '', objectId: user?.aadObjectId ?? '' }
}

export function createLocalChat(
  deps: BotDeps,
  say: (to: ConversationReference, text: string) => Promise<void>,
): LocalChat {
  const waiting = new Set<PersonId>()
  const writtenTo = new Set<PersonId>()
  /** Accounts that fill in a form. In memory: after a start nobody does. */
  const fillingIn = new Set<string>()

  const actingIn = async (account: Account) => actingAs(deps, await currentBoard(deps), account)

  return {
    async addressOf(person, { updates }) {
      const chats = [await deps.conversations.get(person), await deps.conversations.latest()]
      for (const chat of chats) {
        if (!chat) continue
        const account = accountOf(chat)
        const reader = (await actingIn(account))?.actor.person
        if (reader === person && !fillingIn.has(accountKey(account))) return chat
      }
      waiting.add(person)
      // Updating a card is no message.
      if (updates === null) writtenTo.add(person)
      return undefined
    },

    async sayWhoWasWrittenTo() {
      if (waiting.size === 0) return
      const chat = await deps.conversations.latest()
      if (chat && fillingIn.has(accountKey(accountOf(chat)))) return
      const reader = chat && (await actingIn(accountOf(chat)))?.actor.person
      // An account began to act as them just after it was found that none does.
      if (reader && waiting.has(reader)) await deps.deliveries.reachable(reader, deps.clock.now())
      const people = [...writtenTo].filter((person) => person !== reader)
      waiting.clear()
      writtenTo.clear()
      if (!chat || people.length === 0) return
      const board = await currentBoard(deps)
      await say(chat, sayWrittenTo(people.map((person) => sayPerson(board, person))))
    },

    async answered(account, { hasForm }) {
      const acting = await actingIn(account)
      if (!acting) return
      if (hasForm && !acting.isOwn) {
        fillingIn.add(accountKey(account))
        return
      }
      fillingIn.delete(accountKey(account))
      await deps.deliveries.reachable(acting.actor.person, deps.clock.now())
      deps.nudge()
    },
  }
}
