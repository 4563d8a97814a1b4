import { resolve } from 'node:path'
import { DomainError } from '../../domain/words/errors.ts'
import type { Copying, StoreCopy } from '../../ports/store-copy.ts'
import { connect } from './connection.ts'
import { copiedChains } from './copied-chains.ts'
import type { WriteCopy } from './copied-rows.ts'
import { copiedRows, countOf } from './copied-rows.ts'
import { copiedTalks } from './copied-talks.ts'
import { beginCopying, copyingInto, endCopying } from './copying-mark.ts'
import { inspectFile } from './inspect-file.ts'
import { keepingTable } from './keeping-table.ts'
import { openDatabase } from './open-database.ts'
import { StoreProblem } from './store-problem.ts'

const BUSY_TIMEOUT_MS = 5000

/**
 * Opens the file of a store to copy it, or to copy into it. The latter makes it if missing.
 * @throws StoreProblem; then nothing in it has been changed
 */
export async function openSqliteCopy(path: string, as: 'source' | 'target'): Promise<StoreCopy> {
  if (as === 'source' && inspectFile(path, 'r').is === 'new')
    throw new StoreProblem('missing', `There is no Learning Loop store at ${path}. Name one.`)
  const db = openDatabase({
    path: resolve(path),
    busyTimeoutMs: BUSY_TIMEOUT_MS,
    ...(as === 'target' && { whileCopying: true }),
  })
  const connection = connect(db, 1, BUSY_TIMEOUT_MS)
  let own: Copying | undefined

  const write: WriteCopy = (work) =>
    connection.write(() => {
      if (!own || copyingInto(connection)?.run !== own.run)
        throw new DomainError('conflict', { what: 'copy' })
      work()
    })

  return {
    name: path,
    parts: {
      ...copiedChains(connection, write),
      ...copiedRows(connection, write),
      talks: copiedTalks(connection, write),
    },
    audited: { keeping: keepingTable(connection) },
    async events() {
      return countOf(connection, 'events')
    },
    async copying() {
      return copyingInto(connection)
    },
    async begin(copying) {
      await connection.write(() => beginCopying(connection, copying))
      own = copying
    },
    forgetTalks: () =>
      write(() => {
        for (const table of ['conversations', 'dialogs', 'answers'])
          connection.run(`DELETE FROM ${table}`)
      }),
    finish: () => write(() => endCopying(connection)),
    async leaveSign(sign) {
      await connection.write(() =>
        connection.run('INSERT INTO health (id, checks) VALUES (?, 0)', sign),
      )
    },
    async hasSign(sign) {
      return connection.get('SELECT 1 FROM health WHERE id = ?', sign) !== undefined
    },
    async takeSign(sign) {
      await connection.write(() => connection.run('DELETE FROM health WHERE id = ?', sign))
    },
    close: () => connection.close(),
  }
}
