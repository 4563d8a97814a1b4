import mongoose from 'mongoose'
import { describe, expect, onTestFinished, test } from 'vitest'
import { cut } from '../../src/adapters/mongo/event-log.ts'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { firstBreak } from '../../src/domain/machinery/chain.ts'
import { anObservationChange, MORNING, people } from '../builders.ts'
import { chainOf, linksOf } from '../support/chains.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'

const given = mongoForTests()
const ID = 'OBS-2026-0001'
const TOO_LARGE = 16 * 1024 * 1024

const entry = (seq: number, length = 100) => ({
  seq,
  at: MORNING,
  by: people.reporter,
  cause: 'c',
  type: 'Said',
  data: 'a'.repeat(length),
  hash: 'h',
})
const log = (many: number, length?: number) =>
  Array.from({ length: many }, (_, index) => entry(index + 1, length))

describe('where a long history is cut', () => {
  test.each([
    [0, 0],
    [100, 0],
    [101, 1],
    [200, 1],
    [201, 2],
  ])('of %i events %i full chunks are cut off, and the last ones stay', (many, chunks) => {
    const { chunks: found, rest } = cut(log(many))
    expect(found).toHaveLength(chunks)
    expect([...found.flat(), ...rest]).toEqual(log(many))
  })

  test('large events fill a chunk sooner, and one alone is a chunk however large it is', () => {
    const { chunks } = cut([...log(2, 200_000), entry(3, 900_000), entry(4)])
    expect(chunks.map((chunk) => chunk.map(({ seq }) => seq))).toEqual([[1], [2], [3]])
  })

  test('the same events are cut at the same places from every version of the record', () => {
    const early = cut(log(150)).chunks
    const late = cut(log(180)).chunks
    expect(early).toEqual(late)
  })
})

describe.skipIf(!given)('a record with 20,000 events', () => {
  const SAVES = 50
  const EACH = 400

  test('is kept whole in documents far below the limit, and goes on', async () => {
    const { uri, drop } = freshDatabase(given?.uri ?? '')
    const stores = await openMongoStores({ uri })
    onTestFinished(async () => {
      await stores.close()
      await drop()
    })
    const [first] = anObservationChange({ id: ID, from: 1 }).events
    if (!first) throw new Error('a builder without an event')
    let seq = 0
    for (let from = 0; from < SAVES; from += 1) {
      const events = Array.from({ length: EACH }, () => {
        seq += 1
        return { ...first, seq, cause: `cause-${from}` }
      })
      await stores.records.observation.save(anObservationChange({ id: ID, from, events }))
    }
    const stored = await stores.records.observation.load(ID)
    expect(stored).toMatchObject({ version: SAVES, events: SAVES * EACH })
    const history = await stores.records.observation.history(ID)
    expect(history.map((event) => event.seq)).toEqual(
      Array.from({ length: SAVES * EACH }, (_, index) => index + 1),
    )
    const chain = await chainOf(stores, 'observation', ID)
    if (!chain) throw new Error('no chain')
    expect(firstBreak(sha256, chain, await linksOf(stores, 'observation', ID))).toBeUndefined()
    expect(await largestDocument(uri)).toBeLessThan(TOO_LARGE / 50)
    const events = [{ ...first, seq: seq + 1, cause: 'one more' }]
    const change = anObservationChange({ id: ID, from: SAVES, events })
    expect(await stores.records.observation.save(change)).toMatchObject({ events: seq + 1 })
    expect(await stores.records.observation.history(ID)).toHaveLength(seq + 1)
    expect((await stores.trail.lines({ log: 'changes' }, { size: 1 })).total).toBe(seq + 1)
  })

  test('callers that save it at the same moment lose and double nothing where it is cut', async () => {
    const { uri, drop } = freshDatabase(given?.uri ?? '')
    const stores = await openMongoStores({ uri })
    onTestFinished(async () => {
      await stores.close()
      await drop()
    })
    await stores.records.observation.save(anObservationChange({ id: ID }))
    const [event] = anObservationChange({ id: ID, from: 1 }).events
    if (!event) throw new Error('a builder without an event')
    const callers = ['a', 'b', 'c'].map(async (name) => {
      for (let done = 0; done < 90; ) {
        const stored = await stores.records.observation.load(ID)
        if (!stored) throw new Error('it is gone')
        const events = [{ ...event, seq: stored.events + 1, cause: `${name}-${done}` }]
        const change = anObservationChange({ id: ID, from: stored.version, events })
        await stores.records.observation.save(change).then(
          () => {
            done += 1
          },
          () => undefined, // somebody else was first
        )
      }
    })
    await Promise.all(callers)
    const links = await linksOf(stores, 'observation', ID)
    expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 271 }, (_, i) => i + 1))
    expect(new Set(links.map(({ cause }) => cause)).size).toBe(271)
    const chain = await chainOf(stores, 'observation', ID)
    if (!chain) throw new Error('no chain')
    expect(firstBreak(sha256, chain, links)).toBeUndefined()
  })
})

/** In bytes, over all collections. */
async function largestDocument(uri: string): Promise<number> {
  const connection = await mongoose.createConnection(uri).asPromise()
  try {
    const sizes = await Promise.all(
      ['observations', 'earlierEvents'].map(async (name) => {
        const documents = await connection.collection(name).find({}).toArray()
        return documents.map((document) => mongoose.mongo.BSON.calculateObjectSize(document))
      }),
    )
    return Math.max(...sizes.flat())
  } finally {
    await connection.close()
  }
}
