import { rolesOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { isReminder } from '../../domain/machinery/reminders.ts'
import type { ShownCount } from '../../domain/observation/figures.ts'
import { SMALLEST_SHOWN } from '../../domain/observation/figures.ts'
import { isToReporter } from '../../domain/observation/is-to-reporter.ts'
import { keptAgenciesOf } from '../../domain/observation/kept-from.ts'
import type { Actor } from '../../domain/words/actor.ts'
import { holds } from '../../domain/words/actor.ts'
import { DomainError } from '../../domain/words/errors.ts'
import type { NotDelivered } from '../../ports/deliveries.ts'
import { CHAT_CLOSED, NEEDLESS } from '../../ports/messenger.ts'
import type { Deps } from '../deps.ts'

/**
 * The business manager. Not one who belongs to an agency besides: the counts include messages about
 * what was sent past it.
 */
export const seesNotDelivered = (actor: Actor, board: BoardSettings): boolean =>
  holds(actor, 'businessManager') && keptAgenciesOf(board, actor.person).length === 0

/** How long a failure stays on the list when the chat itself works. */
const SHOWN_MS = 14 * 24 * 60 * 60_000

/** Whom the bot cannot write to just now. */
export interface Unreached {
  /** What those who triage, or are asked, did not get. They have to be found. */
  readonly onDuty: readonly NotDelivered[]
  /** How many reporters missed word about their own report. Nobody learns who they are. */
  readonly reporters: ShownCount
}

/**
 * Lists who missed messages and why, for the business manager. Leaves out people who can be reached
 * again, unless another kind of failure ended a message in the last 14 days. Says nothing of
 * content, nor who has reported anything.
 * @throws DomainError `not-your-role` for anybody else
 */
export async function listNotDelivered(
  { deliveries, conversations, clock }: Pick<Deps, 'deliveries' | 'conversations' | 'clock'>,
  actor: Actor,
  board: BoardSettings,
): Promise<Unreached> {
  if (!seesNotDelivered(actor, board))
    throw new DomainError('not-your-role', {
      action: 'listNotDelivered',
      needs: ['businessManager'],
    })
  const all = (await deliveries.notDelivered()).filter(({ failure }) => failure !== NEEDLESS)
  const people = [...new Set(all.map(({ recipient }) => recipient))]
  const reached = await Promise.all(
    people.map(async (person) => ((await conversations.get(person)) ? [person] : [])),
  )
  const canBeReached = new Set(reached.flat())
  const since = new Date(Date.parse(clock.now()) - SHOWN_MS).toISOString()
  const unreached = all.filter(
    ({ recipient, failure, last }) =>
      !canBeReached.has(recipient) ||
      (failure !== null && !CHAT_CLOSED.includes(failure) && last >= since),
  )
  // Whoever holds no role is reminded of nothing but a question about their own report.
  const isWordBack = ({ notice, recipient }: NotDelivered) =>
    isToReporter(notice) || (isReminder(notice) && rolesOf(board, recipient).length === 0)
  const reporters = new Set(unreached.filter(isWordBack).map(({ recipient }) => recipient)).size
  return {
    onDuty: unreached.filter((one) => !isWordBack(one)),
    reporters: reporters < SMALLEST_SHOWN ? 'hidden' : reporters,
  }
}
