/** Keeps actions. */
export const ACTIONS_TABLE = `
CREATE TABLE actions (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  is_over TEXT NOT NULL,
  agency TEXT NOT NULL,
  owner TEXT NOT NULL,
  maker TEXT NOT NULL,
  helper TEXT,
  due_on TEXT NOT NULL,
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
CREATE INDEX actions_undelivered ON actions (changed, id) WHERE version > delivered;
CREATE INDEX actions_late ON actions (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX actions_remind ON actions (remind_at, id) WHERE remind_at IS NOT NULL;
CREATE INDEX actions_due ON actions (is_over, due_on, id);
CREATE INDEX actions_agency ON actions (agency, is_over, due_on, id);
CREATE INDEX actions_owned ON actions (owner, is_over, due_on, id);
CREATE INDEX actions_made ON actions (maker, is_over, due_on, id);
CREATE INDEX actions_helped ON actions (helper, is_over, due_on, id);
CREATE INDEX actions_origin ON actions (origin, is_over, due_on, id);
CREATE INDEX actions_past ON actions (past, is_over, due_on, id);
`
