import { BOARD_HANDLERS } from './board-handlers.ts'
import { DESCRIBED_HANDLERS } from './described-handlers.ts'
import type { Handler } from './handler.ts'
import { OBSERVATION_HANDLERS } from './observation-handlers.ts'
import { SETUP_HANDLERS } from './setup-handlers.ts'

/** Who answers each operation of the contract, by its name. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  ...OBSERVATION_HANDLERS,
  ...DESCRIBED_HANDLERS,
  ...BOARD_HANDLERS,
  ...SETUP_HANDLERS,
}
