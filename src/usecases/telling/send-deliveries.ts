import type { PersonId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { ConversationReference } from '../../ports/conversations.ts'
import type { Attempt, Delivery } from '../../ports/deliveries.ts'
import type { Messenger, Notice, SendResult } from '../../ports/messenger.ts'
import type { Deps } from '../deps.ts'

export interface SendDeps extends Pick<Deps, 'deliveries' | 'conversations' | 'clock'> {
  readonly messenger: Messenger
  /** Where a person's messages go now; in local mode everybody is in the same chat. */
  readonly addressOf: (person: PersonId) => Promise<ConversationReference | undefined>
}

const AT_ONCE = 20
/** Longer than a worker needs for all it claims at once, each send being limited in time. */
const CLAIM_MS = 5 * 60_000
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60 * 60_000
/** A message is given up by its age, not by how often it was tried: a night without an answer passes. */
const GIVEN_UP_AFTER_MS = 7 * 24 * 60 * 60_000

const CARD_WAITS = 'card-not-sent-yet'

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/**
 * Sends what is due. A crash between sending and settling repeats that one message, and no other,
 * once its claim has run out.
 * @returns how many deliveries were tried
 */
export async function sendDeliveries(deps: SendDeps): Promise<number> {
  const now = deps.clock.now()
  const claimed = await deps.deliveries.claim(now, later(now, CLAIM_MS), AT_ONCE)
  // One person's messages keep their order; several people's are sent side by side.
  const byPerson = Map.groupBy(claimed, ({ recipient }) => recipient)
  await Promise.all(
    [...byPerson.values()].map(async (deliveries) => {
      let putOff: Attempt | undefined
      for (const delivery of deliveries) {
        const became: Attempt = putOff ?? (await attempt(deps, delivery))
        // What comes after a message that Teams did not take yet waits behind it.
        if (became.state === 'waiting' && became.failure !== CARD_WAITS)
          putOff = { ...became, untried: true }
        await deps.deliveries.settle(delivery.id, became)
      }
    }),
  )
  return claimed.length
}

async function attempt(deps: SendDeps, delivery: Delivery): Promise<Attempt> {
  const address = await deps.addressOf(delivery.recipient)
  if (!address) return { state: 'unreachable' }
  const notice: Notice = {
    recordKind: delivery.recordKind,
    recordId: delivery.recordId,
    event: delivery.event,
    notice: delivery.notice,
    recipient: delivery.recipient,
    deliveryId: delivery.id,
  }
  if (delivery.updates === null)
    return settled(
      deps,
      delivery,
      address.conversationId,
      await deps.messenger.send(address, notice),
    )
  const card = await deps.deliveries.byId(delivery.updates)
  // A card that is still to be sent will show how things stand then; look again after it.
  if (card?.state === 'waiting')
    return {
      state: 'waiting',
      dueAt: [card.dueAt, pauseFrom(deps, delivery, null)].sort().at(-1) ?? card.dueAt,
      failure: CARD_WAITS,
      untried: true,
    }
  if (card?.state !== 'sent' || card.conversationId === null || card.messageId === null)
    return { state: 'ended', failure: 'no-card-to-update' }
  const to = { ...address, conversationId: card.conversationId }
  return settled(
    deps,
    delivery,
    card.conversationId,
    await deps.messenger.update(to, card.messageId, notice),
  )
}

const pauseFrom = (
  { clock }: Pick<SendDeps, 'clock'>,
  { attempts }: Delivery,
  retryAfterMs: number | null,
): Instant =>
  later(
    clock.now(),
    Math.max(retryAfterMs ?? 0, Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS)),
  )

async function settled(
  deps: SendDeps,
  delivery: Delivery,
  conversationId: string,
  result: SendResult,
): Promise<Attempt> {
  switch (result.outcome) {
    case 'sent':
      return { state: 'sent', conversationId, messageId: result.messageId }
    case 'gone':
      await deps.conversations.forget(delivery.recipient)
      return { state: 'ended', failure: result.failure }
    case 'refused':
      return { state: 'ended', failure: result.failure }
    case 'later':
      return Date.parse(deps.clock.now()) - Date.parse(delivery.plannedAt) > GIVEN_UP_AFTER_MS
        ? { state: 'ended', failure: result.failure }
        : {
            state: 'waiting',
            dueAt: pauseFrom(deps, delivery, result.retryAfterMs),
            failure: result.failure,
          }
  }
}
