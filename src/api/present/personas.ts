import type { Personas } from '../../contract/people.ts'
import { personByAccount, rolesOf } from '../../domain/board/directory.ts'
import { sayHeldRole } from '../../domain/board/saying.ts'
import type { BoardSettings, Person } from '../../domain/board/types.ts'
import { NEWCOMER } from '../server/act-as.ts'
import { presentAgency } from './names.ts'

/** The people to act as in local mode, and one without an entry. */
export const presentPersonas = (board: BoardSettings): Personas => ({
  people: [
    ...board.people
      .filter(({ active }) => active)
      .map((person) => ({ id: person.id, name: person.name, says: sayWho(person, board) })),
    ...(personByAccount(board, NEWCOMER.account)
      ? []
      : [{ id: NEWCOMER.id, name: NEWCOMER.name, says: 'Nobody has entered them yet' }]),
  ],
})

/** `Senior for Health visiting; staff`, or `Staff, Health visiting` for most. */
function sayWho({ id, agency }: Person, board: BoardSettings): string {
  const held = rolesOf(board, id)
  const workplace = presentAgency(board, agency).name
  if (held.length === 0) return `Staff, ${workplace}`
  const staff = held.some((role) => role.agency === agency) ? 'staff' : `staff, ${workplace}`
  return [...held.map((role) => sayHeldRole(board, role)), staff].join('; ')
}
