import type { ConversationReference, ConversationStore } from '../../ports/conversations.ts'
import type { Connection } from './connection.ts'

interface ConversationRow {
  readonly conversation_id: string
  readonly reference: string
  readonly seen_at: string
}

/** Keeps where each person's chat is. */
export function conversationTable(connection: Connection): ConversationStore {
  return {
    async put(person, { conversationId, reference, seenAt }) {
      const json = JSON.stringify(reference)
      await connection.write(() =>
        connection.run(
          `INSERT INTO conversations (person, conversation_id, reference, seen_at)
            VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET conversation_id = excluded.conversation_id,
              reference = excluded.reference, seen_at = excluded.seen_at`,
          person,
          conversationId,
          json,
          seenAt,
        ),
      )
    },

    async get(person) {
      const row = connection.get<ConversationRow>(
        'SELECT conversation_id, reference, seen_at FROM conversations WHERE person = ?',
        person,
      )
      return row && referenceOf(row)
    },

    async latest() {
      const row = connection.get<ConversationRow>(
        `SELECT conversation_id, reference, seen_at FROM conversations
          ORDER BY seen_at DESC LIMIT 1`,
      )
      return row && referenceOf(row)
    },

    async forget(person) {
      await connection.write(() =>
        connection.run('DELETE FROM conversations WHERE person = ?', person),
      )
    },
  }
}

const referenceOf = (row: ConversationRow): ConversationReference => ({
  conversationId: row.conversation_id,
  reference: JSON.parse(row.reference),
  seenAt: row.seen_at,
})
