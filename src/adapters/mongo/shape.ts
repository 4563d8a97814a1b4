import type { Connection } from 'mongoose'
import type { Shape } from '../../ports/keeping.ts'
import { INDEXES, modelsOf } from './models.ts'

/** Collections without a model: whose the database is, and whether it can be written to. */
const OTHERS = ['meta', 'health']

/** Compares collections and indexes with those that the program makes. */
export async function shapeOf(connection: Connection): Promise<Shape> {
  modelsOf(connection)
  const models = Object.values(connection.models).map(({ collection }) => collection.name)
  const known = new Set([...models, ...OTHERS])
  const there = await connection.listCollections()
  const strange = there
    .filter(({ name, type }) => type !== 'collection' || !known.has(name))
    // Leaves out the server's own, such as the definitions of views.
    .filter(({ name }) => !name.startsWith('system.'))
    .map(({ name, type }) => `there is the ${type} “${name}”, which the program does not make`)
  const names = there.map(({ name }) => name).filter((name) => known.has(name))
  const indexes = await Promise.all(names.map((name) => indexesOf(connection, name)))
  // Documents can be read with any indexes.
  return { differs: [...strange, ...indexes.flat()], isReadable: true }
}

async function indexesOf(connection: Connection, collection: string): Promise<readonly string[]> {
  const ours = new Map((INDEXES[collection] ?? []).map((index) => [index.name, index]))
  const found = await connection.collection(collection).listIndexes().toArray()
  const names = new Set(found.map(({ name }) => String(name)))
  return [
    ...[...ours.keys()]
      .filter((name) => !names.has(name))
      .map((name) => `the index “${name}” is missing`),
    ...found
      .filter(({ name }) => name !== '_id_')
      .flatMap(({ name, key, unique }) => {
        const index = ours.get(name)
        if (!index) return [`there is the index “${name}”, which the program does not make`]
        const isSame =
          JSON.stringify(key) === JSON.stringify(index.keys) &&
          (unique ?? false) === (index.unique ?? false)
        return isSame ? [] : [`the index “${name}” is not as the program makes it`]
      }),
  ]
}
