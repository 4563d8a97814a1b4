import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { backUp } from '../../src/adapters/sqlite/backup.ts'
import type { SqliteOptions } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { StoreProblem } from '../../src/adapters/sqlite/store-problem.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { saveBoard, saveObservation } from './whole-records.ts'

/** A store with the board and some observations. */
export async function aStore(observations = 3) {
  const folder = temporaryFolder()
  const store = join(folder, 'learning-loop.sqlite')
  const stores = await openSqliteStores({ path: store })
  onTestFinished(() => stores.close())
  await saveBoard(stores)
  for (let number = 1; number <= observations; number += 1) {
    await stores.references.next('observation-2026')
    await saveObservation(stores, `OBS-2026-${number}`)
  }
  return { folder, store, stores, backup: join(folder, 'backups', 'backup.sqlite') }
}

/** A store that is not open, with a backup of it from before its last observation. */
export async function aStoreWithBackup() {
  const made = await aStore()
  await backUp({ from: made.store, to: made.backup, lookThrough })
  await saveObservation(made.stores, 'OBS-2026-late')
  await made.stores.close()
  return made
}

/** A store that holds 50 observations and is not open. */
export async function aClosedStore() {
  const { folder, store, stores } = await aStore(50)
  await stores.close()
  return { folder, path: store }
}

/** Opens what cannot be opened. */
export async function problemOf(options: SqliteOptions): Promise<StoreProblem> {
  const error = await openSqliteStores(options).catch((problem: unknown) => problem)
  if (!(error instanceof StoreProblem))
    throw new Error('opened, or failed otherwise', { cause: error })
  return error
}

/** What a store holds, opened for as long as it takes. */
export async function reading<Result>(path: string, read: (stores: Stores) => Promise<Result>) {
  const stores = await openSqliteStores({ path })
  try {
    return await read(stores)
  } finally {
    await stores.close()
  }
}

export const has = (path: string, id: string) =>
  reading(path, async ({ records }) => (await records.observation.load(id)) !== undefined)

export function withDatabase(path: string, work: (db: DatabaseSync) => void) {
  const db = new DatabaseSync(path)
  work(db)
  db.close()
}

/** Damages a store of some size; its header stays. */
export const overwritePages = (path: string) => {
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, 4096 * 3, 4096 * 12))
}
