import type { PlainDate } from '../words/time.ts'
import type { Observation } from './types.ts'

/** The day on which whoever decided wanted it looked at again, as long as nobody has. */
export const reviewOf = ({
  decisions,
  lookedAgain,
  stage,
}: Pick<Observation, 'decisions' | 'lookedAgain' | 'stage'>): PlainDate | null =>
  stage === 'awaitingTriage' || lookedAgain === true
    ? null
    : (decisions.at(-1)?.nextReviewOn ?? null)
