import type { Connection } from 'mongoose'
import { forEachKind } from '../../domain/records.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Copying, StoreCopy } from '../../ports/store-copy.ts'
import { openSlowConnection } from './connection.ts'
import { copiedChains } from './copied-chains.ts'
import { copiedRows } from './copied-rows.ts'
import { copiedTalks } from './copied-talks.ts'
import { beginCopying, copyingInto, endCopying } from './copying-mark.ts'
import { keepingCollections } from './keeping-collections.ts'
import { isLearningLoop, MongoProblem, migrateNamed } from './migrations.ts'
import { modelsOf } from './models.ts'
import { inWords } from './open-mongo-stores.ts'
import { createDoorkeeper } from './refusing.ts'

interface MongoCopyOptions {
  readonly uri: string
  readonly as: 'source' | 'target'
  /** What people call the address. */
  readonly named: string
}

/** Time limit for looking at everything once. */
const LOOKING_MS = 30 * 60_000

/** How many reads run at the same time when everything is looked at. */
const POOL_SIZE = 16

/**
 * Opens a database to copy it, or to copy into it. The latter makes its collections.
 * @throws MongoProblem; then nothing in it has been changed
 */
export async function openMongoCopy({ uri, as, named }: MongoCopyOptions): Promise<StoreCopy> {
  const connection = await inWords(() => openSlowConnection(uri, POOL_SIZE), named)
  try {
    return await inWords(() => prepared(connection, as, named), named)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function prepared(
  connection: Connection,
  as: MongoCopyOptions['as'],
  named: string,
): Promise<StoreCopy> {
  // Before anything is made: the database may belong to anybody.
  if (as === 'source' && !(await isLearningLoop(connection)))
    throw new MongoProblem(
      `There is no Learning Loop store in the database ${connection.name}. Name one in ${named}.`,
    )
  await migrateNamed(connection, { named, whileCopying: as === 'target' })
  const { guard, close } = createDoorkeeper()
  const models = modelsOf(connection)
  const { chained, earlier } = models
  const health = connection.collection<{ _id: string }>('health')
  let own: Copying | undefined

  async function requireOwn() {
    if (!own || (await copyingInto(connection))?.run !== own.run) throw takenOver()
  }

  const chains = copiedChains(connection, earlier, requireOwn)
  const rows = copiedRows(connection, requireOwn)
  return {
    name: `the MongoDB database ${connection.name}`,
    parts: {
      ...forEachKind((kind) => guard(chains[kind])),
      board: guard(chains.board),
      access: guard(chains.access),
      series: guard(rows.series),
      conversations: guard(rows.conversations),
      personas: guard(rows.personas),
      deliveries: guard(rows.deliveries),
      talks: guard(copiedTalks(connection, requireOwn)),
    },
    audited: { keeping: guard(keepingCollections(connection, models), LOOKING_MS) },
    ...guard({
      async events() {
        const sums = await Promise.all(
          Object.values(chained).map((model) =>
            model.aggregate<{ events: number }>([
              { $group: { _id: null, events: { $sum: '$events' } } },
            ]),
          ),
        )
        return sums.flat().reduce((sum, { events }) => sum + events, 0)
      },
      copying: () => copyingInto(connection),
      async begin(copying: Copying) {
        await beginCopying(connection, copying)
        own = copying
      },
      async forgetTalks() {
        await requireOwn()
        await models.conversations.deleteMany({})
        await models.talks.deleteMany({})
      },
      async finish() {
        if (!own || !(await endCopying(connection, own.run))) throw takenOver()
      },
      async leaveSign(sign: number) {
        await health.insertOne({ _id: `${sign}` })
      },
      hasSign: async (sign: number) => (await health.findOne({ _id: `${sign}` })) !== null,
      async takeSign(sign: number) {
        await health.deleteOne({ _id: `${sign}` })
      },
    }),
    async close() {
      await close()
      await connection.close()
    },
  }
}

const takenOver = () => new DomainError('conflict', { what: 'copy' })
