import type { DatabaseSync } from 'node:sqlite'
import { FIRST_TABLES } from './migration-1.ts'
import { sealAndShare } from './migration-2.ts'
import { keepWhatWasSentPast } from './migration-4.ts'
import { DUTIES } from './migration-6.ts'
import { ACTIVITIES_TABLE } from './migration-7.ts'
import { ACTIONS_TABLE } from './migration-9.ts'
import { REVIEWS_TABLE } from './migration-10.ts'
import { isOfOtherTables } from './sqlite-failure.ts'
import { StoreProblem } from './store-problem.ts'

/** Marks a SQLite file as a store of this product: "LLop" in the file's header. */
export const APPLICATION_ID = 0x4c4c6f70

/** For the lists of what was decided in one way. */
const OUTCOMES_INDEX =
  'CREATE INDEX observations_outcomes ON observations (outcome, raised_at DESC, id DESC, reporter)'

/** For what waits for a second person. */
const PROPOSED = `
ALTER TABLE observations ADD COLUMN proposed_until TEXT;
CREATE INDEX observations_proposed ON observations (proposed_until, reporter);
`

/** How the promise to reporters was kept, for figures on time. */
const PROMISES_KEPT = `
ALTER TABLE observations ADD COLUMN first_word_in_working_days INTEGER;
ALTER TABLE observations ADD COLUMN decided_in_time TEXT;
DROP INDEX observations_decided;
CREATE INDEX observations_decided
  ON observations (decided_month, decided_in_working_days, first_word_in_working_days, decided_in_time);
UPDATE observations SET
  first_word_in_working_days = json_extract(state, '$.decisions[0].promise.firstWordIn'),
  decided_in_time = CASE json_extract(state, '$.decisions[0].promise.onTime')
    WHEN 1 THEN 'onTime' WHEN 0 THEN 'late' END
  WHERE CASE WHEN json_valid(state) THEN json_extract(state, '$.decisions[0].promise') END IS NOT NULL;
`

/**
 * One step for each version, never changed once released. A store of any earlier version is brought
 * up to date by the steps it has not had.
 */
const MIGRATIONS: readonly ((db: DatabaseSync) => void)[] = [
  (db) => db.exec(FIRST_TABLES),
  sealAndShare,
  (db) => db.exec(OUTCOMES_INDEX),
  keepWhatWasSentPast,
  (db) => db.exec(PROPOSED),
  (db) => db.exec(DUTIES),
  (db) => db.exec(ACTIVITIES_TABLE),
  (db) => db.exec(PROMISES_KEPT),
  (db) => db.exec(ACTIONS_TABLE),
  (db) => db.exec(REVIEWS_TABLE),
]

/** The version of the tables that this program makes and reads. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** @returns the version of the tables in a file; 0 for an empty one */
export const schemaVersion = (db: DatabaseSync): number => pragma(db, 'user_version')

/** @returns the mark of the program that made the file; 0 when it has none */
export const applicationId = (db: DatabaseSync): number => pragma(db, 'application_id')

function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name])
}

/**
 * Brings the tables up to date, each step whole or not at all.
 * @param upTo which version; only given to see what an earlier program made
 * @returns whether there was anything to do
 */
export function migrate(db: DatabaseSync, upTo = SCHEMA_VERSION): boolean {
  const before = schemaVersion(db)
  for (let version = before; version < upTo; version += 1) {
    // PRAGMA takes no parameters; both numbers are constants of this file.
    inTransaction(db, () => {
      // Another instance that started at the same moment may have done this step.
      if (schemaVersion(db) !== version) return
      takeStep(db, version)
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`)
    })
  }
  return before < upTo
}

/** @throws StoreProblem where the tables do not fit the version the file names */
function takeStep(db: DatabaseSync, version: number) {
  try {
    MIGRATIONS[version]?.(db)
  } catch (error) {
    if (!isOfOtherTables(error)) throw error
    throw new StoreProblem(
      'version',
      `The store ${db.location()} says that its tables are of version ${version}, and they are not: its number (PRAGMA user_version) was changed by something other than Learning Loop, or its tables were. It was left as it is. Restore the latest backup, or put the number back if you know who changed it.`,
      { cause: error },
    )
  }
}

function inTransaction(db: DatabaseSync, work: () => void) {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
