import type { NotDelivered } from '../../contract/messages.ts'
import { personOf } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { dateOf } from '../../domain/words/time.ts'
import type { NotDelivered as Undelivered } from '../../ports/deliveries.ts'
import type { Unreached } from '../../usecases/telling/list-not-delivered.ts'
import { presentAgency, presentWho } from './names.ts'

interface Reason {
  readonly why: string
  readonly toDo: string
}

const SENT_THEN = 'send any word; what still waits is sent then.'
const THEN = `open the chat with it and ${SENT_THEN}`
const ASK_THEM = `Ask them to open the chat with Learning Loop and ${SENT_THEN}`
const OUR_DEFECT: Reason = {
  why: 'The message could not be made: a defect of Learning Loop',
  toDo: 'Tell whoever runs Learning Loop: it is a defect of ours, and this person can do nothing about it.',
}
const REMOVED: Reason = {
  why: 'Has removed the app',
  toDo: `Ask them to add Learning Loop in Teams again, ${THEN}`,
}

const NOT_OPENED: Reason = {
  why: 'Has not opened the chat with the bot yet',
  toDo: ASK_THEM,
}

/** By the code of Teams, or of the program, for the failure. */
const REASONS: ReadonlyMap<string, Reason> = new Map([
  [
    'ConversationBlockedByUser',
    { why: 'Has blocked the bot', toDo: `Ask them to unblock Learning Loop in Teams, ${THEN}` },
  ],
  ['BotNotInConversationRoster', REMOVED],
  ['ConversationNotFound', REMOVED],
  [
    'BotDisabledByAdmin',
    {
      why: 'An administrator has turned the app off',
      toDo: `Ask their Teams administrator to turn Learning Loop on. Then ask them to ${THEN}`,
    },
  ],
  [
    'MessageWritesBlocked',
    {
      why: 'Has blocked the bot or removed the app',
      toDo: `Ask them to unblock Learning Loop in Teams, or to add it again. Then ask them to ${THEN}`,
    },
  ],
  [
    'MessageSizeTooBig',
    { ...OUR_DEFECT, why: 'The message was too big for Teams: a defect of Learning Loop' },
  ],
  ['Defect', OUR_DEFECT],
  ['no-card-to-update', { why: 'The card that was to change had never arrived', toDo: ASK_THEM }],
  ['NoAnswer', { why: 'Teams did not answer for a week', toDo: ASK_THEM }],
  ['NotSent', { why: 'Teams could not be reached for a week', toDo: ASK_THEM }],
])

function reasonFor({ state, failure }: Undelivered): Reason {
  if (state === 'unreachable') return NOT_OPENED
  const code = failure ?? 'without a code'
  return REASONS.get(code) ?? { why: `Teams did not take it (${code})`, toDo: ASK_THEM }
}

/** One row for each person and reason. Several codes may be one reason in plain words. */
export function presentNotDelivered(
  { onDuty, reporters }: Unreached,
  board: BoardSettings,
): NotDelivered {
  const byReason = Map.groupBy(onDuty, (one) => `${one.recipient} ${reasonFor(one).why}`)
  const rows = [...byReason.values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => {
      const person = personOf(board, first.recipient)
      const { why, toDo } = reasonFor(first)
      return {
        person: presentWho(board, first.recipient),
        agency: person ? presentAgency(board, person.agency) : null,
        why,
        messages: alike.reduce((sum, { messages }) => sum + messages, 0),
        // The most recent comes first.
        lastOn: dateOf(first.last),
        toDo: person?.active ? toDo : 'The board has them down as having left: nothing to do.',
      }
    }),
  )
  const people = new Set(onDuty.map(({ recipient }) => recipient)).size
  return { rows, people, reporters: reporters === 'hidden' ? null : reporters }
}
