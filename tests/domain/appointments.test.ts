import { describe, test } from 'vitest'
import { boardRecord } from '../../src/domain/board/board.ts'
import type { Appointment } from '../../src/domain/board/types.ts'
import { personId } from '../../src/domain/shared/ids.ts'
import {
  aBoard,
  actorOf,
  anAppointment,
  aPerson,
  boardChair,
  boardOffice,
  communityTrust,
  formerSenior,
  healthVisitor,
  identityCustodian,
  officeDeputy,
  officeManager,
  police,
  policeOfficer,
  seniorNurse,
  trustLead,
  without,
} from './a-board.ts'
import { specOf } from './spec.ts'

const { given } = specOf(boardRecord, { now: '2026-03-27T09:00:00.000Z' })
const theManager = actorOf(officeManager)
const appoint = (appointment: Appointment) => ({ type: 'appoint', appointment }) as const

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
      .thenMissing([`appointment.${need}`])
  })

  test('an appointment is not made twice', () => {
    given(aBoard())
      .when(appoint(anAppointment('senior', communityTrust, seniorNurse, trustLead)), theManager)
      .thenMissing(['appointment.id'])
  })

  test.each(['senior', 'agencyLead', 'chair'] as const)(
    'whoever guards identities is not appointed %s, nor as its deputy',
    (role) => {
      const agency = role === 'chair' ? null : police
      given(aBoard())
        .when(appoint(anAppointment(role, agency, identityCustodian)), theManager)
        .thenMissing(['appointment.role'])
      given(aBoard())
        .when(appoint(anAppointment(role, agency, policeOfficer, identityCustodian)), theManager)
        .thenMissing(['appointment.role'])
    },
  )

  test.each([seniorNurse, trustLead, boardChair])(
    '%s does not come to guard identities',
    (person) => {
      given(aBoard())
        .when(appoint(anAppointment('custodian', null, person)), theManager)
        .thenMissing(['appointment.role'])
      const theCustodian = anAppointment('custodian', null, identityCustodian).id
      given(aBoard())
        .when({ type: 'changeDeputy', appointment: theCustodian, deputy: person }, theManager)
        .thenMissing(['appointment.role'])
    },
  )

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
      .thenMissing(['appointment.id'])
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
    const leaving = {
      type: 'changePerson',
      person: aPerson(officeManager, boardOffice, { active: false }),
    } as const
    given(alone).when(leaving, theManager).thenMissing(['businessManager'])
    given(aBoard()).when(leaving, theManager).thenState({ stage: 'open' })
  })
})
