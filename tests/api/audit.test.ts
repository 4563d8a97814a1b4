import { describe, expect, test } from 'vitest'
import { DomainError } from '../../src/domain/words/errors.ts'
import { personId } from '../../src/domain/words/ids.ts'
import {
  businessManager,
  chair,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import type { Line } from './support/an-auditor.ts'
import { audited, auditor, deputyAuditor, linesFor } from './support/an-auditor.ts'
import {
  aDecision,
  closed,
  decided,
  expectContract,
  FEEDBACK,
  REASON,
  raised,
  STORY,
} from './support/requests.ts'
import { expectRefused } from './support/running-api.ts'

const LINES = '/api/audit/lines'
const READINGS = '/api/audit/lines?log=readings'

describe('who may look', () => {
  const paths = [LINES, READINGS, '/api/audit/chain?record=board', `${LINES}?record=nonsense`]

  test.each(paths)('%s is for the auditor alone, and says so', async (path) => {
    const api = await audited()
    for (const who of [businessManager, chair, seniorNurse, healthVisitor, 'newcomer'] as const) {
      const answer = await api.get(who, path)
      expectRefused(answer, 403, 'not-your-role')
      expect(answer.body.detail).toBe(
        'Only the auditor can do this. Ask the board office if that should be you.',
      )
    }
    expectRefused(await api.get(null, path), 401, 'not-signed-in')
  })

  test('nobody who was refused leaves a line', async () => {
    const api = await audited()
    await api.get(businessManager, READINGS)
    expect((await linesFor(api, 'log=readings')).map(({ by }) => by.id)).toEqual([auditor])
  })

  test('the auditor has the page Audit, and nothing of Set-up', async () => {
    const api = await audited()
    const { body } = await api.get(auditor, '/api/me')
    expect(body.pages).toEqual(['home', 'learning', 'audit'])
    expect(body.setup).toEqual([])
  })

  test('I5: the auditor’s deputy sees what the auditor sees', async () => {
    const api = await audited()
    expectContract('listTrail', await api.get(deputyAuditor, LINES))
  })
})

describe('what was done', () => {
  test('I2: the auditor sees every event of a record, by whom and when, the newest first', async () => {
    const api = await audited()
    const ref = await closed(api)
    const answer = await api.get(auditor, `${LINES}?record=${ref}`)
    expectContract('listTrail', answer)
    expect(answer.body.total).toBe(4)
    expect(answer.body.rows.map(({ says, number, by }: Line) => [says, number, by.name])).toEqual([
      ['Closed', 4, 'Name of the senior nurse'],
      ['Feedback given to the reporter', 3, 'Name of the senior nurse'],
      ['Decided', 2, 'Name of the senior nurse'],
      ['Raised', 1, 'Name of the health visitor'],
    ])
    expect(answer.body.rows[3]).toEqual({
      at: '2026-03-27T09:00:00.000Z',
      by: {
        id: 'health-visitor',
        name: 'Name of the health visitor',
        workplace: 'Community trust',
      },
      says: 'Raised',
      record: { id: `observation/${ref}`, name: ref },
      number: 1,
    })
  })

  test('I2: changes of the board settings are lines as well, and the first is the product’s own', async () => {
    const lines = await linesFor(await audited(), 'record=board&size=100')
    expect(new Set(lines.map(({ record }) => record.name))).toEqual(new Set(['Board settings']))
    expect(lines[0]?.says).toBe('Role given to a person')
    expect(lines.at(-1)).toMatchObject({
      says: 'Board set up',
      by: { name: 'The product itself', workplace: null },
    })
  })

  test('holds nothing that anybody wrote', async () => {
    const api = await audited()
    const ref = await closed(api)
    await api.get(seniorNurse, `/api/observations/${ref}`)
    const answers = [
      await api.get(auditor, `${LINES}?size=100`),
      await api.get(auditor, `${READINGS}&size=100`),
      await api.get(auditor, `/api/audit/chain?record=${ref}`),
      await api.get(auditor, '/api/audit/chain?record=board'),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(200)
      for (const written of [STORY, 'read both forms', REASON, FEEDBACK.text, 'team meeting'])
        expect(text).not.toContain(written)
      expect(text).not.toMatch(/near miss|01632/i)
    }
  })
})

describe('what was read', () => {
  test('I2: reading a report in the tab is noted, and the auditor sees who, what, when and through which door', async () => {
    const api = await audited()
    const ref = await raised(api)
    api.clock.advance({ minutes: 5 })
    await api.get(seniorNurse, `/api/observations/${ref}`)
    api.clock.advance({ minutes: 5 })
    expect(await linesFor(api, `log=readings&record=${ref}`)).toEqual([
      {
        at: '2026-03-27T09:05:00.000Z',
        by: { id: 'senior-nurse', name: 'Name of the senior nurse', workplace: 'Community trust' },
        says: 'Read in the tab',
        record: { id: `observation/${ref}`, name: ref },
        number: 1,
      },
    ])
  })

  test('I2: what a change answers with is a reading, too', async () => {
    const api = await audited()
    const ref = await decided(api)
    expect(await linesFor(api, `log=readings&record=${ref}`)).toHaveLength(1)
  })

  test('I2: a reporter who reads their own report makes no entry', async () => {
    const api = await audited()
    const ref = await raised(api)
    expect((await api.get(healthVisitor, `/api/observations/${ref}`)).text).toContain(STORY)
    expect(await linesFor(api, `log=readings&record=${ref}`)).toEqual([])
  })

  test('I2: somebody who may not see a report leaves no line that they did', async () => {
    const api = await audited()
    const ref = await raised(api)
    expectRefused(await api.get(policeSergeant, `/api/observations/${ref}`), 404, 'not-found')
    expect(await linesFor(api, `log=readings&record=${ref}`)).toEqual([])
  })

  test('I2: when the log cannot be written, what happened is not shown', async () => {
    let isFull = false
    const api = await audited({
      changeDeps: (deps) => ({
        ...deps,
        access: {
          add: (reading) =>
            isFull
              ? Promise.reject(new DomainError('unavailable', { why: 'full' }))
              : deps.access.add(reading),
        },
      }),
    })
    const ref = await raised(api)
    isFull = true
    for (const answer of [
      await api.get(seniorNurse, `/api/observations/${ref}`),
      await api.post(seniorNurse, `/api/observations/${ref}/decide`, aDecision(1)),
      await api.get(auditor, LINES),
    ]) {
      expectRefused(answer, 503, 'unavailable')
      expect(answer.text).not.toContain(STORY)
      expect(answer.body).not.toHaveProperty('rows')
    }
    expect((await api.get(healthVisitor, `/api/observations/${ref}`)).text).toContain(STORY)
  })

  test('I2: that the auditor looked is noted: which log, and when', async () => {
    const api = await audited()
    await linesFor(api)
    api.clock.advance({ minutes: 1 })
    const lines = await linesFor(api, 'log=readings')
    expect(lines.map(({ record, by, at }) => [record.name, by.id, at])).toEqual([
      ['The audit log itself: readings', auditor, '2026-03-27T09:01:00.000Z'],
      ['The audit log itself: changes', auditor, '2026-03-27T09:00:00.000Z'],
    ])
  })

  test('somebody who is not in the directory any more is shown by their id', async () => {
    const api = await audited()
    const ref = await raised(api)
    await api.deps.access.add({
      kind: 'observation',
      id: ref,
      by: personId('long-gone'),
      door: 'card',
      at: api.clock.now(),
      cause: 'a-reading',
    })
    expect(await linesFor(api, `log=readings&record=${ref}`)).toMatchObject([
      {
        by: { id: 'long-gone', name: 'long-gone', workplace: null },
        says: 'Read on a card in the chat',
      },
    ])
  })
})

test('S12: an auditor sees no line about their own report, nor what follows from it', async () => {
  const api = await audited()
  const ref = await raised(api, {}, auditor)
  await api.get(businessManager, `/api/observations/${ref}`)
  for (const log of ['changes', 'readings']) {
    const { text } = await api.get(auditor, `${LINES}?log=${log}`)
    expect(text).not.toContain(ref)
  }
  expectRefused(await api.get(auditor, `/api/audit/chain?record=${ref}`), 404, 'not-found')
  expect((await api.get(deputyAuditor, `${LINES}?record=${ref}`)).text).toContain(ref)
})
