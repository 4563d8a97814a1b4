import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { StoreProblemReason } from '../../src/adapters/sqlite/store-problem.ts'
import { anObservationChange } from '../builders.ts'
import { aClosedStore, overwritePages, problemOf, withDatabase } from './sqlite-samples.ts'
import { filesIn, temporaryFolder } from './temporary-folder.ts'

async function expectUntouched(
  { folder, path }: { folder: string; path: string },
  reason: StoreProblemReason,
  say: RegExp,
) {
  const before = filesIn(folder)
  const problem = await problemOf({ path })
  expect(problem).toMatchObject({ reason, message: expect.stringMatching(say) })
  expect(problem.message).toContain(path)
  expect(filesIn(folder)).toEqual(before)
}

describe('opening a store', () => {
  test('makes the folder, for the program alone, and can be opened again', async () => {
    const folder = join(temporaryFolder(), 'a folder', 'ümlaut & 100%')
    const path = join(folder, 'store.sqlite')
    for (const version of [1, 2]) {
      const stores = await openSqliteStores({ path })
      await stores.records.observation.save(anObservationChange({ from: version - 1 }))
      await stores.check()
      await stores.close()
    }
    expect(Object.keys(filesIn(folder))).toEqual(['store.sqlite'])
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('an empty file is a new store', async () => {
    const path = join(temporaryFolder(), 'store.sqlite')
    writeFileSync(path, '')
    const stores = await openSqliteStores({ path })
    await stores.check()
    await stores.close()
  })

  test('two instances on one file see each other’s saves', async () => {
    const { path } = await aClosedStore()
    const [one, other] = [await openSqliteStores({ path }), await openSqliteStores({ path })]
    onTestFinished(async () => {
      await one.close()
      await other.close()
    })
    await one.records.observation.save(anObservationChange({ id: 'OBS-2026-1', from: 1 }))
    expect(await other.records.observation.load('OBS-2026-1')).toMatchObject({ version: 2 })
    const late = other.records.observation.save(anObservationChange({ id: 'OBS-2026-1', from: 1 }))
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
  })

  test('what a crash left of a store that was never finished is made anew', async () => {
    const path = join(temporaryFolder(), 'store.sqlite')
    // A first transaction, cut off before its end: the journal says that there was nothing before.
    const db = new DatabaseSync(path)
    db.exec('PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (made TEXT)')
    const row = db.prepare('INSERT INTO half VALUES (?)')
    for (let number = 0; number < 200; number += 1) row.run('x'.repeat(1000))
    const [file, journal] = [readFileSync(path), readFileSync(`${path}-journal`)]
    db.close()
    expect(journal.length).toBeGreaterThan(0)
    writeFileSync(path, file)
    writeFileSync(`${path}-journal`, journal)
    const stores = await openSqliteStores({ path })
    await stores.check()
    await stores.close()
  })
})

describe('says what is wrong, what to do, and changes no byte, where the store', () => {
  test('was made by a newer version', async () => {
    const store = await aClosedStore()
    withDatabase(store.path, (db) => db.exec('PRAGMA user_version = 999'))
    await expectUntouched(store, 'newer', /newer version.*left as it is.*Start the newer version/)
  })

  test.each([0, 1, 2, 3])(
    'says it is of an earlier version than its tables are: %i',
    async (version) => {
      const store = await aClosedStore()
      withDatabase(store.path, (db) => db.exec(`PRAGMA user_version = ${version}`))
      await expectUntouched(
        store,
        'version',
        /tables are of version \d, and they are not.*left as it is.*Restore the latest backup/,
      )
    },
  )

  test('was brought to a newer version a moment ago, by a program that still has it open', async () => {
    const store = await aClosedStore()
    const newer = new DatabaseSync(store.path)
    onTestFinished(() => newer.close())
    newer.exec('PRAGMA user_version = 999')
    expect(await problemOf({ path: store.path })).toMatchObject({ reason: 'newer' })
    expect(newer.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 })
  })

  test('is another program’s database', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'other.sqlite')
    withDatabase(path, (db) => db.exec('PRAGMA journal_mode = WAL; CREATE TABLE theirs (a TEXT)'))
    await expectUntouched({ folder, path }, 'foreign', /is not a Learning Loop store/)
  })

  test.each([
    ['another program’s', 'PRAGMA application_id = 1'],
    ['a newer version’s', 'PRAGMA user_version = 999'],
  ])('is %s, which was killed before it had filed everything', async (_what, mark) => {
    const { path } = await aClosedStore()
    const other = new DatabaseSync(path)
    onTestFinished(() => other.close())
    other.exec(`PRAGMA wal_autocheckpoint = 0; ${mark}; PRAGMA wal_checkpoint(TRUNCATE)`)
    other.exec('CREATE TABLE theirs (a TEXT)')
    const folder = temporaryFolder()
    const copy = join(folder, 'copy.sqlite')
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end)
    const before = filesIn(folder)
    await expect(openSqliteStores({ path: copy })).rejects.toThrow(/was left as it is/)
    expect(filesIn(folder)).toEqual(before)
    expect(Object.keys(before)).toEqual(['copy.sqlite', 'copy.sqlite-wal'])
  })

  test.each([
    ['is some other file', 'Minutes of the last meeting\n'.repeat(20)],
    ['is a file of a few bytes', 'x'],
  ])('%s', async (_what, content) => {
    const folder = temporaryFolder()
    const path = join(folder, 'minutes.txt')
    writeFileSync(path, content)
    await expectUntouched({ folder, path }, 'foreign', /is not a Learning Loop store/)
  })

  test('is a folder', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'store.sqlite')
    mkdirSync(path)
    await expectUntouched({ folder, path }, 'foreign', /is not a Learning Loop store/)
  })

  test('has pages overwritten with something else', async () => {
    const store = await aClosedStore()
    overwritePages(store.path)
    await expectUntouched(store, 'damaged', /is damaged.*Restore the latest backup/)
  })

  test('has been cut off', async () => {
    const store = await aClosedStore()
    truncateSync(store.path, 4096 * 10)
    await expectUntouched(store, 'damaged', /is damaged.*Restore the latest backup/)
  })

  test('has no room to be made', async () => {
    const path = join(temporaryFolder(), 'store.sqlite')
    expect(await problemOf({ path, maxPages: 3 })).toMatchObject({
      reason: 'full',
      message: expect.stringMatching(/no room.*Free some space/),
    })
  })

  test('is locked by another program', async () => {
    const { path } = await aClosedStore()
    const other = new DatabaseSync(path)
    onTestFinished(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    expect(await problemOf({ path, busyTimeoutMs: 1 })).toMatchObject({
      reason: 'inUse',
      message: expect.stringMatching(/Another program.*Stop it/),
    })
  })

  test('should be below a regular file', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    const path = join(folder, 'file', 'store.sqlite')
    expect(await problemOf({ path })).toMatchObject({
      reason: 'folder',
      message: expect.stringMatching(/cannot be made. Choose another place/),
    })
  })
})
