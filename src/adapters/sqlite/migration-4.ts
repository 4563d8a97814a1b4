import type { DatabaseSync } from 'node:sqlite'
import { withFormerAgencies } from '../shared/former-agencies.ts'

/**
 * Adds the agency a report was sent past, for lists, and where people worked and triaged before.
 */
export function keepWhatWasSentPast(db: DatabaseSync): void {
  db.exec(COLUMN)
  const events = db.prepare("SELECT data FROM events WHERE kind = 'board' AND id = ? ORDER BY seq")
  const keep = db.prepare('UPDATE board SET state = ? WHERE id = ?')
  for (const { id, state } of db.prepare('SELECT id, state FROM board').all())
    keep.run(
      withFormerAgencies(
        String(state),
        events.all(String(id)).map(({ data }) => String(data)),
      ),
      String(id),
    )
}

const COLUMN = `
ALTER TABLE observations ADD COLUMN past_agency TEXT;
CREATE INDEX observations_past ON observations (past_agency, raised_at DESC, id DESC);
UPDATE observations SET past_agency = json_extract(state, '$.reporterAgency')
  WHERE CASE WHEN json_valid(state) THEN json_extract(state, '$.pastAgency') END;
`
