import { existsSync, renameSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { copyPrivately } from './private-file.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { StoreProblem } from './store-problem.ts'

/** @throws StoreProblem `inUse` when any program has the store open */
export function requireUnused(path: string): void {
  const log = `${path}-wal`
  const copyOfLog = `${log}.kept`
  rmSync(copyOfLog, { force: true })
  if (existsSync(log)) copyPrivately(log, copyOfLog)
  try {
    openAlone(path)
  } catch (cause) {
    if (sqliteFailure(cause) === undefined) throw cause
    if (sqliteFailure(cause) === 'busy')
      throw new StoreProblem(
        'inUse',
        `The store ${path} is in use and was left as it is. Stop the program and try again.`,
        { cause },
      )
    // Too damaged to be opened, which may be the reason for restoring; then it is only moved away.
    // SQLite drops the log of a file it cannot read, so keep a copy: it may help to repair the
    // file.
    if (existsSync(copyOfLog)) renameSync(copyOfLog, log)
  } finally {
    rmSync(copyOfLog, { force: true })
  }
}

function openAlone(path: string) {
  const db = new DatabaseSync(path, { timeout: 0 })
  try {
    // With this mode set before anything is read, SQLite wants the file for itself. So every
    // program that has it open is in the way, whether it is writing or not.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
  } finally {
    db.close()
  }
}
