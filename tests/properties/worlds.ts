import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { Clock } from '../../src/ports/clock.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { freshDatabase } from '../support/mongo-server.ts'

/** A store that sequences are tried on, one after another. */
export interface World {
  /** As an instance of the program has them open now: the nth of those that share the store. */
  readonly stores: (nth?: number) => Stores
  /** Takes away everything, as before the first start. */
  readonly empty: () => Promise<void>
  /** Closes and opens again, as at a restart; nothing where what is closed is gone. */
  readonly reopen: () => Promise<void>
  /** Closes, and leaves nothing behind. */
  readonly end: () => Promise<void>
}

/** One instance has it, and it is gone when it is closed. */
export async function sqliteInMemory(clock: Clock): Promise<World> {
  const open = () => openSqliteStores({ path: ':memory:', clock })
  let stores = await open()
  return {
    stores: () => stores,
    empty: async () => {
      await stores.close()
      stores = await open()
    },
    reopen: async () => undefined,
    end: () => stores.close(),
  }
}

/** A store that outlives its closing, with two instances of the program on it. */
async function shared(
  open: () => Promise<Stores>,
  empty: (reopen: () => Promise<void>) => Promise<void>,
  remove: () => Promise<void>,
): Promise<World> {
  const both = async () => [await open(), await open()] as const
  let instances = await both()
  const close = () => Promise.all(instances.map((one) => one.close()))
  const reopen = async () => {
    await close()
    instances = await both()
  }
  return {
    stores: (nth = 0) => instances[nth % 2 === 0 ? 0 : 1],
    empty: () => empty(reopen),
    reopen,
    end: async () => {
      await close()
      await remove()
    },
  }
}

export function sqliteInFile(clock: Clock): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'learning-loop-'))
  let files = 0
  return shared(
    () => openSqliteStores({ path: join(folder, `${files}.sqlite`), clock }),
    (reopen) => {
      files += 1
      return reopen()
    },
    async () => rmSync(folder, { recursive: true, force: true }),
  )
}

/** A database of its own on this server. */
export async function mongoDatabase(server: string, clock: Clock): Promise<World> {
  const { uri, drop } = freshDatabase(server)
  const connection = await mongoose.createConnection(uri).asPromise()
  return shared(
    () => openMongoStores({ uri, clock }),
    // Making the indexes anew would take longer than what is tried with them.
    async () => {
      const names = (await connection.listCollections()).map(({ name }) => name)
      const ours = names.filter((name) => name !== 'meta')
      await Promise.all(ours.map((name) => connection.collection(name).deleteMany({})))
    },
    async () => {
      await connection.close()
      await drop()
    },
  )
}
