import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import mongoose from 'mongoose'
import { describe, expect, test } from 'vitest'
import type { MigrateOptions } from '../../src/commands/copy-between.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { people } from '../builders.ts'
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
import { at } from './full-store.ts'
import { withDatabase } from './sqlite-samples.ts'
import { answersOf, goingOn } from './store-answers.ts'
import { filesIn } from './temporary-folder.ts'

const full = aFullStore()
const given = mongoForTests()

const SECRET = 'correct-horse'

/** The store of another board. */
async function anotherBoard(): Promise<Place> {
  const place = sqlitePlace('other.sqlite')
  await makeDemoStore(place.address, 2)
  return place
}

describe.each(PLACES)('copying into %s', (_kind, aPlace) => {
  test('another board’s store is refused, and left as it is', async () => {
    const [from, to, other] = [full(), aPlace(), await anotherBoard()]
    await migrate(other, to)
    await expect(migrate(from, to)).rejects.toThrow(/data of another board/)
    expect(await within(to, answersOf)).toStrictEqual(await within(other, answersOf))
  })

  test('a half copy of another store is refused, and can still be finished', async () => {
    const [from, to, other] = [full(), aPlace(), await anotherBoard()]
    await expect(migrate(other, to, { onProgress: breakOff })).rejects.toThrow('broken off')
    await expect(migrate(from, to)).rejects.toThrow(/half a copy of another store/)
    await migrate(other, to)
    expect(await within(to, answersOf)).toStrictEqual(await within(other, answersOf))
  })

  test('the same board is refused where a program has run on one of them since', async () => {
    const [from, to] = [full(), aPlace()]
    await migrate(from, to)
    const expected = await within(to, async (stores) => {
      await goingOn(stores)
      return answersOf(stores)
    })
    await expect(migrate(from, to)).rejects.toThrow(/a program ran on one of them since/)
    expect(await within(to, answersOf)).toStrictEqual(expected)
  })

  test('what is not empty and has no board is refused', async () => {
    const [from, to] = [full(), aPlace()]
    await within(to, ({ turns }) => turns.setPersona('account', 'somebody'))
    await expect(migrate(from, to)).rejects.toThrow(/There is something in .* already/)
  })

  test('a store that was opened but has nothing in it is taken', async () => {
    const [from, to] = [full(), aPlace()]
    await within(to, async (stores) => {
      await stores.check()
      await stores.leases.take('planning', 'somebody', at(0), at(1))
    })
    expect(await migrate(from, to)).toMatchObject({ wasThere: false })
  })

  test('a source without a board is refused, before anything is made', async () => {
    const [from, to] = [aPlace('empty.sqlite'), sqlitePlace()]
    await within(from, ({ references }) => references.next('observation-2026'))
    await expect(migrate(from, to)).rejects.toThrow(/There is no board in .* yet/)
    expect(filesIn(path.dirname(path.dirname(to.address)))).toEqual({})
  })

  test('a source that changes meanwhile is noticed, and taken as it is when run again', async () => {
    const [from, to] = [full(), aPlace()]
    const reference = { conversationId: 'a:9', reference: {}, seenAt: at(0) }
    const migrating = migrateWith(from, to, async (put) => {
      if (put !== 8) return
      await within(from, ({ conversations }) => conversations.put(people.reporter, reference))
    })
    await expect(migrating).rejects.toThrow(
      /something changed in .* \(chats\): a program is running on it/,
    )
    await expect(to.open()).rejects.toThrow(/migrate-store/)
    await migrate(from, to)
    expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
  })

  test('a second run takes over, and the first one stops', async () => {
    const [from, to] = [full(), aPlace()]
    const first = migrateWith(from, to, async (put) => {
      if (put === 3) await migrate(from, to)
    })
    await expect(first).rejects.toThrow(/Another “npm run migrate-store” has begun/)
    expect(await within(to, answersOf)).toStrictEqual(await within(from, answersOf))
  })

  test.each<readonly [string, string, RegExp]>([
    [
      'an event that was changed',
      `UPDATE events SET data = replace(data, 'more 7', 'less 7') WHERE seq = 8`,
      /in OBS-2020-0001 event 8 is not as it was kept/,
    ],
    [
      'an event that is no event',
      `UPDATE events SET data = 'She told ' || data WHERE id = 'OBS-2020-0001' AND seq = 8`,
      /what is kept of OBS-2020-0001 cannot be read/,
    ],
    [
      'a reading that is gone',
      `DELETE FROM events WHERE kind = 'access' AND seq = 130`,
      /in the log of who read observation\/OBS-2020-0001 reading 130 is missing/,
    ],
    [
      'a state that is no state',
      `UPDATE observations SET state = '{"She told' WHERE id = 'OBS-2020-0001'`,
      /what is kept of OBS-2020-0001 cannot be read/,
    ],
    [
      'another state',
      `UPDATE observations SET state = replace(state, 'more 7', 'less 7')`,
      /The copy is not whole: in OBS-2020-0001 the record is not what its events make of it/,
    ],
    [
      'another type beside an event',
      `UPDATE events SET type = 'ObservationClosed' WHERE id = 'OBS-2020-0001' AND seq = 8`,
      /The copy is not whole: in OBS-2020-0001 what lists say of event 8 is not what it is/,
    ],
    [
      'a narrow column that was changed, which the copy makes anew',
      `UPDATE observations SET stage = 'closed' WHERE id = 'OBS-2020-0001'`,
      /What was copied is not whole: in OBS-2020-0001 the field “stage” is not what/,
    ],
    [
      'a counter that was set back',
      `UPDATE series SET last = 0 WHERE name = 'observation-2020'`,
      /the counter of references “observation-2020” stands at 0, and OBS-2020-0001 is there/,
    ],
    [
      'events of a record that is gone',
      `INSERT INTO events SELECT kind, 'OBS-2020-0009', seq, at, by, cause, type, data, hash
        FROM events WHERE id = 'OBS-2020-0001' AND seq = 1`,
      /is not equal \(events\)/,
    ],
  ])('I2: a source with %s is not taken for whole', async (_what, sql, say) => {
    const [from, to] = [full(), aPlace()]
    withDatabase(from.address, (db) => db.exec(sql))
    const problem: unknown = await migrate(from, to).catch((error: unknown) => error)
    expect(problem).toMatchObject({ message: expect.stringMatching(say) })
    expect(String(problem)).not.toContain('told')
    await expect(to.open()).rejects.toThrow(/migrate-store/)
  })
})

const breakOff: MigrateOptions['onProgress'] = (step) => {
  if (step === 'comparing') throw new Error('broken off')
}

describe('one and the same store', () => {
  test('is recognised by whatever path', async () => {
    const from = full()
    const before = await within(from, answersOf)
    const link = path.join(path.dirname(from.address), 'link.sqlite')
    symlinkSync(from.address, link)
    for (const address of [from.address, link])
      await expect(migrate(from, { ...from, address })).rejects.toThrow(/one and the same store/)
    expect(await within(from, answersOf)).toStrictEqual(before)
  })

  test.skipIf(!given)('is recognised by whatever address', async () => {
    const place = mongoPlace()
    await migrate(full(), place)
    const address = place.address.replace('127.0.0.1', 'localhost')
    expect(address).not.toBe(place.address)
    await expect(migrate(place, { ...place, address })).rejects.toThrow(/one and the same store/)
  })
})

describe('what is no store', () => {
  test('is not made where a source should be', async () => {
    const from = sqlitePlace('nothing.sqlite')
    await expect(migrate(from, sqlitePlace())).rejects.toThrow(/There is no Learning Loop store at/)
    expect(filesIn(path.dirname(path.dirname(from.address)))).toEqual({})
  })

  test('is not written over', async () => {
    const to = sqlitePlace()
    mkdirSync(path.dirname(to.address))
    writeFileSync(to.address, 'Minutes of the last meeting'.repeat(10))
    const before = filesIn(path.dirname(to.address))
    await expect(migrate(full(), to)).rejects.toThrow(/is not a Learning Loop store/)
    expect(filesIn(path.dirname(to.address))).toEqual(before)
  })

  test.skipIf(!given)('is neither taken nor written over in MongoDB', async () => {
    const place = mongoPlace()
    await expect(migrate(place, sqlitePlace())).rejects.toThrow(
      /There is no Learning Loop store in/,
    )
    const connection = await mongoose.createConnection(place.address).asPromise()
    await connection.collection('minutes').insertOne({ text: 'of the last meeting' })
    await expect(migrate(full(), place)).rejects.toThrow(
      /is not Learning Loop’s.*empty one in --to/,
    )
    const names = (await connection.listCollections()).map(({ name }) => name)
    await connection.close()
    expect(names).toEqual(['minutes'])
  })

  test.each([
    [
      `mongodb://somebody:${SECRET}@127.0.0.1:1/store`,
      /The MongoDB server in --to does not answer/,
    ],
    [`mongodb://somebody:${SECRET}@`, /--to is not an address of a MongoDB server/],
    [`postgres://somebody:${SECRET}@127.0.0.1/store`, /What --to gives is neither/],
  ])('is said without the password in its address', async (address, say) => {
    const problem: unknown = await migrate(full(), { ...full(), address }).catch((error) => error)
    expect(problem).toMatchObject({ message: expect.stringMatching(say) })
    expect(String(problem)).not.toContain(SECRET)
  })
})
