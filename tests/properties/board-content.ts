import fc from 'fast-check'
import type { Account } from '../../src/domain/board/directory.ts'
import type { Appointment, BoardCommand, BoardSettings } from '../../src/domain/board/types.ts'
import type { StandingRole } from '../../src/domain/words/actor.ts'
import { AGENCY_ROLES, STANDING_ROLES } from '../../src/domain/words/actor.ts'
import { appointmentId, personId } from '../../src/domain/words/ids.ts'
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
  'handOver',
  'changeDeputy',
  'endAppointment',
  'changePerson',
  'markAsLeft',
  'bringBack',
  'setAway',
  'addPerson',
  'introduceMyself',
  'addAgency',
  'changeAgency',
  'retireAgency',
  'reopenAgency',
  'enterMany',
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
  const someoneElse = other === null ? null : (nthOf(board.people, other)?.id ?? null)
  const newcomer = aPerson(nthOf(NEW_PEOPLE, person) ?? officeManager, workplace, { name })
  const described = { name, agencyType: 'health', supporter: words || null, staff: null }
  switch (action) {
    case 'setContacts':
      return { type: action, ...theContacts, support: name }
    case 'appoint':
      return { type: action, ...appointmentOf(content, board) }
    case 'handOver':
      return { type: action, appointment: id, holder: known?.id ?? officeManager }
    case 'changeDeputy':
      return { type: action, appointment: id, deputy: someoneElse }
    case 'endAppointment':
      return { type: action, appointment: id }
    case 'changePerson':
      return {
        type: action,
        person: known?.id ?? officeManager,
        name,
        jobTitle: words,
        agency: workplace,
      }
    case 'markAsLeft':
      return { type: action, person: known?.id ?? officeManager, on: null, to: someoneElse }
    case 'bringBack':
      return { type: action, person: known?.id ?? officeManager }
    case 'setAway':
      return {
        type: action,
        person: known?.id ?? officeManager,
        until: active ? '2099-12-31' : null,
      }
    case 'addPerson':
      return { type: action, ...newcomer }
    case 'introduceMyself':
      return { type: action, person: newcomer }
    case 'addAgency':
      return { type: action, id: `agency-${agency}`, ...described }
    case 'changeAgency':
      return { type: action, agency: workplace, ...described }
    case 'retireAgency':
      return { type: action, agency: workplace }
    case 'reopenAgency': {
      const retired = board.agencies.filter((one) => !one.active)
      return { type: action, agency: nthOf(retired, agency)?.id ?? workplace }
    }
    case 'enterMany':
      return {
        type: action,
        changes: [
          { type: 'changeAgency', agency: workplace, ...described },
          { type: 'addPerson', ...newcomer },
        ],
      }
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
      .map(({ id, name, type: agencyType }) => {
        const added = { type: 'addAgency', id, name, agencyType } as const
        return { ...added, supporter: null, staff: null }
      }),
    ...people
      .filter(({ id }) => id !== officeManager)
      .map((person) => ({ type: 'addPerson' as const, ...person })),
    ...appointments
      .filter(({ role }) => role !== 'businessManager')
      .map((appointment) => ({ type: 'appoint' as const, ...appointment })),
    { type: 'changeDeputy', appointment: OPENING.appointment, deputy: officeDeputy },
    { type: 'markAsLeft', person: formerSenior, on: null, to: null },
  ]
}
