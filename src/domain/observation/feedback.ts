import { saysWhatWasDone } from './needs.ts'
import type { Feedback, Observation } from './types.ts'

/** The observation once its reporter has been told something. */
export function withFeedback(observation: Observation, given: Feedback): Observation {
  const { learned, ...rest } = observation
  const feedback = [...rest.feedback, given]
  const isBefore = given.at < (rest.decisions.at(-1)?.at ?? '')
  const counts = saysWhatWasDone(given) && (isBefore || rest.told !== undefined)
  return {
    ...rest,
    // What people took from it waits until its reporter is told what was done.
    ...(learned && !saysWhatWasDone(given) ? { learned } : {}),
    feedback,
    ...(counts ? { told: true } : {}),
  }
}
