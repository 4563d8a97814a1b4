import type { Recorded, RecordKind } from '../machinery/record-kind.ts'
import type { Actor } from '../words/actor.ts'
import { holds, SYSTEM } from '../words/actor.ts'
import { assertNever } from '../words/errors.ts'
import type { PersonId } from '../words/ids.ts'
import { cleanText } from '../words/text.ts'
import { dateOf } from '../words/time.ts'
import { movesPeople, withFormer } from './belonging.ts'
import { cleanContacts, wholeContacts } from './contacts.ts'
import { personOf } from './directory.ts'
import { enteredTogether, tryTogether } from './enter-many.ts'
import {
  agencyEntered,
  changedAgency,
  changedPerson,
  cleanNames,
  personEntered,
} from './entries.ts'
import { appointmentEvents, appointmentsAfter } from './handing-over.ts'
import { BOARD_NEEDS } from './needs.ts'
import type {
  BoardCommand,
  BoardContext,
  BoardEvent,
  BoardSettings,
  ListedPerson,
} from './types.ts'
import type { BoardView } from './view.ts'
import { boardViewOf } from './view.ts'
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

function opened(command: Extract<BoardCommand, { type: 'open' }>): readonly BoardEvent[] {
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

function decide(
  command: BoardCommand,
  state: BoardSettings | undefined,
  context: BoardContext,
  actor: Actor,
): readonly BoardEvent[] {
  if (command.type === 'open') return opened(command)
  if (!state) throw new TypeError('a board opens before anything else happens to it')
  switch (command.type) {
    case 'addAgency':
      return [{ type: 'AgencyAdded', agency: agencyEntered(command, state) }]
    case 'changeAgency':
      return [{ type: 'AgencyChanged', agency: changedAgency(command, state) }]
    case 'retireAgency':
    case 'reopenAgency':
      return state.agencies
        .filter(({ id }) => id === command.agency)
        .map((agency) => ({
          type: 'AgencyChanged',
          agency: { ...agency, active: command.type === 'reopenAgency' },
        }))
    case 'addPerson':
      return [{ type: 'PersonAdded', person: personEntered(command) }]
    case 'introduceMyself':
      return [
        {
          type: 'PersonIntroducedThemselves',
          person: cleanNames({ ...command.person, active: true }),
        },
      ]
    case 'changePerson':
      return [{ type: 'PersonChanged', person: changedPerson(command, state) }]
    case 'markAsLeft': {
      const { person, on } = command
      return [
        { type: 'PersonLeft', person, on: on ?? dateOf(context.now) },
        ...appointmentEvents(command, state),
      ]
    }
    case 'bringBack':
      return [{ type: 'PersonBroughtBack', person: command.person }]
    case 'setAway':
      return [{ type: 'AwaySet', person: command.person, until: command.until }]
    case 'appoint':
    case 'handOver':
    case 'changeDeputy':
    case 'endAppointment':
      return appointmentEvents(command, state)
    case 'setContacts':
      return [{ type: 'ContactsSet', contacts: cleanContacts(command) }]
    case 'enterMany':
      return enteredTogether(boardRecord, command.changes, state, context, actor)
    case 'chooseProfile': {
      const { profile, reason } = command
      return state.profile === profile
        ? []
        : [{ type: 'ProfileChosen', from: state.profile, to: profile, reason }]
    }
    default:
      return assertNever(command)
  }
}

const replaced = <Row extends { readonly id: string }>(rows: readonly Row[], row: Row) =>
  rows.map((other) => (other.id === row.id ? row : other))

const withPerson = (
  board: BoardSettings,
  id: PersonId,
  change: (person: ListedPerson) => ListedPerson,
): BoardSettings => ({
  ...board,
  people: board.people.map((person) => (person.id === id ? change(person) : person)),
})

function evolve(
  board: BoardSettings | undefined,
  recorded: Pick<Recorded<BoardEvent>, 'event'>,
): BoardSettings {
  const after = evolved(board, recorded)
  return board && movesPeople(recorded.event) ? withFormer(board, after) : after
}

function evolved(
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
      return { ...board, people: replaced(board.people, event.person) }
    case 'PersonLeft':
      return withPerson(board, event.person, ({ awayUntil: _away, ...person }) => ({
        ...person,
        active: false,
        leftOn: event.on,
      }))
    case 'PersonBroughtBack':
      return withPerson(board, event.person, ({ leftOn: _on, ...person }) => ({
        ...person,
        active: true,
      }))
    case 'AwaySet': {
      const { until } = event
      return withPerson(board, event.person, ({ awayUntil: _away, ...person }) =>
        until === null ? person : { ...person, awayUntil: until },
      )
    }
    case 'PersonAppointed':
    case 'AppointmentHandedOver':
    case 'DeputyChanged':
    case 'AppointmentEnded':
      return { ...board, appointments: appointmentsAfter(board.appointments, event) }
    case 'ContactsSet':
      return { ...board, contacts: wholeContacts(event.contacts) }
    case 'ProfileChosen':
      return { ...board, profile: event.to }
    default:
      return assertNever(event)
  }
}

/** Reads kept settings. An earlier version asked for fewer contacts. */
export const asRead = (kept: BoardSettings): BoardSettings => ({
  ...kept,
  contacts: wholeContacts(kept.contacts),
})

/** The board settings as a record: see `RecordKind`. */
export interface BoardTypes {
  readonly stage: 'open'
  readonly party: BoardParty
  readonly need: BoardNeed
  readonly state: BoardSettings
  readonly command: BoardCommand
  readonly event: BoardEvent
  readonly context: BoardContext
  readonly view: BoardView
}

export const boardRecord: RecordKind<BoardTypes> = {
  kind: 'board',
  moves: BOARD_MOVES,
  needs: {
    ...BOARD_NEEDS,
    lines: (command, board, context, actor) =>
      command?.type === 'enterMany' && board
        ? tryTogether(boardRecord, command.changes, board, context, actor).tried.flatMap(
            (one, index) =>
              'missing' in one
                ? one.missing.map(({ need, say }) => ({ need: `${index}.${need}`, say }))
                : [],
          )
        : [],
  },
  partiesOf,
  decide,
  evolve,
  viewOf: boardViewOf,
}
