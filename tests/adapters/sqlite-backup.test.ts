import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { backUp } from '../../src/adapters/sqlite/backup.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import { endlessWriter } from './endless-writer.ts'
import { aStore, overwritePages, reading } from './sqlite-samples.ts'
import { filesIn, temporaryFolder } from './temporary-folder.ts'

describe('a backup', () => {
  test('holds everything, in one file, and says how much that is', async () => {
    const { store, stores, backup } = await aStore()
    const made = await backUp({ from: store, to: backup, lookThrough })
    const seen = { wrong: [], lookedAt: '4 records, 4 events and 0 readings' }
    expect(made).toMatchObject({ path: backup, bytes: readFileSync(backup).length, seen })
    expect(readdirSync(dirname(backup))).toEqual(['backup.sqlite'])
    const { history, load } = stores.records.observation
    const before = [await load('OBS-2026-2'), await history('OBS-2026-2')]
    const after = await reading(backup, async ({ records }) => [
      await records.observation.load('OBS-2026-2'),
      await records.observation.history('OBS-2026-2'),
    ])
    expect(after).toStrictEqual(before)
  })

  test('taken while another process saves is whole, and holds all that was saved before', async () => {
    const { store, backup, stores } = await aStore()
    await stores.close()
    const writer = endlessWriter(store)
    await writer.go(500)
    const before = new Map(writer.acknowledged)
    await backUp({ from: store, to: backup, lookThrough })
    await writer.go(500)
    await writer.kill()
    expect(before.size).toBeGreaterThan(100)
    await reading(backup, async ({ records }) => {
      for (const [id, version] of before) {
        const stored = await records.observation.load(id)
        expect(stored?.version).toBeGreaterThanOrEqual(version)
        expect(await records.observation.history(id)).toHaveLength(stored?.version ?? 0)
      }
    })
  })

  test('never overwrites a file', async () => {
    const { store, backup, folder } = await aStore()
    mkdirSync(dirname(backup))
    writeFileSync(backup, 'an earlier one')
    await expect(backUp({ from: store, to: backup, lookThrough })).rejects.toThrow(
      /is there already and was left/,
    )
    await expect(backUp({ from: store, to: store, lookThrough })).rejects.toThrow(
      /is there already and was left/,
    )
    expect(readFileSync(backup, 'utf8')).toBe('an earlier one')
    expect(readdirSync(join(folder, 'backups'))).toEqual(['backup.sqlite'])
  })

  test('is not made of what is no store', async () => {
    const folder = temporaryFolder()
    const from = join(folder, 'learning-loop.sqlite')
    const to = join(folder, 'backup.sqlite')
    await expect(backUp({ from, to, lookThrough })).rejects.toThrow(
      /There is no Learning Loop store/,
    )
    writeFileSync(from, 'Minutes of the last meeting'.repeat(10))
    await expect(backUp({ from, to, lookThrough })).rejects.toThrow(/is not a Learning Loop store/)
    expect(readdirSync(folder)).toEqual(['learning-loop.sqlite'])
  })

  test('is not made of a damaged store, and leaves no half copy', async () => {
    const { store, stores, backup } = await aStore(50)
    await stores.close()
    overwritePages(store)
    const before = filesIn(dirname(store))
    await expect(backUp({ from: store, to: backup, lookThrough })).rejects.toThrow(
      /learning-loop.sqlite is damaged/,
    )
    expect(filesIn(dirname(store))).toEqual(before)
    expect(readdirSync(dirname(backup))).toEqual([])
  })
})

describe('the commands', () => {
  async function run(script: 'backup' | 'restore', folder: string, ...args: string[]) {
    const path = fileURLToPath(new URL(`../../src/commands/${script}.ts`, import.meta.url))
    const env = { ...process.env, DATA_DIR: folder }
    return promisify(execFile)(process.execPath, [path, ...args], { env }).then(
      ({ stdout }) => ({ status: 0, said: stdout }),
      ({ code, stderr }) => ({ status: code, said: stderr }),
    )
  }

  test('make a backup with a dated name beside the running program, and restore it', async () => {
    const { folder, stores } = await aStore()
    const made = await run('backup', folder)
    expect(made).toMatchObject({
      status: 0,
      said: expect.stringMatching(
        /4 records, 4 events and 0 readings were audited and found whole/,
      ),
    })
    const [name = ''] = readdirSync(join(folder, 'backups'))
    expect(name).toMatch(/^learning-loop-\d{8}T\d{6}Z\.sqlite$/)
    const from = join(folder, 'backups', name)
    await stores.close()
    const restored = await run('restore', folder, '--from', from, '--force')
    expect(restored).toMatchObject({
      status: 0,
      said: expect.stringMatching(/is restored: 4 records.*\n.*\n.*found whole/),
    })
  })

  test.each<readonly ['backup' | 'restore', readonly string[], RegExp]>([
    ['backup', [], /No backup was made.\nThere is no Learning Loop store/],
    ['backup', ['--wrong'], /No backup was made.\n.*\nUse: npm run backup/],
    ['restore', [], /Nothing was restored.\nSay which backup. Use: npm run restore/],
    ['restore', ['--from', 'nowhere.sqlite'], /Nothing was restored.\nThere is no Learning/],
    ['restore', ['--to', 'x'], /Nothing was restored.\n.*\nUse: npm run restore/],
  ])('refuse in words, and with a status: %s %s', async (script, args, say) => {
    const { status, said } = await run(script, temporaryFolder(), ...args)
    expect(status).toBe(1)
    expect(said).toMatch(say)
    expect(said).not.toMatch(/\n\s+at /)
  })
})
