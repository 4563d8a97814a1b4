import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { INDEXES, modelsOf } from './models.ts'
import { isDuplicate } from './refusing.ts'
import { leaseCollection } from './sharing-collections.ts'

/** A database that cannot be used: the message is for whoever starts the program. */
export class MongoProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MongoProblem'
  }
}

/**
 * One step a version, never changed once released. Each can be repeated: a program that is killed
 * in the middle of one does it again from the start.
 */
const MIGRATIONS: readonly ((connection: Connection) => Promise<void>)[] = [
  // The first collections need nothing but their indexes, which are made at each start.
  async () => undefined,
]

export const SCHEMA_VERSION = MIGRATIONS.length

const META = 'meta'
const LEASE = 'migration'
const LEASE_MS = 60_000
const LOOK_AGAIN_MS = 200

interface Meta {
  readonly _id: 'schema'
  readonly product: 'learning-loop'
  readonly version: number
}

const isoIn = (ms: number) => new Date(Date.now() + ms).toISOString()

/**
 * Brings a database up to date: whose it is, steps that are due, indexes. Several instances may do
 * this at the same moment; one does it and the others wait.
 * @throws MongoProblem when the database is another program's, or a newer version's
 */
export async function migrate(connection: Connection): Promise<void> {
  await claimDatabase(connection)
  const leases = leaseCollection(modelsOf(connection).leases)
  const holder = randomUUID()
  while (!(await leases.take(LEASE, holder, isoIn(0), isoIn(LEASE_MS)))) await pause(LOOK_AGAIN_MS)
  const renewing = setInterval(() => {
    // When this fails, so does what it is for.
    leases.take(LEASE, holder, isoIn(0), isoIn(LEASE_MS)).catch(() => undefined)
  }, LEASE_MS / 3)
  try {
    await takeSteps(connection)
    for (const [collection, indexes] of Object.entries(INDEXES))
      for (const { keys, ...options } of indexes)
        await connection.collection(collection).createIndex({ ...keys }, { ...options })
  } finally {
    clearInterval(renewing)
    await leases.release(LEASE, holder)
  }
}

const metaOf = (connection: Connection) => connection.collection<Meta>(META)

async function claimDatabase(connection: Connection) {
  const known = await metaOf(connection).findOne({ _id: 'schema' })
  if (known) {
    if (known.version > SCHEMA_VERSION)
      throw new MongoProblem(
        `The database ${connection.name} was made by a newer version of Learning Loop and was left as it is. Start that version.`,
      )
    return
  }
  const others = (await connection.listCollections()).filter(({ name }) => name !== META)
  if (others.length > 0 && !(await metaOf(connection).findOne({ _id: 'schema' })))
    throw new MongoProblem(
      `The database ${connection.name} holds something that is not Learning Loop’s and was left as it is. Name an empty one in MONGODB_URI.`,
    )
  try {
    await metaOf(connection).insertOne({ _id: 'schema', product: 'learning-loop', version: 0 })
  } catch (error) {
    if (!isDuplicate(error)) throw error // another instance was first
  }
}

async function takeSteps(connection: Connection) {
  const meta = metaOf(connection)
  const before = (await meta.findOne({ _id: 'schema' }))?.version ?? 0
  for (let version = before; version < SCHEMA_VERSION; version += 1) {
    await MIGRATIONS[version]?.(connection)
    await meta.updateOne({ _id: 'schema', version }, { $set: { version: version + 1 } })
  }
}
