import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { groupCommit } from './group-commit.ts'
import { asRefusal, storeIsClosed } from './unavailable.ts'

/** How the tables speak to the database. Values are always parameters, never text. */
export interface Connection {
  /** The first committed row; inside `write` also one that was written there. */
  get<Row>(sql: string, ...values: readonly SQLInputValue[]): Row | undefined
  all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[]
  /** Inside `write` only. @returns how many rows it changed */
  run(sql: string, ...values: readonly SQLInputValue[]): number
  /** Runs the work in a transaction of its own or one shared with others: see `groupCommit`. */
  write<Result>(work: () => Result): Promise<Result>
  close(): Promise<void>
}

/** How many statements are kept. Lists make many shapes; the rest are prepared again. */
const STATEMENTS_KEPT = 200

/**
 * @param groupSize how many writes may share a commit
 * @param busyTimeoutMs how long a commit waits for another program that is writing
 */
export function connect(db: DatabaseSync, groupSize: number, busyTimeoutMs: number): Connection {
  const group = groupCommit(db, groupSize, busyTimeoutMs)
  const prepared = new Map<string, StatementSync>()

  function statement(sql: string): StatementSync {
    if (!db.isOpen) throw storeIsClosed()
    const known = prepared.get(sql)
    if (known) return known
    for (const oldest of prepared.keys()) {
      if (prepared.size < STATEMENTS_KEPT) break
      prepared.delete(oldest)
    }
    const made = db.prepare(sql)
    prepared.set(sql, made)
    return made
  }

  function refusing<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw asRefusal(error)
    }
  }

  // Rows are asserted to be what the caller says. It wrote the statement that names the columns,
  // and the tables are STRICT, so a column holds the type it was declared with.
  return {
    get: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      refusing(() => statement(sql).get(...values) as Row | undefined),
    all: <Row>(sql: string, ...values: readonly SQLInputValue[]) =>
      refusing(() => statement(sql).all(...values) as Row[]),
    run: (sql, ...values) => refusing(() => Number(statement(sql).run(...values).changes)),
    write: group.write,
    close: async () => {
      await group.drain()
      if (db.isOpen) db.close()
    },
  }
}
