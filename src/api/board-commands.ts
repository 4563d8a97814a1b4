import type { z } from 'zod'
import type { BOARD_CHANGES, BoardChange } from '../contract/people.ts'
import type { BoardCommand } from '../domain/board/types.ts'
import { accountId, agencyId, appointmentId, personId } from '../domain/shared/ids.ts'

type BoardBody<Action extends BoardChange> = z.output<(typeof BOARD_CHANGES)[Action]>
type PersonEntry = BoardBody<'addPerson'>['person']

const entered = ({ id, tenantId, objectId, name, jobTitle, agency }: PersonEntry) => ({
  id: personId(id),
  tenantId: accountId(tenantId),
  objectId: accountId(objectId),
  name,
  jobTitle,
  agency: agencyId(agency),
})

const orNobody = (id: string | null) => (id === null ? null : personId(id))

/** The command that each change of the board settings asks for. */
export const BOARD_COMMANDS: {
  readonly [Action in BoardChange]: (
    body: BoardBody<Action>,
  ) => Extract<BoardCommand, { type: Action }>
} = {
  addAgency: ({ agency: { id, name, type } }) => ({
    type: 'addAgency',
    agency: { id: agencyId(id), name, type },
  }),
  changeAgency: ({ agency: { id, name, type, active } }) => ({
    type: 'changeAgency',
    agency: { id: agencyId(id), name, type, active },
  }),
  addPerson: ({ person }) => ({ type: 'addPerson', person: entered(person) }),
  changePerson: ({ person }) => ({
    type: 'changePerson',
    person: {
      id: personId(person.id),
      name: person.name,
      jobTitle: person.jobTitle,
      agency: agencyId(person.agency),
      active: person.active,
    },
  }),
  appoint: ({ appointment: { id, role, agency, holder, deputy } }) => ({
    type: 'appoint',
    appointment: {
      id: appointmentId(id),
      role,
      agency: agency === null ? null : agencyId(agency),
      holder: personId(holder),
      deputy: orNobody(deputy),
    },
  }),
  changeDeputy: ({ appointment, deputy }) => ({
    type: 'changeDeputy',
    appointment: appointmentId(appointment),
    deputy: orNobody(deputy),
  }),
  endAppointment: ({ appointment }) => ({
    type: 'endAppointment',
    appointment: appointmentId(appointment),
  }),
  setContacts: ({ contacts }) => ({ type: 'setContacts', contacts }),
  chooseProfile: ({ profile, reason }) => ({ type: 'chooseProfile', profile, reason }),
}
