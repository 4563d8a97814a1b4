import { leadsOf } from '../activity/visibility.ts'
import type { BoardSettings } from '../board/types.ts'
import type { Condition, FilterParts, Listing, RowIn, Where } from '../machinery/listing.ts'
import { conditionsOf, orNone, text } from '../machinery/listing.ts'
import { withoutKept } from '../observation/following.ts'
import type { Actor } from '../words/actor.ts'
import type { AgencyId, PersonId, RecordRef } from '../words/ids.ts'
import type { PlainDate } from '../words/time.ts'
import type { Action, ActionStage } from './types.ts'
import { seesAllActions } from './visibility.ts'

const COLUMNS = {
  stage: text<ActionStage>(),
  /** What is checked comes after all that is not. */
  isOver: text<'no' | 'yes'>(),
  agency: text<AgencyId>(),
  owner: text<PersonId>(),
  maker: text<PersonId>(),
  helper: orNone(text<PersonId>()),
  dueOn: text<PlainDate>(),
  origin: orNone(text<RecordRef>()),
  reporter: orNone(text<PersonId>()),
  past: orNone(text<AgencyId>()),
} as const
type C = typeof COLUMNS

export type ActionScope = readonly (readonly Condition<C>[])[]

export interface ActionFilter {
  /** Always given: what the actor may see. An empty scope finds nothing. */
  readonly scope: ActionScope
  readonly stages?: readonly ActionStage[]
  readonly origins?: readonly RecordRef[]
}

const PARTS: FilterParts<C, Omit<ActionFilter, 'scope'>> = {
  stages: ['stage', 'oneOf'],
  origins: ['origin', 'oneOf'],
}

const SOONEST = ['isOver', 'dueOn', 'id'] as const

/** How actions are kept and listed, in either store. */
export const ACTIONS = {
  name: 'actions',
  columns: COLUMNS,
  columnsOf: ({ stage, agency, owner, maker, stuck, dueOn, origin, reporter, past }: Action) => ({
    stage,
    isOver: stage === 'checked' ? 'yes' : 'no',
    agency,
    owner,
    maker,
    helper: stuck?.helper ?? null,
    dueOn,
    origin,
    reporter,
    past,
  }),
  where: ({ scope, ...parts }: ActionFilter): Where<C> => ({
    scope,
    all: conditionsOf(PARTS, parts),
  }),
  orders: { soonestFirst: SOONEST },
  counts: {},
  indexes: {
    due: SOONEST,
    agency: ['agency', ...SOONEST],
    owned: ['owner', ...SOONEST],
    made: ['maker', ...SOONEST],
    helped: ['helper', ...SOONEST],
    origin: ['origin', ...SOONEST],
    past: ['past', ...SOONEST],
  },
} as const satisfies Listing<Action, C, 'soonestFirst', ActionFilter>

export type ActionRow = RowIn<typeof ACTIONS>

/** What the actor sees in lists: the same as `viewOfAction`, by columns. */
export function actionScope(actor: Actor, board: BoardSettings): ActionScope {
  const { person } = actor
  const butKept = withoutKept(board, person)
  if (seesAllActions(actor)) return [butKept]
  const led = board.agencies
    .map(({ id }) => id)
    .filter((agency) => leadsOf(board, agency).includes(person))
  return [
    ...(['owner', 'maker', 'helper'] as const).map((column): ActionScope[number] => [
      { column, oneOf: [person] },
      ...butKept,
    ]),
    ...led.map((agency): ActionScope[number] => [
      { column: 'agency', oneOf: [agency] },
      ...butKept,
    ]),
  ]
}
