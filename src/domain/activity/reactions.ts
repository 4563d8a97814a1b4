import type { Recorded } from '../machinery/record-kind.ts'
import type { ObservationCommand } from '../observation/types.ts'
import type { Reaction } from '../registered.ts'
import type { RecordRef } from '../words/ids.ts'
import type { Activity, ActivityEvent } from './types.ts'

/** Sends the result back to the observation it follows from, whose reporter waits for it. */
export function reactionsToActivity(
  { event }: Recorded<ActivityEvent>,
  { origin, type }: Activity,
  ref: RecordRef,
): readonly Reaction[] {
  if (origin === null) return []
  const on = (command: ObservationCommand): readonly Reaction[] => [
    { kind: 'observation', id: origin, command },
  ]
  switch (event.type) {
    case 'ActivityRecorded':
    case 'AuditClosed':
      return on({ type: 'noteLearning', activity: ref, kind: type, points: event.learning })
    case 'ActivityNotHeld':
      return on({ type: 'noteNotHeld', activity: ref, kind: type, reason: event.reason })
    default:
      return []
  }
}
