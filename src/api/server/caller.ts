import type { Account } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { whoIs } from '../../usecases/board/who-is.ts'

/** The account a request comes from, as far as the sign-in vouches for it. */
export interface Identity {
  readonly account: Account
  /** As the account carries it. Used only for people without an entry. */
  readonly name: string
}

/** Who is asking, and what the directory said about them then. */
export interface Caller extends Identity {
  readonly actor: Actor
  readonly board: BoardSettings
}

export const callerOf = ({ account, name }: Identity, board: BoardSettings): Caller => ({
  account,
  name,
  actor: whoIs(board, account),
  board,
})
