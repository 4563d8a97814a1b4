import { statutoryProfiles } from '../taxonomies/lists.ts'
import { agencyOf, appointmentOf, personOf } from './directory.ts'
import { ROLE_LABELS } from './saying.ts'
import type { Appointment, BoardEvent, BoardSettings, Person } from './types.ts'

interface Told<Event> {
  /** A few words for the auditor, without its content. */
  readonly label: string
  /** What it was about, by name, for the board office. */
  readonly about?: (event: Event, board: BoardSettings) => string
}

const nameOf = (board: BoardSettings, id: Person['id']) => personOf(board, id)?.name ?? 'somebody'

const roleOf = (board: BoardSettings, { role, agency }: Pick<Appointment, 'role' | 'agency'>) =>
  agency === null
    ? ROLE_LABELS[role]
    : `${ROLE_LABELS[role]} for ${agencyOf(board, agency)?.name ?? 'an agency'}`

const appointmentBy = (
  { appointment }: { readonly appointment: Appointment['id'] },
  board: BoardSettings,
) => {
  const known = appointmentOf(board, appointment)
  return known ? roleOf(board, known) : ''
}

/** What becomes of each event of the board settings, in the audit log and for the board office. */
export const BOARD_EVENTS: {
  readonly [Type in BoardEvent['type']]: Told<Extract<BoardEvent, { type: Type }>>
} = {
  BoardOpened: { label: 'Board set up' },
  AgencyAdded: { label: 'Agency added', about: ({ agency }) => agency.name },
  AgencyChanged: { label: 'Agency changed', about: ({ agency }) => agency.name },
  PersonAdded: { label: 'Person entered', about: ({ person }) => person.name },
  PersonIntroducedThemselves: {
    label: 'Somebody new said where they work',
    about: ({ person }) => person.name,
  },
  PersonChanged: { label: 'Entry of a person changed', about: ({ person }) => person.name },
  PersonLeft: {
    label: 'Person marked as left',
    about: ({ person }, board) => nameOf(board, person),
  },
  PersonBroughtBack: {
    label: 'Person brought back',
    about: ({ person }, board) => nameOf(board, person),
  },
  AwaySet: {
    label: 'Time away of a person set',
    about: ({ person }, board) => nameOf(board, person),
  },
  PersonAppointed: {
    label: 'Role given to a person',
    about: ({ appointment }, board) =>
      `${roleOf(board, appointment)}, ${nameOf(board, appointment.holder)}`,
  },
  AppointmentHandedOver: {
    label: 'Role handed over',
    about: (event, board) => `${appointmentBy(event, board)}, ${nameOf(board, event.holder)}`,
  },
  DeputyChanged: { label: 'Deputy of a duty changed', about: appointmentBy },
  AppointmentEnded: { label: 'Role ended' },
  ContactsSet: { label: 'Contacts set' },
  ProfileChosen: {
    label: 'Statutory profile chosen',
    about: ({ to }) => statutoryProfiles.find(({ code }) => code === to)?.label ?? to,
  },
}

/** Says by name what an event of the board settings did, for the board office. */
export function sayBoardEvent(event: BoardEvent, board: BoardSettings): string {
  // The row of the event's own type.
  const { label, about } = BOARD_EVENTS[event.type] as unknown as Told<BoardEvent>
  const what = about?.(event, board) ?? ''
  return what === '' ? label : `${label}: ${what}`
}

/** The words of each event for the auditor. */
export const BOARD_EVENT_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(BOARD_EVENTS).map(([type, { label }]) => [type, label]),
)
