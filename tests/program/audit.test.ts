import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { migrateStore } from '../../src/commands/copy-between.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { personId } from '../../src/domain/words/ids.ts'
import { chainsOf } from '../support/chains.ts'
import { freshDatabase, mongoForTests } from '../support/mongo-server.ts'
import { startProgram } from './program.ts'
import { TAMPERINGS, tamperWithDatabase, tamperWithFile } from './tampering.ts'

const given = mongoForTests()
const FILE = 'learning-loop.sqlite'

/** A demo store, made once, with an observation that has some history and was read. */
let demo: { folder: string; observation: string; events: number }
beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'learning-loop-audit-'))
  await makeDemoStore(path.join(folder, FILE), 12)
  const stores = await openSqliteStores({ path: path.join(folder, FILE) })
  const { access, close } = stores
  const chains = await chainsOf(stores, 'observation')
  const { id, events } = chains.find((chain) => chain.events > 4) ?? { id: '', events: 0 }
  const at = '2026-03-27T09:00:00.000Z'
  const reading = { kind: 'observation', id, by: personId('seniorNurse'), door: 'tab', at } as const
  for (const cause of ['first', 'second', 'third']) await access.add({ ...reading, cause })
  await close()
  demo = { folder, observation: id, events }
})
afterAll(() => rmSync(demo.folder, { recursive: true, force: true }))

/** A copy of the demo store, with something done to it behind the program's back. */
function aDataFolder(change: (db: DatabaseSync) => void = () => undefined): string {
  const folder = mkdtempSync(path.join(demo.folder, 'data-'))
  copyFileSync(path.join(demo.folder, FILE), path.join(folder, FILE))
  const db = new DatabaseSync(path.join(folder, FILE))
  change(db)
  db.close()
  return folder
}

async function audit(settings: Readonly<Record<string, string>>) {
  const program = startProgram(settings, ['src/commands/audit.ts'])
  const { code } = await program.ended
  expect(program.output).not.toMatch(/^\s+at /m)
  return { code, said: program.output }
}

const WHOLE =
  /^32 records, \d+ events and 3 readings: every chain is whole\.\nNot looked at: .*\nThe digest of all chains is [0-9a-f]{64}\.\n.*\n$/

describe('npm run audit', () => {
  test('I2: says of a store that is whole how much was looked at, and changes nothing', async () => {
    const folder = aDataFolder()
    const before = contentOf(folder)
    expect(await audit({ DATA_DIR: folder })).toEqual({
      code: 0,
      said: expect.stringMatching(WHOLE),
    })
    expect(contentOf(folder)).toEqual(before)
  })

  test.each(TAMPERINGS)('I2: names the record where a file has $what', async (tampering) => {
    const { observation, events } = demo
    const folder = aDataFolder((db) => tamperWithFile(db, observation, tampering))
    const { code, said } = await audit({ DATA_DIR: folder })
    expect(said).toContain(`Not whole: ${tampering.say(observation, events)}`)
    expect(said).not.toContain('She told me')
    expect(code).toBe(1)
  })

  describe.skipIf(!given)('on MongoDB', () => {
    // The same store, and what is done to it is undone after each test.
    const { uri, drop } = freshDatabase(given?.uri ?? 'mongodb://none')
    beforeAll(() =>
      migrateStore({ from: path.join(demo.folder, FILE), to: uri, newId: randomUUID }),
    )
    afterAll(drop)

    test('I2: says the same of a database that is whole', async () => {
      expect(await audit({ MONGODB_URI: uri, DATA_DIR: demo.folder })).toEqual({
        code: 0,
        said: expect.stringMatching(WHOLE),
      })
    })

    test.each(TAMPERINGS)('I2: names the record where a database has $what', async (tampering) => {
      const { observation, events } = demo
      onTestFinished(await tamperWithDatabase(uri, observation, tampering))
      const { code, said } = await audit({ MONGODB_URI: uri, DATA_DIR: demo.folder })
      expect(said).toContain(`Not whole: ${tampering.say(observation, events)}`)
      expect(said).not.toContain('She told me')
      expect(code).toBe(1)
    })
  })

  test.each<readonly [string, (folder: string) => Promise<unknown>, RegExp]>([
    ['not there', async () => undefined, /There is no store at/],
    [
      'empty',
      async (folder) => (await openSqliteStores({ path: path.join(folder, FILE) })).close(),
      /There is nothing in this store/,
    ],
    [
      'half a copy',
      (folder) =>
        migrateStore({
          from: path.join(demo.folder, FILE),
          to: path.join(folder, FILE),
          newId: randomUUID,
          onProgress: () => {
            throw new Error('broken off')
          },
        }).catch(() => undefined),
      /Finish it first: run the same “npm run migrate-store” once more/,
    ],
  ])('does not say that a store is whole that is %s', async (_what, make, say) => {
    const folder = path.join(mkdtempSync(path.join(demo.folder, 'data-')), 'data')
    await make(folder)
    const { code, said } = await audit({ DATA_DIR: folder })
    expect(said).toMatch(say)
    expect(code).toBe(1)
  })

  test('makes no store where none is', async () => {
    const folder = path.join(demo.folder, 'none')
    mkdirSync(folder)
    await audit({ DATA_DIR: folder })
    expect(existsSync(path.join(folder, FILE))).toBe(false)
  })
})

/** Every row of every table but the one that counts whether the store can be written to. */
function contentOf(folder: string) {
  const db = new DatabaseSync(path.join(folder, FILE))
  const tables = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all()
  const rows = tables
    .map(({ name }) => String(name))
    .filter((name) => name !== 'health')
    .map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()])
  db.close()
  return rows
}
