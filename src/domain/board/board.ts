import type { Recorded, RecordKind } from '../machinery/record-kind.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, SYSTEM } from '../shared/actor.ts'
import { assertNever } from '../shared/errors.ts'
import type { AppointmentId } from '../shared/ids.ts'
import { cleanText, oneLine } from '../shared/text.ts'
import type { Instant } from '../shared/time.ts'
import { changedEntry, notingFormer } from './belonging.ts'
import { cleanContacts, wholeContacts } from './contacts.ts'
import { personOf } from './directory.ts'
import { BOARD_NEEDS } from './needs.ts'
import type { BoardCommand, BoardEvent, BoardSettings } from './types.ts'
import type { BoardNeed, BoardParty } from './workflow.ts'
import { BOARD_MOVES } from './workflow.ts'

function partiesOf(actor: Actor, board: BoardSettings | undefined): readonly BoardParty[] {
  const parties: BoardParty[] = []
  if (actor.person === SYSTEM.person) parties.push('system')
  else if (board && !personOf(board, actor.person)) parties.push('newcomer')
  else parties.push('staff')
  if (holds(actor, 'businessManager')) parties.push('businessManager')
  if (holds(actor, 'chair')) parties.push('chair')
  return parties
}

/** Names and titles as they may be kept: on one line, without marks nobody can see. */
const cleanNames = <Row extends { readonly name: string; readonly jobTitle?: string }>(
  row: Row,
): Row => ({
  ...row,
  name: oneLine(row.name),
  ...(row.jobTitle === undefined ? {} : { jobTitle: oneLine(row.jobTitle) }),
})

function decide(command: BoardCommand, board: BoardSettings | undefined): readonly BoardEvent[] {
  switch (command.type) {
    case 'open': {
      const { name, contacts, office, businessManager, appointment } = command
      return [
        {
          type: 'BoardOpened',
          name: cleanText(name),
          contacts: cleanContacts(contacts),
          profile: 'WT2013',
        },
        { type: 'AgencyAdded', agency: cleanNames({ ...office, active: true }) },
        {
          type: 'PersonAdded',
          person: cleanNames({ ...businessManager, agency: office.id, active: true }),
        },
        {
          type: 'PersonAppointed',
          appointment: {
            id: appointment,
            role: 'businessManager',
            agency: null,
            holder: businessManager.id,
            deputy: null,
          },
        },
      ]
    }
    case 'addAgency':
      return [{ type: 'AgencyAdded', agency: cleanNames({ ...command.agency, active: true }) }]
    case 'changeAgency':
      return [{ type: 'AgencyChanged', agency: cleanNames(command.agency) }]
    case 'addPerson':
      return [{ type: 'PersonAdded', person: cleanNames({ ...command.person, active: true }) }]
    case 'introduceMyself':
      return [
        {
          type: 'PersonIntroducedThemselves',
          person: cleanNames({ ...command.person, active: true }),
        },
      ]
    case 'changePerson': {
      const known = board && personOf(board, command.person.id)
      if (!known) throw new TypeError('a change of somebody who is not entered')
      const { tenantId, objectId } = known
      return [
        { type: 'PersonChanged', person: cleanNames({ ...command.person, tenantId, objectId }) },
      ]
    }
    case 'appoint':
      return [{ type: 'PersonAppointed', appointment: command.appointment }]
    case 'changeDeputy':
      return [{ type: 'DeputyChanged', appointment: command.appointment, deputy: command.deputy }]
    case 'endAppointment':
      return [{ type: 'AppointmentEnded', appointment: command.appointment }]
    case 'setContacts':
      return [{ type: 'ContactsSet', contacts: cleanContacts(command.contacts) }]
    case 'chooseProfile':
      return board && board.profile !== command.profile
        ? [
            {
              type: 'ProfileChosen',
              from: board.profile,
              to: command.profile,
              reason: cleanText(command.reason),
            },
          ]
        : []
    default:
      return assertNever(command)
  }
}

const replaced = <Row extends { readonly id: string }>(rows: readonly Row[], row: Row) =>
  rows.map((other) => (other.id === row.id ? row : other))

/** Nobody's, where there is none: then nothing changes for anybody. */
const appointmentOf = (board: BoardSettings, id: AppointmentId) =>
  board.appointments.find((one) => one.id === id) ?? { holder: null, deputy: null, agency: null }

function evolve(
  board: BoardSettings | undefined,
  { event }: Pick<Recorded<BoardEvent>, 'event'>,
): BoardSettings {
  if (event.type === 'BoardOpened') {
    const { name, contacts, profile } = event
    return {
      stage: 'open',
      name,
      contacts: wholeContacts(contacts),
      profile,
      agencies: [],
      people: [],
      appointments: [],
    }
  }
  if (!board) throw new TypeError('a board opens before anything else happens to it')
  switch (event.type) {
    case 'AgencyAdded':
      return { ...board, agencies: [...board.agencies, event.agency] }
    case 'AgencyChanged':
      return { ...board, agencies: replaced(board.agencies, event.agency) }
    case 'PersonAdded':
    case 'PersonIntroducedThemselves':
      return { ...board, people: [...board.people, event.person] }
    case 'PersonChanged':
      return {
        ...board,
        people: board.people.map((known) =>
          known.id === event.person.id ? changedEntry(known, event.person) : known,
        ),
      }
    case 'PersonAppointed':
      return { ...board, appointments: [...board.appointments, event.appointment] }
    case 'DeputyChanged': {
      const { deputy, agency } = appointmentOf(board, event.appointment)
      return {
        ...board,
        people: notingFormer(board.people, [deputy], agency),
        appointments: board.appointments.map((known) =>
          known.id === event.appointment ? { ...known, deputy: event.deputy } : known,
        ),
      }
    }
    case 'AppointmentEnded': {
      const { holder, deputy, agency } = appointmentOf(board, event.appointment)
      return {
        ...board,
        people: notingFormer(board.people, [holder, deputy], agency),
        appointments: board.appointments.filter(({ id }) => id !== event.appointment),
      }
    }
    case 'ContactsSet':
      return { ...board, contacts: wholeContacts(event.contacts) }
    case 'ProfileChosen':
      return { ...board, profile: event.to }
    default:
      return assertNever(event)
  }
}

/** Settings as they are read: an earlier version asked for fewer contacts. */
export const asRead = (kept: BoardSettings): BoardSettings => ({
  ...kept,
  contacts: wholeContacts(kept.contacts),
})

/** What everybody may see of the board: names of agencies and of those who hold duties. */
export type BoardView = Pick<BoardSettings, 'name' | 'profile' | 'contacts' | 'agencies'> & {
  readonly appointments: BoardSettings['appointments']
  /** Everybody for the board office and the auditor; for others those who hold a duty. */
  readonly people: readonly Pick<
    BoardSettings['people'][number],
    'id' | 'name' | 'jobTitle' | 'agency' | 'active'
  >[]
}

function viewOf(board: BoardSettings, actor: Actor): BoardView {
  const { name, profile, contacts, agencies, appointments } = board
  const seesAll = holds(actor, 'businessManager') || holds(actor, 'auditor')
  const onDuty = new Set(appointments.flatMap(({ holder, deputy }) => [holder, deputy]))
  return {
    name,
    profile,
    contacts,
    agencies,
    appointments,
    people: board.people
      .filter((person) => seesAll || onDuty.has(person.id))
      .map(({ id, name, jobTitle, agency, active }) => ({ id, name, jobTitle, agency, active })),
  }
}

/** The board settings as a record: see `RecordKind`. */
export interface BoardTypes {
  readonly stage: 'open'
  readonly party: BoardParty
  readonly need: BoardNeed
  readonly state: BoardSettings
  readonly command: BoardCommand
  readonly event: BoardEvent
  readonly context: { readonly now: Instant }
  readonly view: BoardView
}

export const boardRecord: RecordKind<BoardTypes> = {
  kind: 'board',
  moves: BOARD_MOVES,
  needs: BOARD_NEEDS,
  partiesOf,
  decide,
  evolve,
  viewOf,
}
