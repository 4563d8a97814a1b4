import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { copyingInto } from './copying-mark.ts'
import { backfillDuties } from './duty-collection.ts'
import { keepWhatWasSentPast } from './migration-2.ts'
import { INDEXES, modelsOf } from './models.ts'
import { isDuplicate } from './refusing.ts'
import { leaseCollection } from './sharing-collections.ts'

/** A database that cannot be used. The message is for the person who starts the program. */
export class MongoProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MongoProblem'
  }
}

/**
 * One step for each version, never changed once released. Each can be repeated: a program that is
 * killed in the middle does it again from the start.
 */
const MIGRATIONS: readonly ((connection: Connection) => Promise<void>)[] = [
  // The first collections need only their indexes, which are made at each start.
  async () => undefined,
  keepWhatWasSentPast,
  // An empty column is there all the same.
  async (connection) => {
    await modelsOf(connection).records.observation.updateMany(
      { proposedUntil: { $exists: false } },
      { $set: { proposedUntil: null } },
    )
  },
  async (connection) => {
    const observations = connection.collection('observations')
    await observations.updateMany(
      { decidedInTime: { $exists: false } },
      { $set: { firstWordInWorkingDays: null, decidedInTime: null } },
    )
    const isThere = (await connection.listCollections()).some(({ name }) => name === 'observations')
    const indexes = isThere ? await observations.indexes() : []
    // It is made again at the end, with these columns.
    if (indexes.some(({ name }) => name === 'observations_decided'))
      await observations.dropIndex('observations_decided')
  },
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

interface MigrateOptions {
  /** What people call the address. */
  readonly named: string
  /** Allow a database that is being copied into. Only copying sets this. */
  readonly whileCopying: boolean
}

/**
 * Brings a database up to date: its owner, the steps that are due, its indexes. Several instances
 * may do this at once; one does it and the others wait.
 * @throws MongoProblem when the database is another program's, a newer version's or half a copy
 */
export const migrate = (connection: Connection): Promise<void> =>
  migrateNamed(connection, { named: 'MONGODB_URI', whileCopying: false })

/** Brings a database up to date, for copying too. */
export async function migrateNamed(
  connection: Connection,
  { named, whileCopying }: MigrateOptions,
): Promise<void> {
  if (!whileCopying) await requireCopied(connection)
  await claimDatabase(connection, named)
  const leases = leaseCollection(modelsOf(connection).leases)
  const holder = randomUUID()
  while (!(await leases.take(LEASE, holder, isoIn(0), isoIn(LEASE_MS)))) await pause(LOOK_AGAIN_MS)
  const renewing = setInterval(() => {
    // If this fails, so does the work it protects.
    leases.take(LEASE, holder, isoIn(0), isoIn(LEASE_MS)).catch(() => undefined)
  }, LEASE_MS / 3)
  try {
    await takeSteps(connection)
    await backfillDuties(modelsOf(connection).duties)
    for (const [collection, indexes] of Object.entries(INDEXES))
      for (const { keys, ...options } of indexes)
        await connection.collection(collection).createIndex({ ...keys }, { ...options })
  } finally {
    clearInterval(renewing)
    await leases.release(LEASE, holder)
  }
}

const metaOf = (connection: Connection) => connection.collection<Meta>(META)

/** Whether a store of ours is there, of any version. Changes nothing. */
export const isLearningLoop = async (connection: Connection): Promise<boolean> =>
  (await metaOf(connection).findOne({ _id: 'schema' })) !== null

async function requireCopied(connection: Connection) {
  if (await copyingInto(connection))
    throw new MongoProblem(
      `The database ${connection.name} is being copied into, or was when that was broken off, and was left as it is. Finish it first: run the same “npm run migrate-store” once more.`,
    )
}

async function claimDatabase(connection: Connection, named: string) {
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
      `The database ${connection.name} holds something that is not Learning Loop’s and was left as it is. Name an empty one in ${named}.`,
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
