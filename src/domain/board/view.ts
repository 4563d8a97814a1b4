import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import { dateOf } from '../words/time.ts'
import type { BoardContext, BoardSettings, Person } from './types.ts'

/** What everybody may see of the board: names of agencies and of those who hold duties. */
export type BoardView = Pick<
  BoardSettings,
  'name' | 'profile' | 'contacts' | 'agencies' | 'appointments'
> & {
  /** Everybody, for the board office and the auditor. For others only those who hold a duty. */
  readonly people: readonly Omit<Person, 'tenantId' | 'objectId'>[]
}

export function boardViewOf(board: BoardSettings, actor: Actor, { now }: BoardContext): BoardView {
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
      .map(({ tenantId: _tenant, objectId: _object, awayUntil, ...person }) =>
        awayUntil !== undefined && awayUntil >= dateOf(now) ? { ...person, awayUntil } : person,
      ),
  }
}
