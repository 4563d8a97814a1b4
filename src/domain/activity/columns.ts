import type { BoardSettings } from '../board/types.ts'
import type { Condition, FilterParts, Listing, RowIn, Where } from '../machinery/listing.ts'
import { conditionsOf, orNone, text } from '../machinery/listing.ts'
import { withoutKept } from '../observation/following.ts'
import type { ActivityTypeCode } from '../taxonomies/lists.ts'
import type { Actor } from '../words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { Month, PlainDate } from '../words/time.ts'
import { dateOf } from '../words/time.ts'
import type { Activity, ActivityStage } from './types.ts'
import { leadsOf } from './visibility.ts'

const COLUMNS = {
  stage: text<ActivityStage>(),
  type: text<ActivityTypeCode>(),
  agency: text<AgencyId>(),
  holder: text<PersonId>(),
  maker: text<PersonId>(),
  /** When it was held; before that, when it is due. */
  day: text<PlainDate>(),
  /** The month in which it was held: what figures count. */
  heldMonth: orNone(text<Month>()),
  origin: orNone(text<RecordRef>()),
  reporter: orNone(text<PersonId>()),
  past: orNone(text<AgencyId>()),
} as const
type C = typeof COLUMNS

export type ActivityScope = readonly (readonly Condition<C>[])[]

export interface ActivityFilter {
  /** Always given: what the actor may see. An empty scope finds nothing. */
  readonly scope: ActivityScope
  readonly stages?: readonly ActivityStage[]
  readonly types?: readonly ActivityTypeCode[]
  readonly origins?: readonly RecordRef[]
}

const PARTS: FilterParts<C, Omit<ActivityFilter, 'scope'>> = {
  stages: ['stage', 'oneOf'],
  types: ['type', 'oneOf'],
  origins: ['origin', 'oneOf'],
}

/** How activities are kept and listed, in either store. */
export const ACTIVITIES = {
  name: 'activities',
  columns: COLUMNS,
  columnsOf: ({ stage, type, agency, holder, maker, ...one }: Activity) => ({
    stage,
    type,
    agency,
    holder,
    maker,
    day: one.heldOn ?? one.dueOn ?? dateOf(one.madeAt),
    heldMonth: one.heldOn?.slice(0, 7) ?? null,
    origin: one.origin,
    reporter: one.reporter,
    past: one.past,
  }),
  where: ({ scope, ...parts }: ActivityFilter): Where<C> => ({
    scope,
    all: conditionsOf(PARTS, parts),
  }),
  orders: { latestFirst: ['-day', '-id'], soonestFirst: ['day', 'id'] },
  counts: { types: { by: { month: 'heldMonth', type: 'type' } } },
  indexes: {
    agency: ['agency', '-day', '-id'],
    held: ['holder', '-day', '-id'],
    made: ['maker', '-day', '-id'],
    origin: ['origin', '-day', '-id'],
    types: ['heldMonth', 'type'],
    past: ['past', '-day', '-id'],
  },
} as const satisfies Listing<Activity, C, 'latestFirst' | 'soonestFirst', ActivityFilter>

export type ActivityRow = RowIn<typeof ACTIVITIES>

/** What the actor sees in lists: what they hold or made, and what belongs to their agency. */
export function activityScope(actor: Actor, board: BoardSettings): ActivityScope {
  const butKept = withoutKept(board, actor.person)
  const led = board.agencies
    .map(({ id }) => id)
    .filter((agency) => leadsOf(board, agency).includes(actor.person))
  return [
    [{ column: 'holder', oneOf: [actor.person] }, ...butKept],
    [{ column: 'maker', oneOf: [actor.person] }, ...butKept],
    ...led.map((agency): ActivityScope[number] => [
      { column: 'agency', oneOf: [agency] },
      ...butKept,
    ]),
  ]
}
