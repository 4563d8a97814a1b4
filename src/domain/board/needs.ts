import { fieldProblems } from '../machinery/fields/check.ts'
import type { StandingRole } from '../words/actor.ts'
import { AGENCY_ROLES } from '../words/actor.ts'
import { agencyId } from '../words/ids.ts'
import { isBlank, oneLine } from '../words/text.ts'
import { agencyOf, appointmentOf, officeOf, rolesOf } from './directory.ts'
import { afterwards, appointmentEvents, hasManagerAfter } from './handing-over.ts'
import type { BoardCheck } from './people-needs.ts'
import {
  account,
  introduction,
  missing,
  named,
  none,
  ownId,
  successor,
  workplace,
} from './people-needs.ts'
import { ROLE_LABELS } from './saying.ts'
import type { Appointment, BoardCommand, BoardSettings, Contacts } from './types.ts'
import type { BoardNeed } from './workflow.ts'
import { BOARD_MOVES } from './workflow.ts'

/**
 * Roles that one person may not hold together, not even as a deputy. Who guards identities, and who
 * checks the board office, must be independent.
 */
export const CONFLICTING_ROLES: readonly (readonly [StandingRole, StandingRole])[] = [
  ['custodian', 'senior'],
  ['custodian', 'agencyLead'],
  ['custodian', 'chair'],
  ['custodian', 'businessManager'],
  ['auditor', 'businessManager'],
]

const NUMBER = /\d(?:[\s().+-]{0,2}\d){2}/

/**
 * Contacts people ring must have a number. What the first start does not know is filled in later.
 */
const CALLED: readonly (keyof Contacts)[] = ['referral', 'referralOutOfHours', 'office']

const contacts: BoardCheck = (command, board, context) => {
  if (command?.type === 'open' && board === undefined) {
    const { fields } = BOARD_MOVES.setContacts
    // No text of this form looks at the board when it is checked.
    return fieldProblems(fields, { ...command.contacts }, board as never, context).map(
      ({ need, say }) => ({ need: `contacts.${need}`, say }),
    )
  }
  if (command?.type !== 'setContacts') return none
  return CALLED.filter((line) => !isBlank(command[line]) && !NUMBER.test(command[line])).flatMap(
    (line) => missing(line, 'Add the telephone number: people ring it.'),
  )
}

const newAgency: BoardCheck = (command, board) =>
  command?.type === 'addAgency' &&
  board &&
  command.id !== null &&
  agencyOf(board, agencyId(command.id))
    ? missing('id', 'An agency with this id is already there. Change that one instead.')
    : none

const nameKey = (name: string) => oneLine(name).toLowerCase()

const freeName: BoardCheck = (command, board) => {
  if ((command?.type !== 'addAgency' && command?.type !== 'changeAgency') || !board) return none
  const own = command.type === 'changeAgency' ? command.agency : command.id
  const isTaken = board.agencies.some(
    ({ id, name }) => id !== own && nameKey(name) === nameKey(command.name),
  )
  return isTaken && !isBlank(command.name)
    ? missing('name', 'Another agency has this name. Change that one, or choose another name.')
    : none
}

const notTheOffice = (command?: BoardCommand, board?: BoardSettings) =>
  command?.type === 'retireAgency' && board && officeOf(board)?.id === command.agency
    ? missing('agency', 'The board office cannot be retired: everything without a home goes there.')
    : none

const UNKNOWN = 'Choose an appointment that is there. Reload the list: it may have changed.'

const appointmentFits: BoardCheck = (command, board) => {
  if (!board || !command) return none
  if (command.type === 'appoint')
    return [
      ...(command.id !== null && appointmentOf(board, command.id as Appointment['id']) // any id
        ? missing('id', 'An appointment with this id is already there.')
        : none),
      ...(command.deputy !== null && command.deputy === command.holder
        ? missing('deputy', 'Choose a deputy other than the person who holds the role.')
        : none),
      ...(command.agency !== null && !AGENCY_ROLES.includes(command.role)
        ? missing('agency', 'This role is for the whole board: leave the agency empty.')
        : none),
    ]
  if (!('appointment' in command) || command.type === 'open') return none
  const known = board.appointments.find(({ id }) => id === command.appointment)
  if (!known) return missing('appointment', UNKNOWN)
  if (command.type === 'handOver' && command.holder === known.holder)
    return missing('holder', 'They hold it already. Choose somebody else.')
  return command.type === 'changeDeputy' && command.deputy === known.holder
    ? missing('deputy', 'Choose a deputy other than the person who holds the role.')
    : none
}

const inSentence = (role: StandingRole) => ROLE_LABELS[role].toLowerCase()

/** The field of the form at which the refusal stands. */
const WHO = {
  appoint: 'role',
  handOver: 'holder',
  changeDeputy: 'deputy',
  markAsLeft: 'to',
} as const

const noConflict: BoardCheck = (command, board) => {
  if (!board || !command || !(command.type in WHO)) return none
  const after = afterwards(command, board)
  const changed = new Set(
    appointmentEvents(command, board).flatMap((event) => {
      if (event.type === 'PersonAppointed')
        return [event.appointment.holder, event.appointment.deputy]
      if (event.type === 'AppointmentHandedOver') return [event.holder, event.deputy]
      return event.type === 'DeputyChanged' ? [event.deputy] : []
    }),
  )
  const found = [...changed]
    .filter((person) => person !== null)
    .flatMap((person) => {
      const roles = rolesOf(after, person).map(({ role }) => role)
      return CONFLICTING_ROLES.filter(([a, b]) => roles.includes(a) && roles.includes(b))
    })
  return [...new Set(found)].flatMap(([a, b]) =>
    missing(
      WHO[command.type as keyof typeof WHO], // one of them, as was just seen
      `Nobody may be ${inSentence(a)} and ${inSentence(b)} at once. Choose somebody else, or end the other role first.`,
    ),
  )
}

/** The board office takes everything that has no other home, so it is never empty. */
const keepsBusinessManager = (command?: BoardCommand, board?: BoardSettings) =>
  !board || hasManagerAfter(command, board)
    ? none
    : missing('businessManager', 'The board needs a business manager. Appoint the next one first.')

/** What will be refused however its form is filled in, so that it is said before. */
export const refusedAnyway = (command: BoardCommand, board: BoardSettings): readonly string[] =>
  [...notTheOffice(command, board), ...keepsBusinessManager(command, board)].map(({ say }) => say)

export const BOARD_NEEDS: Readonly<Record<Exclude<BoardNeed, 'lines'>, BoardCheck>> = {
  ownId,
  boardName: (command) =>
    command?.type === 'open' ? named('name', command.name, 'Give the board a name.') : none,
  contacts,
  newAgency,
  freeName,
  notTheOffice,
  account,
  introduction,
  workplace,
  successor,
  appointmentFits,
  noConflict,
  keepsBusinessManager,
}
