import { boardRecord } from '../../src/domain/board/board.ts'
import type { BoardEvent, BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { Recorded } from '../../src/domain/machinery/record-kind.ts'
import { openBoard } from '../../src/usecases/board/change-board.ts'
import { currentStoredBoard } from '../../src/usecases/records/context-now.ts'
import {
  aBoardWithAClosedAgency,
  boardOffice,
  officeDeputy,
  officeManager,
} from '../domain/a-board.ts'
import { COMPLETE_ON_BOARD } from '../domain/a-board-command.ts'
import { same } from './compare.ts'
import type { Session } from './session.ts'

/** Opens the board with its office and one business manager. */
const { open } = COMPLETE_ON_BOARD

/** What that business manager enters then: everybody else of that board, and a closed agency. */
function enteredFirst(): readonly BoardEvent[] {
  const { agencies, people, appointments } = aBoardWithAClosedAgency()
  return [
    ...agencies
      .filter(({ id }) => id !== boardOffice)
      .map((agency) => ({ type: 'AgencyAdded' as const, agency })),
    ...people
      .filter(({ id }) => id !== officeManager)
      .map((person) => ({ type: 'PersonAdded' as const, person })),
    ...appointments
      .filter(({ role }) => role !== 'businessManager')
      .map((appointment) => ({ type: 'PersonAppointed' as const, appointment })),
    { type: 'DeputyChanged', appointment: open.appointment, deputy: officeDeputy },
  ]
}

/**
 * The first start, of two instances at the same moment, and then everybody entered: as one change,
 * for it is not this that is tried.
 */
export async function openFirst({ world, other, clock }: Session): Promise<void> {
  const boards = [world.stores(0).board, world.stores(1).board, other.board]
  const opened = await Promise.all(boards.map((board) => openBoard({ board, clock }, open)))
  same('whether one of two opened the board', opened.toSorted(), [false, true, true])
  const stored = await currentStoredBoard(other)
  const by = officeManager
  const events = enteredFirst().map((event, nth): Recorded<BoardEvent> => {
    const seq = stored.events + nth + 1
    return { seq, at: clock.now(), by, cause: 'entered', event }
  })
  const state = events.reduce<BoardSettings>(boardRecord.evolve, stored.state)
  const causes = [...stored.causes, { submission: 'entered', by, action: 'addPerson' }]
  const change = { id: BOARD_ID, from: stored.version, state, events, causes }
  for (const board of [world.stores().board, other.board]) await board.save(change)
}
