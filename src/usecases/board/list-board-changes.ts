import { personOf } from '../../domain/board/directory.ts'
import { sayBoardEvent } from '../../domain/board/events.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { Deps } from '../deps.ts'
import { currentStoredBoard } from '../records/context-now.ts'

/** A change of the board settings in words, for a person who was changing them at the same time. */
interface BoardChangeLine {
  readonly at: Instant
  readonly by: string
  readonly says: string
}

const AT_MOST = 20

/**
 * The last changes made since somebody looked, oldest first.
 * @param since how many there were when they looked
 * @throws DomainError `not-your-role` for anybody but the business manager
 */
export async function listBoardChanges(
  deps: Pick<Deps, 'board'>,
  since: number,
  actor: Actor,
): Promise<readonly BoardChangeLine[]> {
  if (!holds(actor, 'businessManager'))
    throw new DomainError('not-your-role', {
      action: 'listBoardChanges',
      needs: ['businessManager'],
    })
  const { id, state } = await currentStoredBoard(deps)
  const events = await deps.board.history(id)
  return events
    .filter(({ seq }) => seq > since)
    .slice(-AT_MOST)
    .map(({ at, by, event }) => ({
      at,
      by: personOf(state, by)?.name ?? 'the product itself',
      says: sayBoardEvent(event, state),
    }))
}
