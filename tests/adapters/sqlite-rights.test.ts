import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aClosedStore, problemOf } from './sqlite-samples.ts'
import { filesIn, temporaryFolder } from './temporary-folder.ts'

// The rights to files do not count for root, so root steps down for as long as it takes. On Windows
// a folder has no such mark.
const hasRights = process.platform !== 'win32' && process.seteuid !== undefined

describe.skipIf(!hasRights)('without the right to write (needs POSIX rights)', () => {
  const NOBODY = 65534

  function stepDown() {
    if (process.getuid?.() !== 0) return
    process.seteuid?.(NOBODY)
    onTestFinished(() => process.seteuid?.(0))
  }

  test('to the folder, a new store is not made', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o555)
    onTestFinished(() => chmodSync(folder, 0o755))
    stepDown()
    const path = join(folder, 'store.sqlite')
    expect(await problemOf({ path })).toMatchObject({
      reason: 'readOnly',
      message: expect.stringMatching(/cannot be written to. Give the program the right/),
    })
    expect(await problemOf({ path: join(folder, 'sub', 'store.sqlite') })).toMatchObject({
      reason: 'folder',
    })
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    ['to a store and its folder', 0o444, 0o555],
    ['to a store', 0o444, 0o777],
    ['to the folder of a store', 0o666, 0o555],
  ])('%s, it is left as it is', async (_what, ofFile, ofFolder) => {
    const store = await aClosedStore()
    chmodSync(store.path, ofFile)
    chmodSync(store.folder, ofFolder)
    onTestFinished(() => chmodSync(store.folder, 0o755))
    stepDown()
    const before = filesIn(store.folder)
    expect(await problemOf({ path: store.path })).toMatchObject({ reason: 'readOnly' })
    expect(filesIn(store.folder)).toEqual(before)
  })

  test('nor to read, it is left as it is', async () => {
    const store = await aClosedStore()
    chmodSync(store.folder, 0o755)
    chmodSync(store.path, 0o200)
    stepDown()
    expect(await problemOf({ path: store.path })).toMatchObject({ reason: 'readOnly' })
  })
})
