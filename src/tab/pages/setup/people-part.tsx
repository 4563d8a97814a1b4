import type { BoardDetail } from '../../../contract/people.ts'
import { plainDay } from '../../ui/dates.ts'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'
import { SearchedList } from './searched-list.tsx'
import { nameIn, useBoard } from './use-board.ts'

type Person = BoardDetail['people'][number]

function rolesOf({ id }: Person, { appointments, agencies }: BoardDetail): readonly string[] {
  return appointments
    .filter(({ holder, deputy }) => holder === id || deputy === id)
    .map(({ role, agency, deputy }) =>
      [
        role.label,
        agency === null ? '' : ` for ${nameIn(agencies, agency)}`,
        deputy === id ? ' (deputy)' : '',
      ].join(''),
    )
}

function linesOf(person: Person, board: BoardDetail): readonly string[] {
  const { jobTitle, agency, active, leftOn, awayUntil } = person
  const roles = rolesOf(person, board)
  return [
    [jobTitle, nameIn(board.agencies, agency)].filter((part) => part !== '').join(', '),
    ...(active && roles.length > 0 ? [roles.join('; ')] : []),
    ...(awayUntil === null ? [] : [`Away until ${plainDay(awayUntil)}`]),
    ...(active ? [] : [leftOn === null ? 'Has left' : `Left on ${plainDay(leftOn)}`]),
  ]
}

function People() {
  const { board } = useBoard()
  const sorted = [...board.people].sort(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'en-GB'),
  )
  return (
    <SearchedList
      title="People"
      search="Search by name, job, agency or role"
      empty="Nobody is entered yet. Add the first person."
      entries={sorted.map((person) => {
        const button = (action: string) => (
          <ChangeButton action={action} of={person.id} about={person.name} />
        )
        return {
          id: person.id,
          name: person.name,
          lines: linesOf(person, board),
          buttons: person.active ? (
            <>
              {button('changePerson')}
              {button('setAway')}
              {button('markAsLeft')}
            </>
          ) : (
            button('bringBack')
          ),
        }
      })}
    >
      <div>
        <ChangeButton action="addPerson" primary />
      </div>
    </SearchedList>
  )
}

/** Everybody who has an entry. */
export const PeoplePart = () => (
  <BoardPart
    changes={['addPerson', 'changePerson', 'setAway', 'markAsLeft', 'bringBack']}
    lead="Everybody who is entered, with what they hold. Whoever signs in for the first time says themselves where they work, so most people need not be entered. Whoever works at the board office has to be, because nobody can say that of themselves; anybody else can be, to give them a role before they first sign in. Nobody is deleted: whoever has left is marked as left."
  >
    <People />
  </BoardPart>
)
