import { boardRecord } from '../../domain/board/board.ts'
import type { BoardCommand, BoardSettings } from '../../domain/board/types.ts'
import { BOARD_ID } from '../../domain/board/types.ts'
import { SYSTEM } from '../../domain/words/actor.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import type { Submission } from '../records/handle-command.ts'
import { handleCommand } from '../records/handle-command.ts'

/** Everything but the first start. */
export type BoardChangeCommand = Exclude<BoardCommand, { type: 'open' }>

type BoardDeps = Pick<Deps, 'board' | 'clock'>

const contextOf =
  ({ clock }: Pick<Deps, 'clock'>) =>
  async () => ({ now: clock.now() })

/** Changes the board settings: see `handleCommand` for what is refused and when. */
export const changeBoard = (
  deps: BoardDeps,
  submission: Omit<Submission<BoardChangeCommand>, 'id' | 'isNew'>,
): Promise<Stored<BoardSettings>> =>
  handleCommand(boardRecord, deps.board, { ...submission, id: BOARD_ID }, contextOf(deps))

/**
 * Opens the board on the first start. When several instances start at once, one opens it and the
 * others find it open.
 * @returns whether this call opened it
 */
export async function openBoard(
  deps: BoardDeps,
  command: Extract<BoardCommand, { type: 'open' }>,
): Promise<boolean> {
  if (await deps.board.current()) return false
  try {
    await handleCommand(
      boardRecord,
      deps.board,
      { id: BOARD_ID, command, actor: SYSTEM, submission: 'first-start', isNew: true },
      contextOf(deps),
    )
    return true
  } catch (error) {
    if (isRefusal(error, 'conflict')) return false
    throw error
  }
}
