import type { Check } from '../machinery/record-kind.ts'
import type { StandingRole } from '../shared/actor.ts'
import { AGENCY_ROLES } from '../shared/actor.ts'
import type { Missing } from '../shared/errors.ts'
import type { PersonId } from '../shared/ids.ts'
import { isBlank } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { agencyTypes } from '../taxonomies/lists.ts'
import { CONTACT_LINES } from './contacts.ts'
import { agenciesToJoin, agencyOf, dutiesOf, personByAccount, personOf } from './directory.ts'
import { ROLE_LABELS } from './saying.ts'
import type { Appointment, BoardCommand, BoardSettings } from './types.ts'
import type { BoardNeed } from './workflow.ts'

/** Roles that one person may not hold together: who guards identities never triages (domain rules). */
export const CONFLICTING_ROLES: readonly (readonly [StandingRole, StandingRole])[] = [
  ['custodian', 'senior'],
  ['custodian', 'agencyLead'],
  ['custodian', 'chair'],
]

type BoardCheck = Check<{
  command: BoardCommand
  state: BoardSettings
  context: { readonly now: Instant }
}>

const missing = (need: string, say: string): readonly Missing[] => [{ need, say }]
const none: readonly Missing[] = []

/** Names and contacts stand on cards and in lists: longer ones belong elsewhere. */
const NAME_LIMIT = 200

const named = (need: string, text: string, ask: string): readonly Missing[] => {
  if (isBlank(text)) return missing(need, ask)
  return text.length > NAME_LIMIT
    ? missing(need, `This is too long: at most ${NAME_LIMIT} characters fit.`)
    : none
}

/** The appointment a command would leave behind, if it makes or changes one. */
function resultingAppointment(
  command: BoardCommand | undefined,
  board: BoardSettings | undefined,
): Appointment | undefined {
  if (command?.type === 'appoint') return command.appointment
  if (command?.type !== 'changeDeputy') return undefined
  const known = board?.appointments.find(({ id }) => id === command.appointment)
  return known && { ...known, deputy: command.deputy }
}

const newAgency: BoardCheck = (command, board) => {
  if (command?.type !== 'addAgency') return none
  const { id, name, type } = command.agency
  return [
    ...named('agency.name', name, 'Give the agency a name.'),
    ...(agencyTypes.items.some((item) => item.code === type)
      ? none
      : missing('agency.type', 'Choose a type of agency from the list.')),
    ...(board && agencyOf(board, id)
      ? missing('agency.id', 'An agency with this id is already there. Change that one instead.')
      : none),
  ]
}

const knownAgency: BoardCheck = (command, board) => {
  if (command?.type !== 'changeAgency' || !board) return none
  return [
    ...(agencyOf(board, command.agency.id)
      ? none
      : missing('agency.id', 'There is no agency with this id. Add it first.')),
    ...named('agency.name', command.agency.name, 'Give the agency a name.'),
    ...(agencyTypes.items.some((item) => item.code === command.agency.type)
      ? none
      : missing('agency.type', 'Choose a type of agency from the list.')),
  ]
}

const newPerson: BoardCheck = (command, board) => {
  if ((command?.type !== 'addPerson' && command?.type !== 'introduceMyself') || !board) return none
  const { person } = command
  return [
    ...named('person.name', person.name, 'Give the person a name.'),
    ...(person.jobTitle === ''
      ? none
      : named('person.jobTitle', person.jobTitle, 'Give the job title, or leave it empty.')),
    ...(personOf(board, person.id) || personByAccount(board, person)
      ? missing('person.account', 'This person is already entered. Change their entry instead.')
      : none),
  ]
}

const knownPerson: BoardCheck = (command, board) => {
  if (command?.type !== 'changePerson' || !board) return none
  const { person } = command
  return [
    ...named('person.name', person.name, 'Give the person a name.'),
    ...(person.jobTitle === ''
      ? none
      : named('person.jobTitle', person.jobTitle, 'Give the job title, or leave it empty.')),
    ...(personOf(board, person.id)
      ? none
      : missing('person.id', 'There is nobody with this id. Add the person first.')),
  ]
}

const workplace: BoardCheck = (command, board) => {
  if (!board || !command || !('person' in command)) return none
  const { id, agency } = command.person
  if (command.type === 'introduceMyself')
    return agenciesToJoin(board).some((offered) => offered.id === agency)
      ? none
      : missing('person.agency', 'Choose the agency you work for.')
  // Somebody may still be marked as left whose agency has closed.
  const stays = command.type === 'changePerson' && personOf(board, id)?.agency === agency
  return stays || agencyOf(board, agency)?.active
    ? none
    : missing('person.agency', 'Choose the agency the person works for.')
}

const appointmentFits: BoardCheck = (command, board) => {
  const appointment = resultingAppointment(command, board)
  if (!appointment || !board) return none
  const { role, agency, holder, deputy } = appointment
  const needsAgency = AGENCY_ROLES.includes(role)
  return [
    ...(needsAgency && (agency === null || !agencyOf(board, agency)?.active)
      ? missing('appointment.agency', 'Choose the agency this role is for.')
      : none),
    ...(!needsAgency && agency !== null
      ? missing('appointment.agency', 'This role is for the whole board: leave the agency empty.')
      : none),
    ...(personOf(board, holder)?.active
      ? none
      : missing('appointment.holder', 'Choose somebody who is entered and has not left.')),
    ...(deputy !== null && !personOf(board, deputy)?.active
      ? missing('appointment.deputy', 'Choose a deputy who is entered and has not left.')
      : none),
    ...(deputy === holder
      ? missing('appointment.deputy', 'Choose a deputy other than the person who holds the role.')
      : none),
    ...(command?.type === 'appoint' && board.appointments.some(({ id }) => id === appointment.id)
      ? missing('appointment.id', 'An appointment with this id is already there.')
      : none),
  ]
}

const rolesAfter = (board: BoardSettings, appointment: Appointment, person: PersonId) =>
  dutiesOf(
    {
      ...board,
      appointments: [...board.appointments.filter(({ id }) => id !== appointment.id), appointment],
    },
    person,
  ).map(({ role }) => role)

const inSentence = (role: StandingRole) => ROLE_LABELS[role].toLowerCase()

const noConflict: BoardCheck = (command, board) => {
  const appointment = resultingAppointment(command, board)
  if (!appointment || !board) return none
  return [appointment.holder, appointment.deputy]
    .filter((person) => person !== null)
    .flatMap((person) => {
      const roles = rolesAfter(board, appointment, person)
      return CONFLICTING_ROLES.filter(([a, b]) => roles.includes(a) && roles.includes(b))
    })
    .flatMap(([a, b]) =>
      missing(
        'appointment.role',
        `Nobody may be ${inSentence(a)} and ${inSentence(b)} at once. Choose somebody else, or end the other role first.`,
      ),
    )
}

const knownAppointment: BoardCheck = (command, board) =>
  (command?.type === 'changeDeputy' || command?.type === 'endAppointment') &&
  !board?.appointments.some(({ id }) => id === command.appointment)
    ? missing('appointment.id', 'There is no such appointment. Reload the list.')
    : none

/** The board office is where everything goes that has no other home, so it is never empty. */
const keepsBusinessManager: BoardCheck = (command, board) => {
  if (!board) return none
  const after: BoardSettings =
    command?.type === 'endAppointment'
      ? {
          ...board,
          appointments: board.appointments.filter(({ id }) => id !== command.appointment),
        }
      : command?.type === 'changePerson'
        ? {
            ...board,
            people: board.people.map((p) =>
              p.id === command.person.id ? { ...p, ...command.person } : p,
            ),
          }
        : board
  const somebody = after.people.some((person) =>
    dutiesOf(after, person.id).some(({ role }) => role === 'businessManager'),
  )
  return somebody
    ? none
    : missing('businessManager', 'The board needs a business manager. Appoint the next one first.')
}

export const BOARD_NEEDS: Readonly<Record<BoardNeed, BoardCheck>> = {
  boardName: (command) =>
    command?.type === 'open' ? named('name', command.name, 'Give the board a name.') : none,
  contacts: (command) =>
    command?.type === 'open' || command?.type === 'setContacts'
      ? Object.entries(command.contacts).flatMap(([line, text]) =>
          named(
            `contacts.${line}`,
            text,
            `Fill in ${CONTACT_LINES[line as keyof typeof CONTACT_LINES]}.`,
          ),
        )
      : none,
  newAgency,
  knownAgency,
  newPerson,
  knownPerson,
  workplace,
  appointmentFits,
  noConflict,
  knownAppointment,
  keepsBusinessManager,
  reason: (command) =>
    command?.type === 'chooseProfile' && isBlank(command.reason)
      ? missing('reason', 'Say why the board changes its statutory profile.')
      : none,
}
