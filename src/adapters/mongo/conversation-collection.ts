import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Instant } from '../../domain/words/time.ts'
import type { ConversationReference, ConversationStore } from '../../ports/conversations.ts'
import type { Index } from './fields.ts'
import { text } from './fields.ts'
import { frozen } from './frozen.ts'

export interface ConversationDocument {
  readonly _id: string
  readonly conversationId: string
  readonly reference: string
  readonly seenAt: Instant
}

const schema = new Schema<ConversationDocument>(
  { _id: text, conversationId: text, reference: text, seenAt: text },
  { versionKey: false },
)

export const CONVERSATION_INDEXES: readonly Index[] = [
  { keys: { seenAt: 1 }, name: 'conversations_by_sight' },
]

export const conversationModel = (connection: Connection) =>
  connection.model<ConversationDocument>('conversations', schema, 'conversations')

/** Keeps where each person's chat is. */
export function conversationCollection(
  model: ReturnType<typeof conversationModel>,
): ConversationStore {
  return {
    async put(person, { conversationId, reference, seenAt }) {
      const $set = { conversationId, reference: frozen(reference), seenAt }
      await model.updateOne({ _id: person }, { $set }, { upsert: true, runValidators: true })
    },
    async get(person) {
      const found = await model.findOne({ _id: person }).lean()
      return found ? referenceOf(found) : undefined
    },
    async latest() {
      const found = await latestQuery(model)
      return found ? referenceOf(found) : undefined
    },
    async forget(person) {
      await model.deleteOne({ _id: person })
    },
  }
}

/** Exported to see which index it takes. */
export const latestQuery = (model: ReturnType<typeof conversationModel>) =>
  model
    .findOne({ seenAt: { $gt: '' } })
    .sort({ seenAt: -1 })
    .lean()

const referenceOf = ({
  conversationId,
  reference,
  seenAt,
}: ConversationDocument): ConversationReference => ({
  conversationId,
  reference: JSON.parse(reference),
  seenAt,
})
