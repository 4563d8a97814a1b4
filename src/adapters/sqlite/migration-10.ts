/** Keeps reviews. */
export const REVIEWS_TABLE = `
CREATE TABLE reviews (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  events INTEGER NOT NULL,
  delivered INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL,
  submission TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,
  method TEXT NOT NULL,
  agency TEXT NOT NULL,
  proposer TEXT NOT NULL,
  proposed_on TEXT NOT NULL,
  origin TEXT,
  reporter TEXT,
  past TEXT,
  proposed_until TEXT,
  causes TEXT NOT NULL,
  state TEXT NOT NULL,
  head TEXT NOT NULL DEFAULT '',
  duties TEXT,
  next_due TEXT,
  remind_at TEXT,
  reminded TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX reviews_undelivered ON reviews (changed, id) WHERE version > delivered;
CREATE INDEX reviews_late ON reviews (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX reviews_remind ON reviews (remind_at, id) WHERE remind_at IS NOT NULL;
CREATE INDEX reviews_latest ON reviews (proposed_on DESC, id DESC);
CREATE INDEX reviews_agency ON reviews (agency, proposed_on DESC, id DESC);
CREATE INDEX reviews_proposed ON reviews (proposer, proposed_on DESC, id DESC);
CREATE INDEX reviews_origin ON reviews (origin, proposed_on DESC, id DESC);
CREATE INDEX reviews_reporter ON reviews (reporter, proposed_on DESC, id DESC);
CREATE INDEX reviews_past ON reviews (past, proposed_on DESC, id DESC);
CREATE INDEX reviews_until ON reviews (proposed_until);
`
