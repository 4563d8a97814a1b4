import { byKind } from '../../domain/records.ts'
import type { Clock } from '../../ports/clock.ts'
import type { RecordStores } from '../../ports/records.ts'
import type { Stores } from '../../ports/stores.ts'
import { boardCollection } from './board-collection.ts'
import { openConnection, openSlowConnection } from './connection.ts'
import { conversationCollection } from './conversation-collection.ts'
import { deliveryCollection } from './delivery-collection.ts'
import { dutyCollections } from './duty-collection.ts'
import { keepingCollections } from './keeping-collections.ts'
import { listedCollections } from './listed-collection.ts'
import { MongoProblem, migrate } from './migrations.ts'
import { modelsOf } from './models.ts'
import { createDoorkeeper, isOutOfReach } from './refusing.ts'
import { leaseCollection, paceCollection, referenceCollection } from './sharing-collections.ts'
import { accessCollection, trailCollection } from './trail-collection.ts'
import { turnCollection } from './turn-collection.ts'

interface MongoOptions {
  /** `mongodb://…` or `mongodb+srv://…`, with the name of the database as its path. */
  readonly uri: string
  /**
   * With a clock, answers and dialogs past their time are not returned even before they are
   * deleted.
   */
  readonly clock?: Clock
}

/**
 * Time limit for writing the auditor's list, which may have a backlog after data was moved here.
 */
const CATCHING_UP_MS = 30 * 60_000

/** Time limit for an audit, which looks at everything once. */
const LOOKING_MS = 30 * 60_000

/**
 * Opens the stores on a MongoDB server, with indexes made and data up to date.
 * @throws MongoProblem when it cannot be used, in words for the person who starts the program
 */
export async function openMongoStores({ uri, clock }: MongoOptions): Promise<Stores> {
  await prepare(uri)
  const connection = await inWords(() => openConnection(uri))
  const models = modelsOf(connection)
  const { guard, close } = createDoorkeeper()
  const guardEach = (stores: RecordStores) => byKind<RecordStores>((kind) => guard(stores[kind]))
  const { check } = guard({
    check: async () => {
      await connection
        .collection<{ _id: string; checks: number }>('health')
        .updateOne({ _id: 'health' }, { $inc: { checks: 1 } }, { upsert: true })
    },
  })
  return {
    board: guard(boardCollection(models.board, models.earlier)),
    records: guardEach(listedCollections(models.records, models.earlier)),
    duties: guard(dutyCollections(models.duties)),
    references: guard(referenceCollection(models.series)),
    deliveries: guard(deliveryCollection(models.deliveries, models.series)),
    conversations: guard(conversationCollection(models.conversations)),
    turns: guard(turnCollection(models.talks, models.personas, clock)),
    trail: guard(trailCollection(models.chained, models.earlier, models.lines), CATCHING_UP_MS),
    access: guard(accessCollection(models.access, models.earlier)),
    keeping: guard(keepingCollections(connection, models), LOOKING_MS),
    leases: guard(leaseCollection(models.leases)),
    pace: guard(paceCollection(models.paces)),
    check,
    async close() {
      await close()
      await connection.close()
    },
  }
}

async function prepare(uri: string) {
  const connection = await inWords(() => openSlowConnection(uri))
  try {
    await inWords(() => migrate(connection))
  } finally {
    await connection.close()
  }
}

/**
 * Says what is wrong without the address, which holds a password.
 * @param named what people call the address
 */
export async function inWords<Result>(
  work: () => Promise<Result>,
  named = 'MONGODB_URI',
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MongoProblem) throw error
    if (isOfTheAddress(error))
      throw new MongoProblem(
        `${named} is not an address of a MongoDB server, such as mongodb://host:27017/learning-loop.`,
        { cause: error },
      )
    if (isOutOfReach(error))
      throw new MongoProblem(
        `The MongoDB server in ${named} does not answer, or does not let the program in. See that it runs, that this machine may reach it, and that name and password are right.`,
        { cause: error },
      )
    throw error
  }
}

/** Thrown by several packages, each with a class of its own. Some quote the address. */
const isOfTheAddress = (error: unknown): boolean =>
  error instanceof Error && ['MongoParseError', 'URIError'].includes(error.name)
