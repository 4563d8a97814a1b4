/** The tables of the first store. */
export const FIRST_TABLES = `
CREATE TABLE events (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  cause TEXT NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (kind, id, seq)
) STRICT;

CREATE TABLE board (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
  causes TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX board_by_change ON board (changed);
CREATE INDEX board_undelivered ON board (changed) WHERE version > delivered;

CREATE TABLE observations (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  kind TEXT NOT NULL,
  agency TEXT NOT NULL,
  person TEXT,
  reporter TEXT NOT NULL,
  same_day INTEGER NOT NULL,
  worry TEXT,
  acknowledged INTEGER NOT NULL,
  outcome TEXT,
  raised_at TEXT NOT NULL,
  raised_month TEXT NOT NULL,
  waiting_since TEXT NOT NULL,
  decided_month TEXT,
  decided_in_working_days INTEGER,
  closed_at TEXT,
  causes TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX observations_by_change ON observations (changed);
CREATE INDEX observations_undelivered ON observations (changed) WHERE version > delivered;
CREATE INDEX observations_queue
  ON observations (agency, stage, same_day DESC, waiting_since, id, reporter);
CREATE INDEX observations_agency ON observations (agency, raised_at DESC, id DESC, reporter);
CREATE INDEX observations_own ON observations (reporter, raised_at DESC, id DESC);
CREATE INDEX observations_kinds ON observations (raised_month, kind);
CREATE INDEX observations_decided ON observations (decided_month, decided_in_working_days);

CREATE TABLE series (name TEXT PRIMARY KEY NOT NULL, last INTEGER NOT NULL) STRICT;

CREATE TABLE deliveries (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  event INTEGER NOT NULL,
  notice TEXT NOT NULL,
  recipient TEXT NOT NULL,
  updates TEXT,
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 0,
  planned_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  claimed_until TEXT,
  conversation_id TEXT,
  message_id TEXT,
  failure TEXT
) STRICT;
CREATE INDEX deliveries_due ON deliveries (state, due_at, position);
CREATE INDEX deliveries_about ON deliveries (record_kind, record_id, notice, position);
CREATE INDEX deliveries_unreachable ON deliveries (recipient) WHERE state = 'unreachable';

CREATE TABLE answers (
  key TEXT PRIMARY KEY NOT NULL,
  answer TEXT NOT NULL,
  keep_until TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_end ON answers (keep_until);

CREATE TABLE dialogs (
  person TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  expires_at TEXT
) STRICT;
CREATE INDEX dialogs_by_end ON dialogs (expires_at);

CREATE TABLE personas (account TEXT PRIMARY KEY NOT NULL, person TEXT NOT NULL) STRICT;

CREATE TABLE conversations (
  person TEXT PRIMARY KEY NOT NULL,
  conversation_id TEXT NOT NULL,
  reference TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX conversations_by_sight ON conversations (seen_at);

CREATE TABLE health (id INTEGER PRIMARY KEY, checks INTEGER NOT NULL) STRICT;
`
