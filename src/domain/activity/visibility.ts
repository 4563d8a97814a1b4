import { holdersOf } from '../board/directory.ts'
import type { BoardSettings } from '../board/types.ts'
import { isKeptFromFollowing } from '../observation/following.ts'
import { ownTriagers } from '../observation/routing.ts'
import type { Actor } from '../words/actor.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Activity } from './types.ts'

/** The seniors and leads of an agency; the business manager where it has none. */
export function leadsOf(board: BoardSettings, agency: AgencyId): readonly PersonId[] {
  const own = ownTriagers(board, agency)
  return own.length > 0 ? own : holdersOf(board, 'businessManager')
}

/** Who has to do something about a finding. */
const ownersOf = ({ audit }: Activity): readonly (PersonId | null)[] =>
  (audit?.findings ?? []).map(({ owner }) => owner)

/** Seen by who holds or made it, the seniors and leads of its agency and who owes an action. */
export function viewOfActivity(
  activity: Activity,
  { person }: Actor,
  { board }: { readonly board: BoardSettings },
): Activity | undefined {
  const { holder, maker, agency } = activity
  if (isKeptFromFollowing(activity, person, board)) return undefined
  const concerned = [holder, maker, ...leadsOf(board, agency), ...ownersOf(activity)]
  return concerned.includes(person) ? activity : undefined
}

/** Whether somebody reads their own, which is not noted. */
export const isOwnActivity = ({ holder, maker }: Activity, { person }: Actor): boolean =>
  holder === person || maker === person
