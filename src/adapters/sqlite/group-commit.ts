import type { DatabaseSync } from 'node:sqlite'
import { sqliteFailure } from './sqlite-failure.ts'
import { asRefusal, storeIsClosed, unavailable } from './unavailable.ts'

interface GroupCommit {
  /** Runs the work in a transaction. Resolves once it is safe on disk. */
  write<Result>(work: () => Result): Promise<Result>
  /** Takes no more work. Resolves when all that was taken has been committed or refused. */
  drain(): Promise<void>
}

interface Write {
  run(): () => void
  reject(error: unknown): void
}

/**
 * Writes that arrive in the same turn of the event loop share one transaction, because waiting for
 * the disk at each commit is what costs. Each write has a savepoint: one that fails is rolled back
 * and rejected alone. When the commit fails, all of them are.
 * @param atMost how many writes may share a transaction
 * @param busyTimeoutMs how long to wait for another program's write. It blocks the process, so
 * after one timeout later commits do not wait until the lock is gone
 */
export function groupCommit(db: DatabaseSync, atMost: number, busyTimeoutMs: number): GroupCommit {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const save = db.prepare('SAVEPOINT one_write')
  const keep = db.prepare('RELEASE one_write')
  const undo = db.prepare('ROLLBACK TO one_write')
  const waiting: Write[] = []
  const atRest: (() => void)[] = []
  let scheduled = false
  let draining = false
  let isBusy = false

  function knownAsBusy(now: boolean) {
    if (now === isBusy) return
    isBusy = now
    // PRAGMA takes no parameters; this can only be a whole number.
    db.exec(`PRAGMA busy_timeout = ${now ? 0 : Math.trunc(busyTimeoutMs)}`)
  }

  function schedule() {
    if (scheduled) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      commitTogether(waiting.splice(0, atMost))
      if (waiting.length > 0) schedule()
      else for (const tell of atRest.splice(0)) tell()
    })
  }

  function commitTogether(group: readonly Write[]) {
    const tell: (() => void)[] = []
    try {
      begin.run()
      for (const write of group) tell.push(write.run())
      commit.run()
      knownAsBusy(false)
    } catch (error) {
      rollBack()
      knownAsBusy(sqliteFailure(error) === 'busy')
      for (const write of group) write.reject(unavailable(error))
      return
    }
    for (const each of tell) each()
  }

  function rollBack() {
    try {
      if (db.isTransaction) db.exec('ROLLBACK')
    } catch {
      // The transaction is still open then. The next group cannot begin, is refused, and tries this
      // again. Throwing here would end the process with answers outstanding.
    }
  }

  /** @returns what to do once the group is committed */
  function runAlone<Result>(
    work: () => Result,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ): () => void {
    save.run()
    try {
      const result = work()
      keep.run()
      return () => resolve(result)
    } catch (error) {
      // On a full or failing disk SQLite may have rolled everything back by itself. Then the
      // earlier writes are gone too, and the group fails as a whole.
      if (!db.isTransaction) throw error
      undo.run()
      keep.run()
      return () => reject(asRefusal(error))
    }
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        if (draining) return reject(storeIsClosed())
        waiting.push({ run: () => runAlone(work, resolve, reject), reject })
        schedule()
      }),
    drain: () => {
      draining = true
      return new Promise((resolve) => {
        if (scheduled) atRest.push(resolve)
        else resolve()
      })
    },
  }
}
