import { BOARD_HANDLERS } from './board-handlers.ts'
import type { Handler } from './handler.ts'
import { OBSERVATION_HANDLERS } from './observation-handlers.ts'

/** Who answers each operation of the contract, by its name. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  ...OBSERVATION_HANDLERS,
  ...BOARD_HANDLERS,
}
