/** What waits: beside each record, and in one table for lists. */
export const DUTIES = `
ALTER TABLE observations ADD COLUMN duties TEXT;
ALTER TABLE observations ADD COLUMN next_due TEXT;
ALTER TABLE observations ADD COLUMN remind_at TEXT;
ALTER TABLE observations ADD COLUMN reminded TEXT NOT NULL DEFAULT '';
CREATE INDEX observations_late ON observations (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX observations_remind ON observations (remind_at, id) WHERE remind_at IS NOT NULL;
CREATE TABLE duties (
  holder TEXT NOT NULL,
  rank INTEGER NOT NULL,
  due TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  duty TEXT NOT NULL,
  since TEXT NOT NULL,
  agency TEXT NOT NULL,
  of TEXT,
  past TEXT,
  not_for TEXT NOT NULL,
  lapses INTEGER NOT NULL,
  PRIMARY KEY (holder, rank, due, kind, record, duty)
) STRICT, WITHOUT ROWID;
`
