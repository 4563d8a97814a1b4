import type { BoardNow } from '../../domain/board/board-now.ts'
import { boardAt } from '../../domain/board/board-now.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { RecordContext } from '../../domain/registered.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Stored } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'

/** The board settings with their version. @throws DomainError `unavailable` before the first start */
export async function currentStoredBoard({
  board,
}: Pick<Deps, 'board'>): Promise<Stored<BoardSettings>> {
  const stored = await board.current()
  if (!stored) throw new DomainError('unavailable', { why: 'noBoard' })
  return stored
}

/** The board settings as they stand. @throws DomainError `unavailable` before the first start */
export const currentBoard = async (deps: Pick<Deps, 'board'>): Promise<BoardSettings> =>
  (await currentStoredBoard(deps)).state

/** The board settings at this hour. */
export const boardNow = async (
  deps: Pick<Deps, 'board' | 'clock' | 'calendar'>,
): Promise<BoardNow> => boardAt(await currentBoard(deps), deps.calendar, deps.clock.now())

/** What every command needs to know. */
export async function contextNow(
  deps: Pick<Deps, 'board' | 'clock' | 'calendar'>,
): Promise<RecordContext> {
  return {
    board: await currentBoard(deps),
    now: deps.clock.now(),
    calendar: deps.calendar,
  }
}
