import type { ProductionConfig } from '../config/config.ts'
import { UNKNOWN_CONTACTS } from '../domain/board/contacts.ts'
import { agencyId, appointmentId } from '../domain/words/ids.ts'
import { openBoard } from '../usecases/board/change-board.ts'
import { newcomerId } from '../usecases/board/who-is.ts'
import type { Deps } from '../usecases/deps.ts'
import { StartProblem } from './start-problem.ts'

/**
 * Gives a new store in production its board and its first business manager, from the settings.
 * @throws StartProblem with what to set when there is neither a board nor the settings for one
 */
export async function firstStart(config: ProductionConfig, deps: Deps): Promise<void> {
  if (await deps.board.current()) return
  if (!config.firstStart)
    throw new StartProblem(
      'There is no board in this store yet. Set BOARD_NAME and FIRST_BUSINESS_MANAGER for the first start.',
    )
  const { boardName, businessManager } = config.firstStart
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
