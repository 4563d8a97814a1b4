import type { PlainDate } from '../words/time.ts'
import type { Observation } from './types.ts'

/** The day the triager named for another look, until somebody has looked. */
export const reviewOf = ({
  decisions,
  lookedAgain,
  stage,
}: Pick<Observation, 'decisions' | 'lookedAgain' | 'stage'>): PlainDate | null =>
  stage === 'awaitingTriage' || lookedAgain === true
    ? null
    : (decisions.at(-1)?.nextReviewOn ?? null)
