import type { DatabaseSync } from 'node:sqlite'
import { seal } from '../../domain/machinery/chain.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import { sha256 } from '../shared/digest.ts'

/** Chains of events, who read what, work that instances share, and answers by person. */
export function sealAndShare(db: DatabaseSync): void {
  db.exec(TABLES)
  sealWhatIsThere(db)
}

const TABLES = `
DROP INDEX board_by_change;
DROP INDEX board_undelivered;
ALTER TABLE board ADD COLUMN head TEXT NOT NULL DEFAULT '';
CREATE INDEX board_undelivered ON board (changed, id) WHERE version > delivered;

DROP INDEX observations_by_change;
DROP INDEX observations_undelivered;
ALTER TABLE observations ADD COLUMN head TEXT NOT NULL DEFAULT '';
CREATE INDEX observations_undelivered ON observations (changed, id) WHERE version > delivered;

CREATE INDEX observations_agency_waiting
  ON observations (agency, same_day DESC, waiting_since, id, reporter);
CREATE INDEX observations_agency_kinds ON observations (agency, kind, raised_month, reporter);

CREATE TABLE access (
  id TEXT PRIMARY KEY NOT NULL,
  events INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT;

ALTER TABLE events ADD COLUMN hash TEXT NOT NULL DEFAULT '';
CREATE INDEX events_changes ON events (at, kind, id, seq) WHERE kind <> 'access';
CREATE INDEX events_readings ON events (at, kind, id, seq) WHERE kind = 'access';
CREATE INDEX events_by_person ON events (by, at, kind, id, seq);

ALTER TABLE answers ADD COLUMN person TEXT NOT NULL DEFAULT '';
CREATE INDEX answers_by_person ON answers (person);

CREATE INDEX deliveries_not_delivered ON deliveries (recipient, state, failure, planned_at)
  WHERE state IN ('ended', 'unreachable');

CREATE TABLE leases (name TEXT PRIMARY KEY NOT NULL, holder TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE TABLE paces (
  name TEXT PRIMARY KEY NOT NULL,
  free_at REAL NOT NULL,
  asked_at REAL NOT NULL
) STRICT;
CREATE INDEX paces_by_time ON paces (free_at);
`

interface Kept {
  readonly kind: string
  readonly id: string
  readonly seq: number
  readonly at: Instant
  readonly by: PersonId
  readonly cause: string
  readonly data: string
}

/** Seals events from before there were chains, as they stand. */
function sealWhatIsThere(db: DatabaseSync) {
  const all = db.prepare(
    'SELECT kind, id, seq, at, by, cause, data FROM events ORDER BY kind, id, seq',
  )
  const keepHash = db.prepare('UPDATE events SET hash = ? WHERE kind = ? AND id = ? AND seq = ?')
  const keepHead = {
    board: db.prepare('UPDATE board SET head = ?, changed = ? WHERE id = ?'),
    observation: db.prepare('UPDATE observations SET head = ?, changed = ? WHERE id = ?'),
  }
  let head = ''
  // Reads all before changing anything: the same table is read and written.
  for (const row of all.all() as unknown as readonly Kept[]) {
    const { kind, id, seq, at, by, cause, data } = row
    const [sealed] = seal(sha256, { kind, id }, seq === 1 ? '' : head, [
      { seq, at, by, cause, event: JSON.parse(data) },
    ])
    head = sealed?.hash ?? ''
    keepHash.run(head, kind, id, seq)
    if (kind === 'board' || kind === 'observation') keepHead[kind].run(head, Date.parse(at), id)
  }
}
