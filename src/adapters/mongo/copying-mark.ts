import type { Connection } from 'mongoose'
import type { Copying } from '../../ports/store-copy.ts'

interface CopyingDocument extends Copying {
  readonly _id: 'copying'
}

const metaOf = (connection: Connection) => connection.collection<CopyingDocument>('meta')

export async function copyingInto(connection: Connection): Promise<Copying | null> {
  const found = await metaOf(connection).findOne({ _id: 'copying' })
  return found ? { board: found.board, run: found.run } : null
}

export async function beginCopying(connection: Connection, copying: Copying): Promise<void> {
  await metaOf(connection).replaceOne({ _id: 'copying' }, copying, { upsert: true })
}

/** @returns whether this run had the mark */
export async function endCopying(connection: Connection, run: string): Promise<boolean> {
  const { deletedCount } = await metaOf(connection).deleteOne({ _id: 'copying', run })
  return deletedCount === 1
}
