import type { Actor, HeldRole, StandingRole } from '../words/actor.ts'
import type { AgencyId, AppointmentId, PersonId } from '../words/ids.ts'
import { accountId } from '../words/ids.ts'
import type { PlainDate } from '../words/time.ts'
import type { Agency, Appointment, BoardSettings, Person } from './types.ts'

/** A Microsoft account as the bot's and the tab's tokens vouch for it. */
export interface Account {
  readonly tenantId: string
  readonly objectId: string
}

interface Index {
  readonly byId: ReadonlyMap<PersonId, Person>
  readonly byAccount: ReadonlyMap<string, Person>
}

/**
 * By list of people. Every turn asks for many of them, and a list never changes: a change of the
 * board makes another.
 */
const INDEXES = new WeakMap<readonly Person[], Index>()

function indexOf({ people }: BoardSettings): Index {
  const known = INDEXES.get(people)
  if (known) return known
  const byId = new Map<PersonId, Person>()
  const byAccount = new Map<string, Person>()
  for (const person of [...people].reverse()) {
    byId.set(person.id, person)
    byAccount.set(accountKey(person), person)
  }
  const index = { byId, byAccount }
  INDEXES.set(people, index)
  return index
}

export const personOf = (board: BoardSettings, id: PersonId): Person | undefined =>
  indexOf(board).byId.get(id)

/** One key for an account, the same in whatever case its ids were written. */
export const accountKey = ({ tenantId, objectId }: Account): string =>
  `${accountId(tenantId)}.${accountId(objectId)}`

export const personByAccount = (board: BoardSettings, account: Account): Person | undefined =>
  indexOf(board).byAccount.get(accountKey(account))

export const agencyOf = (board: BoardSettings, id: AgencyId): Agency | undefined =>
  board.agencies.find((agency) => agency.id === id)

export const appointmentOf = (board: BoardSettings, id: AppointmentId): Appointment | undefined =>
  board.appointments.find((appointment) => appointment.id === id)

/**
 * The board office: the agency with which a board is opened. Agencies are retired but never
 * removed, so it stays the first.
 */
export const officeOf = (board: BoardSettings): Agency | undefined => board.agencies[0]

/**
 * Agencies that people may name themselves as theirs. The office enters those who work for the
 * board.
 */
export const agenciesToJoin = (board: BoardSettings): readonly Agency[] =>
  board.agencies.filter((agency) => agency.active && agency !== officeOf(board))

const isActive = (board: BoardSettings, id: PersonId | null): id is PersonId =>
  id !== null && personOf(board, id)?.active === true

/** Whether somebody can be asked on a day: they have not left and are not away. */
export const isThere = (board: BoardSettings, id: PersonId, today: PlainDate): boolean => {
  const person = personOf(board, id)
  return person !== undefined && isAtWork(person, today)
}

const isAtWork = ({ active, awayUntil }: Person, today: PlainDate): boolean =>
  active && (awayUntil === undefined || awayUntil < today)

/** Everybody who is away today or has left. */
export const absentFrom = (board: BoardSettings, today: PlainDate): readonly PersonId[] =>
  board.people.filter((person) => !isAtWork(person, today)).map(({ id }) => id)

/** The roles somebody holds now. Somebody who has left holds none (I5). */
export const rolesOf = (board: BoardSettings, id: PersonId): readonly HeldRole[] =>
  !isActive(board, id)
    ? []
    : board.appointments.flatMap((appointment): readonly HeldRole[] => {
        const { role, agency } = appointment
        if (appointment.holder === id) return [{ role, agency, as: 'holder' }]
        if (appointment.deputy === id) return [{ role, agency, as: 'deputy' }]
        return []
      })

/** The person as an actor: their agency and roles, as the directory says now. */
export const actorFor = (board: BoardSettings, id: PersonId): Actor => ({
  person: id,
  agency: personOf(board, id)?.agency ?? null,
  roles: rolesOf(board, id),
})

/** Everybody active who holds a role (for an agency): holders before deputies, nobody twice. */
export function holdersOf(
  board: BoardSettings,
  role: StandingRole,
  agency?: AgencyId,
): readonly PersonId[] {
  const matching = board.appointments.filter(
    (appointment) =>
      appointment.role === role && (agency === undefined || appointment.agency === agency),
  )
  const people = [
    ...matching.map((appointment) => appointment.holder),
    ...matching.map((appointment) => appointment.deputy),
  ].filter((id) => isActive(board, id))
  return [...new Set(people)]
}
