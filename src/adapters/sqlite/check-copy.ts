import { DatabaseSync } from 'node:sqlite'
import type { Keeping, Shape } from '../../ports/keeping.ts'
import { connect } from './connection.ts'
import { requireCopied } from './copying-mark.ts'
import { requireOurs } from './inspect-file.ts'
import { keepingTable } from './keeping-table.ts'
import { applicationId, migrate, SCHEMA_VERSION, schemaVersion } from './migrations.ts'
import { requireIntact, withStoreProblems } from './open-database.ts'
import { removeStore } from './place-file.ts'
import { copyPrivately } from './private-file.ts'
import { shapeOf } from './shape.ts'

const BUSY_TIMEOUT_MS = 5000

/** Looks through everything that is kept and says what is not as it was. See `Looked`. */
export type LookThrough<Seen extends Looked> = (keeping: Keeping) => Promise<Seen>

export interface Looked {
  /** What is not as it was kept, a sentence each; empty when everything is whole. */
  readonly wrong: readonly string[]
}

/**
 * Reads every page of a copy, makes it a single file without a log beside it, and looks through its
 * content.
 * @param named what people call it: the file it was copied from
 * @throws StoreProblem when it is damaged, half a copy, or not a store of this program or an
 * earlier one
 */
export async function checkCopy<Seen extends Looked>(
  copy: string,
  named: string,
  lookThrough: LookThrough<Seen>,
): Promise<Seen> {
  const { version, shape } = withStoreProblems(named, () => readThrough(copy, named))
  const look = (path: string) => lookedThrough(path, shape, lookThrough)
  if (version === SCHEMA_VERSION || !shape.isReadable) return look(copy)
  // An earlier version is looked at as the program will see it. The copy itself stays as it is.
  const later = `${copy}.later`
  removeStore(later)
  try {
    copyPrivately(copy, later)
    const db = new DatabaseSync(later)
    migrate(db)
    db.close()
    return await look(later)
  } finally {
    removeStore(later)
  }
}

function readThrough(copy: string, named: string) {
  const db = new DatabaseSync(copy, { timeout: BUSY_TIMEOUT_MS })
  try {
    requireIntact(named, db, 'integrity_check')
    const version = schemaVersion(db)
    requireOurs(named, applicationId(db), version)
    requireCopied(named, db)
    // Throws when part of the log cannot be written to the file. Closing would not say so.
    db.exec('PRAGMA journal_mode = DELETE')
    const connection = connect(db, 1, BUSY_TIMEOUT_MS)
    return { version, shape: shapeOf(connection, version) }
  } finally {
    db.close()
  }
}

async function lookedThrough<Seen extends Looked>(
  path: string,
  shape: Shape,
  lookThrough: LookThrough<Seen>,
): Promise<Seen> {
  const connection = connect(new DatabaseSync(path, { readOnly: true }), 1, BUSY_TIMEOUT_MS)
  try {
    return await lookThrough({ ...keepingTable(connection), shape: async () => shape })
  } finally {
    await connection.close()
  }
}
