import type { BoardDetail } from '../../../contract/people.ts'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'
import { SearchedList } from './searched-list.tsx'
import { nameIn, useBoard } from './use-board.ts'

type Agency = BoardDetail['agencies'][number]

function linesOf({ id, type, active, supporter, staff }: Agency, board: BoardDetail) {
  const seniors = board.appointments.filter(
    ({ role, agency }) => role.code === 'senior' && agency === id,
  )
  const who = seniors.map(({ holder }) => nameIn(board.people, holder)).join(', ')
  return [
    `${type.label}${active ? '' : ', retired'}`,
    who === '' ? 'No senior: reports go to the business manager' : `Senior: ${who}`,
    ...(supporter === null ? [] : [`Supporter: ${supporter}`]),
    ...(staff === null ? [] : [`About ${staff.toLocaleString('en-GB')} work with children`]),
  ]
}

function Agencies() {
  const { board } = useBoard()
  return (
    <SearchedList
      title="Agencies"
      search="Search by name, type or senior"
      empty="There is no agency yet. Add the first one."
      entries={board.agencies.map((agency) => ({
        id: agency.id,
        name: agency.name,
        lines: linesOf(agency, board),
        buttons: (
          <>
            <ChangeButton action="changeAgency" of={agency.id} about={agency.name} />
            <ChangeButton
              action={agency.active ? 'retireAgency' : 'reopenAgency'}
              of={agency.id}
              about={agency.name}
            />
          </>
        ),
      }))}
    >
      <div>
        <ChangeButton action="addAgency" primary />
      </div>
    </SearchedList>
  )
}

/** The agencies of the board. */
export const AgenciesPart = () => (
  <BoardPart
    changes={['addAgency', 'changeAgency', 'retireAgency', 'reopenAgency']}
    lead="The agencies whose people report here, and that decide about reports. An agency is never deleted: it is retired, and what it has decided stays."
  >
    <Agencies />
  </BoardPart>
)
