import { describe, expect, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import type { BoardEvent, BoardSettings } from '../../src/domain/board/types.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { askedOf, askedScope, outlineOf } from '../../src/domain/observation/outline.ts'
import { destinationsOf, officeInstead, sentTo } from '../../src/domain/observation/routing.ts'
import { inScope, keptScope, triageScope } from '../../src/domain/observation/scope.ts'
import type { Observation } from '../../src/domain/observation/types.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import {
  aBoard,
  actorOf,
  anAppointment,
  boardChair,
  boardOffice,
  communityTrust,
  deputyNurse,
  healthVisitor,
  officeDeputy,
  officeManager,
  police,
  policeSergeant,
  recordsAuditor,
  schoolNurse,
  seniorNurse,
} from './a-board.ts'
import { aContext, aDecidedObservation, aDecision } from './an-observation.ts'

const sentPast = (place = boardOffice, person: PersonId | null = null): Observation => ({
  ...aDecidedObservation({ route: { agency: place, person }, pastAgency: true }),
  ...{ decision: aDecision({ outcome: 'considerStatutoryReview' }) },
  ...{ decisions: [aDecision({ outcome: 'considerStatutoryReview' })] },
})

const boardAfter = (...events: readonly BoardEvent[]): BoardSettings =>
  events.reduce<BoardSettings>(
    (board, event, index) =>
      boardRecord.evolve(board, { seq: index + 1, at: '', by: officeManager, cause: '', event }),
    aBoard(),
  )

const moves = (id: PersonId, agency: typeof police): BoardEvent => {
  const person = aBoard().people.find((one) => one.id === id)
  if (!person) throw new Error('nobody of that name')
  return { type: 'PersonChanged', person: { ...person, agency } }
}
const appointed = (appointment: ReturnType<typeof anAppointment>): BoardEvent => ({
  type: 'PersonAppointed',
  appointment,
})
const end = (appointment: string): BoardEvent => ({
  type: 'AppointmentEnded',
  appointment: appointment as ReturnType<typeof anAppointment>['id'],
})
const asManager = (person: PersonId) => appointed(anAppointment('businessManager', null, person))
const atPolice = (person: PersonId) => appointed(anAppointment('senior', police, person))

/** Every door that leads to a report, and whether it is open to somebody. */
const DOORS = {
  reads: (observation, person, board) =>
    observationRecord.viewOf(observation, actorOf(person, board), aContext({ board })) !==
    undefined,
  acts: (observation, person, board) =>
    observationRecord
      .partiesOf(actorOf(person, board), observation, aContext({ board }))
      .includes('triager'),
  lists: (observation, person, board) =>
    inScope(triageScope(actorOf(person, board), board), columnsOf(observation)),
  'is told': (observation, person, board) => sentTo(observation, board).includes(person),
  'is asked': (observation, person, board) => askedOf(observation, board).includes(person),
  'sees the outline': (observation, person, board) =>
    outlineOf(observation, actorOf(person, board), board) !== undefined,
  'lists the outline': (observation, person, board) =>
    inScope(askedScope(actorOf(person, board), board), columnsOf(observation)),
  'may be given it': (observation, person, board) =>
    destinationsOf(observation, board).some(({ people }) => people.includes(person)),
} satisfies Record<
  string,
  (observation: Observation, person: PersonId, board: BoardSettings) => boolean
>

const openTo = (...[observation, person, board]: Parameters<(typeof DOORS)['reads']>) =>
  Object.entries(DOORS).flatMap(([door, isOpen]) =>
    isOpen(observation, person, board) ? [door] : [],
  )

const UNRELATED_SENIOR = anAppointment('senior', police, policeSergeant).id

const KEPT: readonly (readonly [string, PersonId, BoardSettings, Observation])[] = [
  ['a senior of the agency', seniorNurse, aBoard(), sentPast()],
  ['their deputy', deputyNurse, aBoard(), sentPast()],
  [
    'a colleague who becomes business manager',
    schoolNurse,
    boardAfter(asManager(schoolNurse)),
    sentPast(),
  ],
  [
    'a colleague who moves to the board office and becomes business manager',
    schoolNurse,
    boardAfter(moves(schoolNurse, boardOffice), asManager(schoolNurse)),
    sentPast(),
  ],
  [
    'a senior who becomes chair after the duty has ended',
    seniorNurse,
    boardAfter(
      moves(seniorNurse, boardOffice),
      end('senior-community-trust-senior-nurse'),
      appointed(anAppointment('chair', null, seniorNurse)),
    ),
    sentPast(),
  ],
  [
    'somebody else who triaged there once as a deputy',
    officeDeputy,
    boardAfter(appointed(anAppointment('agencyLead', communityTrust, seniorNurse, officeDeputy)), {
      type: 'DeputyChanged',
      appointment: anAppointment('agencyLead', communityTrust, seniorNurse).id,
      deputy: null,
    }),
    sentPast(),
  ],
  [
    'a colleague who moves to where it was passed on',
    schoolNurse,
    boardAfter(moves(schoolNurse, police), atPolice(schoolNurse)),
    sentPast(police),
  ],
  [
    'one to whom it is given by name there',
    schoolNurse,
    boardAfter(moves(schoolNurse, police), atPolice(schoolNurse)),
    sentPast(police, schoolNurse),
  ],
  [
    'the business manager who joins the agency',
    officeManager,
    boardAfter(moves(officeManager, communityTrust)),
    sentPast(),
  ],
]

describe('S12: a report that was sent past an agency', () => {
  test.each(KEPT)('is kept from %s, at every door', (_, person, board, observation) => {
    expect(openTo(observation, person, board)).toEqual([])
  })

  test.each(KEPT)('is read by somebody else meanwhile: %s', (_, person, board, observation) => {
    const told = sentTo(observation, board)
    expect(told).not.toContain(person)
    expect(told.length).toBeGreaterThan(0)
  })

  test('goes to the deputy, then to the chair, where the business manager is of the agency', () => {
    const board = boardAfter(moves(officeManager, communityTrust))
    expect(sentTo(sentPast(), board)).toEqual([officeDeputy])
    const both = boardAfter(
      moves(officeManager, communityTrust),
      moves(officeDeputy, communityTrust),
    )
    expect(sentTo(sentPast(), both)).toEqual([boardChair])
    expect(officeInstead(both, communityTrust, healthVisitor)).toBe(boardOffice)
  })

  test('stays with its own reporter, whatever they hold later', () => {
    const board = boardAfter(asManager(healthVisitor))
    expect(openTo(sentPast(), healthVisitor, board)).toEqual(['reads'])
  })

  test('cannot be raised where nobody is left, and the refusal says where to go', () => {
    const board = boardAfter(
      ...[officeManager, officeDeputy, boardChair].map((id) => moves(id, communityTrust)),
    )
    expect(officeInstead(board, communityTrust, healthVisitor)).toBeUndefined()
    const say = observationRecord.needs.readers(
      { type: 'raise', kind: 'disquiet', answers: [], to: 'office' },
      undefined,
      aContext({ board }),
      actorOf(healthVisitor, board),
    )[0]?.say
    expect(say).toContain(board.contacts.whistleblowing)
  })

  test.each([
    ['an auditor of the board office', recordsAuditor, aBoard(), false],
    ['an auditor of the agency', schoolNurse, aBoard(), true],
    ['an auditor who was of it', schoolNurse, boardAfter(moves(schoolNurse, boardOffice)), true],
  ])('is left out of the lines for %s: %#', (_, person, board, isLeftOut) => {
    expect(inScope(keptScope(actorOf(person, board), board), columnsOf(sentPast()))).toBe(isLeftOut)
  })

  test('leaves everything else as it was: nobody is kept from what was sent the usual way', () => {
    const board = boardAfter(
      moves(schoolNurse, police),
      atPolice(schoolNurse),
      end(UNRELATED_SENIOR),
    )
    const usual = { ...sentPast(police), pastAgency: undefined } as unknown as Observation
    expect(openTo(usual, schoolNurse, board)).toEqual([
      'reads',
      'acts',
      'lists',
      'is told',
      'may be given it',
    ])
  })
})
