import mongoose from 'mongoose'
import { describe, expect, test } from 'vitest'
import { anEarlierBoardChange } from '../builders.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import type { Place } from './copy-samples.ts'
import {
  aFullStore,
  migrate,
  migrateWith,
  mongoPlace,
  PLACES,
  sqlitePlace,
  within,
} from './copy-samples.ts'
import { answersOf, goingOn } from './store-answers.ts'

const full = aFullStore()
const given = mongoForTests()

describe.each(PLACES)('a store that was copied into %s', (_kind, aPlace) => {
  test('I2: answers the same through every port, each seal as it was, and is used on the same', async () => {
    const [from, to] = [full(), aPlace()]
    const { wasThere, sums, audit } = await migrate(from, to)
    expect(wasThere).toBe(false)
    expect(audit).toMatchObject({ records: 45, readings: 131, findings: [] })
    const counts = Object.fromEntries([...sums].map(([part, { count }]) => [part, count]))
    expect(counts).toMatchObject({
      board: 1,
      observation: 21,
      activity: 12,
      action: 8,
      review: 3,
      access: 2,
      talks: 3,
      deliveries: 9,
    })
    expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
    expect(await within(to, goingOn)).toStrictEqual(await within(from, goingOn))
  })

  test('holds a board that an earlier version opened as whole as it was', async () => {
    const [from, to] = [sqlitePlace('earlier.sqlite'), aPlace()]
    await within(from, ({ board }) => board.save(anEarlierBoardChange()))
    expect(await migrate(from, to)).toMatchObject({ audit: { records: 1, findings: [] } })
  })

  test('is left as it is when it is copied once more, also by way of another store', async () => {
    const [from, between, to] = [full(), aPlace('between.sqlite'), aPlace()]
    await migrate(from, between)
    await migrate(between, to)
    const expected = await within(from, answersOf)
    for (const source of [from, between]) {
      expect(await migrate(source, to)).toMatchObject({ wasThere: true, audit: { findings: [] } })
      expect(await within(to, answersOf)).toStrictEqual(expected)
    }
  })

  test.each([1, 3, 7, 'the end'] as const)(
    'is whole when it was broken off before part %s was there, and run again',
    async (when) => {
      const [from, to] = [full(), aPlace()]
      await expect(brokenOff(from, to, when)).rejects.toThrow('broken off')
      await expect(to.open()).rejects.toThrow(/“npm run migrate-store” once more/)
      await expect(migrate(to, aPlace('another.sqlite'))).rejects.toThrow(/is being copied into/)
      await migrate(from, to)
      expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
    },
  )

  test('takes what changed in the source after it was broken off', async () => {
    const [from, to] = [full(), aPlace()]
    await expect(brokenOff(from, to, 'the end')).rejects.toThrow('broken off')
    const expected = await within(from, async (stores) => {
      await goingOn(stores)
      return answersOf(stores)
    })
    await migrate(from, to)
    expect(await within(to, answersOf)).toStrictEqual(expected)
  })
})

describe.skipIf(!given)('from MongoDB', () => {
  test('everything comes back as it was', async () => {
    const [from, between, to] = [full(), mongoPlace(), sqlitePlace()]
    await migrate(from, between)
    const { audit } = await migrate(between, to)
    expect(audit.findings).toEqual([])
    expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
    expect(await within(to, goingOn)).toStrictEqual(await within(from, goingOn))
  })

  test('what was used there comes back, with what it was used for', async () => {
    const [between, to] = [mongoPlace(), sqlitePlace()]
    await migrate(full(), between)
    const expected = await within(between, async (stores) => {
      await goingOn(stores)
      return answersOf(stores)
    })
    await migrate(between, to)
    expect(await within(to, answersOf)).toStrictEqual(expected)
  })

  test('half of a page that was written when it was broken off is written again', async () => {
    const [from, to] = [full(), mongoPlace()]
    await expect(brokenOff(from, to, 3)).rejects.toThrow('broken off')
    const connection = await mongoose.createConnection(to.address).asPromise()
    const observations = connection.collection<{ _id: string }>('observations')
    const lost = { $or: [{ stage: 'closed' }, { logFrom: { $gt: 1 } }] }
    const ids = (await observations.find(lost).toArray()).map(({ _id }) => _id)
    await connection.collection('trailLines').deleteMany({ id: { $in: ids }, seq: { $lt: 50 } })
    await connection.collection('earlierEvents').deleteOne({ from: 101 })
    await observations.deleteMany(lost)
    await connection.close()
    expect(ids.length).toBeGreaterThan(1)
    await migrate(from, to)
    expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
  })

  test('a long history is cut at the same places as when it was saved there', async () => {
    const [from, saved, copied] = [full(), mongoPlace(), mongoPlace()]
    await migrate(from, saved)
    await within(saved, goingOn)
    await migrate(saved, copied)
    expect(await earlierEvents(copied)).toStrictEqual(await earlierEvents(saved))
    expect((await earlierEvents(saved)).length).toBeGreaterThan(4)
  })
})

async function earlierEvents({ address }: Place) {
  const connection = await mongoose.createConnection(address).asPromise()
  try {
    return await connection.collection('earlierEvents').find({}).sort({ _id: 1 }).toArray()
  } finally {
    await connection.close()
  }
}

/** Copies until this many parts are there, or everything but the mark of being copied into is. */
const brokenOff = (from: Place, to: Place, when: number | 'the end') =>
  migrateWith(from, to, async (put) => {
    if (put === when) throw new Error('broken off')
  })
