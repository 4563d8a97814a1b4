import { activityTypes, labelOf } from '../taxonomies/lists.ts'
import type { Told } from './events.ts'
import type { Telling } from './tellings.ts'
import type { ObservationEvent } from './types.ts'

type LearningEvent = Extract<ObservationEvent, { type: 'LearningRecorded' | 'LearningNotHeld' }>
type Rows = {
  readonly [Type in LearningEvent['type']]: Told<Extract<LearningEvent, { type: Type }>>
}

/** What becomes of the events that come back from a learning activity. */
export const learningEvents = (toTriagers: Telling, toReporter: Telling): Rows => ({
  LearningRecorded: {
    label: 'What people learned from it was recorded',
    says: ({ activity, kind }) =>
      `What people took from it was recorded: ${labelOf(activityTypes, kind)}, ${activity}`,
    saysToReporter: ({ kind }) =>
      `What people took from it was recorded: ${labelOf(activityTypes, kind)}`,
    tells: [toTriagers],
    cards: 'everybody',
  },
  LearningNotHeld: {
    label: 'The learning that was planned will not be held',
    says: ({ activity, kind, reason }) =>
      `${labelOf(activityTypes, kind)} will not be held (${activity}). Reason: ${reason}`,
    saysToReporter: ({ kind, reason }) =>
      `${labelOf(activityTypes, kind)} will not be held. Reason: ${reason}`,
    tells: [toTriagers, toReporter],
    shows: ({ reason }) => ({ heading: 'Why', text: reason }),
    cards: 'everybody',
  },
})
