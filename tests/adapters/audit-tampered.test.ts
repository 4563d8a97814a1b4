import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Connection } from 'mongoose'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openMongoStores } from '../../src/adapters/mongo/open-mongo-stores.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { migrateStore } from '../../src/commands/copy-between.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { checkKept } from '../../src/usecases/audit/check-kept.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import type { AuditedStore } from './audited-store.ts'
import { makeAuditedStore } from './audited-store.ts'
import { reading, withDatabase } from './sqlite-samples.ts'
import { handsOnDatabase, handsOnFile } from './tampering-hands.ts'
import { TAMPERINGS } from './tamperings.ts'
import { temporaryFolder } from './temporary-folder.ts'

let folder: string
let source: string
let on: AuditedStore
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-tampered-'))
  source = path.join(folder, 'learning-loop.sqlite')
  on = await makeAuditedStore(source)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lookedAt = (stores: Stores) => lookThrough(stores.keeping)

function expectSaid(wrong: readonly string[], say: string) {
  expect(wrong.join('\n')).toContain(`Not whole: ${say}`)
  expect(wrong.join('\n')).not.toContain('She told me')
}

describe('an audit of a file', () => {
  function aFile(): string {
    const file = path.join(temporaryFolder(), 'learning-loop.sqlite')
    copyFileSync(source, file)
    return file
  }

  test('I2: finds nothing in a file as the program left it', async () => {
    expect(await reading(aFile(), lookedAt)).toMatchObject({ wrong: [] })
  })

  test('I2: excuses what the demo told nobody of on the board of the demo alone', async () => {
    const whys = async (isMadeUp: boolean) =>
      reading(aFile(), async ({ keeping }) => {
        const rows = await keeping.rows('observation', null, 100)
        const known = { readers: new Set<string>(), isMadeUp }
        return new Set(rows.flatMap((row) => checkKept(row, sha256, known)).map(({ why }) => why))
      })
    expect(await whys(true)).toEqual(new Set())
    expect(await whys(false)).toEqual(new Set(['untold']))
  })

  test.each(TAMPERINGS)('I2: finds in a file $what', async ({ by, say }) => {
    const file = aFile()
    const db = new DatabaseSync(file)
    await by(handsOnFile(db), on)
    db.close()
    const { wrong } = await reading(file, lookedAt)
    expectSaid(wrong, say(on))
  })

  test.each([
    [
      'a trigger',
      'CREATE TRIGGER t AFTER INSERT ON observations BEGIN SELECT 1; END',
      'trigger “t”',
    ],
    ['a view', 'CREATE VIEW v AS SELECT * FROM observations', 'view “v”'],
    ['a table', 'CREATE TABLE t (a TEXT)', 'table “t”'],
    ['an index', 'CREATE UNIQUE INDEX i ON observations (reporter, id)', 'index “i”'],
  ])('I2: finds in a file %s that the program does not make', async (_what, sql, name) => {
    const file = aFile()
    withDatabase(file, (db) => db.exec(sql))
    const { wrong } = await reading(file, lookedAt)
    expectSaid(wrong, `in the store itself there is the ${name}, which the program does not make`)
  })
})

describe.skipIf(!mongoForTests())('an audit of a database', () => {
  // The same one, and what is done to it is undone after each test.
  const { uri, drop } = freshDatabase(mongoForTests()?.uri ?? 'mongodb://none')
  let stores: Stores
  let connection: Connection
  beforeAll(async () => {
    await migrateStore({ from: source, to: uri, newId: randomUUID })
    stores = await openMongoStores({ uri })
    connection = await mongoose.createConnection(uri).asPromise()
  })
  afterAll(async () => {
    await connection.close()
    await stores.close()
    await drop()
  })

  const CHANGED = ['observations', 'access', 'trailLines', 'deliveries', 'series', 'earlierEvents']

  /** Puts everything back when the test is over. */
  async function undoneAfterwards() {
    const before = await Promise.all(
      CHANGED.map(
        async (name) => [name, await connection.collection(name).find().toArray()] as const,
      ),
    )
    onTestFinished(async () => {
      for (const [name, documents] of before) {
        await connection.collection(name).deleteMany({})
        if (documents.length > 0) await connection.collection(name).insertMany([...documents])
      }
    })
  }

  test('I2: finds nothing in a database as the program left it', async () => {
    expect(await lookedAt(stores)).toMatchObject({ wrong: [] })
  })

  test.each(TAMPERINGS)('I2: finds in a database $what', async ({ by, say }) => {
    await undoneAfterwards()
    await by(handsOnDatabase(connection), on)
    const { wrong } = await lookedAt(stores)
    expectSaid(wrong, say(on))
  })

  test.each<readonly [string, string, object, object, string]>([
    [
      'another person in a line of the auditor’s list',
      'trailLines',
      { seq: 2 },
      { $set: { by: 'nobody' } },
      'what the auditor’s list says of event 2 is not what it is',
    ],
    [
      'a line given to another log',
      'trailLines',
      { seq: 2 },
      { $set: { log: 'readings' } },
      'event 2 is missing in the auditor’s list',
    ],
    [
      'a mark by which nobody would be told',
      'observations',
      {},
      { $set: { untold: true } },
      'the mark that somebody is still to be told does not fit to who was told',
    ],
    [
      'a field that holds something',
      'observations',
      {},
      { $set: { note: 'She told me' } },
      'there is a field that the program does not write',
    ],
    ['no events at all', 'observations', {}, { $unset: { log: 1 } }, 'event 1 is missing'],
    [
      'a word in the place of an event',
      'observations',
      {},
      { $set: { log: ['She told me'] } },
      'something is not what the program writes, and cannot be read',
    ],
  ])('I2: finds beside a document %s', async (_what, collection, where, change, say) => {
    await undoneAfterwards()
    const filter =
      collection === 'observations' ? { _id: on.told as never } : { ...where, id: on.told }
    await connection.collection(collection).updateOne(filter, change)
    const { wrong } = await lookedAt(stores)
    expectSaid(wrong, `in ${on.told} ${say}`)
  })

  test('I2: finds earlier events that are kept of no record', async () => {
    await undoneAfterwards()
    const chunk = { kind: 'observation', record: 'OBS-2020-0001', from: 1, log: [] }
    await connection.collection('earlierEvents').insertOne(chunk)
    const { wrong } = await lookedAt(stores)
    expectSaid(wrong, 'OBS-2020-0001 is not there, and there are events of it')
  })

  test('I2: finds collections and indexes that the program does not make', async () => {
    await connection.createCollection('notes')
    const observations = connection.collection('observations')
    await observations.createIndex({ reporter: 1, _id: 1 }, { name: 'by_hand', unique: true })
    onTestFinished(async () => {
      await connection.dropCollection('notes')
      await observations.dropIndex('by_hand')
    })
    const { wrong } = await lookedAt(stores)
    const says = (what: string) =>
      `in the store itself there is the ${what}, which the program does not make`
    expectSaid(wrong, says('collection “notes”'))
    expectSaid(wrong, says('index “by_hand”'))
  })
})
