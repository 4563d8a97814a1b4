import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { backUp } from '../../src/adapters/sqlite/backup.ts'
import { FIRST_TABLES } from '../../src/adapters/sqlite/migration-1.ts'
import { APPLICATION_ID } from '../../src/adapters/sqlite/migrations.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { lookThrough } from '../../src/commands/look-through.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { auditAll } from '../../src/usecases/audit/audit-all.ts'
import { startProgram } from '../program/program.ts'
import { reading, withDatabase } from './sqlite-samples.ts'
import { answersOf } from './store-answers.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TABLES = ['events', 'board', 'observations', 'series', 'deliveries', 'answers', 'dialogs']

const columnsOf = (db: DatabaseSync, schema: string, table: string) =>
  db
    .prepare(`PRAGMA ${schema}.table_info(${table})`)
    .all()
    .map(({ name }) => String(name))

/** What a store holds now, as the first version of the tables held it: without chains and seals. */
async function aFirstStore(observations: number, journal = 'WAL') {
  const folder = temporaryFolder()
  const now = path.join(folder, 'now.sqlite')
  await makeDemoStore(now, observations)
  // The first version knew no learning activities, no actions and no reviews.
  withDatabase(now, (db) => {
    for (const table of ['activities', 'actions', 'reviews']) db.exec(`DELETE FROM ${table}`)
    db.exec(`DELETE FROM events WHERE kind IN ('activity', 'action', 'review')`)
    for (const kind of ['activity', 'action', 'review'])
      db.exec(`DELETE FROM series WHERE name LIKE '${kind}-%'`)
  })
  const first = path.join(folder, 'first', 'learning-loop.sqlite')
  mkdirSync(path.dirname(first))
  withDatabase(first, (db) => {
    db.exec(FIRST_TABLES)
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1`)
    db.exec(`PRAGMA journal_mode = ${journal}`)
    db.prepare('ATTACH ? AS now').run(now)
    for (const table of TABLES) {
      const columns = columnsOf(db, 'main', table).join(', ')
      db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM now.${table}`)
    }
    expect(columnsOf(db, 'main', 'events')).not.toContain('hash')
  })
  return { now, first }
}

test('I2: a store of the first version is sealed as it stands when it is opened', async () => {
  const { now, first } = await aFirstStore(30)
  const stores = await openSqliteStores({ path: first })
  const audit = await auditAll(stores, sha256)
  const answers = await answersOf(stores)
  await stores.close()
  expect(audit).toMatchObject({ records: 31, readings: 0, findings: [] })
  expect(audit.events).toBeGreaterThan(100)
  // The same seals as if each event had been sealed when it was saved.
  expect(answers).toStrictEqual(await reading(now, answersOf))
})

test('I2: a backup of it stays of that version, and is looked at as this version sees it', async () => {
  const { now, first } = await aFirstStore(3)
  const to = path.join(path.dirname(first), 'backup.sqlite')
  const { seen } = await backUp({ from: first, to, lookThrough })
  expect(seen).toEqual(await reading(now, ({ keeping }) => lookThrough(keeping)))
  withDatabase(to, (db) => expect(columnsOf(db, 'main', 'events')).not.toContain('hash'))
  withDatabase(first, (db) => db.exec('DROP INDEX board_by_change'))
  const spoilt = await backUp({ from: first, to: `${to}.spoilt`, lookThrough })
  expect(spoilt.seen.wrong.join()).toContain('the index “board_by_change” is missing')
})

test('I2: what is changed after that shows', async () => {
  const { first } = await aFirstStore(3)
  await reading(first, ({ check }) => check())
  withDatabase(first, (db) =>
    db.exec(`UPDATE events SET by = 'nobody' WHERE kind = 'board' AND seq = 2`),
  )
  const { findings } = await reading(first, (stores) => auditAll(stores, sha256))
  expect(findings).toMatchObject([{ kind: 'board', seq: 2, why: 'changed' }])
})

test.each([
  ['as a program left it', 'WAL'],
  ['as it is restored from a backup', 'DELETE'],
])('I2: programs that open it at the same moment, %s, seal it once', async (_how, journal) => {
  const { first } = await aFirstStore(200, journal)
  const settings = { DATA_DIR: path.dirname(first) }
  const programs = [1, 2].map(() => startProgram(settings, ['src/commands/audit.ts']))
  for (const program of programs) {
    const { code } = await program.ended
    expect(program.output).toMatch(/^201 records, .* every chain is whole\.$/m)
    expect(code).toBe(0)
  }
})
