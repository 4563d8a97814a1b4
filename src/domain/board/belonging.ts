import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Appointment, BoardEvent, BoardSettings, ListedPerson } from './types.ts'

/** The agencies somebody works or triages for, or did so earlier. */
export function belongsTo(board: BoardSettings, id: PersonId): readonly AgencyId[] {
  const person = board.people.find((one) => one.id === id)
  const triaged = board.appointments.flatMap(({ agency, holder, deputy }) =>
    agency !== null && (holder === id || deputy === id) ? [agency] : [],
  )
  return [...new Set([...(person ? [person.agency, ...(person.formerly ?? [])] : []), ...triaged])]
}

const holds = (
  appointments: readonly Appointment[],
  { id, agency }: Appointment,
  person: PersonId,
) =>
  appointments.some(
    (one) =>
      one.id === id && one.agency === agency && (one.holder === person || one.deputy === person),
  )

/** Whether after an event somebody may no longer belong to an agency. */
export const movesPeople = ({ type }: BoardEvent): boolean =>
  type === 'PersonChanged' ||
  type === 'AppointmentHandedOver' ||
  type === 'DeputyChanged' ||
  type === 'AppointmentEnded'

/**
 * The board after an event, with the agencies noted that people worked or triaged for before it.
 */
export function withFormer(before: BoardSettings, after: BoardSettings): BoardSettings {
  const listed = new Map(before.people.map((person) => [person.id, person]))
  const people = after.people.map((person): ListedPerson => {
    const known = listed.get(person.id)
    if (!known) return person
    const left = before.appointments.filter(
      (one) =>
        one.agency !== null &&
        one.agency !== person.agency &&
        holds([one], one, person.id) &&
        !holds(after.appointments, one, person.id),
    )
    const formerly = [
      ...(known.formerly ?? []),
      ...(known.agency === person.agency ? [] : [known.agency]),
      ...left.flatMap(({ agency }) => agency ?? []),
    ]
    const { formerly: _, ...entry } = person
    return formerly.length === 0 ? entry : { ...entry, formerly: [...new Set(formerly)] }
  })
  return { ...after, people }
}
