import { actorFor } from '../../../src/domain/board/directory.ts'
import type { Person } from '../../../src/domain/board/types.ts'
import type { AgencyId, PersonId } from '../../../src/domain/words/ids.ts'
import { agencyId, appointmentId, personId } from '../../../src/domain/words/ids.ts'
import { changeBoard, openBoard } from '../../../src/usecases/board/change-board.ts'
import type { Deps } from '../../../src/usecases/deps.ts'
import { currentBoard } from '../../../src/usecases/records/context-now.ts'

export const TENANT = '6c0f2d8e-77b1-4f3a-9a55-1e2d3c4b5a69'

export const boardOffice = agencyId('board-office')
export const communityTrust = agencyId('community-trust')
export const police = agencyId('police')

export const businessManager = personId('business-manager')
export const chair = personId('chair')
export const healthVisitor = personId('health-visitor')
export const schoolNurse = personId('school-nurse')
export const seniorNurse = personId('senior-nurse')
export const deputyNurse = personId('deputy-nurse')
export const policeOfficer = personId('police-officer')
export const policeSergeant = personId('police-sergeant')
export const formerNurse = personId('former-nurse')

const NUMBERS: readonly PersonId[] = [
  businessManager,
  chair,
  healthVisitor,
  schoolNurse,
  seniorNurse,
  deputyNurse,
  policeOfficer,
  policeSergeant,
  formerNurse,
  personId('records-auditor'),
  personId('deputy-auditor'),
]

/** The object id under which Entra knows somebody of the small board. */
export const objectIdOf = (id: PersonId): string =>
  `58b1f0c7-2d3e-4a69-9b84-${String(NUMBERS.indexOf(id) + 1).padStart(12, '0')}`

const somebody = (id: PersonId, agency: AgencyId): Omit<Person, 'active'> => ({
  id,
  tenantId: TENANT,
  objectId: objectIdOf(id),
  name: `Name of the ${id.replaceAll('-', ' ')}`,
  jobTitle: id.replaceAll('-', ' '),
  agency,
})

/** A board with two agencies that triage for themselves, made as the board office makes one. */
export async function openSmallBoard(deps: Pick<Deps, 'board' | 'clock'>): Promise<void> {
  const { agency: _, ...manager } = somebody(businessManager, boardOffice)
  await openBoard(deps, {
    type: 'open',
    name: 'A safeguarding children board',
    contacts: {
      referral: 'Front door for worries about a child, 01632 960100',
      referralOutOfHours: 'Emergency duty team, 01632 960150',
      office: 'Board office, 01632 960101',
      support: 'Somebody to talk to, 01632 960102',
      whistleblowing: 'Advice on whistleblowing, 01632 960103',
    },
    office: { id: boardOffice, name: 'Board office', type: 'system' },
    businessManager: manager,
    appointment: appointmentId('the-business-manager'),
  })
  const change = async (command: Parameters<typeof changeBoard>[1]['command']) =>
    changeBoard(deps, {
      command,
      actor: actorFor(await currentBoard(deps), businessManager),
      submission: JSON.stringify(command),
    })
  for (const [id, name] of [
    [communityTrust, 'Community trust'],
    [police, 'Police'],
    [agencyId('closed'), 'Closed agency'],
  ] as const)
    await change({
      type: 'addAgency',
      id,
      name,
      agencyType: 'health',
      supporter: null,
      staff: null,
    })
  await change({ type: 'retireAgency', agency: agencyId('closed') })
  for (const [id, agency] of [
    [chair, boardOffice],
    [healthVisitor, communityTrust],
    [schoolNurse, communityTrust],
    [seniorNurse, communityTrust],
    [deputyNurse, communityTrust],
    [formerNurse, communityTrust],
    [policeOfficer, police],
    [policeSergeant, police],
  ] as const)
    await change({ type: 'addPerson', ...somebody(id, agency) })
  await change({ type: 'markAsLeft', person: formerNurse, on: null, to: null })
  for (const [role, agency, holder, deputy] of [
    ['senior', communityTrust, seniorNurse, deputyNurse],
    ['senior', police, policeSergeant, null],
    ['chair', null, chair, null],
  ] as const)
    await change({
      type: 'appoint',
      id: `${role}-${holder}`,
      role,
      agency,
      holder,
      deputy,
    })
}
