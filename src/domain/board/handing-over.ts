import type { PersonId } from '../words/ids.ts'
import { appointmentId } from '../words/ids.ts'
import { holdersOf } from './directory.ts'
import type { Appointment, BoardCommand, BoardEvent, BoardSettings } from './types.ts'

type AboutAppointments = Extract<
  BoardEvent,
  { type: 'PersonAppointed' | 'AppointmentHandedOver' | 'DeputyChanged' | 'AppointmentEnded' }
>

const handedOver = ({ id, deputy }: Appointment, holder: PersonId): AboutAppointments => ({
  type: 'AppointmentHandedOver',
  appointment: id,
  holder,
  deputy: deputy === holder ? null : deputy,
})

/** Where each thing a leaver holds goes: to the person named, else to the deputy, else it ends. */
const leftBehind = (leaver: PersonId, to: PersonId | null) =>
  function* (appointment: Appointment): Iterable<AboutAppointments> {
    const { id, holder, deputy } = appointment
    if (holder === leaver) {
      const next = to ?? deputy
      yield next === null
        ? { type: 'AppointmentEnded', appointment: id }
        : handedOver(appointment, next)
    } else if (deputy === leaver)
      yield { type: 'DeputyChanged', appointment: id, deputy: to === holder ? null : to }
  }

/** The id of a new appointment: its purpose, with a number where there are several. */
function newAppointmentId({ appointments }: BoardSettings, role: string, agency: string | null) {
  const stem = agency === null ? role : `${role}.${agency}`
  const isTaken = (id: string) => appointments.some((known) => known.id === id)
  let number = 1
  while (isTaken(number === 1 ? stem : `${stem}.${number}`)) number += 1
  return appointmentId(number === 1 ? stem : `${stem}.${number}`)
}

/** What a command does to the appointments: events in their order. */
export function appointmentEvents(
  command: BoardCommand | undefined,
  board: BoardSettings,
): readonly AboutAppointments[] {
  switch (command?.type) {
    case 'appoint': {
      const { id, role, agency = null, holder, deputy } = command
      const own = id === null ? newAppointmentId(board, role, agency) : appointmentId(id)
      return [{ type: 'PersonAppointed', appointment: { id: own, role, agency, holder, deputy } }]
    }
    case 'handOver':
      return board.appointments
        .filter(({ id }) => id === command.appointment)
        .map((known) => handedOver(known, command.holder))
    case 'changeDeputy': {
      const { appointment, deputy } = command
      return [{ type: 'DeputyChanged', appointment: appointmentId(appointment), deputy }]
    }
    case 'endAppointment':
      return [{ type: 'AppointmentEnded', appointment: appointmentId(command.appointment) }]
    case 'markAsLeft':
      return board.appointments.flatMap((known) => [
        ...leftBehind(command.person, command.to)(known),
      ])
    default:
      return []
  }
}

/** The appointments after one of these events. */
export function appointmentsAfter(
  appointments: readonly Appointment[],
  event: AboutAppointments,
): readonly Appointment[] {
  if (event.type === 'PersonAppointed') return [...appointments, event.appointment]
  if (event.type === 'AppointmentEnded')
    return appointments.filter(({ id }) => id !== event.appointment)
  return appointments.map((known) => {
    if (known.id !== event.appointment) return known
    const { deputy } = event
    return event.type === 'DeputyChanged'
      ? { ...known, deputy }
      : { ...known, deputy, holder: event.holder }
  })
}

/** The board as a command would leave it: its appointments changed and the leaver gone. */
export function afterwards(command: BoardCommand | undefined, board: BoardSettings): BoardSettings {
  const appointments = appointmentEvents(command, board).reduce(
    appointmentsAfter,
    board.appointments,
  )
  if (command?.type !== 'markAsLeft') return { ...board, appointments }
  const people = board.people.map((one) =>
    one.id === command.person ? { ...one, active: false } : one,
  )
  return { ...board, appointments, people }
}

/** Whether somebody is business manager after a command. */
export const hasManagerAfter = (command: BoardCommand | undefined, board: BoardSettings): boolean =>
  holdersOf(afterwards(command, board), 'businessManager').length > 0

/** Whether a leaver's roles cannot be left to their deputies: nobody would be business manager. */
export const needsSuccessor = (board: BoardSettings, person: PersonId): boolean =>
  !hasManagerAfter({ type: 'markAsLeft', person, on: null, to: null }, board)
