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

/** A store that outlives its closing, with two instances of the program on it. */
async function shared(
  open: () => Promise<Stores>,
  empty: (reopen: (between: () => Promise<void>) => Promise<void>) => Promise<void>,
  end: () => Promise<void>,
): Promise<World> {
  const both = async () => [await open(), await open()] as const
  let [first, second] = await both()
  const close = () => Promise.all([first.close(), second.close()])
  const reopen = async (between: () => Promise<void>) => {
    await close()
    await between()
    ;[first, second] = await both()
  }
  return {
    stores: (nth = 0) => (nth % 2 === 0 ? first : second),
    empty: () => empty(reopen),
    reopen: () => reopen(nothing),
    end: async () => {
      await close()
      await end()
    },
  }
}

const nothing = async () => undefined

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
    reopen: nothing,
    end: () => stores.close(),
  }
}

export function sqliteInFile(clock: Clock): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'learning-loop-'))
  const data = join(folder, 'data')
  const remove = async (path: string) => rmSync(path, { recursive: true, force: true })
  return shared(
    () => openSqliteStores({ path: join(data, 'learning-loop.sqlite'), clock }),
    (reopen) => reopen(() => remove(data)),
    () => remove(folder),
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
