import fc from 'fast-check'
import type { Account } from '../../src/domain/board/directory.ts'
import type { Appointment, BoardCommand, BoardSettings } from '../../src/domain/board/types.ts'
import type { StandingRole } from '../../src/domain/shared/actor.ts'
import { AGENCY_ROLES, STANDING_ROLES } from '../../src/domain/shared/actor.ts'
import { agencyId, appointmentId, personId } from '../../src/domain/shared/ids.ts'
import {
  aBoard,
  anAgency,
  anAppointment,
  aPerson,
  boardOffice,
  formerSenior,
  officeDeputy,
  officeManager,
  theContacts,
} from '../domain/a-board.ts'
import { COMPLETE_ON_BOARD } from '../domain/a-board-command.ts'
import { anyWords } from './content.ts'
import { nthOf } from './model.ts'

type Open = Extract<BoardCommand, { type: 'open' }>
export type BoardChange = Exclude<BoardCommand, Open>
export type BoardAction = BoardChange['type']

/** What somebody fills in about the board: each command takes the parts that it has. */
export interface BoardContent {
  readonly words: string
  readonly person: number
  /** Another one, a deputy; nobody where it is `null`. */
  readonly other: number | null
  readonly agency: number
  readonly appointment: number
  readonly role: StandingRole
  readonly active: boolean
  /** Whether an agency goes with a role of the board, or none with a role of an agency. */
  readonly slip: boolean
}

export const BOARD_ACTIONS: readonly BoardAction[] = [
  'setContacts',
  'appoint',
  'changeDeputy',
  'endAppointment',
  'changePerson',
  'addPerson',
  'introduceMyself',
  'addAgency',
  'changeAgency',
  'chooseProfile',
]

export const anyBoardContent: fc.Arbitrary<BoardContent> = fc.record({
  words: anyWords,
  person: fc.nat(20),
  other: fc.option(fc.nat(20), { nil: null, freq: 2 }),
  agency: fc.nat(7),
  appointment: fc.nat(12),
  role: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<StandingRole>('senior', 'agencyLead') },
    { weight: 1, arbitrary: fc.constantFrom<StandingRole>('businessManager', 'chair') },
    { weight: 1, arbitrary: fc.constantFrom(...STANDING_ROLES) },
  ),
  active: fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant(true) },
    fc.boolean(),
  ),
  slip: fc.oneof(
    { withCrossShrink: true },
    { weight: 9, arbitrary: fc.constant(false) },
    fc.boolean(),
  ),
})

/** Accounts of people whom nobody has entered. */
export const NEWCOMERS: readonly Account[] = ['a', 'b'].map((letter) => ({
  tenantId: 'a-tenant',
  objectId: `newcomer-${letter}`,
}))

/** People whom the board office has not entered yet. */
const NEW_PEOPLE = ['midwife', 'registrar', 'youth-worker'].map(personId)

function appointmentOf(content: BoardContent, { people, agencies }: BoardSettings): Appointment {
  const { role, agency, person, other, appointment, slip } = content
  const isOfAgency = AGENCY_ROLES.includes(role) !== slip
  return {
    id: appointmentId(`appointment-${appointment}`),
    role,
    agency: isOfAgency ? (nthOf(agencies, agency)?.id ?? null) : null,
    holder: nthOf(people, person)?.id ?? officeManager,
    deputy: other === null ? null : (nthOf(people, other)?.id ?? null),
  }
}

/** The command that somebody makes of what they filled in, on the board as it stands. */
export function boardCommandOf(
  action: BoardAction,
  content: BoardContent,
  board: BoardSettings,
): BoardChange {
  const { words, person, other, agency, appointment, active } = content
  const workplace = nthOf(board.agencies, agency)?.id ?? boardOffice
  const known = nthOf(board.people, person)
  const id = nthOf(board.appointments, appointment)?.id ?? appointmentId('none')
  const name = words.slice(0, 201)
  switch (action) {
    case 'setContacts':
      return { type: action, contacts: { ...theContacts, support: name } }
    case 'appoint':
      return { type: action, appointment: appointmentOf(content, board) }
    case 'changeDeputy':
      return {
        type: action,
        appointment: id,
        deputy: other === null ? null : (nthOf(board.people, other)?.id ?? null),
      }
    case 'endAppointment':
      return { type: action, appointment: id }
    case 'changePerson':
      return {
        type: action,
        person: aPerson(known?.id ?? officeManager, workplace, { name, active }),
      }
    case 'addPerson': {
      const who = nthOf(NEW_PEOPLE, person) ?? officeManager
      return { type: action, person: aPerson(who, workplace, { name }) }
    }
    case 'introduceMyself': {
      const who = nthOf(NEW_PEOPLE, person) ?? officeManager
      return { type: action, person: aPerson(who, workplace, { name }) }
    }
    case 'addAgency':
      return { type: action, agency: anAgency(agencyId(`agency-${agency}`), { name }) }
    case 'changeAgency':
      return { type: action, agency: anAgency(workplace, { name, active }) }
    case 'chooseProfile':
      return { type: action, profile: active ? 'WT2023' : 'WT2013', reason: words }
  }
}

/** How the first start opens the board: with its office and one business manager. */
export const OPENING: Open = {
  ...COMPLETE_ON_BOARD.open,
  office: anAgency(boardOffice),
  businessManager: aPerson(officeManager, boardOffice),
  appointment: anAppointment('businessManager', null, officeManager).id,
}

/** What that business manager enters then: everybody else of `aBoard`. */
export function enteredFirst(): readonly BoardChange[] {
  const { agencies, people, appointments } = aBoard()
  return [
    ...agencies
      .filter(({ id }) => id !== boardOffice)
      .map((agency) => ({ type: 'addAgency' as const, agency })),
    ...people
      .filter(({ id }) => id !== officeManager)
      .map((person) => ({ type: 'addPerson' as const, person })),
    ...appointments
      .filter(({ role }) => role !== 'businessManager')
      .map((appointment) => ({ type: 'appoint' as const, appointment })),
    { type: 'changeDeputy', appointment: OPENING.appointment, deputy: officeDeputy },
    ...people
      .filter(({ id }) => id === formerSenior)
      .map((person) => ({ type: 'changePerson' as const, person: { ...person, active: false } })),
  ]
}
