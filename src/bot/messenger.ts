import type { Activity, CloudAdapter, ConversationReference as Reference } from 'botbuilder'
import { ActivityTypes, CardFactory } from 'botbuilder'
import { actorFor } from '../domain/board/directory.ts'
import type { ObservationNotice } from '../domain/observation/telling.ts'
import { OBSERVATION_NOTICES } from '../domain/observation/telling.ts'
import { isRefusal } from '../domain/shared/errors.ts'
import type { ConversationReference } from '../ports/conversations.ts'
import type { Messenger, Notice, SendResult } from '../ports/messenger.ts'
import { currentBoard } from '../usecases/observation/context.ts'
import { getObservation } from '../usecases/observation/get-observation.ts'
import { addressed } from './cards/build.ts'
import type { Card } from './cards/card-data.ts'
import { noticeCard } from './cards/notice-cards.ts'
import { renderCard } from './cards/render-card.ts'
import { passedOnCard, triageCard } from './cards/triage-cards.ts'
import { ConnectorRefusal } from './connector-client.ts'
import { sayPersona } from './respond-talk.ts'
import type { BotDeps } from './turn.ts'

/** The connector's words for a conversation that is closed to us for good. */
const GONE = [
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'BotDisabledByAdmin',
  'MessageWritesBlocked',
  'ConversationNotFound',
]

/** What an answer of the connector means for a delivery. */
export function resultOf({ status, code, retryAfterMs }: ConnectorRefusal): SendResult {
  const failure = code === '' ? `http-${status}` : code
  if (GONE.includes(code) || status === 403 || status === 404) return { outcome: 'gone', failure }
  const isOurs = status >= 400 && status < 500 && ![408, 412, 429].includes(status)
  if (isOurs && status !== 401) return { outcome: 'refused', failure }
  return { outcome: 'later', failure, retryAfterMs }
}

const isNotice = (text: string): text is ObservationNotice =>
  (OBSERVATION_NOTICES as readonly string[]).includes(text)

/**
 * The card for a notice, drawn from how things stand now and from what the recipient may see now:
 * deliveries hold no words of anybody.
 */
async function cardFor(deps: BotDeps, notice: Notice): Promise<Card> {
  const board = await currentBoard(deps)
  const { recordId: ref, recipient, deliveryId } = notice
  if (!isNotice(notice.notice)) throw new TypeError(`unknown notice ${notice.notice}`)
  const to = deps.localMode ? `To: ${sayPersona(board, recipient)}` : ''
  try {
    const seen = await getObservation(deps, ref, actorFor(board, recipient))
    const card =
      notice.notice === 'triage'
        ? triageCard(seen, {
            calendar: deps.calendar,
            link: deps.linkTo(`triage/${ref}`, 'Open in the tab'),
            submission: deliveryId,
          })
        : noticeCard(seen, notice.notice)
    return addressed(card, to)
  } catch (error) {
    if (isRefusal(error, 'not-found')) return addressed(passedOnCard(ref), to)
    throw error
  }
}

export function createMessenger(deps: BotDeps, adapter: CloudAdapter, appId: string): Messenger {
  /** Continues somebody's conversation; what the connector refuses comes back as a result. */
  async function inConversation(
    { conversationId, reference }: ConversationReference,
    act: (send: {
      create: (activity: Partial<Activity>) => Promise<string>
      replace: (activity: Partial<Activity>) => Promise<void>
    }) => Promise<string>,
  ): Promise<SendResult> {
    const known = reference as unknown as Reference // stored by the bot from the channel's own
    const where = { ...known, conversation: { ...known.conversation, id: conversationId } }
    let result: SendResult = { outcome: 'later', failure: 'NotTried', retryAfterMs: null }
    // Errors are caught inside: the adapter's own handler would swallow them.
    await adapter.continueConversationAsync(appId, where, async (context) => {
      try {
        const messageId = await act({
          create: async (activity) => (await context.sendActivity(activity))?.id ?? '',
          replace: async (activity) => {
            await context.updateActivity(activity)
          },
        })
        result = { outcome: 'sent', messageId }
      } catch (error) {
        if (!(error instanceof ConnectorRefusal)) throw error
        result = resultOf(error)
      }
    })
    return result
  }

  async function activityFor(notice: Notice): Promise<Partial<Activity>> {
    const card = await cardFor(deps, notice)
    return {
      type: ActivityTypes.Message,
      attachments: [CardFactory.adaptiveCard(renderCard(card))],
      summary: card.data.summary,
      channelData: { notification: { alert: true } },
    }
  }

  return {
    async send(to, notice) {
      const activity = await activityFor(notice)
      return inConversation(to, ({ create }) => create(activity))
    },
    async update(to, messageId, notice) {
      const { channelData: _quietly, ...activity } = await activityFor(notice)
      return inConversation(to, async ({ replace }) => {
        await replace({ ...activity, id: messageId })
        return messageId
      })
    },
  }
}
