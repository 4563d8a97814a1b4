import type { BoardAction, BoardCommand } from '../../src/domain/board/types.ts'
import type { AgencyId } from '../../src/domain/shared/ids.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/shared/ids.ts'
import {
  anAgency,
  anAppointment,
  aPerson,
  boardOffice,
  communityTrust,
  police,
  policeOfficer,
  schoolNurse,
  seniorNurse,
  theContacts,
} from './a-board.ts'

const entered = (id: string, agency: AgencyId) => {
  const { active: _active, ...person } = aPerson(personId(id), agency)
  return person
}

const { active: _active, ...newAgency } = anAgency(agencyId('youth-service'))
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
  addAgency: { type: 'addAgency', agency: newAgency },
  changeAgency: { type: 'changeAgency', agency: anAgency(police, { name: 'The constabulary' }) },
  addPerson: { type: 'addPerson', person: entered('midwife', communityTrust) },
  changePerson: { type: 'changePerson', person: aPerson(policeOfficer, communityTrust) },
  introduceMyself: { type: 'introduceMyself', person: entered('a-newcomer', communityTrust) },
  appoint: { type: 'appoint', appointment: anAppointment('senior', police, policeOfficer) },
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
    contacts: { ...theContacts, referral: 'Front door, 01632 960199' },
  },
  chooseProfile: {
    type: 'chooseProfile',
    profile: 'WT2023',
    reason: 'The board adopted the new edition in May.',
  },
}
