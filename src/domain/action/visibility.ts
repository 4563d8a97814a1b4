import { standInsAt } from '../activity/stand-ins.ts'
import { leadsOf } from '../activity/visibility.ts'
import { holdersOf, isThere } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import { triagersAt } from '../observation/routing.ts'
import type { Actor } from '../words/actor.ts'
import { holds } from '../words/actor.ts'
import type { PersonId } from '../words/ids.ts'
import type { PlainDate } from '../words/time.ts'
import type { Action } from './types.ts'

/** The seniors and leads of its agency but its owner; if nobody is left the business manager, then the chair. */
export const leadsOfAction = (action: Action, board: BoardSettings): readonly PersonId[] =>
  triagersAt(
    board,
    action.agency,
    (person) => person === action.owner || isKeptFromFollowing(action, person, board),
  )

/** Those of them who are asked to check it: nobody checks what they did. */
export const askedToCheck = (action: Action, board: BoardSettings): readonly PersonId[] =>
  triagersAt(
    board,
    action.agency,
    (person) => isTheirWork(action, person) || isKeptFromFollowing(action, person, board),
  )

/** Everybody who may check it: they, and the business manager. */
export const checkersOf = (action: Action, board: BoardSettings): readonly PersonId[] => [
  ...askedToCheck(action, board),
  ...holdersOf(board, 'businessManager').filter(
    (person) => !isTheirWork(action, person) && !isKeptFromFollowing(action, person, board),
  ),
]

/** Whether somebody owns it, or said that it is done. */
export const isTheirWork = ({ owner, done }: Action, person: PersonId): boolean =>
  person === owner || person === done?.by

/** Somebody, and who stands in for them at its agency while they are away or once they have left. */
export const orStandIns = (
  { agency, past, reporter }: Action,
  person: PersonId,
  board: BoardSettings,
  today: PlainDate,
): readonly PersonId[] =>
  isThere(board, person, today)
    ? [person]
    : [
        person,
        ...standInsAt(board, agency, person, {
          past,
          today,
          notFor: reporter === null ? [] : [reporter],
        }),
      ]

/**
 * Seen by its owner, who assigned it, who was named as able to help, the seniors and leads of its agency,
 * the business manager and the chair.
 */
export function viewOfAction(
  action: Action,
  actor: Actor,
  { board }: { readonly board: BoardSettings },
): Action | undefined {
  if (isKeptFromFollowing(action, actor.person, board)) return undefined
  const { owner, maker, stuck, agency } = action
  const concerned = [owner, maker, stuck?.helper, ...leadsOf(board, agency)]
  return concerned.includes(actor.person) || seesAllActions(actor) ? action : undefined
}

/** Whether somebody sees the actions of every agency. */
export const seesAllActions = (actor: Actor): boolean =>
  holds(actor, 'businessManager') || holds(actor, 'chair')

/** Whether somebody reads their own, which is not noted. */
export const isOwnAction = ({ owner, maker }: Action, { person }: Actor): boolean =>
  owner === person || maker === person
