import type { BoardNow } from '../../domain/board/board-now.ts'
import type { Account } from '../../domain/board/directory.ts'
import type { Actor } from '../../domain/words/actor.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { Card, Link } from '../cards/card-data.ts'
import type { CardJson } from '../cards/render-card.ts'
import type { DialogState } from './draft.ts'

/** Who speaks: vouched for by the channel's token, looked up in the directory. */
export interface Caller {
  readonly account: Account
  readonly name: string
  readonly actor: Actor
  /** As it stood when the turn came in. */
  readonly board: BoardNow
  /** Local mode: the person's name and part. Else ''. */
  readonly actingAs: string
}

/** What a person filled in or a button carries. Values are text, whatever the client sent. */
export type Fields = Readonly<Record<string, string>>

/** What a person did, in our words instead of the channel's. */
export type Input =
  | {
      readonly type: 'said'
      readonly text: string
      /** Files or pictures came along. They are not taken, which is said at once. */
      readonly hasFiles: boolean
    }
  | { readonly type: 'pressed'; readonly verb: string; readonly fields: Fields }
  | { readonly type: 'greeted' }
  /** Changed or deleted, in Teams, something they had said. */
  | { readonly type: 'changed'; readonly how: 'edited' | 'deleted'; readonly text: string }
  | { readonly type: 'dialogOpened'; readonly said: string; readonly hasFiles: boolean }
  | { readonly type: 'dialogSent'; readonly verb: string; readonly fields: Fields }

export interface Turn {
  /** Identifies this delivery of the channel. The same one again gets the same answer. */
  readonly key: string
  readonly caller: Caller
  readonly input: Input
}

/** What the bot answers: cards to say, and what becomes of the pressed card or dialog. */
export interface Response {
  readonly say: readonly Card[]
  /** Replaces the card whose button was pressed. Absent leaves it as it is. */
  readonly replace?: Card
  /** Next page of the message extension's dialog. */
  readonly dialogCard?: Card
  /** Where the conversation stands now. Absent leaves it as it is. */
  readonly dialog?: DialogState | null
}

/** A response as it is sent and kept, to answer the same delivery again. */
export interface TurnAnswer {
  readonly say: readonly { readonly card: CardJson; readonly summary: string }[]
  readonly replace: CardJson | null
  readonly dialogCard: CardJson | null
}

/** Local mode only: people to act as, in one chat. */
export interface LocalMode {
  readonly firstPersona: PersonId
}

/** What answering needs besides the use-cases' own needs. */
export interface BotDeps extends Deps {
  /** A door into the tab, as a link that opens there. */
  readonly linkTo: (page: string, title: string) => Link
  readonly localMode: LocalMode | null
  /** Called after a change that somebody should hear about. */
  readonly nudge: () => void
}

/** One turn with everything that was looked up for it. */
export interface Turning {
  readonly deps: BotDeps
  readonly turn: Turn
  readonly actor: Actor
  readonly board: BoardNow
  readonly dialog: DialogState | null
}
