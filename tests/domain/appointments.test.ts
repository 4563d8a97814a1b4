import { describe, expect, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import { holdersOf, rolesOf } from '../../src/domain/board/directory.ts'
import type { Appointment } from '../../src/domain/board/types.ts'
import { appointmentId, personId } from '../../src/domain/words/ids.ts'
import { recorded } from '../builders.ts'
import {
  aBoard,
  actorOf,
  anAppointment,
  aPerson,
  boardChair,
  communityTrust,
  deputyNurse,
  formerSenior,
  healthVisitor,
  identityCustodian,
  officeDeputy,
  officeManager,
  police,
  policeOfficer,
  recordsAuditor,
  school,
  seniorNurse,
  teacher,
  trustLead,
  without,
} from './a-board.ts'
import { appointing as appoint } from './a-board-command.ts'
import { specOf } from './spec.ts'

const { given } = specOf(boardRecord, { now: '2026-03-27T09:00:00.000Z' })
const theManager = actorOf(officeManager)

describe('appointments', () => {
  test.each([
    ['a senior without an agency', anAppointment('senior', null, policeOfficer), 'agency'],
    ['a chair for one agency', anAppointment('chair', police, policeOfficer), 'agency'],
    [
      'somebody who has left',
      anAppointment('senior', communityTrust, formerSenior, seniorNurse),
      'holder',
    ],
    ['an unknown person', anAppointment('board', null, personId('nobody')), 'holder'],
    [
      'a deputy who has left',
      anAppointment('senior', police, policeOfficer, formerSenior),
      'deputy',
    ],
    [
      'a deputy who holds the role',
      anAppointment('senior', police, policeOfficer, policeOfficer),
      'deputy',
    ],
  ])('%s is refused', (_, appointment, need) => {
    given(aBoard())
      .when(appoint({ ...appointment, id: 'a-new-one' as Appointment['id'] }), theManager)
      .thenMissing([need])
  })

  test('an appointment is not made twice', () => {
    given(aBoard())
      .when(appoint(anAppointment('senior', communityTrust, seniorNurse, trustLead)), theManager)
      .thenMissing(['id'])
  })

  test.each(['senior', 'agencyLead', 'chair', 'businessManager'] as const)(
    'whoever guards identities is not appointed %s, nor as its deputy',
    (role) => {
      const agency = role === 'senior' || role === 'agencyLead' ? police : null
      given(aBoard())
        .when(appoint(anAppointment(role, agency, identityCustodian)), theManager)
        .thenMissing(['role'])
      given(aBoard())
        .when(appoint(anAppointment(role, agency, policeOfficer, identityCustodian)), theManager)
        .thenMissing(['role'])
    },
  )

  test.each([seniorNurse, trustLead, boardChair, officeManager, officeDeputy])(
    '%s does not come to guard identities',
    (person) => {
      given(aBoard())
        .when(appoint(anAppointment('custodian', null, person)), theManager)
        .thenMissing(['role'])
      const theCustodian = anAppointment('custodian', null, identityCustodian).id
      given(aBoard())
        .when({ type: 'changeDeputy', appointment: theCustodian, deputy: person }, theManager)
        .thenMissing(['deputy'])
      given(aBoard())
        .when({ type: 'handOver', appointment: theCustodian, holder: person }, theManager)
        .thenMissing(['holder'])
    },
  )

  test('nobody audits the board office that they run, nor as a deputy', () => {
    for (const person of [officeManager, officeDeputy])
      given(aBoard())
        .when(appoint(anAppointment('auditor', null, person)), theManager)
        .thenMissing(['role'])
    const theOffice = anAppointment('businessManager', null, officeManager).id
    given(aBoard())
      .when({ type: 'changeDeputy', appointment: theOffice, deputy: recordsAuditor }, theManager)
      .thenMissing(['deputy'])
  })

  test('a role is handed over, also to the deputy, who is then nobody’s', () => {
    const appointment = anAppointment('senior', communityTrust, seniorNurse).id
    for (const [holder, deputy] of [
      [healthVisitor, deputyNurse],
      [deputyNurse, null],
    ] as const)
      given(aBoard())
        .when({ type: 'handOver', appointment, holder }, theManager)
        .thenEvents([{ type: 'AppointmentHandedOver', appointment, holder, deputy }])
    given(aBoard())
      .when({ type: 'handOver', appointment, holder: seniorNurse }, theManager)
      .thenMissing(['holder'])
  })

  test('what has no id is called by what it is for', () => {
    const { id: _id, ...made } = anAppointment('senior', school, teacher)
    given(aBoard())
      .when({ type: 'appoint', ...made, id: null }, theManager)
      .thenEvents([
        { type: 'PersonAppointed', appointment: { ...made, id: appointmentId('senior.school') } },
      ])
  })

  test('a deputy is changed and taken away, of an appointment that is there', () => {
    const senior = anAppointment('senior', communityTrust, seniorNurse).id
    for (const deputy of [healthVisitor, null])
      given(aBoard())
        .when({ type: 'changeDeputy', appointment: senior, deputy }, theManager)
        .thenEvents([{ type: 'DeputyChanged', appointment: senior, deputy }])
    given(aBoard())
      .when(
        { type: 'changeDeputy', appointment: 'none' as Appointment['id'], deputy: null },
        theManager,
      )
      .thenMissing(['appointment'])
  })
})

describe('the board always has a business manager', () => {
  const theOffice = anAppointment('businessManager', null, officeManager).id
  const alone = without(aBoard(), officeDeputy)

  test('I5: the last one is not taken out of office', () => {
    given(aBoard({ appointments: alone.appointments }))
      .when({ type: 'endAppointment', appointment: theOffice }, theManager)
      .thenMissing(['businessManager'])
  })

  test('I5: the last one does not leave, while one with a deputy may', () => {
    const leaving = { type: 'markAsLeft', person: officeManager, on: null, to: null } as const
    given(alone).when(leaving, theManager).thenMissing(['businessManager'])
    given(aBoard()).when(leaving, theManager).thenState({ stage: 'open' })
  })

  test('I5: the last one is not handed on to nobody', () => {
    given(aBoard())
      .when({ type: 'handOver', appointment: theOffice, holder: formerSenior }, theManager)
      .thenMissing(['holder'])
  })
})

describe('I5: whoever leaves', () => {
  const senior = anAppointment('senior', communityTrust, seniorNurse).id
  const left = { type: 'PersonLeft', person: seniorNurse, on: '2026-03-27' } as const
  const leaving = { type: 'markAsLeft', person: seniorNurse, on: null } as const

  test('leaves what they hold to their deputies', () => {
    given(aBoard())
      .when({ ...leaving, to: null }, theManager)
      .thenEvents([
        left,
        { type: 'AppointmentHandedOver', appointment: senior, holder: deputyNurse, deputy: null },
      ])
  })

  test('leaves it to somebody who is named, and keeps the deputies', () => {
    given(aBoard())
      .when({ ...leaving, on: '2026-03-20', to: healthVisitor }, theManager)
      .thenEvents([
        { ...left, on: '2026-03-20' },
        {
          type: 'AppointmentHandedOver',
          appointment: senior,
          holder: healthVisitor,
          deputy: deputyNurse,
        },
      ])
  })

  test('ends what has no deputy, and is nobody’s deputy any more', () => {
    const held = anAppointment('agencyLead', communityTrust, trustLead, seniorNurse)
    const alone = anAppointment('senior', communityTrust, seniorNurse)
    given(aBoard({ appointments: [...aBoard().appointments.slice(4), held, alone] }))
      .when({ ...leaving, to: null }, theManager)
      .thenEvents([
        left,
        { type: 'DeputyChanged', appointment: held.id, deputy: null },
        { type: 'AppointmentEnded', appointment: alone.id },
      ])
  })

  test.each([
    ['themselves', seniorNurse],
    ['somebody who has left', formerSenior],
    ['whoever guards identities', identityCustodian],
  ])('does not leave it to %s', (_, to) => {
    given(aBoard())
      .when({ ...leaving, to }, theManager)
      .thenMissing(['to'])
  })

  test('did not leave on a day that is to come', () => {
    given(aBoard())
      .when({ ...leaving, to: null, on: '2026-03-28' }, theManager)
      .thenMissing(['on'])
  })

  test('is brought back, without what they held', () => {
    given(aBoard({ people: without(aBoard(), seniorNurse).people }))
      .when({ type: 'bringBack', person: seniorNurse }, theManager)
      .thenEvents([{ type: 'PersonBroughtBack', person: seniorNurse }])
    given(aBoard())
      .when({ type: 'bringBack', person: seniorNurse }, theManager)
      .thenMissing(['person'])
  })

  test('left in an earlier version, is read as having left', () => {
    const event = {
      type: 'PersonChanged',
      person: aPerson(seniorNurse, communityTrust, { active: false }),
    } as const
    const board = boardRecord.evolve(aBoard(), recorded(event))
    expect(rolesOf(board, seniorNurse)).toEqual([])
    expect(holdersOf(board, 'senior', communityTrust)).toEqual([deputyNurse])
  })
})
