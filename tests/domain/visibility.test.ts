import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Appointment, BoardSettings } from '../../src/domain/board/types.ts'
import { sentTo } from '../../src/domain/observation/routing.ts'
import { inScope, ownScope, triageScope } from '../../src/domain/observation/scope.ts'
import { viewOfObservation } from '../../src/domain/observation/visibility.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import { AGENCY_ROLES, STANDING_ROLES } from '../../src/domain/words/actor.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import { appointmentId } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  actorOf,
  aPerson,
  boardOffice,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  recordsAuditor,
  school,
  schoolNurse,
  seniorNurse,
  teacher,
  trustLead,
  without,
} from './a-board.ts'
import { anObservation } from './an-observation.ts'
import { aNewcomer } from './spec.ts'

const seenAs = (
  actor: Actor,
  board: BoardSettings,
  row: { agency: AgencyId; reporter: PersonId; person: PersonId | null; past?: AgencyId | null },
) =>
  viewOfObservation(
    anObservation({
      reporter: row.reporter,
      route: { agency: row.agency, person: row.person },
      ...(row.past ? { reporterAgency: row.past, pastAgency: true } : {}),
    }),
    actor,
    { board },
  )?.seenAs ?? 'nothing'

interface ListedRow {
  readonly agency: AgencyId
  readonly reporter: PersonId
  readonly past: AgencyId | null
}

/**
 * What the lists would let the actor see of each row: as their own, to triage, or not at all. As in a
 * list, the scope is worked out once.
 */
function listedAs(actor: Actor, board: BoardSettings) {
  const [own, toTriage] = [ownScope(actor), triageScope(actor, board)]
  return ({ agency, reporter, past }: ListedRow) => {
    const row = { agency, reporter, pastAgency: past }
    if (inScope(own, row)) return 'reporter'
    return inScope(toTriage, row) ? 'triager' : 'nothing'
  }
}

/**
 * Every actor × agency × reporter × person it was given to, and every agency it was sent past, on which
 * rule and lists disagree.
 */
function disagreements(board: BoardSettings) {
  const people = board.people.map(({ id }) => id)
  const actors = [aNewcomer, ...people.map((id) => actorOf(id, board))]
  const rows = board.agencies.flatMap(({ id: agency }) =>
    people.flatMap((reporter) => [
      ...[null, ...people].map((person) => ({ agency, reporter, person, past: null })),
      // Nothing is sent past the board office, and nothing lies where it was sent past.
      ...board.agencies
        .map(({ id }) => id)
        .filter((past) => past !== agency && past !== boardOffice)
        .map((past) => ({ agency, reporter, person: null, past })),
    ]),
  )
  const wrong = actors.flatMap((actor) => {
    const listed = listedAs(actor, board)
    return rows.flatMap((row) => {
      const [rule, lists] = [seenAs(actor, board, row), listed(row)]
      return rule === lists ? [] : [{ actor: actor.person, ...row, rule, lists }]
    })
  })
  return { tried: actors.length * rows.length, wrong }
}

describe('lists show what the rule of visibility shows', () => {
  test.each([
    ['with every role held', aBoard()],
    ['after the senior has left', without(aBoard(), seniorNurse)],
    ['without a business manager', without(aBoard(), officeManager, officeDeputy)],
    ['with nobody at the trust', without(aBoard(), seniorNurse, deputyNurse, trustLead)],
  ])('for everybody and every observation, on a board %s', (_, board) => {
    const { tried, wrong } = disagreements(board)
    expect(wrong).toEqual([])
    expect(tried).toBe(17 * 16 * (4 * 17 + 9))
  })

  const PEOPLE = [seniorNurse, deputyNurse, trustLead, policeSergeant, officeManager, teacher]
  const AGENCIES = [communityTrust, police, boardOffice]

  const anyAppointment: fc.Arbitrary<Appointment> = fc
    .record({
      role: fc.constantFrom(...STANDING_ROLES),
      agency: fc.constantFrom(...AGENCIES),
      holder: fc.constantFrom(...PEOPLE),
      deputy: fc.option(fc.constantFrom(...PEOPLE)),
      number: fc.nat(),
    })
    .map(({ role, agency, holder, deputy, number }) => ({
      id: appointmentId(`appointment-${number}`),
      role,
      agency: AGENCY_ROLES.includes(role) ? agency : null,
      holder,
      deputy,
    }))

  const anyBoard: fc.Arbitrary<BoardSettings> = fc
    .record({
      appointments: fc.array(anyAppointment, { maxLength: 8 }),
      active: fc.tuple(...PEOPLE.map(() => fc.boolean())),
      works: fc.tuple(...PEOPLE.map(() => fc.constantFrom(...AGENCIES))),
      worked: fc.tuple(...PEOPLE.map(() => fc.subarray(AGENCIES))),
    })
    .map(({ appointments, active, works, worked }) =>
      aBoard({
        people: PEOPLE.map((id, p) => ({
          ...aPerson(id, works[p] ?? communityTrust, { active: active[p] === true }),
          formerly: worked[p] ?? [],
        })),
        appointments,
      }),
    )

  test('on any board, whoever holds what and whoever has left', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(disagreements(board).wrong).toEqual([])
      }),
    )
  })

  test('S12: on any board nobody triages their own, and a card goes only to those who triage', () => {
    const anyRow = fc.record({
      reporter: fc.constantFrom(...PEOPLE),
      agency: fc.constantFrom(...AGENCIES),
      person: fc.option(fc.constantFrom(...PEOPLE)),
    })
    fc.assert(
      fc.property(anyBoard, anyRow, (board, row) => {
        const told = sentTo({ reporter: row.reporter, route: row }, board)
        expect(told).not.toContain(row.reporter)
        expect(told.filter((id) => seenAs(actorOf(id, board), board, row) !== 'triager')).toEqual(
          [],
        )
      }),
    )
  })
})

describe('what people see', () => {
  const board = aBoard()
  const row = { agency: communityTrust, reporter: healthVisitor, person: null }

  test('its reporter and its triagers see it in full', () => {
    const observation = anObservation()
    expect(viewOfObservation(observation, actorOf(healthVisitor), { board })).toEqual({
      ...observation,
      seenAs: 'reporter',
    })
    expect(viewOfObservation(observation, actorOf(seniorNurse), { board })).toEqual({
      ...observation,
      seenAs: 'triager',
    })
  })

  test('a colleague, another agency, the auditor and a newcomer see nothing', () => {
    const strangers = [schoolNurse, policeSergeant, recordsAuditor].map((id) => actorOf(id))
    expect([...strangers, aNewcomer].map((actor) => seenAs(actor, board, row))).toEqual(
      Array(4).fill('nothing'),
    )
  })

  test('the business manager sees what has fallen to the board office, and nothing else', () => {
    const theManager = actorOf(officeManager)
    expect(seenAs(theManager, board, row)).toBe('nothing')
    expect(seenAs(theManager, board, { agency: school, reporter: teacher, person: null })).toBe(
      'triager',
    )
  })

  test('an empty scope finds nothing', () => {
    expect(triageScope(aNewcomer, board)).toEqual([])
    expect(inScope([], { ...row, pastAgency: null })).toBe(false)
  })
})
