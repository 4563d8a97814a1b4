import type { PersonId } from '../domain/words/ids.ts'
import type { ConversationReference } from './conversations.ts'

/** A message for one person, before it has words: the messenger's side writes the card. */
export interface Notice {
  readonly recordKind: string
  readonly recordId: string
  /** Number of the event it tells of. */
  readonly event: number
  readonly notice: string
  readonly recipient: PersonId
  /** Submission id for the buttons of the card, the same for every attempt at this delivery. */
  readonly deliveryId: string
}

/** Kept with a message that was not sent because nothing was left to say. */
export const NEEDLESS = 'nothing-to-say'

/** Teams' own words for a conversation that is closed to us for good. */
export const CHAT_CLOSED: readonly string[] = [
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'MessageWritesBlocked',
  'ConversationNotFound',
]

export type SendResult =
  | { readonly outcome: 'sent'; readonly messageId: string }
  /** The person's chat is gone or closed to us: end it and forget the conversation. */
  | { readonly outcome: 'gone'; readonly failure: string }
  /** Nothing is left to say: what it was about is done. */
  | { readonly outcome: 'needless' }
  /** Our own defect, such as a card that is too large: end it, keep the conversation. */
  | { readonly outcome: 'refused'; readonly failure: string }
  /** Try later, not before `retryAfterMs` when the service named a time. */
  | { readonly outcome: 'later'; readonly failure: string; readonly retryAfterMs: number | null }

/** Writes to people in Teams. Never throws for an answer of the service; it returns what to do. */
export interface Messenger {
  /** @param inTurn resolves when the message may go out; called last, when all else is ready */
  send(to: ConversationReference, notice: Notice, inTurn: () => Promise<void>): Promise<SendResult>
  /** Replaces a card that was sent before with what it should show now. */
  update(
    to: ConversationReference,
    messageId: string,
    notice: Notice,
    inTurn: () => Promise<void>,
  ): Promise<SendResult>
}
