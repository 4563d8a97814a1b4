import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUp, restore } from '../../src/adapters/sqlite/backup.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import { MORNING } from '../builders.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { saveBoard } from './whole-records.ts'

// On Windows a file has no such mark.
describe.skipIf(process.platform === 'win32')('whatever the umask', () => {
  function withUmask(mask: number) {
    const before = process.umask(mask)
    onTestFinished(() => void process.umask(before))
  }

  const rightsIn = (folder: string) =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => statSync(join(folder, name)).isFile())
        .map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
    )

  async function anOpenStore(folder: string) {
    const path = join(folder, 'learning-loop.sqlite')
    const stores = await openSqliteStores({ path })
    onTestFinished(() => stores.close())
    await saveBoard(stores)
    return { path, stores }
  }

  test.each([0o000, 0o022, 0o077])('a new store is its owner’s alone (%o)', async (mask) => {
    withUmask(mask)
    const folder = join(temporaryFolder(), 'data')
    const { stores } = await anOpenStore(folder)
    const [name, log, index] = ['', '-wal', '-shm'].map((end) => `learning-loop.sqlite${end}`)
    expect(rightsIn(folder)).toEqual({ [`${name}`]: '600', [`${log}`]: '600', [`${index}`]: '600' })
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
    await stores.close()
  })

  test('a store that others could read is its owner’s alone once it is opened', async () => {
    withUmask(0o000)
    const folder = temporaryFolder()
    const first = await anOpenStore(folder)
    for (const end of ['', '-wal', '-shm']) chmodSync(first.path + end, 0o666)
    const again = await openSqliteStores({ path: first.path })
    onTestFinished(() => again.close())
    expect(new Set(Object.values(rightsIn(folder)))).toEqual(new Set(['600']))
  })

  test('a backup, a restored store and what is kept aside are their owner’s alone', async () => {
    withUmask(0o000)
    const folder = temporaryFolder()
    const { path, stores } = await anOpenStore(folder)
    const backup = join(folder, 'backups', 'backup.sqlite')
    await backUp({ from: path, to: backup, lookThrough })
    expect(rightsIn(dirname(backup))).toEqual({ 'backup.sqlite': '600' })
    expect((statSync(dirname(backup)).mode & 0o777).toString(8)).toBe('700')
    await stores.close()
    for (const file of [path, backup]) chmodSync(file, 0o666)
    const { keptAside } = await restore({
      from: backup,
      to: path,
      force: true,
      at: MORNING,
      lookThrough,
    })
    expect(existsSync(keptAside ?? '')).toBe(true)
    expect(new Set(Object.values(rightsIn(folder)))).toEqual(new Set(['600']))
  })
})
