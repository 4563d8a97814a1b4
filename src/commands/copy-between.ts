import { sha256 } from '../adapters/shared/digest.ts'
import type { NewId } from '../ports/clock.ts'
import type { StoreCopy } from '../ports/store-copy.ts'
import { CopyProblem } from '../usecases/copying/copy-problem.ts'
import type { CopyOptions, CopyResult } from '../usecases/copying/copy-store.ts'
import { boardOf, copyStore } from '../usecases/copying/copy-store.ts'

export interface MigrateOptions extends Pick<CopyOptions, 'onProgress'> {
  /** The file of a store, or the address of a MongoDB database. */
  readonly from: string
  readonly to: string
  readonly newId: NewId
  /** Called with the names of both stores, once they are open. */
  readonly onOpened?: (from: string, to: string) => void
}

/**
 * Copies everything from one store into another, of the same kind or the other. Run again, it goes
 * on.
 * @throws StoreProblem, MongoProblem or CopyProblem, in words for the person who does it
 */
export async function migrateStore(options: MigrateOptions): Promise<CopyResult> {
  const { newId, onProgress, onOpened } = options
  return using(openCopy(options.from, 'source'), async (from) => {
    // Before anything is made in the target.
    const board = await boardOf(from)
    return using(openCopy(options.to, 'target'), (to) => {
      onOpened?.(from.name, to.name)
      const given = { from, to, board, digest: sha256, newId }
      return copyStore({ ...given, ...(onProgress && { onProgress }) })
    })
  })
}

async function using<Result>(
  opening: Promise<StoreCopy>,
  work: (store: StoreCopy) => Promise<Result>,
) {
  const store = await opening
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Loads only the adapter that is used. */
export async function openCopy(address: string, as: 'source' | 'target'): Promise<StoreCopy> {
  const named = as === 'source' ? '--from' : '--to'
  if (/^mongodb(\+srv)?:/i.test(address)) {
    const { openMongoCopy } = await import('../adapters/mongo/copy-mongo.ts')
    return openMongoCopy({ uri: address, as, named })
  }
  // Does not repeat the address: it may hold a password.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(address))
    throw new CopyProblem(
      `What ${named} gives is neither the file of a store nor the address of a MongoDB database.`,
    )
  const { openSqliteCopy } = await import('../adapters/sqlite/copy-sqlite.ts')
  return openSqliteCopy(address, as)
}
