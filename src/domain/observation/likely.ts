import type { ObservationStage } from './types.ts'
import type { ObservationAction } from './workflow.ts'

/** What somebody most likely came to do. Closing stands there only once it is possible. */
export const OBSERVATION_LIKELY = {
  awaitingTriage: ['decide', 'reply'],
  underWay: ['close', 'giveFeedback', 'reply'],
  closed: [],
} as const satisfies Record<ObservationStage, readonly ObservationAction[]>
