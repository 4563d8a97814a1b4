import path from 'node:path'
import type { Config } from '../config/config.ts'
import type { Clock } from '../ports/clock.ts'
import type { Stores } from '../ports/stores.ts'

export const storePath = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'learning-loop.sqlite')

/**
 * Opens the stores that the settings name: MongoDB where they give an address, else the embedded
 * store. Loads only the one that is used.
 * @throws StoreProblem or MongoProblem, in words for the person who starts the program
 */
export async function openStores(
  config: Pick<Config, 'dataDir' | 'mongodbUri'>,
  clock: Clock,
): Promise<Stores> {
  if (config.mongodbUri !== null) {
    const { openMongoStores } = await import('../adapters/mongo/open-mongo-stores.ts')
    return openMongoStores({ uri: config.mongodbUri, clock })
  }
  const { openSqliteStores } = await import('../adapters/sqlite/open-sqlite-stores.ts')
  return openSqliteStores({ path: storePath(config), clock })
}
