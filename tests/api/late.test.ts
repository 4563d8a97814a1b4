import { expect, test } from 'vitest'
import { Late } from '../../src/contract/late.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { ACTIVITY_COMPLETE } from '../domain/an-activity.ts'
import {
  businessManager,
  chair,
  deputyNurse,
  healthVisitor,
  policeSergeant,
  seniorNurse,
} from './support/a-small-board.ts'
import { expectContract, raised, STORY } from './support/requests.ts'
import { expectRefused, runningApi } from './support/running-api.ts'

test('S13: what is late may be of any kind of record', () => {
  const line = {
    ref: 'LRN-2026-0001',
    kind: 'activity',
    matter: 'A learning activity',
    agency: { id: 'police', name: 'Police' },
    due: '2026-01-22T17:00:00.000Z',
    lateWorkingDays: 3,
  }
  const late = { lines: [line], byAgency: [], byMatter: [], isMore: false }
  expect(Late.parse(late).lines).toEqual([line])
})

test('S13: what is late about one record is told to whoever oversees the board, without a name', async () => {
  const api = await runningApi()
  const ref = await raised(api)
  const { id } = await makeRecord(api.deps, 'activity', {
    command: { ...ACTIVITY_COMPLETE.plan, holder: seniorNurse, dueOn: dateOf(api.clock.now()) },
    actor: actorFor(await currentBoard(api.deps), deputyNurse),
    submission: 'once',
  })
  expectRefused(await api.get(chair, `/api/late/${id}`), 404, 'not-found')
  api.clock.advance({ days: 14 })
  for (const one of [ref, id]) {
    const seen = await api.get(chair, `/api/late/${one}`)
    expectContract('getLate', seen)
    expect(seen.body).toMatchObject({ ref: one, isSeen: false })
    expect(seen.body.late[0].lateWorkingDays).toBeGreaterThan(4)
    for (const hidden of [seniorNurse, healthVisitor, STORY])
      expect(seen.text).not.toContain(hidden)
    for (const who of [seniorNurse, healthVisitor, policeSergeant])
      expectRefused(await api.get(who, `/api/late/${one}`), 404, 'not-found')
  }
  const outline = await api.get(businessManager, `/api/outlines/${ref}`)
  expect(outline.body.late.map(({ matter }: { matter: string }) => matter)).toEqual([
    'A start',
    'A decision',
  ])
  const own = await api.get(seniorNurse, `/api/activities/${id}`)
  expect(own.body.late).toMatchObject([{ heldBy: 'You' }])
})
