import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { connect } from '../../src/adapters/sqlite/connection.ts'
import { recordList, tableSql } from '../../src/adapters/sqlite/record-list.ts'
import { changesOf } from '../../src/contract/fields.ts'
import { personId } from '../../src/domain/shared/ids.ts'
import { allowedFor, perform } from '../../src/domain/shared/record.ts'
import { aBoard } from '../domain/a-board.ts'
import type { Action } from './an-action-record.ts'
import { ACTION_MOVES, ACTIONS, actionRecord } from './an-action-record.ts'

const owner = personId('owner')
const actor = { person: owner, agency: null, duties: [] }
const context = { board: aBoard(), now: '2026-03-27T09:00:00.000Z' }
const action: Action = {
  stage: 'inProgress',
  title: 'Ask twice',
  owner,
  due: '2026-04-30',
  datesChanged: 1,
  finishedAt: null,
  evidence: '',
}

test('an action of another record has its form, its checks and its event from its description', () => {
  const offered = allowedFor(actionRecord, action, actor, context)
  expect(offered.map(({ action: name, send }) => [name, send])).toEqual([
    ['changeDate', 'Change the date'],
    ['finish', 'It is done'],
  ])
  expect(offered[1]?.fields).toMatchObject([{ name: 'evidence', atLeast: 10 }])
  expect(() =>
    perform(actionRecord, action, { type: 'finish', evidence: 'Yes' }, actor, context),
  ).toThrow('incomplete')
  expect(
    perform(
      actionRecord,
      action,
      { type: 'finish', evidence: ' The form asks twice. ' },
      actor,
      context,
    ),
  ).toEqual([{ type: 'ActionFinished', evidence: 'The form asks twice.' }])
})

test('its requests are made from its description', () => {
  const { changeDate } = changesOf(ACTION_MOVES, 'Action')
  const body = { version: 1, submission: 's', due: null, reason: 'Later.' }
  const read: { due: string | null; reason: string } = changeDate.parse(body)
  expect(read).toEqual(body)
  const document = JSON.stringify(z.toJSONSchema(changeDate))
  expect(document).toContain('ActionChangeDateRequest')
  expect(document).toContain('"description":"Reason"')
})

test('its table, pages and orders are made from its description', async () => {
  const db = new DatabaseSync(':memory:')
  db.exec(tableSql(ACTIONS))
  const list = recordList(ACTIONS)
  const columns = list.columns.join(', ')
  for (const [at, datesChanged] of [0, 2, 1, 2].entries())
    db.prepare(
      `INSERT INTO actions (id, version, events, changed, submission, causes, state, ${columns})
        VALUES (?, 1, 1, 0, ?, '[]', '{}', ${list.columns.map(() => '?').join(', ')})`,
    ).run(`ACN-${at}`, `s-${at}`, ...list.valuesOf({ ...action, datesChanged }))
  const connection = connect(db, 1, 0)
  const where = { scope: [[{ column: 'owner' as const, oneOf: [owner] }]], all: [] }
  const refs: string[] = []
  let after: string | undefined
  do {
    const page = list.find(
      connection,
      where,
      'mostChanged',
      after ? { size: 1, after } : { size: 1 },
    )
    refs.push(...page.rows.map(({ ref }) => ref))
    after = page.next ?? undefined
  } while (after)
  expect(refs).toEqual(['ACN-3', 'ACN-1', 'ACN-2', 'ACN-0'])
  await connection.close()
})
