import { expect, onTestFinished, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { ReviewCommand } from '../../src/domain/review/types.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { makeRecord } from '../../src/usecases/records/make-record.ts'
import { listWaiting } from '../../src/usecases/reminding/list-waiting.ts'
import { aBoard, boardChair, officeDeputy, officeManager, seniorNurse } from '../domain/a-board.ts'
import { NONE, REVIEW_COMPLETE } from '../domain/a-review.ts'
import { aRemindingScene } from './a-reminding-scene.ts'

const DAY = 24
const DECIDE = 'Commission the review, or decline it 1'

/** Proposed on Monday 2 March 2026, at ten o'clock. */
async function proposed(
  part: Partial<typeof REVIEW_COMPLETE.propose> = {},
  board: BoardSettings = aBoard(),
) {
  const stores = await openSqliteStores({ path: ':memory:' })
  onTestFinished(() => stores.close())
  const scene = await aRemindingScene(stores, { at: '2026-03-02T10:00Z', board })
  const { deps, passes } = scene
  const by = (person: PersonId) => ({ actor: actorFor(board, person), submission: deps.newId() })
  const command = { ...REVIEW_COMPLETE.propose, ...part }
  const { id } = await makeRecord(deps, 'review', { command, ...by(seniorNurse) })
  const take = (person: PersonId, change: ReviewCommand) =>
    changeRecord(deps, 'review', { id, command: change, ...by(person) })
  const waiting = async (person: PersonId) =>
    (await listWaiting(deps, actorFor(board, person), 9)).rows.length
  return {
    ...{ take, waiting, deps, id },
    passes: async (days: number) => [...(await passes(days * DAY))].sort(),
  }
}

test('S14: a proposed review: the chair after ten working days, then the business manager, until it is decided', async () => {
  const { take, passes, waiting } = await proposed()
  expect(await waiting(boardChair)).toBe(1)
  expect(await waiting(seniorNurse)).toBe(0)
  expect(await passes(17)).toEqual([
    `13 09:00 ${boardChair}: ${DECIDE}`,
    `16 09:00 ${boardChair}: ${DECIDE}`,
    `17 09:00 ${boardChair}: late A decision on a review 1`,
    `18 09:00 ${boardChair}: late A decision on a review 1`,
    `19 09:00 ${boardChair}: late A decision on a review 1`,
    `19 09:00 ${officeManager}: late A decision on a review 1`,
  ])
  await take(boardChair, REVIEW_COMPLETE.declineReview)
  expect(await passes(9)).toEqual([])
  expect(await waiting(boardChair)).toBe(0)
})

test('S1: a clock of the profile that is shorter bounds the decision', async () => {
  const notified = { source: 'notification', observations: null } as const
  const within = async (notifiedOn: string, profile: BoardSettings['profile']) => {
    const { passes } = await proposed({ ...notified, notifiedOn }, { ...aBoard(), profile })
    return (await passes(8)).map((one) => one.slice(0, 2))
  }
  // One month after 5 February is 5 March; fifteen working days after 13 February 6 March.
  expect(await within('2026-02-05', 'WT2013')).toEqual(['04', '05', '06', '09', '10', '10'])
  expect(await within('2026-02-13', 'WT2023')).toEqual(['05', '06', '09', '10'])
})

test('S14: an incident that is notifiable: the business manager, five working days after it became known', async () => {
  const { take, passes } = await proposed()
  const answers = { lookedAfterDied: 'yes', knownOn: '2026-03-02' } as const
  await take(officeManager, { ...REVIEW_COMPLETE.answerNotifiable, ...answers })
  const notify = 'See that the incident is notified, and say when it was 1'
  expect(await passes(7)).toEqual([
    `06 09:00 ${officeManager}: ${notify}`,
    `09 09:00 ${officeManager}: ${notify}`,
  ])
  await take(officeManager, { type: 'sayNotified', notifiedOn: '2026-03-09' })
  expect((await passes(2)).filter((one) => one.includes('notif'))).toEqual([])
})

test('S14: what was not known: the chair, on the day it is looked at again', async () => {
  const { take, passes } = await proposed()
  const open = { ...NONE, abuseOrNeglect: 'notKnown', died: 'yes' } as const
  await take(officeManager, { type: 'answerCriteria', ...open, lookAgainOn: '2026-03-06' })
  const again = 'Answer the criteria anew, as something was not known 1'
  expect(await passes(5)).toEqual([
    `05 09:00 ${boardChair}: ${again}`,
    `06 09:00 ${boardChair}: ${again}`,
  ])
  await take(boardChair, { type: 'answerCriteria', ...NONE, lookAgainOn: null })
  expect(await passes(3)).toEqual([])
})

test('S14: declining a statutory review: the business manager agrees, and then sees that the panel is told', async () => {
  const { take, passes, waiting, deps, id } = await proposed({ method: 'seriousCaseReview' })
  await take(boardChair, { type: 'answerCriteria', ...NONE, lookAgainOn: null })
  await take(boardChair, REVIEW_COMPLETE.declineReview)
  expect(await waiting(officeManager)).toBe(1)
  expect(await passes(1)).toEqual([
    `03 09:00 ${officeManager}: Agree to declining the review, or say why not 1`,
  ])
  const { state } = (await deps.records.review.load(id)) ?? {}
  const proposal = state?.proposals[0]?.number ?? 0
  await take(officeManager, { type: 'agree', proposal } as never)
  const told = 'See that the national panel is told, and say when it was 1'
  // Fourteen calendar days after 3 March.
  expect(await passes(14)).toEqual([
    `16 09:00 ${officeManager}: ${told}`,
    `17 09:00 ${officeManager}: ${told}`,
  ])
  expect(await passes(1)).toEqual([
    `18 09:00 ${officeDeputy}: late Word to the national panel 1`,
    `18 09:00 ${officeManager}: late Word to the national panel 1`,
  ])
  await take(officeManager, { type: 'tellPanel', toldOn: '2026-03-18' })
  expect(await passes(9)).toEqual([])
})
