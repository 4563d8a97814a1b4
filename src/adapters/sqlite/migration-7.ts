/** Keeps learning activities. */
export const ACTIVITIES_TABLE = `
CREATE TABLE activities (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  type TEXT NOT NULL,
  agency TEXT NOT NULL,
  holder TEXT NOT NULL,
  maker TEXT NOT NULL,
  day TEXT NOT NULL,
  held_month TEXT,
  origin TEXT,
  reporter TEXT,
  past TEXT,
  causes TEXT NOT NULL,
  state TEXT NOT NULL,
  head TEXT NOT NULL DEFAULT '',
  duties TEXT,
  next_due TEXT,
  remind_at TEXT,
  reminded TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX activities_undelivered ON activities (changed, id) WHERE version > delivered;
CREATE INDEX activities_late ON activities (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX activities_remind ON activities (remind_at, id) WHERE remind_at IS NOT NULL;
CREATE INDEX activities_agency ON activities (agency, day DESC, id DESC);
CREATE INDEX activities_held ON activities (holder, day DESC, id DESC);
CREATE INDEX activities_made ON activities (maker, day DESC, id DESC);
CREATE INDEX activities_origin ON activities (origin, day DESC, id DESC);
CREATE INDEX activities_types ON activities (held_month, type);
CREATE INDEX activities_past ON activities (past, day DESC, id DESC);
`
