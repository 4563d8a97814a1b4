import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp, restore } from '../../src/adapters/sqlite/backup.ts'
import { connect } from '../../src/adapters/sqlite/connection.ts'
import { beginCopying } from '../../src/adapters/sqlite/copying-mark.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import { MORNING } from '../builders.ts'
import { aStore, aStoreWithBackup, has, reading, withDatabase } from './sqlite-samples.ts'
import { filesIn, temporaryFolder } from './temporary-folder.ts'

const SPOILT: readonly (readonly [string, string, string])[] = [
  [
    'a trigger more',
    `CREATE TRIGGER hides AFTER INSERT ON access BEGIN DELETE FROM access; END`,
    'in the store itself there is the trigger “hides”, which the program does not make',
  ],
  [
    'a view more',
    'CREATE VIEW everything AS SELECT * FROM observations',
    'in the store itself there is the view “everything”',
  ],
  ['a table more', 'CREATE TABLE notes (note TEXT)', 'there is the table “notes”'],
  [
    'an index more',
    'CREATE UNIQUE INDEX once ON observations (reporter, id)',
    'there is the index “once”',
  ],
  ['an index less', 'DROP INDEX events_by_person', 'the index “events_by_person” is missing'],
  ['a table less', 'DROP TABLE personas', 'the table “personas” is missing'],
  [
    'a column more',
    'ALTER TABLE personas ADD COLUMN note TEXT',
    'the table “personas” is not as the program makes it',
  ],
  [
    'another narrow column',
    `UPDATE observations SET stage = 'closed' WHERE id = 'OBS-2026-2'`,
    'in OBS-2026-2 the field “stage” is not what its events make of it',
  ],
  [
    'an event that was changed',
    `UPDATE events SET by = 'nobody' WHERE id = 'OBS-2026-2'`,
    'in OBS-2026-2 event 1 is not as it was kept',
  ],
  [
    'events of a record that is gone',
    `DELETE FROM observations WHERE id = 'OBS-2026-2'`,
    'OBS-2026-2 is not there, and there are events of it',
  ],
]

describe('a backup that is not whole', () => {
  test.each(SPOILT)('is refused, and what is wrong is said: %s', async (_what, sql, say) => {
    const { backup } = await aStoreWithBackup()
    withDatabase(backup, (db) => db.exec(sql))
    const to = join(temporaryFolder(), 'learning-loop.sqlite')
    const before = filesIn(dirname(backup))
    const restoring = restore({ from: backup, to, force: false, at: MORNING, lookThrough })
    await expect(restoring).rejects.toThrow(say)
    await expect(restoring).rejects.toThrow(/Take an earlier backup; .* add --force/)
    expect(existsSync(to)).toBe(false)
    expect(filesIn(dirname(to))).toEqual({})
    expect(filesIn(dirname(backup))).toEqual(before)
  })

  test('is restored when it is told to, and what is wrong is said all the same', async () => {
    const { store, backup } = await aStoreWithBackup()
    for (const [, sql] of SPOILT.slice(7, 9)) withDatabase(backup, (db) => db.exec(sql))
    const given = { from: backup, to: store, force: true, at: MORNING, lookThrough }
    const { seen } = await restore(given)
    expect(seen.wrong).toEqual([
      expect.stringMatching(/in OBS-2026-2 event 1 is not as it was kept/),
    ])
    expect(await has(store, 'OBS-2026-3')).toBe(true)
  })

  test('where a store is already, both are said at once', async () => {
    const { store, backup } = await aStoreWithBackup()
    withDatabase(backup, (db) => db.exec('CREATE TABLE notes (note TEXT)'))
    const restoring = restore({ from: backup, to: store, force: false, at: MORNING, lookThrough })
    await expect(restoring).rejects.toThrow(/There is a store at .*add --force/)
    await expect(restoring).rejects.toThrow('there is the table “notes”')
    expect(await has(store, 'OBS-2026-late')).toBe(true)
  })

  test('is refused whatever is said when it is half of another store', async () => {
    const { store, backup } = await aStoreWithBackup()
    withDatabase(backup, (db) => beginCopying(connect(db, 1, 0), { board: 'b', run: 'r' }))
    const restoring = restore({ from: backup, to: store, force: true, at: MORNING, lookThrough })
    await expect(restoring).rejects.toThrow(/is being copied into/)
    expect(await has(store, 'OBS-2026-late')).toBe(true)
  })
})

test.each(SPOILT)('a copy of a store with %s says so, and is kept', async (_what, sql, say) => {
  const { store, stores, backup } = await aStore()
  await stores.close()
  withDatabase(store, (db) => db.exec(sql))
  const { path, seen } = await backUp({ from: store, to: backup, lookThrough })
  expect(seen.wrong.join('\n')).toContain(say)
  expect(existsSync(path)).toBe(true)
})

test('a store that is whole has one digest, in its backup and where that is restored', async () => {
  const { store, stores, backup } = await aStore()
  const { seen } = await backUp({ from: store, to: backup, lookThrough })
  await stores.close()
  const there = await reading(store, ({ keeping }) => lookThrough(keeping))
  const to = join(temporaryFolder(), 'learning-loop.sqlite')
  const restored = await restore({ from: backup, to, force: false, at: MORNING, lookThrough })
  expect([there.digest, restored.seen.digest]).toEqual([seen.digest, seen.digest])
})
