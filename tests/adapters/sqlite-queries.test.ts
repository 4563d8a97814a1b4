import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { lateSql, waitingQuery } from '../../src/adapters/sqlite/duty-table.ts'
import { listOf, rungsDueSql } from '../../src/adapters/sqlite/listed-table.ts'
import { migrate } from '../../src/adapters/sqlite/migrations.ts'
import type { Query } from '../../src/adapters/sqlite/record-list.ts'
import { tableSql } from '../../src/adapters/sqlite/record-list.ts'
import { claimOf } from '../../src/domain/machinery/duties.ts'
import type { ObservationFilter, ObservationOrder } from '../../src/domain/observation/columns.ts'
import { columnsOf, observationsWhere } from '../../src/domain/observation/columns.ts'
import type { ScopeClause } from '../../src/domain/observation/scope.ts'
import { anyRecord, KINDS } from '../../src/domain/records.ts'
import type { RecordRef } from '../../src/domain/words/ids.ts'
import { agencies, anObservation, people } from '../builders.ts'

const { afterRow, pageQuery, totalQuery, countSql } = listOf('observation')

/** How SQLite means to answer, one step a line. */
function planOf({ sql, values }: Query): string {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
  db.close()
  return steps.map(({ detail }) => detail).join('\n')
}

const clause = (overrides: Partial<ScopeClause>): ScopeClause => ({
  agency: null,
  onlyReporters: null,
  exceptReporters: [people.reporter],
  ...overrides,
})
const health = clause({ agency: agencies.health })
const schools = clause({ agency: agencies.schools })
const office = clause({ agency: agencies.office, onlyReporters: [people.chair] })
const waiting = { stages: ['awaitingTriage'] } as const
const own = [clause({ onlyReporters: [people.senior], exceptReporters: [] })]

const row = {
  ref: 'OBS-2026-0001' as RecordRef,
  version: 1,
  nextDue: null,
  ...columnsOf(anObservation()),
}

test.each<readonly [string, ObservationFilter, ObservationOrder]>([
  ['the triage queue of an agency', { scope: [health], ...waiting }, 'oldestFirst'],
  ['an agency’s observations', { scope: [health] }, 'newestFirst'],
  ['a person’s own', { scope: own }, 'newestFirst'],
])('%s: every page comes straight from an index, in order', (_what, filter, order) => {
  for (const page of [{ size: 20 }, { size: 20, after: afterRow(order, row) }]) {
    const plan = planOf(pageQuery(observationsWhere(filter), order, page))
    expect(plan).toMatch(/^SEARCH observations USING INDEX/)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  }
  expect(planOf(totalQuery(observationsWhere(filter)))).toMatch(
    /^SEARCH observations USING COVERING INDEX/,
  )
})

test.each<readonly [string, ObservationFilter, ObservationOrder]>([
  [
    'the queue of several agencies',
    { scope: [health, schools, office], ...waiting },
    'oldestFirst',
  ],
  ['all stages of several agencies', { scope: [health, schools, office] }, 'newestFirst'],
  [
    'an agency’s kinds in a month',
    { scope: [health], kinds: ['nearMiss'], from: '2026-03' },
    'oldestFirst',
  ],
  ['a person’s own, oldest first', { scope: own }, 'oldestFirst'],
])('%s: no list reads observations it does not show', (_what, filter, order) => {
  for (const query of [
    pageQuery(observationsWhere(filter), order, { size: 20 }),
    totalQuery(observationsWhere(filter)),
  ]) {
    expect(planOf(query)).toMatch(/SEARCH observations USING/)
    expect(planOf(query)).not.toMatch(/SCAN/)
  }
})

test.each([countSql('kinds'), countSql('decisionTimes')])(
  'figures are counted in an index alone',
  (sql) => {
    const plan = planOf({ sql, values: ['2026-01', '2026-12'] })
    expect(plan).toMatch(/^SEARCH observations USING COVERING INDEX/)
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  },
)

test('what waits is read along its key, and what is late or to be told of along its index', () => {
  const asked = { person: people.senior, claims: [claimOf('triage@health')], now: '' }
  const late = { sql: lateSql('observations'), values: ['2026'] }
  const rungs = { sql: rungsDueSql('observations'), values: ['2026', 10] }
  expect(planOf(waitingQuery(asked, { size: 20 }))).toMatch(/^SEARCH duties USING PRIMARY KEY/)
  expect(planOf(waitingQuery(asked, { size: 20 }))).not.toMatch(/SCAN duties|TEMP B-TREE/)
  expect(planOf(late)).toMatch(/^SEARCH observations USING INDEX observations_late/)
  expect(planOf(rungs)).toMatch(/^SEARCH observations USING INDEX observations_remind/)
  expect(planOf(rungs)).not.toMatch(/TEMP B-TREE/)
})

test.each(KINDS)('the table and indexes of the kind %s are those the migrations made', (kind) => {
  const { listing } = anyRecord(kind)
  const shapeOf = (make: (db: DatabaseSync) => void) => {
    const db = new DatabaseSync(':memory:')
    make(db)
    const columns = db
      .prepare(`SELECT name, type, "notnull" AS needed FROM pragma_table_info(?) ORDER BY name`)
      .all(listing.name)
    const indexes = db
      .prepare(
        `SELECT list.name AS name, (SELECT group_concat(name || "desc") FROM pragma_index_xinfo(list.name) WHERE key) AS keys
          FROM pragma_index_list(?) list WHERE list.origin = 'c' ORDER BY list.name`,
      )
      .all(listing.name)
    db.close()
    return { columns, indexes }
  }
  expect(shapeOf((db) => db.exec(tableSql(listing)))).toEqual(shapeOf((db) => migrate(db)))
})
