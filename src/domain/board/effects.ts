import { sayDate } from '../words/time.ts'
import { agencyOf, appointmentOf, personOf } from './directory.ts'
import { needsSuccessor } from './handing-over.ts'
import { refusedAnyway } from './needs.ts'
import { ROLE_LABELS } from './saying.ts'
import type { Agency, Appointment, BoardSettings, Person } from './types.ts'
import { sayWhoTriages } from './who-triages.ts'

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`

const named = (board: BoardSettings, id: Person['id']) => personOf(board, id)?.name ?? 'somebody'

const roleOf = (board: BoardSettings, { role, agency }: Appointment) => {
  const at = agency === null ? undefined : agencyOf(board, agency)?.name
  return at === undefined ? ROLE_LABELS[role] : `${ROLE_LABELS[role]} for ${at}`
}

function ofAway(board: BoardSettings, { id, name, awayUntil }: Person): readonly string[] {
  const deputies = board.appointments.flatMap(({ holder, deputy }) =>
    holder === id && deputy !== null && personOf(board, deputy)?.active ? [deputy] : [],
  )
  const who = [...new Set(deputies)].map((deputy) => named(board, deputy)).join(', ')
  return [
    awayUntil === undefined
      ? `Nothing says that ${name} is away.`
      : `${name} is down as away until ${sayDate(awayUntil)}.`,
    who === ''
      ? 'They have no deputy to be reminded meanwhile of what waits for them. If they hold a role, name one first.'
      : `Meanwhile their deputy is reminded of what waits for them: ${who}.`,
  ]
}

function ofLeaving(board: BoardSettings, person: Person, reports: number): readonly string[] {
  const mustGo = (role: Appointment['role']) =>
    role === 'businessManager' && needsSuccessor(board, person.id)
  const otherwise = ({ role, deputy }: Appointment) => {
    if (mustGo(role)) return 'and somebody has to be chosen, as the board needs one'
    return deputy === null
      ? 'and ends where you choose nobody'
      : `else to the deputy, ${named(board, deputy)}`
  }
  const held = board.appointments.filter(({ holder }) => holder === person.id)
  const stoodIn = board.appointments.filter(({ deputy }) => deputy === person.id)
  return [
    `${person.name} can sign in no more, and holds nothing. What they wrote and decided stays theirs.`,
    ...held.map(
      (one) => `${roleOf(board, one)}: goes to whom you choose below, ${otherwise(one)}.`,
    ),
    ...stoodIn.map(
      (one) => `${roleOf(board, one)}: is without this deputy, or has whom you choose.`,
    ),
    reports === 0
      ? 'No open report is with them by name.'
      : `${counted(reports, 'open report is', 'open reports are')} with them by name: they stay where they are, and whoever else triages for that agency decides about them.`,
  ]
}

function ofRetiring(
  board: BoardSettings,
  { id, name }: Agency,
  reports: number,
): readonly string[] {
  const refused = refusedAnyway({ type: 'retireAgency', agency: id }, board)
  if (refused.length > 0) return refused
  const there = board.people.filter(({ agency, active }) => active && agency === id).length
  return [
    `Nobody new can join ${name}, and no report can be passed on to it.`,
    there === 0
      ? 'Nobody works there.'
      : `${counted(there, 'person works', 'people work')} there: they stay entered, and their new reports go to those who triage for it: ${sayWhoTriages(board, id)}.`,
    reports === 0
      ? 'No open report lies there.'
      : `${counted(reports, 'open report lies there, and stays there.', 'open reports lie there, and stay there.')}`,
  ]
}

function ofAppointment(action: string, board: BoardSettings, one: Appointment): readonly string[] {
  const role = roleOf(board, one)
  if (action === 'endAppointment') {
    const refused = refusedAnyway({ type: 'endAppointment', appointment: one.id }, board)
    if (refused.length > 0) return refused
    const others = board.appointments.some(
      ({ id, role: its, agency }) => id !== one.id && its === one.role && agency === one.agency,
    )
    return [
      `${named(board, one.holder)}${one.deputy === null ? '' : `, and ${named(board, one.deputy)} as deputy,`} will not be ${role} any more.`,
      ...(others || one.agency === null
        ? []
        : [
            `Nobody else is ${role}. Its reports then go to: ${sayWhoTriages(without(board, one), one.agency)}.`,
          ]),
    ]
  }
  return [
    `${role} is ${named(board, one.holder)} now, ${one.deputy === null ? 'without a deputy' : `with ${named(board, one.deputy)} as deputy`}.`,
  ]
}

const without = (board: BoardSettings, { id }: Appointment): BoardSettings => ({
  ...board,
  appointments: board.appointments.filter((known) => known.id !== id),
})

/**
 * Says in sentences what a change will do, before anybody makes it.
 * @param of the agency, person or appointment it is about
 * @param reports how many open reports lie there, or with them by name
 */
export function effectsOf(
  action: string,
  board: BoardSettings,
  of: string | undefined,
  reports: number,
): readonly string[] {
  const person = personOf(board, of as Person['id']) // of any kind: the others find nothing
  const agency = agencyOf(board, of as Agency['id']) // the same
  const appointment = appointmentOf(board, of as Appointment['id']) // the same
  if (action === 'markAsLeft' && person) return ofLeaving(board, person, reports)
  if (action === 'setAway' && person) return ofAway(board, person)
  if (action === 'retireAgency' && agency) return ofRetiring(board, agency, reports)
  if (action === 'reopenAgency' && agency)
    return [`People can join ${agency.name} again, and reports can be passed on to it.`]
  if (action === 'bringBack' && person)
    return [
      `${person.name} can sign in again, at ${agencyOf(board, person.agency)?.name ?? 'their agency'}.`,
    ]
  return appointment ? ofAppointment(action, board, appointment) : []
}
