import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { actionDuties } from '../../src/domain/action/duties.ts'
import type { Action } from '../../src/domain/action/types.ts'
import { viewOfAction } from '../../src/domain/action/visibility.ts'
import { activityDuties } from '../../src/domain/activity/duties.ts'
import type { Activity } from '../../src/domain/activity/types.ts'
import { viewOfActivity } from '../../src/domain/activity/visibility.ts'
import { belongsTo } from '../../src/domain/board/belonging.ts'
import { actorFor, personOf } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import type { Duty } from '../../src/domain/machinery/duties.ts'
import { matterOf } from '../../src/domain/machinery/duties.ts'
import { observationDuties } from '../../src/domain/observation/duties.ts'
import type { Observation } from '../../src/domain/observation/types.ts'
import { viewOfObservation } from '../../src/domain/observation/visibility.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import { dateOf } from '../../src/domain/words/time.ts'
import { listDuties } from '../../src/usecases/reminding/list-duties.ts'
import { listLate } from '../../src/usecases/reminding/list-late.ts'
import { listWaiting } from '../../src/usecases/reminding/list-waiting.ts'
import { anActionChange, anActivityChange, anObservationChange } from '../builders.ts'
import {
  aBoard,
  boardChair,
  boardOffice,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  school,
  seniorNurse,
  teacher,
  trustLead,
} from '../domain/a-board.ts'
import { aDoneAction, anAction, aStuckAction } from '../domain/an-action.ts'
import { aFinding, anActivity, anAudit } from '../domain/an-activity.ts'
import { aDecidedObservation, aDecision, anObservation } from '../domain/an-observation.ts'
import { aRemindingScene } from './a-reminding-scene.ts'

// Who has what, said a second time and without a key: whoever sees a record and has not let another
// decide about it, whoever holds an activity or stands in for them, the chair, the reporter; and of an
// action, whoever is asked or stands in for them, and who is left at its agency to check it.

const PEOPLE = [
  ...[healthVisitor, seniorNurse, deputyNurse, trustLead, policeSergeant, teacher],
  ...[officeManager, officeDeputy, boardChair],
] as const
const who = fc.constantFrom(...PEOPLE)
const day = fc.integer({ min: 2, max: 28 }).map((one) => `2026-03-${String(one).padStart(2, '0')}`)
const at = day.map((one) => `${one}T10:00:00.000Z`)

const aBoardOfMany = fc
  .record({
    left: fc.subarray([...PEOPLE], { maxLength: 2 }),
    away: fc.dictionary(who, day, { maxKeys: 3 }),
    others: fc.array(fc.option(who, { nil: null }), { minLength: 10, maxLength: 10 }),
    moved: fc.dictionary(who, fc.constantFrom(communityTrust, police, school), { maxKeys: 1 }),
  })
  .map(({ left, away, others, moved }): BoardSettings => {
    const board = aBoard()
    return {
      ...board,
      people: board.people.map(({ ...one }) => ({
        ...one,
        active: one.active && !left.includes(one.id),
        ...(away[one.id] ? { awayUntil: away[one.id] } : {}),
        ...(moved[one.id] ? { formerly: [moved[one.id]] } : {}),
      })) as BoardSettings['people'],
      appointments: board.appointments.map((one, index) => ({
        ...one,
        holder: others[index] ?? one.holder,
      })),
    }
  })

const observations = fc.record({
  reporter: who,
  place: fc.constantFrom(communityTrust, police, school, boardOffice),
  isPast: fc.boolean(),
  raised: at,
  isDecided: fc.boolean(),
  sameDay: fc.boolean(),
  recused: fc.subarray([...PEOPLE], { maxLength: 2 }),
  asked: fc.option(fc.record({ by: who, at }), { nil: undefined }),
  proposed: fc.option(fc.record({ by: who, at, until: day }), { nil: undefined }),
  outcome: fc.constantFrom('supervision' as const, 'considerStatutoryReview' as const),
})

const activities = fc.record({
  holder: who,
  owner: who,
  agency: fc.constantFrom(communityTrust, police, school),
  past: fc.option(fc.constantFrom(communityTrust, police), { nil: null }),
  dueOn: day,
  isAudit: fc.boolean(),
})

const actions = fc.record({
  ...{ owner: who, maker: who, helper: who, did: who },
  agency: fc.constantFrom(communityTrust, police, school),
  past: fc.option(fc.constantFrom(communityTrust, police), { nil: null }),
  reporter: fc.option(who, { nil: null }),
  dueOn: day,
  stands: fc.constantFrom('open', 'handedBack', 'inProgress', 'stuck', 'done', 'checked'),
})

type Of<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Given> ? Given : never

function observationOf(given: Of<typeof observations>): Observation {
  const { reporter, isPast, raised, recused, asked, proposed, outcome, sameDay } = given
  const reporterAgency = personOf(aBoard(), reporter)?.agency ?? communityTrust
  const pastAgency = isPast && reporterAgency !== boardOffice
  const common = {
    ...{ reporter, reporterAgency, sameDay, recused, raisedAt: raised, waitingSince: raised },
    ...(pastAgency ? { pastAgency: true } : {}),
    route: { agency: pastAgency ? boardOffice : given.place, person: null },
    ...(asked ? { questions: [{ question: 'Which clinic?', ...asked }] } : {}),
    ...(proposed
      ? { proposals: [{ number: 2, command: { type: 'close' as const }, ...proposed }] }
      : {}),
  }
  if (!given.isDecided) return anObservation(common as Partial<Observation>)
  const decision = aDecision({ at: raised, outcome })
  return aDecidedObservation({
    ...(common as Partial<Observation>),
    ...{ decision, decisions: [decision], feedback: [] },
  } as Parameters<typeof aDecidedObservation>[0])
}

const activityOf = ({
  holder,
  owner,
  agency,
  past,
  dueOn,
  isAudit,
}: Of<typeof activities>): Activity => {
  const given = { holder, agency, past: past === agency ? null : past, dueOn }
  const audit = anAudit().audit
  return isAudit && audit
    ? anAudit({ ...given, audit: { ...audit, findings: [{ ...aFinding, owner, dueOn }] } })
    : anActivity(given)
}

function actionOf({ helper, did, stands, past, ...given }: Of<typeof actions>): Action {
  const all = { ...given, past: past === given.agency ? null : past }
  const { stuck } = aStuckAction()
  const { done } = aDoneAction()
  switch (stands) {
    case 'stuck':
      return aStuckAction({ ...all, stuck: stuck && { ...stuck, helper } })
    case 'done':
    case 'checked':
      return aDoneAction({ ...all, stage: stands, done: done && { ...done, by: did } })
    case 'handedBack': {
      const handedBack = { reason: 'Not mine.', by: given.owner, at: given.dueOn }
      return anAction({ ...all, stage: 'open', handedBack })
    }
    default:
      return anAction({ ...all, stage: stands === 'open' ? 'open' : 'inProgress' })
  }
}

interface Now {
  readonly board: BoardSettings
  readonly now: Instant
}

const isKept = (past: AgencyId | null, person: PersonId, board: BoardSettings) =>
  past !== null && belongsTo(board, person).includes(past) && past !== boardOffice

function hasOfObservation(duty: Duty, one: Observation, person: PersonId, { board }: Now) {
  const { reporter } = one
  if (matterOf(duty.key) === 'reply') return person === reporter
  if (person === reporter) return false
  const actor = actorFor(board, person)
  if (matterOf(duty.key) === 'agree')
    return (
      actor.roles.some(({ role }) => role === 'chair') &&
      !isKept(one.pastAgency ? one.reporterAgency : null, person, board) &&
      !one.proposals?.some(({ by }) => by === person)
    )
  if (matterOf(duty.key) === 'answer')
    return (
      actor.roles.some(({ role }) => role === 'chair' || role === 'businessManager') &&
      !isKept(one.pastAgency ? one.reporterAgency : null, person, board)
    )
  return (
    viewOfObservation(one, actor, { board })?.seenAs === 'triager' && !one.recused?.includes(person)
  )
}

function hasOfActivity(
  duty: Duty,
  one: Pick<Activity, 'past' | 'agency'>,
  person: PersonId,
  { board, now }: Now,
) {
  if (duty.person === person) return true
  const isThere = (id: PersonId | null) => {
    const found = board.people.find((entry) => entry.id === id)
    return found?.active === true && !(found.awayUntil && found.awayUntil >= dateOf(now))
  }
  if (isThere(duty.person)) return false
  const may = (id: PersonId | null) =>
    isThere(id) && id !== duty.person && !isKept(one.past, id as PersonId, board)
  const there = board.appointments.filter(({ agency }) => agency === one.agency)
  const beside = there
    .filter(({ holder, deputy }) => holder === duty.person || deputy === duty.person)
    .flatMap(({ holder, deputy }) => [holder, deputy])
  const own = there.flatMap(({ holder, deputy }) => [holder, deputy])
  const office = board.appointments
    .filter(({ role }) => role === 'businessManager')
    .flatMap(({ holder, deputy }) => [holder, deputy])
  const isActive = (id: PersonId | null) => board.people.some((p) => p.id === id && p.active)
  const asked = beside.some(may) ? beside : own.some(isActive) ? own : office
  return may(person) && asked.includes(person)
}

function hasOfAction(duty: Duty, one: Action, person: PersonId, then: Now) {
  if (matterOf(duty.key) !== 'check') return hasOfActivity(duty, one, person, then)
  const { board } = then
  const isLeft = (id: PersonId | null) =>
    board.people.some((entry) => entry.id === id && entry.active) &&
    id !== one.done?.by &&
    !isKept(one.past, id as PersonId, board)
  const holding = (is: (one: BoardSettings['appointments'][number]) => boolean) =>
    board.appointments.filter(is).flatMap(({ holder, deputy }) => [holder, deputy])
  const groups = [
    holding(({ agency }) => agency === one.agency),
    holding(({ role }) => role === 'businessManager'),
    holding(({ role }) => role === 'chair'),
  ]
  return isLeft(person) && (groups.find((some) => some.some(isLeft)) ?? []).includes(person)
}

test('whoever has something to do has it in their lists, and nobody else, whoever is away', async () => {
  await fc.assert(
    fc.asyncProperty(
      aBoardOfMany,
      fc.array(observations, { maxLength: 4 }),
      fc.array(activities, { maxLength: 3 }),
      fc.array(actions, { maxLength: 4 }),
      at,
      async (board, some, more, agreed, now) => {
        const stores = await openSqliteStores({ path: ':memory:' })
        try {
          const { deps } = await aRemindingScene(stores, { at: now, board })
          const kept = [
            ...some.map(observationOf).map((state, index) => {
              const id = `OBS-2026-${String(index + 1).padStart(4, '0')}`
              return { id, state, kind: 'observation' as const }
            }),
            ...more.map(activityOf).map((state, index) => {
              const id = `LRN-2026-${String(index + 1).padStart(4, '0')}`
              return { id, state, kind: 'activity' as const }
            }),
            ...agreed.map(actionOf).map((state, index) => {
              const id = `ACN-2026-${String(index + 1).padStart(4, '0')}`
              return { id, state, kind: 'action' as const }
            }),
          ]
          for (const one of kept)
            if (one.kind === 'observation')
              await stores.records.observation.save(anObservationChange(one))
            else if (one.kind === 'activity')
              await stores.records.activity.save(anActivityChange(one))
            else await stores.records.action.save(anActionChange(one))
          const duties = kept.flatMap((one) =>
            (one.kind === 'observation'
              ? observationDuties(one.state)
              : one.kind === 'activity'
                ? activityDuties(one.state)
                : actionDuties(one.state)
            ).map((duty) => ({ one, duty })),
          )
          const then = { board, now }
          for (const person of PEOPLE) {
            const actor = actorFor(board, person)
            const theirs = duties.filter(
              ({ one, duty }) =>
                !duty.isAside &&
                !(duty.lapses && duty.due < now) &&
                !duty.notFor.includes(person) &&
                (one.kind === 'observation'
                  ? hasOfObservation(duty, one.state, person, then)
                  : one.kind === 'activity'
                    ? hasOfActivity(duty, one.state, person, then)
                    : hasOfAction(duty, one.state, person, then)),
            )
            const { rows } = await listDuties(deps, actor, { size: 100 })
            expect(rows.map(({ record, key }) => `${record} ${key}`).sort()).toEqual(
              theirs.map(({ one, duty }) => `${one.id} ${duty.key}`).sort(),
            )
            const shown = theirs.filter(
              ({ one, duty }) =>
                matterOf(duty.key) === 'agree' ||
                matterOf(duty.key) === 'answer' ||
                (one.kind === 'observation'
                  ? viewOfObservation(one.state, actor, then)
                  : one.kind === 'activity'
                    ? viewOfActivity(one.state, actor, then)
                    : viewOfAction(one.state, actor, then)),
            )
            const waiting = await listWaiting(deps, actor, 100)
            expect([...new Set(waiting.rows.map(({ ref }) => `${ref}`))].sort()).toEqual(
              [...new Set(shown.map(({ one }) => one.id))].sort(),
            )
            if (!actor.roles.some(({ role }) => role === 'businessManager' || role === 'chair'))
              continue
            const late = duties.filter(
              ({ duty }) =>
                !duty.lapses &&
                duty.due < now &&
                duty.of !== person &&
                !duty.notFor.includes(person) &&
                !isKept(duty.past, person, board),
            )
            expect(
              (await listLate(deps, actor)).lines.map(({ ref, due }) => `${ref} ${due}`).sort(),
            ).toEqual(late.map(({ one, duty }) => `${one.id} ${duty.due}`).sort())
          }
        } finally {
          await stores.close()
        }
      },
    ),
    { numRuns: 80 },
  )
}, 30_000)
