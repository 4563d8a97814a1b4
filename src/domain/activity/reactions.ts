import type { ActionCommand } from '../action/types.ts'
import type { Recorded } from '../machinery/record-kind.ts'
import type { ObservationCommand } from '../observation/types.ts'
import type { Reaction } from '../registered.ts'
import type { RecordRef } from '../words/ids.ts'
import type { Activity, ActivityEvent } from './types.ts'

/** What other records are asked to do after an event of a learning activity. */
export const reactionsToActivity = (
  recorded: Recorded<ActivityEvent>,
  activity: Activity,
  ref: RecordRef,
): readonly Reaction[] => [
  ...toldTo(recorded, activity, ref),
  ...assignedBy(recorded, activity, ref),
]

/** Sends the result back to the observation it follows from, whose reporter waits for it. */
function toldTo(
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

/** What an audit promises becomes an action for each finding with one (S7, S42). */
function assignedBy(
  { event, by }: Recorded<ActivityEvent>,
  { agency, reporter, past }: Activity,
  origin: RecordRef,
): readonly Reaction[] {
  if (event.type !== 'AuditFindingsRecorded' || !event.assigns) return []
  return event.findings.flatMap(
    ({ finding, action, change, owner, dueOn }): readonly Reaction[] => {
      if (action === null || owner === null || dueOn === null) return []
      const promised = { what: action, change: change ?? null, finding, owner, dueOn }
      const from = { agency, maker: by, origin, reporter, past }
      const command: ActionCommand = { type: 'arise', ...promised, ...from }
      return [{ kind: 'action', command }]
    },
  )
}
