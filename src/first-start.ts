import type { Config } from './config/config.ts'
import { agencyId, appointmentId } from './domain/shared/ids.ts'
import { openBoard } from './usecases/board/change-board.ts'
import { newcomerId } from './usecases/board/who-is.ts'
import { makeDemoBoard } from './usecases/demo/demo-board.ts'
import { makeDemoYear } from './usecases/demo/make-demo-year.ts'
import type { Deps } from './usecases/deps.ts'

/** Enough that every page has something to look at; made within two seconds. */
const DEMO_OBSERVATIONS = 600

/**
 * Gives a new store its board: the demo board with a year behind it in local mode, the board and
 * its first business manager from the settings in production.
 * @throws Error with what to set when production has neither a board nor the settings for one
 */
export async function firstStart(
  config: Config,
  deps: Deps,
  say: (line: string) => void,
): Promise<void> {
  if (config.mode === 'local') {
    if (!(await makeDemoBoard(deps))) return
    say('First start: making a demo board …')
    await makeDemoYear(deps, { observations: DEMO_OBSERVATIONS, seed: 1 })
    return
  }
  if (await deps.board.current()) return
  if (!config.firstStart)
    throw new Error(
      'There is no board in this store yet. Set BOARD_NAME and FIRST_BUSINESS_MANAGER for the first start.',
    )
  const { boardName, businessManager } = config.firstStart
  await openBoard(deps, {
    type: 'open',
    name: boardName,
    contacts: {
      referral: 'your local authority’s children’s social care',
      office: `the board office, ${businessManager.name}`,
      support: 'your agency’s staff support',
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
