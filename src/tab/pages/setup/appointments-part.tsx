import type { BoardDetail } from '../../../contract/people.ts'
import { plainDay } from '../../ui/dates.ts'
import { BoardPart } from './board-part.tsx'
import { ChangeButton } from './change-button.tsx'
import { SearchedList } from './searched-list.tsx'
import { nameIn, useBoard } from './use-board.ts'

type Appointment = BoardDetail['appointments'][number]

const whoIs = ({ people }: BoardDetail, id: string) => {
  const { name = 'Somebody', awayUntil = null } = people.find((one) => one.id === id) ?? {}
  return awayUntil === null ? name : `${name} (away until ${plainDay(awayUntil)})`
}

const titleOf = ({ role, agency }: Appointment, { agencies }: BoardDetail) =>
  agency === null ? role.label : `${role.label} for ${nameIn(agencies, agency)}`

function Appointments() {
  const { board } = useBoard()
  return (
    <SearchedList
      title="Roles"
      search="Search by role, agency or name"
      empty="Nobody holds a role yet. Give the first one."
      entries={board.appointments.map((one) => {
        const name = titleOf(one, board)
        const button = (action: string) => <ChangeButton action={action} of={one.id} about={name} />
        return {
          id: one.id,
          name,
          lines: [
            whoIs(board, one.holder),
            one.deputy === null ? 'No deputy' : `Deputy: ${whoIs(board, one.deputy)}`,
          ],
          buttons: (
            <>
              {button('handOver')}
              {button('changeDeputy')}
              {button('endAppointment')}
            </>
          ),
        }
      })}
    >
      <div>
        <ChangeButton action="appoint" primary />
      </div>
    </SearchedList>
  )
}

/** Who holds which role, and who stands in. */
export const AppointmentsPart = () => (
  <BoardPart
    changes={['appoint', 'handOver', 'changeDeputy', 'endAppointment']}
    lead="Who holds which role, and who stands in for them. A deputy may do at any time what those they stand in for may do."
  >
    <Appointments />
  </BoardPart>
)
