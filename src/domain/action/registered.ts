import { belongsTo } from '../board/belonging.ts'
import { isKeptFromFollowing, onlyKept } from '../observation/following.ts'
import type { Registered } from '../registered.ts'
import { actionStages } from '../taxonomies/lists.ts'
import { toldBy } from '../told.ts'
import { SYSTEM } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import type { ActionTypes } from './action.ts'
import { actionRecord } from './action.ts'
import { ACTIONS, actionScope } from './columns.ts'
import { ACTION_MATTERS, actionAskedAt, actionClaims, actionDuties } from './duties.ts'
import type { ActionNotice, ActionWho } from './events.ts'
import { ACTION_EVENTS, ACTION_NOTICES } from './events.ts'
import { showAction, showActionRow } from './shown.ts'
import { isOwnAction } from './visibility.ts'

export interface RegisteredAction extends ActionTypes {
  readonly listing: typeof ACTIONS
  readonly who: ActionWho
  readonly notice: ActionNotice
}

const told = toldBy(ACTION_EVENTS)

/** Actions among the kinds of record: see `Registered`. */
export const ACTION: Registered<RegisteredAction> = {
  ...actionRecord,
  prefix: 'ACN',
  plural: 'actions',
  listing: ACTIONS,
  events: ACTION_EVENTS,
  notices: ACTION_NOTICES,
  card: null,
  shown: {
    of: showAction,
    row: showActionRow,
    sayEvent: told.say,
    isOwn: isOwnAction,
    list: {
      scopeOf: actionScope,
      order: 'soonestFirst',
      narrowing: {
        stage: { part: 'stages', label: 'Where it stands', choices: actionStages.items },
        origin: { part: 'origins', label: 'The audit it follows from' },
      },
    },
  },
  tellingsOf: told.tellingsOf,
  // Its owner may change before the message is planned, so no recipient follows from events alone.
  alwaysTold: () => undefined,
  toldNow(who, action, board, by) {
    const { owner, maker, stuck } = action
    const people: Readonly<Record<ActionWho, readonly PersonId[]>> = {
      owner: [owner],
      maker: [maker],
      helper: stuck ? [stuck.helper] : [],
    }
    // Where an audit assigns it, whoever recorded the findings did.
    const did = by === SYSTEM.person ? maker : by
    return people[who].filter((one) => one !== did && !isKeptFromFollowing(action, one, board))
  },
  matters: ACTION_MATTERS,
  dutiesOf: actionDuties,
  keptFrom: ({ person }, board) => belongsTo(board, person),
  keptList: ({ person }, board) => ({
    filter: { scope: onlyKept(board, person) },
    order: 'soonestFirst',
  }),
  claimsOf: actionClaims,
  askedAt: actionAskedAt,
}
