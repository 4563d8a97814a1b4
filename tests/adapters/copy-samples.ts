import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { MigrateOptions } from '../../src/commands/copy-between.ts'
import { migrateStore, openCopy } from '../../src/commands/copy-between.ts'
import type { CopiedPart, StoreCopy } from '../../src/ports/store-copy.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { boardOf, copyStore } from '../../src/usecases/copying/copy-store.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { makeFullStore } from './full-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A place that a store can be copied into, with nothing there yet. */
export interface Place {
  readonly address: string
  open(): Promise<Stores>
}

/** Gone when the test is over. */
export function sqlitePlace(name = 'copy.sqlite'): Place {
  const address = path.join(temporaryFolder(), 'data', name)
  return { address, open: () => openSqliteStores({ path: address }) }
}

/** Gone when the test is over. */
export function mongoPlace(): Place {
  const { uri, drop } = freshDatabase(mongoForTests()?.uri ?? '')
  onTestFinished(async () => {
    await drop()
  })
  return { address: uri, open: () => openMongoStores({ uri }) }
}

/** Every kind of place there is on this machine. */
export const PLACES: readonly (readonly [string, (name?: string) => Place])[] = [
  ['SQLite', sqlitePlace],
  ...(mongoForTests() ? [['MongoDB', mongoPlace] as const] : []),
]

/** A store with something of everything, made once for the tests of a file, each with a copy. */
export function aFullStore(): () => Place {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-copy-'))
    await makeFullStore(path.join(folder, 'full.sqlite'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => {
    const place = sqlitePlace('full.sqlite')
    mkdirSync(path.dirname(place.address))
    copyFileSync(path.join(folder, 'full.sqlite'), place.address)
    return place
  }
}

export const migrate = (from: Place, to: Place, also: Partial<MigrateOptions> = {}) =>
  migrateStore({ from: from.address, to: to.address, newId: randomUUID, ...also })

/**
 * Copies with something done before each time that rows are put, and before the end.
 * @param before told how many times it is with this one
 */
export async function migrateWith(
  from: Place,
  to: Place,
  before: (put: number | 'the end') => Promise<unknown>,
) {
  const source = await openCopy(from.address, 'source')
  const target = await openCopy(to.address, 'target')
  let puts = 0
  const watched = <Row>(part: CopiedPart<Row>): CopiedPart<Row> => ({
    ...part,
    async put(rows) {
      puts += 1
      await before(puts)
      await part.put(rows)
    },
  })
  const { parts } = target
  const watchedTarget: StoreCopy = {
    ...target,
    parts: {
      board: watched(parts.board),
      observation: watched(parts.observation),
      activity: watched(parts.activity),
      action: watched(parts.action),
      review: watched(parts.review),
      access: watched(parts.access),
      series: watched(parts.series),
      conversations: watched(parts.conversations),
      personas: watched(parts.personas),
      talks: watched(parts.talks),
      deliveries: watched(parts.deliveries),
    },
    async finish() {
      await before('the end')
      await target.finish()
    },
  }
  try {
    const board = await boardOf(source)
    const given = { from: source, to: watchedTarget, board }
    return await copyStore({ ...given, digest: sha256, newId: randomUUID })
  } finally {
    await source.close()
    await target.close()
  }
}

export async function within<Result>(
  place: Pick<Place, 'open'>,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  const stores = await place.open()
  try {
    return await work(stores)
  } finally {
    await stores.close()
  }
}
