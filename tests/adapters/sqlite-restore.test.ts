import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { restore as restoreLooking } from '../../src/adapters/sqlite/backup.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import { MORNING } from '../builders.ts'
import { endlessWriter } from './endless-writer.ts'
import {
  aStore,
  aStoreWithBackup,
  has,
  overwritePages,
  reading,
  withDatabase,
} from './sqlite-samples.ts'
import { filesIn, temporaryFolder } from './temporary-folder.ts'

const restore = (given: Omit<Parameters<typeof restoreLooking>[0], 'lookThrough'>) =>
  restoreLooking({ ...given, lookThrough })

const STAMPED = 'before-restore-20260327T090000Z'

describe('restoring', () => {
  test('puts a backup where no store was', async () => {
    const { backup } = await aStoreWithBackup()
    const to = join(temporaryFolder(), 'data', 'learning-loop.sqlite')
    const restored = await restore({ from: backup, to, force: false, at: MORNING })
    expect(restored).toMatchObject({ path: to, seen: { wrong: [] }, keptAside: null })
    expect(readdirSync(dirname(to))).toEqual(['learning-loop.sqlite'])
    expect(await has(to, 'OBS-2026-3')).toBe(true)
  })

  test('replaces no store unless it is told to', async () => {
    const { folder, store, backup } = await aStoreWithBackup()
    const before = filesIn(folder)
    const restoring = () => restore({ from: backup, to: store, force: false, at: MORNING })
    await expect(restoring()).rejects.toThrow(/There is a store.*add --force/)
    expect(filesIn(folder)).toEqual(before)
  })

  test('keeps the store aside that it replaces', async () => {
    const { store, backup } = await aStoreWithBackup()
    const restored = await restore({ from: backup, to: store, force: true, at: MORNING })
    expect(restored.keptAside).toBe(`${store}.${STAMPED}`)
    expect(await has(store, 'OBS-2026-late')).toBe(false)
    expect(await has(`${store}.${STAMPED}`, 'OBS-2026-late')).toBe(true)
  })

  test('keeps aside what a killed process had saved but not yet filed', async () => {
    const { store, backup } = await aStoreWithBackup()
    const writer = endlessWriter(store)
    await writer.go(200)
    await writer.kill()
    expect(existsSync(`${store}-wal`)).toBe(true)
    await restore({ from: backup, to: store, force: true, at: MORNING })
    expect(readdirSync(dirname(store)).filter((name) => /^.*sqlite-/.test(name))).toEqual([])
    expect(await has(store, 'OBS-2026-3')).toBe(true)
    for (const id of writer.acknowledged.keys())
      expect(await has(store, id), 'in the restored store').toBe(false)
    await reading(`${store}.${STAMPED}`, async ({ records }) => {
      for (const [id, version] of writer.acknowledged)
        expect((await records.observation.load(id))?.version).toBeGreaterThanOrEqual(version)
    })
  })

  test('takes a copy of the folder of a killed process as it lies there', async () => {
    const { store, stores } = await aStore()
    await stores.close()
    const writer = endlessWriter(store)
    await writer.go(200)
    await writer.kill()
    const to = join(temporaryFolder(), 'learning-loop.sqlite')
    const before = filesIn(dirname(store))
    await restore({ from: store, to, force: false, at: MORNING })
    expect(filesIn(dirname(store))).toEqual(before)
    await reading(to, async ({ records }) => {
      for (const [id, version] of writer.acknowledged)
        expect((await records.observation.load(id))?.version).toBeGreaterThanOrEqual(version)
    })
  })

  test('does not touch a store that is in use, even when nothing is being saved', async () => {
    const { folder, store, backup } = await aStoreWithBackup()
    const stores = await openSqliteStores({ path: store })
    onTestFinished(() => stores.close())
    const restoring = () => restore({ from: backup, to: store, force: true, at: MORNING })
    await expect(restoring()).rejects.toThrow(/is in use and was left as it is. Stop the program/)
    expect(await stores.records.observation.load('OBS-2026-late')).toBeDefined()
    await stores.close()
    expect(Object.keys(filesIn(folder))).toEqual(['learning-loop.sqlite'])
  })

  test('replaces a damaged store, and keeps it aside with all that belongs to it', async () => {
    const { store, backup } = await aStoreWithBackup()
    writeFileSync(store, 'no longer a database '.repeat(1000))
    writeFileSync(`${store}-wal`, 'its log')
    await restore({ from: backup, to: store, force: true, at: MORNING })
    expect(await has(store, 'OBS-2026-3')).toBe(true)
    expect(readFileSync(`${store}.${STAMPED}`, 'utf8')).toMatch(/^no longer a database/)
    expect(readFileSync(`${store}.${STAMPED}-wal`, 'utf8')).toBe('its log')
  })

  test('keeps an earlier store aside when it is done twice in a second', async () => {
    const { folder, store, backup } = await aStoreWithBackup()
    await restore({ from: backup, to: store, force: true, at: MORNING })
    const before = filesIn(folder)
    const again = () => restore({ from: backup, to: store, force: true, at: MORNING })
    await expect(again()).rejects.toThrow(/is there already/)
    expect(filesIn(folder)).toEqual(before)
  })

  test.each<readonly [string, RegExp, (backup: string) => void]>([
    [
      'was made by a newer version',
      /made by a newer version/,
      (path) => withDatabase(path, (db) => db.exec('PRAGMA user_version = 999')),
    ],
    [
      'is another program’s',
      /is not a Learning Loop store/,
      (path) => withDatabase(path, (db) => db.exec('PRAGMA application_id = 1')),
    ],
    ['is some other file', /is not a Learning Loop store/, (path) => writeFileSync(path, 'text')],
    ['is empty', /There is no Learning Loop store/, (path) => writeFileSync(path, '')],
    ['is damaged', /backup.sqlite is damaged/, overwritePages],
  ])('touches nothing when the backup %s', async (_what, say, spoil) => {
    const { folder, store, backup } = await aStoreWithBackup()
    spoil(backup)
    const before = [filesIn(folder), filesIn(dirname(backup))]
    const restoring = () => restore({ from: backup, to: store, force: true, at: MORNING })
    await expect(restoring()).rejects.toThrow(say)
    expect([filesIn(folder), filesIn(dirname(backup))]).toEqual(before)
  })

  test('does not take the store for its own backup', async () => {
    const { store } = await aStoreWithBackup()
    const restoring = () => restore({ from: store, to: store, force: true, at: MORNING })
    await expect(restoring()).rejects.toThrow(/is the store itself/)
  })
})
