import { isRefusal } from '../../domain/words/errors.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { Instant } from '../../domain/words/time.ts'
import type { ConversationReference } from '../../ports/conversations.ts'
import type { Attempt, Delivery } from '../../ports/deliveries.ts'
import type { Messenger, Notice, SendResult } from '../../ports/messenger.ts'
import { NEEDLESS } from '../../ports/messenger.ts'
import type { Rate } from '../../ports/sharing.ts'
import type { Deps } from '../deps.ts'

export interface SendDeps extends Pick<Deps, 'deliveries' | 'conversations' | 'clock' | 'pace'> {
  readonly messenger: Messenger
  /** Where a person's messages go now. Without an address, their message waits for one. */
  readonly addressOf: (
    person: PersonId,
    delivery: Delivery,
  ) => Promise<ConversationReference | undefined>
  readonly rest: (ms: number) => Promise<unknown>
}

const AT_ONCE = 20
/** Longer than a worker needs for all it claims at once, since each send has a time limit. */
const CLAIM_MS = 5 * 60_000
/**
 * Safety margin at the end of a claim. Nothing is started inside it: an instance whose clock is
 * ahead may claim the message again.
 */
const CLAIM_MARGIN_MS = 2 * 60_000

// Limits per app and tenant: 30 a second (an older page) to 50. Per conversation: 7 a second, 8 in
// two, 60 in thirty. These rates keep to the lower ones in every window and leave some for answers,
// which do not wait. Source:
// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
const TO_ALL: Rate = { everyMs: 1000 / 25, burst: 1 }
const TO_ONE: Rate = { everyMs: 550, burst: 4 }
/**
 * A place noticed later than this is skipped. At 25 a second it adds at most three messages to one
 * second.
 */
const LATE_MS = 100
/**
 * After this many missed places the message goes anyway: so busy a machine would miss the next one
 * too.
 */
const PLACES_AT_MOST = 5
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60 * 60_000
/** Give up after seven days, not after a number of tries: one night's outage must lose nothing. */
const GIVEN_UP_AFTER_MS = 7 * 24 * 60 * 60_000
/** But try ten times: the program may have been off for a week, or its clock jumped. */
const TRIED_AT_LEAST = 10

/**
 * How often to try keeping what became of a message. A store out of reach for half a minute passes.
 */
const SETTLED_AT_MOST = 5
const SETTLED_AGAIN_MS = 2_000

const CARD_WAITS = 'card-not-sent-yet'

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/**
 * Sends what is due, at the pace all instances share. A crash between sending and noting it repeats
 * that one message when its claim ends. So does a store that stays out of reach.
 * @returns how many deliveries were claimed
 */
export async function sendDeliveries(deps: SendDeps): Promise<number> {
  const now = deps.clock.now()
  const claimed = await deps.deliveries.claim(now, later(now, CLAIM_MS), AT_ONCE)
  if (claimed.length === 0) return 0
  const giveUpAt = later(now, CLAIM_MS - CLAIM_MARGIN_MS)
  // One person's messages keep their order. Several people's are sent side by side.
  const byPerson = Map.groupBy(claimed, ({ recipient }) => recipient)
  await Promise.all(
    [...byPerson.values()].map(async (deliveries) => {
      let putOff: Attempt | undefined
      for (const delivery of deliveries) {
        // Leave it to the next claim, perhaps by this instance.
        if (deps.clock.now() > giveUpAt) return
        const became: Attempt = putOff ?? (await attempt(deps, delivery))
        // The messages after one that Teams did not take yet wait behind it.
        if (became.state === 'waiting' && became.failure !== CARD_WAITS)
          putOff = { ...became, untried: true }
        await settle(deps, delivery.id, became)
      }
    }),
  )
  return claimed.length
}

async function settle({ deliveries, rest }: SendDeps, id: string, became: Attempt) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deliveries.settle(id, became)
    } catch (error) {
      if (!isRefusal(error, 'unavailable') || attempt === SETTLED_AT_MOST) throw error
      await rest(SETTLED_AGAIN_MS)
    }
  }
}

/**
 * Waits for a place in the queue all instances share. If the process wakes up after its place, it
 * takes a new one; using the old one would exceed Teams' limit.
 */
async function waitInTurn({ pace, rest, clock }: SendDeps): Promise<void> {
  const now = () => Date.parse(clock.now())
  for (let place = 1; ; place += 1) {
    const wait = await pace.reserve('teams', 1, TO_ALL)
    if (wait === 0) return
    const due = now() + wait
    await rest(wait)
    if (now() <= due + LATE_MS || place === PLACES_AT_MOST) return
  }
}

async function attempt(deps: SendDeps, delivery: Delivery): Promise<Attempt> {
  const address = await deps.addressOf(delivery.recipient, delivery)
  if (!address) return { state: 'unreachable' }
  const wait = await deps.pace.reserve(`to ${address.conversationId}`, 1, TO_ONE)
  if (wait > 0) await deps.rest(wait)
  const inTurn = () => waitInTurn(deps)
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
      await deps.messenger.send(address, notice, inTurn),
    )
  const card = await deps.deliveries.byId(delivery.updates)
  // The card is still to be sent and will show the latest then. Look again after it.
  if (card?.state === 'waiting')
    return {
      state: 'waiting',
      dueAt: [card.dueAt, pauseFrom(deps, delivery, null)].sort().at(-1) ?? card.dueAt,
      failure: CARD_WAITS,
      untried: true,
    }
  // Without its id, nobody could say which message to replace.
  if (card?.state !== 'sent' || card.conversationId === null || !card.messageId)
    return { state: 'ended', failure: 'no-card-to-update' }
  const to = { ...address, conversationId: card.conversationId }
  return settled(
    deps,
    delivery,
    card.conversationId,
    await deps.messenger.update(to, card.messageId, notice, inTurn),
  )
}

const isGivenUp = ({ clock }: Pick<SendDeps, 'clock'>, { plannedAt, attempts }: Delivery) =>
  attempts >= TRIED_AT_LEAST && Date.parse(clock.now()) - Date.parse(plannedAt) > GIVEN_UP_AFTER_MS

const pauseFrom = (
  { clock }: Pick<SendDeps, 'clock'>,
  { attempts }: Delivery,
  retryAfterMs: number | null,
): Instant =>
  later(
    clock.now(),
    Math.min(Math.max(retryAfterMs ?? 0, FIRST_PAUSE_MS * 2 ** attempts), LONGEST_PAUSE_MS),
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
    case 'needless':
      return { state: 'ended', failure: NEEDLESS }
    case 'refused':
      return { state: 'ended', failure: result.failure }
    case 'later':
      return isGivenUp(deps, delivery)
        ? { state: 'ended', failure: result.failure }
        : {
            state: 'waiting',
            dueAt: pauseFrom(deps, delivery, result.retryAfterMs),
            failure: result.failure,
          }
  }
}
