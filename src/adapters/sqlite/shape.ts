import { DatabaseSync } from 'node:sqlite'
import type { Shape } from '../../ports/keeping.ts'
import type { Connection } from './connection.ts'
import { COPYING_TABLE } from './copying-mark.ts'
import { migrate, SCHEMA_VERSION } from './migrations.ts'

/** A table, index, view or trigger, as SQLite notes it. */
interface Thing {
  readonly type: string
  readonly name: string
  readonly sql: string
}

// Leaves out the index of a primary key, which has no text since it comes with its table, and the
// statistics of ANALYZE, which change no answer.
const THINGS = `SELECT type, name, sql FROM sqlite_schema
  WHERE sql IS NOT NULL AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))`

const keyOf = ({ type, name }: Thing) => `the ${type} “${name}”`

const known = new Map<number, ReadonlyMap<string, string>>()

/** What the program makes of an empty file, up to a version of the tables: always the same. */
function madeAt(version: number): ReadonlyMap<string, string> {
  const made = known.get(version) ?? makeAt(version)
  known.set(version, made)
  return made
}

function makeAt(version: number): ReadonlyMap<string, string> {
  const db = new DatabaseSync(':memory:')
  try {
    migrate(db, version)
    // By the statement: each row has these three.
    const things = db.prepare(THINGS).all() as unknown as readonly Thing[]
    return new Map(things.map((thing) => [keyOf(thing), thing.sql]))
  } finally {
    db.close()
  }
}

/**
 * Compares tables, indexes, views and triggers with those the program makes. A trigger or view
 * would change what is written or read, and an index what is refused.
 */
export function shapeOf(
  connection: Pick<Connection, 'all'>,
  version: number = SCHEMA_VERSION,
): Shape {
  const made = madeAt(version)
  const found = new Map(
    connection
      .all<Thing>(THINGS)
      // There only while the store is being copied into.
      .filter(({ sql }) => sql !== COPYING_TABLE)
      .map((thing) => [keyOf(thing), thing.sql]),
  )
  const missing = [...made.keys()].filter((name) => !found.has(name))
  const extra = [...found.keys()].filter((name) => !made.has(name))
  const other = [...made].filter(([name, sql]) => found.has(name) && found.get(name) !== sql)
  return {
    differs: [
      ...missing.map((name) => `${name} is missing`),
      ...extra.map((name) => `there is ${name}, which the program does not make`),
      ...other.map(([name]) => `${name} is not as the program makes it`),
    ],
    isReadable: missing.length + other.length === 0,
  }
}
