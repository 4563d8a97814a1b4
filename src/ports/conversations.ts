import type { PersonId } from '../domain/words/ids.ts'
import type { Instant } from '../domain/words/time.ts'

/** What the platform needs to start a message to a person. */
export interface ConversationReference {
  readonly conversationId: string
  /** The reference as the bot's channel gave it: addresses and ids, no names, no words. */
  readonly reference: Readonly<Record<string, unknown>>
  readonly seenAt: Instant
}

/** Where each person's 1:1 chat with the bot is. Kept up to date by every message that comes in. */
export interface ConversationStore {
  put(person: PersonId, reference: ConversationReference): Promise<void>
  get(person: PersonId): Promise<ConversationReference | undefined>
  /** The one seen last, of any person. In local mode everybody is in the same chat. */
  latest(): Promise<ConversationReference | undefined>
  /** The app was removed, or the person blocked it. */
  forget(person: PersonId): Promise<void>
}
