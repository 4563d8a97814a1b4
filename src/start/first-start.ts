import type { ProductionConfig } from '../config/config.ts'
import { UNKNOWN_CONTACTS } from '../domain/board/contacts.ts'
import { agencyId, appointmentId } from '../domain/words/ids.ts'
import { openBoard } from '../usecases/board/change-board.ts'
import { newcomerId } from '../usecases/board/who-is.ts'
import type { Deps } from '../usecases/deps.ts'
import { StartProblem } from './start-problem.ts'

/** What an empty board of local mode begins with. Nobody has that name. */
export const EMPTY_BOARD = {
  boardName: 'Example Safeguarding Children Board',
  businessManager: { tenantId: 'local', objectId: 'businessManager', name: 'Business Manager' },
} as const

/**
 * Gives a new store its board and its first business manager.
 * @throws StartProblem with what to set when there is neither a board nor the settings for one
 */
export async function firstStart(
  { firstStart: first }: Pick<ProductionConfig, 'firstStart'>,
  deps: Deps,
): Promise<void> {
  if (await deps.board.current()) return
  if (!first)
    throw new StartProblem(
      'There is no board in this store yet. Set BOARD_NAME and FIRST_BUSINESS_MANAGER for the first start.',
    )
  const { boardName, businessManager } = first
  await openBoard(deps, {
    type: 'open',
    name: boardName,
    contacts: {
      ...UNKNOWN_CONTACTS,
      office: `the board office, ${businessManager.name}`,
    },
    office: { id: agencyId('boardOffice'), name: 'Board office', type: 'system' },
    businessManager: {
      ...businessManager,
      id: newcomerId(businessManager),
      jobTitle: 'Business manager',
    },
    appointment: appointmentId('businessManager'),
  })
}
