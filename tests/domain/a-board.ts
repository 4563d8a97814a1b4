import { actorFor } from '../../src/domain/board/directory.ts'
import type { Agency, Appointment, BoardSettings, Person } from '../../src/domain/board/types.ts'
import type { Actor, StandingRole } from '../../src/domain/words/actor.ts'
import type { AgencyId, PersonId } from '../../src/domain/words/ids.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/words/ids.ts'

export const boardOffice = agencyId('board-office')
export const communityTrust = agencyId('community-trust')
export const police = agencyId('police')
export const closedAgency = agencyId('closed-agency')
/** Nobody triages for the school. */
export const school = agencyId('school')

export const anAgency = (id: AgencyId, overrides: Partial<Agency> = {}): Agency => ({
  id,
  name: `The ${id.replace('-', ' ')}`,
  type: 'health',
  active: true,
  ...overrides,
})

export const aPerson = (
  id: PersonId,
  agency: AgencyId,
  overrides: Partial<Person> = {},
): Person => ({
  id,
  tenantId: 'a-tenant',
  objectId: `object-of-${id}`,
  name: `Name of ${id}`,
  jobTitle: id.replaceAll('-', ' '),
  agency,
  active: true,
  ...overrides,
})

export const anAppointment = (
  role: StandingRole,
  agency: AgencyId | null,
  holder: PersonId,
  deputy: PersonId | null = null,
): Appointment => ({
  id: appointmentId([role, agency, holder].filter((part) => part !== null).join('-')),
  role,
  agency,
  holder,
  deputy,
})

export const healthVisitor = personId('health-visitor')
export const schoolNurse = personId('school-nurse')
export const seniorNurse = personId('senior-nurse')
export const deputyNurse = personId('deputy-nurse')
export const trustLead = personId('trust-lead')
export const policeOfficer = personId('police-officer')
export const policeSergeant = personId('police-sergeant')
export const teacher = personId('teacher')
export const officeManager = personId('office-manager')
export const officeDeputy = personId('office-deputy')
export const boardChair = personId('board-chair')
export const boardMember = personId('board-member')
export const lawyer = personId('lawyer')
export const identityCustodian = personId('identity-custodian')
export const recordsAuditor = personId('records-auditor')
/** Was the other senior of the community trust. */
export const formerSenior = personId('former-senior')

export const theContacts = {
  referral: 'Front door for worries about a child, 01632 960100',
  referralOutOfHours: 'Emergency duty team, 01632 960150',
  office: 'Board office, 01632 960101',
  support: 'Somebody to talk to, 01632 960102',
  whistleblowing: 'Advice on whistleblowing, 01632 960103',
}

export const thePeople: readonly Person[] = [
  aPerson(healthVisitor, communityTrust),
  aPerson(schoolNurse, communityTrust),
  aPerson(seniorNurse, communityTrust),
  aPerson(deputyNurse, communityTrust),
  aPerson(trustLead, communityTrust),
  aPerson(formerSenior, communityTrust, { active: false }),
  aPerson(policeOfficer, police),
  aPerson(policeSergeant, police),
  aPerson(teacher, school),
  aPerson(officeManager, boardOffice),
  aPerson(officeDeputy, boardOffice),
  aPerson(boardChair, boardOffice),
  aPerson(boardMember, boardOffice),
  aPerson(lawyer, boardOffice),
  aPerson(identityCustodian, boardOffice),
  aPerson(recordsAuditor, boardOffice),
]

export const theAppointments: readonly Appointment[] = [
  anAppointment('senior', communityTrust, seniorNurse, deputyNurse),
  anAppointment('senior', communityTrust, formerSenior),
  anAppointment('agencyLead', communityTrust, trustLead),
  anAppointment('senior', police, policeSergeant),
  anAppointment('businessManager', null, officeManager, officeDeputy),
  anAppointment('chair', null, boardChair),
  anAppointment('board', null, boardMember),
  anAppointment('legal', null, lawyer),
  anAppointment('custodian', null, identityCustodian),
  anAppointment('auditor', null, recordsAuditor),
]

/** A board with every role held; the school has nobody who triages. */
export const aBoard = (overrides: Partial<BoardSettings> = {}): BoardSettings => ({
  stage: 'open',
  name: 'A safeguarding children board',
  profile: 'WT2013',
  contacts: theContacts,
  agencies: [boardOffice, communityTrust, police, school].map((id) => anAgency(id)),
  people: thePeople,
  appointments: theAppointments,
  ...overrides,
})

/** The same with an agency that was retired. */
export const aBoardWithAClosedAgency = (overrides: Partial<BoardSettings> = {}): BoardSettings => {
  const { agencies } = aBoard()
  return aBoard({
    agencies: [...agencies, anAgency(closedAgency, { active: false })],
    ...overrides,
  })
}

/** A board on which only these roles are held. */
export const aBoardWith = (...appointments: readonly Appointment[]): BoardSettings =>
  aBoard({ appointments })

/** The same board after these people have left. */
export const without = (board: BoardSettings, ...left: readonly PersonId[]): BoardSettings => ({
  ...board,
  people: board.people.map((one) => (left.includes(one.id) ? { ...one, active: false } : one)),
})

export const actorOf = (person: PersonId, board: BoardSettings = aBoard()): Actor =>
  actorFor(board, person)
