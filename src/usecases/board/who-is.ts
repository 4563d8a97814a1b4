import type { Account } from '../../domain/board/directory.ts'
import { accountKey, actorFor, personByAccount } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { personId } from '../../domain/words/ids.ts'

/** The id of a person without an entry. It is always the same, so nothing of theirs is lost. */
export const newcomerId = (account: Account) => personId(accountKey(account))

/**
 * Who an account is and what they hold, as the directory says now. A person without an entry has no
 * agency and no duties; a person who has left has no rights either.
 */
export function whoIs(board: BoardSettings, account: Account): Actor {
  const person = personByAccount(board, account)
  return person
    ? actorFor(board, person.id)
    : { person: newcomerId(account), agency: null, roles: [] }
}
