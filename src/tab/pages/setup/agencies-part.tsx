import type { BoardDetail } from '../../../contract/people.ts'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'
import { SearchedList } from './searched-list.tsx'
import { useBoard } from './use-board.ts'

type Agency = BoardDetail['agencies'][number]

function linesOf({ type, active, supporter, staff, reportsGoTo }: Agency) {
  return [
    `${type.label}${active ? '' : ', retired'}`,
    ...(reportsGoTo === '' ? [] : [`Reports go to ${reportsGoTo}`]),
    ...(supporter === null ? [] : [`Supporter: ${supporter}`]),
    ...(staff === null ? [] : [`About ${staff.toLocaleString('en-GB')} work with children`]),
  ]
}

function Agencies() {
  const { board } = useBoard()
  return (
    <SearchedList
      title="Agencies"
      search="Search by name, type or to whom reports go"
      empty="There is no agency yet. Add the first one."
      entries={board.agencies.map((agency) => ({
        id: agency.id,
        name: agency.name,
        lines: linesOf(agency),
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
