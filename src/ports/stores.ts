import type { BoardStore } from './board.ts'
import type { ConversationStore } from './conversations.ts'
import type { DeliveryStore } from './deliveries.ts'
import type { DutyLists } from './duties.ts'
import type { Keeping } from './keeping.ts'
import type { RecordStores, References } from './records.ts'
import type { Leases, Pace } from './sharing.ts'
import type { AccessLog, Trail } from './trail.ts'
import type { TurnStore } from './turns.ts'

/** Everything the product keeps. */
export interface Stores {
  readonly board: BoardStore
  readonly records: RecordStores
  readonly duties: DutyLists
  readonly references: References
  readonly deliveries: DeliveryStore
  readonly conversations: ConversationStore
  readonly turns: TurnStore
  readonly trail: Trail
  readonly access: AccessLog
  readonly keeping: Keeping
  readonly leases: Leases
  readonly pace: Pace
  /** Resolves when the store can be written to; throws DomainError `unavailable` otherwise. */
  check(): Promise<void>
  /** Waits for writes under way, then closes. Nothing can be read or written afterwards. */
  close(): Promise<void>
}
