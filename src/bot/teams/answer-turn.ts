import { isRefusal } from '../../domain/words/errors.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { Card } from '../cards/card-data.ts'
import { renderCard } from '../cards/render-card.ts'
import type { DialogState } from '../talk/draft.ts'
import { DRAFT_DAYS } from '../talk/draft.ts'
import { respond } from '../talk/respond.ts'
import type { BotDeps, Response, Turn, TurnAnswer } from '../talk/turn.ts'

/**
 * The channel repeats a delivery within minutes. Answers hold people's words, so they are kept no
 * longer.
 */
const ANSWER_KEPT_MS = 60 * 60_000
const DAY_MS = 86_400_000
const TRIES = 5

const after = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

const drawn = (card: Card) => ({ card: renderCard(card), summary: card.data.summary })

const answerOf = ({ say, replace, dialogCard }: Response): TurnAnswer => ({
  say: say.map(drawn),
  replace: replace ? renderCard(replace) : null,
  dialogCard: dialogCard ? renderCard(dialogCard) : null,
})

/**
 * Answers one delivery of the channel, once (I7). The answer and the conversation are written
 * together at the end. The changes of records before that carry the turn as their submission. So a
 * delivery that comes again, after a crash or at the same moment, changes nothing more and gets the
 * same answer.
 */
export async function answerTurn(deps: BotDeps, turn: Turn): Promise<TurnAnswer> {
  const { person } = turn.caller.actor
  for (let attempt = 1; ; attempt += 1) {
    const { earlier: own, dialog } = await deps.turns.begin(turn.key, person)
    // The conflict may be with the same delivery, answered when the account acted as another
    // person.
    const earlier = own ?? (attempt === 1 ? undefined : await deps.turns.answered(turn.key))
    // Written by this very function under this key, so it has this type.
    if (earlier) return earlier.answer as TurnAnswer
    const response = await respond({
      deps,
      turn,
      actor: turn.caller.actor,
      board: turn.caller.board,
      dialog: dialog.state as DialogState | null, // likewise
    })
    const answer = answerOf(response)
    const now = deps.clock.now()
    try {
      await deps.turns.finish({
        key: turn.key,
        person,
        answer,
        keepUntil: after(now, ANSWER_KEPT_MS),
        dialog:
          response.dialog === undefined
            ? null
            : {
                from: dialog.version,
                state: response.dialog,
                expiresAt: response.dialog ? after(now, DRAFT_DAYS * DAY_MS) : null,
              },
      })
      return answer
    } catch (error) {
      if (!isRefusal(error, 'conflict') || attempt === TRIES) throw error
    }
  }
}
