import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { groupCommit } from '../../src/adapters/sqlite/group-commit.ts'
import type { SqliteOptions } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { WhyUnavailable } from '../../src/domain/words/errors.ts'
import { anObservation, anObservationChange, MORNING } from '../builders.ts'
import { outcomesOf } from '../contracts/contract-setup.ts'
import { endlessWriter } from './endless-writer.ts'
import { temporaryFolder } from './temporary-folder.ts'

const unavailable = (why: WhyUnavailable) => ({
  code: 'unavailable',
  details: { why },
})

async function storesInFile(options: Omit<SqliteOptions, 'path'> = {}) {
  const path = join(temporaryFolder(), 'learning-loop.sqlite')
  const stores = await openSqliteStores({ path, ...options })
  onTestFinished(() => stores.close())
  return { path, stores }
}

/** Another connection to the same file, as another program has. */
function lookInto(path: string) {
  const db = new DatabaseSync(path)
  onTestFinished(() => db.close())
  return { db, count: () => db.prepare('SELECT COUNT(*) AS count FROM observations').get()?.count }
}

const ids = (count: number) => Array.from({ length: count }, (_, n) => `OBS-2026-${1000 + n}`)

describe('writes that arrive together', () => {
  test('are all on disk when the first of them is answered', async () => {
    const { path, stores } = await storesInFile()
    const { count } = lookInto(path)
    const saves = ids(50).map((id) => stores.records.observation.save(anObservationChange({ id })))
    await Promise.race(saves)
    expect(count()).toBe(50)
    await Promise.all(saves)
  })

  test('have a commit each when they are told to', async () => {
    const { path, stores } = await storesInFile({ groupCommit: false })
    const { count } = lookInto(path)
    const saves = ids(50).map((id) => stores.records.observation.save(anObservationChange({ id })))
    await Promise.race(saves)
    expect(count()).toBe(1)
    await Promise.all(saves)
    expect(count()).toBe(50)
  })

  test('are not read before they are committed', async () => {
    const { stores } = await storesInFile()
    const saving = stores.records.observation.save(anObservationChange())
    expect(await stores.records.observation.load(anObservationChange().id)).toBeUndefined()
    await saving
    expect(await stores.records.observation.load(anObservationChange().id)).toBeDefined()
  })

  test('one that conflicts is rolled back alone', async () => {
    const { stores } = await storesInFile()
    const { observation: observations } = stores.records
    await observations.save(anObservationChange())
    const saves = [
      observations.save(anObservationChange({ id: 'OBS-2026-0002' })),
      observations.save(anObservationChange()),
      observations.save(anObservationChange({ from: 1 })),
      observations.save(anObservationChange({ id: 'OBS-2026-0003' })),
    ]
    expect(await outcomesOf(saves)).toEqual({ succeeded: 3, codes: ['conflict'] })
    expect(await observations.history('OBS-2026-0001')).toHaveLength(2)
    expect(await observations.load('OBS-2026-0002')).toBeDefined()
    expect(await observations.load('OBS-2026-0003')).toBeDefined()
  })
})

describe('a group of writes', () => {
  function aGroup(atMost = 100) {
    const db = new DatabaseSync(':memory:')
    onTestFinished(() => db.close())
    // What refers to no parent is noticed at the commit, and not before.
    db.exec(`PRAGMA foreign_keys = ON;
      CREATE TABLE parent (id INTEGER PRIMARY KEY);
      CREATE TABLE child (of INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`)
    const group = groupCommit(db, atMost, 0)
    return {
      db,
      group,
      add: (id: number) => group.write(() => db.prepare('INSERT INTO parent VALUES (?)').run(id)),
      count: () => db.prepare('SELECT COUNT(*) AS count FROM parent').get()?.count,
    }
  }

  test('is bounded: the rest goes into the next one', async () => {
    const { db, add, count } = aGroup(10)
    const seen: unknown[] = []
    await Promise.all(
      ids(25).map((_, id) => add(id).then(() => !db.isTransaction && seen.push(count()))),
    )
    expect([seen[0], seen[10], seen[20]]).toEqual([10, 20, 25])
  })

  test('takes back what a write did before it failed, and nothing of its neighbours', async () => {
    const { db, group, add, count } = aGroup()
    const defect = new Error('a defect')
    const failing = group.write(() => {
      db.exec('INSERT INTO parent VALUES (2)')
      throw defect
    })
    const writes = [add(1), failing, add(3)]
    await expect(failing).rejects.toBe(defect)
    await Promise.all([writes[0], writes[2]])
    expect(count()).toBe(2)
  })

  test('is refused as a whole when the commit fails, and the next one goes well', async () => {
    const { db, group, add, count } = aGroup()
    const writes = [add(1), group.write(() => db.exec('INSERT INTO child VALUES (99)')), add(2)]
    expect(await outcomesOf(writes)).toEqual({ succeeded: 0, codes: ['unavailable'] })
    expect(count()).toBe(0)
    await add(1)
    expect(count()).toBe(1)
  })

  test('is refused as a whole when SQLite rolls it back by itself', async () => {
    const { db, group, add, count } = aGroup()
    const failing = group.write(() => {
      db.exec('ROLLBACK')
      throw new Error('what SQLite throws then')
    })
    expect(await outcomesOf([add(1), failing, add(2)])).toEqual({
      succeeded: 0,
      codes: ['unavailable'],
    })
    expect(count()).toBe(0)
  })
})

test('closing waits for the writes under way, and refuses whatever comes after', async () => {
  const { path, stores } = await storesInFile({ groupCommit: false })
  const saves = ids(20).map((id) => stores.records.observation.save(anObservationChange({ id })))
  await stores.close()
  expect(await outcomesOf(saves)).toEqual({ succeeded: 20, codes: [] })
  expect(lookInto(path).count()).toBe(20)
  const closed = unavailable('stopping')
  await expect(stores.records.observation.save(anObservationChange())).rejects.toMatchObject(closed)
  await expect(stores.records.observation.load('OBS-2026-1000')).rejects.toMatchObject(closed)
  await expect(stores.check()).rejects.toMatchObject(closed)
  await stores.close()
})

test('a full disk refuses the save, says so, and loses nothing that was saved', async () => {
  const { path, stores } = await storesInFile({ maxPages: 120 })
  const value = { type: 'text', text: 'x'.repeat(3000) } as const
  const state = anObservation({ answers: [{ question: 'story', value }] })
  const save = (id: string) => stores.records.observation.save(anObservationChange({ id, state }))
  const full = unavailable('full')
  let saved = 0
  await expect(
    (async () => {
      for (const id of ids(60)) {
        await save(id)
        saved += 1
      }
    })(),
  ).rejects.toMatchObject(full)
  const together = ['one', 'two', 'three'].map(save)
  expect(await outcomesOf(together)).toEqual({ succeeded: 0, codes: ['unavailable'] })
  await stores.close()
  const again = await openSqliteStores({ path })
  onTestFinished(() => again.close())
  expect(saved).toBeGreaterThan(5)
  expect(lookInto(path).count()).toBe(saved)
  expect(await again.records.observation.history('one')).toEqual([])
})

test('while another process is writing, saves are refused and reads are answered', async () => {
  const { path, stores } = await storesInFile({ busyTimeoutMs: 1 })
  await stores.records.observation.save(anObservationChange())
  const script = `const { DatabaseSync } = require('node:sqlite')
    new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE')
    process.stdout.write('locked')
    process.stdin.resume()`
  const other = spawn(process.execPath, ['-e', script, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(other, 'close')
  await once(other.stdout, 'data')
  const busy = unavailable('busy')
  await expect(
    stores.records.observation.save(anObservationChange({ from: 1 })),
  ).rejects.toMatchObject(busy)
  await expect(stores.check()).rejects.toMatchObject(busy)
  expect(await stores.records.observation.load(anObservationChange().id)).toMatchObject({
    version: 1,
  })
  other.stdin.end()
  await gone
  await stores.check()
  await stores.records.observation.save(anObservationChange({ from: 1 }))
})

test('a process killed in the middle of saving has every save it acknowledged', async () => {
  const path = join(temporaryFolder(), 'learning-loop.sqlite')
  const writer = endlessWriter(path)
  await writer.go(1500)
  await writer.kill()
  const stores = await openSqliteStores({ path })
  onTestFinished(() => stores.close())
  expect(writer.acknowledged.size).toBeGreaterThan(400)
  for (const [id, version] of writer.acknowledged) {
    const stored = await stores.records.observation.load(id)
    expect(stored?.version).toBeGreaterThanOrEqual(version)
    expect(await stores.records.observation.history(id)).toHaveLength(stored?.version ?? 0)
  }
})

test('with a clock, what is past its time is not given out before it is deleted', async () => {
  let now = MORNING
  const { stores } = await storesInFile({ clock: { now: () => now } })
  const outcome = {
    key: 'activity-1',
    person: 'account',
    answer: 'first',
    keepUntil: MORNING,
    dialog: { from: 0, state: { step: 1 }, expiresAt: MORNING },
  }
  await stores.turns.finish(outcome)
  expect(await stores.turns.answered('activity-1')).toBeDefined()
  expect(await stores.turns.dialog('account')).toStrictEqual({ version: 1, state: { step: 1 } })
  now = '2026-03-27T09:00:00.001Z'
  expect(await stores.turns.answered('activity-1')).toBeUndefined()
  expect(await stores.turns.dialog('account')).toStrictEqual({ version: 1, state: null })
  await stores.turns.finish({ ...outcome, dialog: { ...outcome.dialog, from: 1 } })
  expect(await stores.turns.dialog('account')).toMatchObject({ version: 2 })
})
