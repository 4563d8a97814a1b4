import type { Personas } from '../contract/people.ts'
import { dutiesOf, personByAccount } from '../domain/board/directory.ts'
import { sayDuty } from '../domain/board/saying.ts'
import type { BoardSettings, Person } from '../domain/board/types.ts'
import { NEWCOMER } from './act-as.ts'
import { presentAgency } from './present-names.ts'

/** The people to act as in local mode, and somebody nobody has entered. */
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
  const duties = dutiesOf(board, id)
  const workplace = presentAgency(board, agency).name
  if (duties.length === 0) return `Staff, ${workplace}`
  const staff = duties.some((duty) => duty.agency === agency) ? 'staff' : `staff, ${workplace}`
  return [...duties.map((duty) => sayDuty(board, duty)), staff].join('; ')
}
