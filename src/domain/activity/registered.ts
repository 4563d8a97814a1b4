import { belongsTo } from '../board/belonging.ts'
import { onlyKept } from '../observation/following.ts'
import type { Registered } from '../registered.ts'
import { activityStates, activityTypes } from '../taxonomies/lists.ts'
import { toldBy } from '../told.ts'
import type { PersonId } from '../words/ids.ts'
import type { ActivityTypes } from './activity.ts'
import { activityRecord } from './activity.ts'
import { ACTIVITIES, activityScope } from './columns.ts'
import { ACTIVITY_MATTERS, activityAskedAt, activityClaims, activityDuties } from './duties.ts'
import type { ActivityNotice, ActivityWho } from './events.ts'
import { ACTIVITY_EVENTS, ACTIVITY_NOTICES } from './events.ts'
import { openActions } from './moves.ts'
import { reactionsToActivity } from './reactions.ts'
import { showActivity, showActivityRow } from './shown.ts'
import { standInClaims, standInsFor } from './stand-ins.ts'
import { isOwnActivity } from './visibility.ts'

export interface RegisteredActivity extends ActivityTypes {
  readonly listing: typeof ACTIVITIES
  readonly who: ActivityWho
  readonly notice: ActivityNotice
}

const told = toldBy(ACTIVITY_EVENTS)

/** Learning activities among the kinds of record: see `Registered`. */
export const ACTIVITY: Registered<RegisteredActivity> = {
  ...activityRecord,
  prefix: 'LRN',
  plural: 'learning activities',
  listing: ACTIVITIES,
  events: ACTIVITY_EVENTS,
  notices: ACTIVITY_NOTICES,
  card: null,
  shown: {
    of: showActivity,
    row: showActivityRow,
    sayEvent: told.say,
    isOwn: isOwnActivity,
    followedBy: { kind: 'action', narrowing: 'origin' },
    list: {
      scopeOf: activityScope,
      order: 'latestFirst',
      narrowing: {
        stage: { part: 'stages', label: 'Where it stands', choices: activityStates.items },
        type: { part: 'types', label: 'What it is', choices: activityTypes.items },
        origin: { part: 'origins', label: 'The observation whose decision it follows from' },
      },
    },
  },
  // Where each finding is assigned as an action, its message tells its owner.
  tellingsOf: (event) =>
    event.type === 'AuditFindingsRecorded' && event.assigns ? [] : told.tellingsOf(event),
  // Its holder may change before the message is planned, so no recipient follows from events alone.
  alwaysTold: () => undefined,
  toldNow(who, activity, _board, by) {
    const { holder, maker, origin } = activity
    const people: Readonly<Record<ActivityWho, readonly PersonId[]>> = {
      holder: [holder],
      maker: origin === null ? [maker] : [],
      planner: [maker],
      owners: openActions(activity).map(({ owner }) => owner),
    }
    return [...new Set(people[who])].filter((person) => person !== by)
  },
  reactionsTo: reactionsToActivity,
  matters: ACTIVITY_MATTERS,
  dutiesOf: activityDuties,
  keptFrom: ({ person }, board) => belongsTo(board, person),
  keptList: ({ person }, board) => ({
    filter: { scope: onlyKept(board, person) },
    order: 'latestFirst',
  }),
  claimsOf: (actor, board, today) => [
    ...activityClaims(actor),
    ...standInClaims(actor, board, today),
  ],
  askedAt: (duty, step, activity, board, today) => [
    ...activityAskedAt(duty, step, activity, board),
    ...(step === 'holder' ? standInsFor(duty, board, today) : []),
  ],
}
