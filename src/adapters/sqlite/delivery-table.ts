import { randomUUID } from 'node:crypto'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import type {
  Delivery,
  DeliveryState,
  DeliveryStore,
  NotDelivered,
} from '../../ports/deliveries.ts'
import { farthestFrom } from '../shared/farthest.ts'
import { settled } from '../shared/settled.ts'
import type { Connection } from './connection.ts'

/** Keeps what is to be said to whom, and what became of it. */
export function deliveryTable(connection: Connection): DeliveryStore {
  return {
    async add(deliveries) {
      const rows = deliveries.map((one) => [
        randomUUID(),
        one.key,
        one.recordKind,
        one.recordId,
        one.event,
        one.notice,
        one.recipient,
        one.updates,
        one.plannedAt,
        one.dueAt,
      ])
      await connection.write(() => {
        for (const row of rows) connection.run(INSERT, ...row)
      })
    },

    claim: (now, until, atMost) =>
      connection.write(() => {
        const farthest = farthestFrom(now)
        const due = connection.all<DeliveryRow>(CLAIMABLE, now, farthest, now, farthest, atMost)
        for (const { position } of due) connection.run(CLAIM, until, position)
        return due.map(deliveryOf)
      }),

    async settle(id, attempt) {
      const { state, failure, dueAt, conversationId, messageId, tries } = settled(attempt)
      await connection.write(() =>
        connection.run(SETTLE, state, failure, tries, dueAt, conversationId, messageId, id),
      )
    },

    async byId(id) {
      const row = connection.get<DeliveryRow>(`${SELECT} WHERE id = ?`, id)
      return row && deliveryOf(row)
    },

    async about(recordKind, recordId, notice) {
      return connection
        .all<DeliveryRow>(
          `${SELECT} WHERE record_kind = ? AND record_id = ? AND notice = ? ORDER BY position`,
          recordKind,
          recordId,
          notice,
        )
        .map(deliveryOf)
    },

    async reachable(recipient, now) {
      await connection.write(() =>
        connection.run(
          `UPDATE deliveries SET state = 'waiting', due_at = ?
            WHERE recipient = ? AND state = 'unreachable'`,
          now,
          recipient,
        ),
      )
    },

    async nextDue() {
      return (
        connection.get<{ next: Instant | null }>(
          `SELECT MIN(MAX(due_at, COALESCE(claimed_until, ''))) AS next
            FROM deliveries WHERE state = 'waiting'`,
        )?.next ?? undefined
      )
    },

    async notDelivered() {
      return connection.all<NotDelivered>(NOT_DELIVERED).map((row) => ({ ...row }))
    },

    async counts() {
      const counted = connection.all<{ state: DeliveryState; count: number }>(
        'SELECT state, COUNT(*) AS count FROM deliveries GROUP BY state',
      )
      const of = (state: DeliveryState) => counted.find((row) => row.state === state)?.count ?? 0
      return {
        waiting: of('waiting'),
        unreachable: of('unreachable'),
        sent: of('sent'),
        ended: of('ended'),
      }
    },
  }
}

const NOT_DELIVERED = `SELECT recipient, notice, state, failure, COUNT(*) AS messages,
    MAX(planned_at) AS last
  FROM deliveries WHERE state IN ('ended', 'unreachable') AND updates IS NULL
  GROUP BY recipient, state, failure, notice
  ORDER BY last DESC, recipient, state, COALESCE(failure, ''), notice`

interface DeliveryRow {
  readonly position: number
  readonly id: string
  readonly key: string
  readonly record_kind: string
  readonly record_id: string
  readonly event: number
  readonly notice: string
  readonly recipient: PersonId
  readonly updates: string | null
  readonly state: DeliveryState
  readonly attempts: number
  readonly planned_at: Instant
  readonly due_at: Instant
  readonly conversation_id: string | null
  readonly message_id: string | null
  readonly failure: string | null
}

const SELECT = 'SELECT * FROM deliveries'

const INSERT = `INSERT INTO deliveries
  (id, key, record_kind, record_id, event, notice, recipient, updates, planned_at, due_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`

const CLAIMABLE = `${SELECT} WHERE state = 'waiting' AND (due_at <= ? OR due_at > ?)
  AND (COALESCE(claimed_until, '') <= ? OR claimed_until > ?) ORDER BY due_at, position LIMIT ?`

const CLAIM = 'UPDATE deliveries SET claimed_until = ? WHERE position = ?'

// A message that was sent or ended stays so: a worker given up for lost may still report later.
const SETTLE = `UPDATE deliveries SET claimed_until = NULL, state = ?, failure = ?,
    attempts = attempts + ?, due_at = COALESCE(?, due_at), conversation_id = ?, message_id = ?
  WHERE id = ? AND state IN ('waiting', 'unreachable')`

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  key: row.key,
  recordKind: row.record_kind,
  recordId: row.record_id,
  event: row.event,
  notice: row.notice,
  recipient: row.recipient,
  updates: row.updates,
  state: row.state,
  attempts: row.attempts,
  plannedAt: row.planned_at,
  dueAt: row.due_at,
  conversationId: row.conversation_id,
  messageId: row.message_id,
  failure: row.failure,
})
