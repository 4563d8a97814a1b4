import type {
  Activity,
  CloudAdapter,
  ConversationReference as Reference,
  TurnContext,
} from 'botbuilder'
import { ActivityTypes, CardFactory } from 'botbuilder'
import { actorFor } from '../../domain/board/directory.ts'
import type { BoardSettings } from '../../domain/board/types.ts'
import { isReminder } from '../../domain/machinery/reminders.ts'
import type { ObservationNotice } from '../../domain/observation/notices.ts'
import { OBSERVATION_NOTICES } from '../../domain/observation/notices.ts'
import { anyRecord, isKind, readRecord } from '../../domain/records.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import type { ConversationReference } from '../../ports/conversations.ts'
import type { Messenger, Notice, SendResult } from '../../ports/messenger.ts'
import { CHAT_CLOSED } from '../../ports/messenger.ts'
import { getObservation } from '../../usecases/observation/get-observation.ts'
import { getOutline } from '../../usecases/observation/read-outline.ts'
import { currentBoard } from '../../usecases/records/context-now.ts'
import { getRecord } from '../../usecases/records/get-record.ts'
import { whatPresses, whatToRemind } from '../../usecases/reminding/what-to-remind.ts'
import { addressed } from '../cards/build.ts'
import type { Card } from '../cards/card-data.ts'
import type { ProposerNotice } from '../cards/notice-cards.ts'
import { answeredCard, noticeCard } from '../cards/notice-cards.ts'
import { outlineCard } from '../cards/outline-cards.ts'
import { proposedCard, settledCard } from '../cards/proposed-cards.ts'
import { recordNotice } from '../cards/record-cards.ts'
import { pressingCard, remindersCard } from '../cards/reminder-cards.ts'
import { renderCard } from '../cards/render-card.ts'
import { passedOnCard, triageCard } from '../cards/triage-cards.ts'
import { isFormOpen } from '../records/open-forms.ts'
import { sayPersona } from '../talk/act-as.ts'
import type { BotDeps } from '../talk/turn.ts'
import { ConnectorRefusal } from './connector-client.ts'
import { withinTime } from './within-time.ts'

/** What an answer of the connector means for a delivery: a new message, or an update of one. */
export function resultOf(
  { status, code, retryAfterMs }: ConnectorRefusal,
  kind: 'new' | 'update',
): SendResult {
  const failure = code === '' ? `http-${status}` : code
  // For an update it may only mean that the message was deleted; the chat still exists.
  const isGone = status === 403 || (status === 404 && kind === 'new')
  if (CHAT_CLOSED.includes(code) || isGone) return { outcome: 'gone', failure }
  const isOurs = status >= 400 && status < 500 && ![408, 412, 429].includes(status)
  if (isOurs && status !== 401) return { outcome: 'refused', failure }
  return { outcome: 'later', failure, retryAfterMs }
}

const isForProposer = (notice: ObservationNotice): notice is ProposerNotice =>
  notice === 'agreed' || notice === 'notAgreed' || notice === 'overtaken' || notice === 'lapsed'

const isNotice = (text: string): text is ObservationNotice =>
  Object.hasOwn(OBSERVATION_NOTICES, text)

/**
 * The card for a notice, drawn from how things stand now and what the recipient may see now.
 * Deliveries hold nothing anybody wrote.
 */
async function cardFor(deps: BotDeps, notice: Notice): Promise<Card | undefined> {
  const board = await currentBoard(deps)
  const { recordId: ref, recipient, deliveryId } = notice
  if (isReminder(notice.notice)) return reminderFor(deps, board, notice)
  const to = deps.localMode ? `To: ${sayPersona(board, recipient)}` : ''
  try {
    const { recordKind } = notice
    if (isKind(recordKind) && anyRecord(recordKind).shown) {
      await getRecord(deps, recordKind, ref, actorFor(board, recipient))
      return addressed(recordNotice(recordKind, notice.notice, ref), to)
    }
    if (!isNotice(notice.notice)) throw new TypeError(`unknown notice ${notice.notice}`)
    if (notice.notice === 'asked' || notice.notice === 'askedMoved') {
      const asked = await getOutline(deps, ref, actorFor(board, recipient))
      const link = deps.linkTo(`outlines/${ref}`, 'Open in the tab')
      return addressed(
        outlineCard(asked, link, { notice: notice.notice, submission: deliveryId }),
        to,
      )
    }
    if (notice.notice === 'proposed') {
      const asked = await getOutline(deps, ref, actorFor(board, recipient))
      const link = deps.linkTo(`outlines/${ref}`, 'Open in the tab')
      return addressed(proposedCard(asked, link, { isRead: false, submission: deliveryId }), to)
    }
    if (notice.notice === 'settled') return addressed(settledCard(ref), to)
    const seen = await getObservation(deps, ref, actorFor(board, recipient))
    if (isForProposer(notice.notice)) return addressed(answeredCard(ref, notice.notice), to)
    const card =
      notice.notice === 'triage'
        ? triageCard(seen, {
            link: deps.linkTo(`triage/${ref}`, 'Open in the tab'),
            submission: deliveryId,
          })
        : noticeCard(seen, notice.notice, notice.event)
    return addressed(card, to)
  } catch (error) {
    if (isRefusal(error, 'not-found') && notice.notice === 'proposed')
      return addressed(settledCard(ref), to)
    if (isRefusal(error, 'not-found')) return addressed(passedOnCard(ref), to)
    throw error
  }
}

/** What waits as it is now; nothing if it was done before the message could go. */
async function reminderFor(
  deps: BotDeps,
  board: BoardSettings,
  { recordId, recipient, notice }: Notice,
): Promise<Card | undefined> {
  const to = deps.localMode ? `To: ${sayPersona(board, recipient)}` : ''
  if (notice === 'reminder') {
    const named = readRecord(recordId)
    const line = named && (await whatPresses(deps, named.kind, named.id, recipient))
    return line && addressed(pressingCard(line, board), to)
  }
  const lines = await whatToRemind(deps, recipient)
  return lines.length === 0
    ? undefined
    : addressed(remindersCard(lines, board, deps.linkTo('home', 'Open in the tab')), to)
}

export interface MessengerOptions {
  /** The bot's own id; '' in local mode. */
  readonly appId: string
  /** Takes the error of a defect, returns a short reference. */
  readonly onDefect: (error: unknown) => string
  /** Time limit for one message as a whole, in milliseconds. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 20_000

export interface BotMessenger extends Messenger {
  /** A line of the bot's own that is not kept. Whether it arrives does not matter. */
  say(to: ConversationReference, text: string): Promise<void>
}

export function createMessenger(
  deps: BotDeps,
  adapter: CloudAdapter,
  { appId, onDefect, patienceMs = PATIENCE_MS }: MessengerOptions,
): BotMessenger {
  /** Continues somebody's conversation. Every outcome is returned as a result. */
  async function inConversation(
    { conversationId, reference }: ConversationReference,
    kind: 'new' | 'update',
    act: (context: TurnContext) => Promise<string>,
  ): Promise<SendResult> {
    const known = reference as unknown as Reference // stored by the bot from the channel's own
    const where = { ...known, conversation: { ...known.conversation, id: conversationId } }
    let result: SendResult = { outcome: 'later', failure: 'NotTried', retryAfterMs: null }
    try {
      const sending = adapter.continueConversationAsync(appId, where, async (context) => {
        result = { outcome: 'sent', messageId: await act(context) }
      })
      // The connector and the token have time limits of their own. Nothing else the SDK does before
      // or after them may hold up everybody's messages either.
      await withinTime(sending, patienceMs, 'a message')
    } catch (error) {
      if (error instanceof ConnectorRefusal) return resultOf(error, kind)
      // For example no token to send with. It is not about this message, so it may go another time.
      onDefect(error)
      return { outcome: 'later', failure: 'NotSent', retryAfterMs: null }
    }
    return result
  }

  /** What becomes of a message that cannot be drawn, so that it does not hold up those after it. */
  async function activityFor(notice: Notice): Promise<Partial<Activity> | SendResult> {
    try {
      const card = await cardFor(deps, notice)
      if (!card) return { outcome: 'needless' }
      return {
        type: ActivityTypes.Message,
        attachments: [CardFactory.adaptiveCard(renderCard(card))],
        summary: card.data.summary,
      }
    } catch (error) {
      if (isRefusal(error)) throw error
      onDefect(error)
      return NOT_DRAWN
    }
  }

  /**
   * Whether the recipient fills in a form on this card. Replacing it would lose what they typed.
   * Kept, it is out of date, so their next press shows how things stand. A person who may no longer
   * see the observation does not keep the card.
   */
  async function keepsItsForm({ recordId, recipient }: Notice): Promise<boolean> {
    if (!(await isFormOpen(deps, recipient, recordId))) return false
    const actor = actorFor(await currentBoard(deps), recipient)
    return getObservation(deps, recordId, actor).then(
      () => true,
      (error: unknown) => !isRefusal(error, 'not-found'),
    )
  }

  return {
    async say(to, text) {
      await inConversation(
        to,
        'new',
        async (context) => (await context.sendActivity(text))?.id ?? '',
      )
    },
    async send(to, notice, inTurn) {
      const activity = await activityFor(notice)
      if ('outcome' in activity) return activity
      await inTurn()
      const loud = { ...activity, channelData: { notification: { alert: true } } }
      return inConversation(
        to,
        'new',
        async (context) => (await context.sendActivity(loud))?.id ?? '',
      )
    },
    async update(to, messageId, notice, inTurn) {
      const activity = await activityFor(notice)
      if ('outcome' in activity) return activity
      await inTurn()
      if (await keepsItsForm(notice)) return { outcome: 'sent', messageId }
      return inConversation(to, 'update', async (context) => {
        await context.updateActivity({ ...activity, id: messageId })
        return messageId
      })
    },
  }
}

const NOT_DRAWN: SendResult = { outcome: 'refused', failure: 'Defect' }
