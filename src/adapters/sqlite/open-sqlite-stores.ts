import type { Clock } from '../../ports/clock.ts'
import type { Stores } from '../../ports/stores.ts'
import { boardTable } from './board-table.ts'
import { connect } from './connection.ts'
import { conversationTable } from './conversation-table.ts'
import { deliveryTable } from './delivery-table.ts'
import { backfillDuties, dutyTable } from './duty-table.ts'
import { keepingTable } from './keeping-table.ts'
import { listedTables } from './listed-table.ts'
import { openDatabase, withStoreProblems } from './open-database.ts'
import { referenceTable } from './reference-table.ts'
import { leaseTable, paceTable } from './sharing-tables.ts'
import { accessTable, trailTable } from './trail-table.ts'
import { turnTable } from './turn-table.ts'

export interface SqliteOptions {
  /** The file, made with its folder if missing. `:memory:` is gone when closed. */
  readonly path: string | ':memory:'
  /** How long to wait for another program's write. It blocks the process. */
  readonly busyTimeoutMs?: number
  /** False gives each write a commit of its own. Slower; only for comparing. */
  readonly groupCommit?: boolean
  /** The size the store may grow to, in pages of 4,096 bytes. Beyond it the disk counts as full. */
  readonly maxPages?: number
  /**
   * With a clock, answers and dialogs past their time are not returned even before they are
   * deleted.
   */
  readonly clock?: Clock
}

const BUSY_TIMEOUT_MS = 2000
/** How many writes may share a commit, so that reads wait only some milliseconds. */
const GROUP_SIZE = 200

const TOUCH = `INSERT INTO health (id, checks) VALUES (1, 1)
  ON CONFLICT (id) DO UPDATE SET checks = checks + 1`

/**
 * Opens the embedded store and brings its tables up to date.
 * @throws StoreProblem when it cannot be used, in words for the person who starts the program; then
 * nothing in it has been changed
 */
export async function openSqliteStores(options: SqliteOptions): Promise<Stores> {
  const { path, busyTimeoutMs = BUSY_TIMEOUT_MS, groupCommit = true, maxPages, clock } = options
  const db = openDatabase({ path, busyTimeoutMs, maxPages })
  // A store that can be read but not written is found now, not with somebody's first report.
  withStoreProblems(path, () => {
    try {
      db.exec(TOUCH)
    } catch (error) {
      db.close()
      throw error
    }
  })
  const connection = connect(db, groupCommit ? GROUP_SIZE : 1, busyTimeoutMs)
  await backfillDuties(connection)
  return {
    board: boardTable(connection),
    records: listedTables(connection),
    duties: dutyTable(connection),
    references: referenceTable(connection),
    deliveries: deliveryTable(connection),
    conversations: conversationTable(connection),
    turns: turnTable(connection, clock),
    trail: trailTable(connection),
    access: accessTable(connection),
    keeping: keepingTable(connection),
    leases: leaseTable(connection),
    pace: paceTable(connection),
    check: async () => {
      await connection.write(() => connection.run(TOUCH))
    },
    close: () => connection.close(),
  }
}
