import type { Appointment, BoardAction, BoardCommand } from '../../src/domain/board/types.ts'
import type { AgencyId } from '../../src/domain/words/ids.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/words/ids.ts'
import {
  anAgency,
  anAppointment,
  aPerson,
  boardOffice,
  closedAgency,
  communityTrust,
  formerSenior,
  police,
  policeOfficer,
  policeSergeant,
  school,
  schoolNurse,
  seniorNurse,
  theContacts,
} from './a-board.ts'

const entered = (id: string, agency: AgencyId) => {
  const { active: _active, ...person } = aPerson(personId(id), agency)
  return person
}

const described = { agencyType: 'health', supporter: null, staff: null } as const

/** The command that adds an agency of which only what matters to a test is said. */
export const addingAgency = (
  overrides: Partial<Extract<BoardCommand, { type: 'addAgency' }>> = {},
): Extract<BoardCommand, { type: 'addAgency' }> => ({
  type: 'addAgency',
  id: null,
  name: 'An agency',
  ...described,
  ...overrides,
})

export const appointing = (
  appointment: Appointment,
): Extract<BoardCommand, { type: 'appoint' }> => ({ type: 'appoint', ...appointment })

const { active: _isActive, ...theOffice } = anAgency(boardOffice)
const { agency: _agency, ...firstManager } = entered('office-manager', boardOffice)

/** For each action on the board settings a command that brings everything it needs. */
export const COMPLETE_ON_BOARD: {
  readonly [Action in BoardAction]: Extract<BoardCommand, { readonly type: Action }>
} = {
  open: {
    type: 'open',
    name: 'A safeguarding children board',
    contacts: theContacts,
    office: theOffice,
    businessManager: firstManager,
    appointment: appointmentId('first-business-manager'),
  },
  addAgency: addingAgency({ id: 'youth-service', name: 'The youth service' }),
  changeAgency: { ...described, type: 'changeAgency', agency: police, name: 'The constabulary' },
  retireAgency: { type: 'retireAgency', agency: school },
  reopenAgency: { type: 'reopenAgency', agency: closedAgency },
  addPerson: { type: 'addPerson', ...entered('midwife', communityTrust) },
  changePerson: {
    type: 'changePerson',
    person: policeOfficer,
    name: 'Another name',
    jobTitle: null,
    agency: communityTrust,
  },
  markAsLeft: { type: 'markAsLeft', person: policeSergeant, on: null, to: policeOfficer },
  bringBack: { type: 'bringBack', person: formerSenior },
  setAway: { type: 'setAway', person: seniorNurse, until: '2026-04-10' },
  introduceMyself: { type: 'introduceMyself', person: entered('a-newcomer', communityTrust) },
  appoint: appointing(anAppointment('senior', police, policeOfficer)),
  handOver: {
    type: 'handOver',
    appointment: anAppointment('senior', communityTrust, seniorNurse).id,
    holder: schoolNurse,
  },
  changeDeputy: {
    type: 'changeDeputy',
    appointment: anAppointment('senior', communityTrust, seniorNurse).id,
    deputy: schoolNurse,
  },
  endAppointment: {
    type: 'endAppointment',
    appointment: anAppointment('senior', communityTrust, seniorNurse).id,
  },
  setContacts: {
    type: 'setContacts',
    ...theContacts,
    referral: 'Front door, 01632 960199',
  },
  enterMany: {
    type: 'enterMany',
    changes: [
      addingAgency({ id: 'fire', name: 'The fire service' }),
      { type: 'addPerson', ...entered('firefighter', agencyId('fire')) },
    ],
  },
  chooseProfile: {
    type: 'chooseProfile',
    profile: 'WT2023',
    reason: 'The board adopted the new edition in May.',
  },
}
