import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { connect } from '../../src/adapters/sqlite/connection.ts'
import { recordList, tableSql } from '../../src/adapters/sqlite/record-list.ts'
import { anOuting, OUTINGS } from './an-outing.ts'

test('its table, pages and orders are made from its description', async () => {
  const db = new DatabaseSync(':memory:')
  db.exec(tableSql(OUTINGS))
  const list = recordList(OUTINGS)
  const columns = list.columns.join(', ')
  for (const [at, coming] of [0, 2, 1, 2].entries())
    db.prepare(
      `INSERT INTO outings (id, version, events, changed, submission, causes, state, ${columns})
        VALUES (?, 1, 1, 0, ?, '[]', '{}', ${list.columns.map(() => '?').join(', ')})`,
    ).run(`OUT-${at}`, `s-${at}`, ...list.valuesOf(anOuting({ coming })))
  const connection = connect(db, 1, 0)
  const where = OUTINGS.where({ stages: ['planned'] })
  const refs: string[] = []
  let after: string | undefined
  do {
    const page = list.find(connection, where, 'largest', after ? { size: 1, after } : { size: 1 })
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next ?? undefined
  } while (after)
  expect(refs).toEqual(['OUT-3', 'OUT-1', 'OUT-2', 'OUT-0'])
  await connection.close()
})
