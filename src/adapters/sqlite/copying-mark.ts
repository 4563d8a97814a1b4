import type { DatabaseSync } from 'node:sqlite'
import type { Copying } from '../../ports/store-copy.ts'
import type { Connection } from './connection.ts'
import { StoreProblem } from './store-problem.ts'

// The table is there only while the store is being copied into, and holds one row.

const IS_THERE = `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'copying'`
/** As SQLite notes it. */
export const COPYING_TABLE = 'CREATE TABLE copying (board TEXT NOT NULL, run TEXT NOT NULL) STRICT'

/** @throws StoreProblem `copying` for a store that holds half of another one */
export function requireCopied(path: string, db: DatabaseSync): void {
  if (db.prepare(IS_THERE).get())
    throw new StoreProblem(
      'copying',
      `The store ${path} is being copied into, or was when that was broken off, and was left as it ` +
        'is. Finish it first: run the same “npm run migrate-store” once more.',
    )
}

export function copyingInto(connection: Connection): Copying | null {
  if (!connection.get(IS_THERE)) return null
  const row = connection.get<Copying>('SELECT board, run FROM copying')
  return row ? { ...row } : null
}

/** Inside a write only. */
export function beginCopying(connection: Connection, { board, run }: Copying): void {
  if (!connection.get(IS_THERE)) connection.run(COPYING_TABLE)
  connection.run('DELETE FROM copying')
  connection.run('INSERT INTO copying (board, run) VALUES (?, ?)', board, run)
}

/** Inside a write only. */
export const endCopying = (connection: Connection): void => {
  connection.run('DROP TABLE copying')
}
