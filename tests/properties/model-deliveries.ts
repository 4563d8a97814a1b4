import { OBSERVATION_EVENTS, tellingsOf } from '../../src/domain/observation/events.ts'
import { askedOf } from '../../src/domain/observation/outline.ts'
import { askersOf, sentTo } from '../../src/domain/observation/routing.ts'
import { secondsOf } from '../../src/domain/observation/second-person.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type {
  Attempt,
  DeliveryState,
  NewDelivery,
  NotDelivered,
} from '../../src/ports/deliveries.ts'
import { AT_ONCE, LONGEST_WAIT_MS } from '../../src/ports/deliveries.ts'
import type { KeptDelivery, Model } from './model.ts'
import { boardIn, observationIn } from './model.ts'
import { untold } from './model-lists.ts'

const PLANNED_AT_ONCE = 100

/**
 * Plans who is to be told of what.
 * @param writes after how many writes the store failed: two for each record, what is planned and
 * then that it is
 * @returns how many records were planned
 */
export function planInModel(model: Model, now: Instant, writes = Number.POSITIVE_INFINITY): number {
  const records = untold(model.observations, PLANNED_AT_ONCE)
  for (const [index, { id, version }] of records.entries()) {
    if (writes <= 2 * index) break
    for (const one of toBePlanned(model, id, now))
      if (!model.deliveries.has(one.key)) model.deliveries.set(one.key, planned(one))
    if (writes > 2 * index + 1) markInModel(model.observations, id, version)
  }
  return records.length
}

/** An older mark never hides a newer version. */
export function markInModel<Kept extends Model['observations'] | Model['board']>(
  records: Kept,
  id: string,
  version: number,
): void {
  // Both maps take back what they gave, with another mark.
  const map = records as Map<string, { stored: { version: number }; delivered: number }>
  const kept = map.get(id)
  if (kept && kept.delivered < version)
    map.set(id, { ...kept, delivered: Math.min(version, kept.stored.version) })
}

const planned = (one: NewDelivery): KeptDelivery => ({
  ...one,
  state: 'waiting',
  attempts: 0,
  conversationId: null,
  messageId: null,
  failure: null,
  claimedUntil: '',
})

function toBePlanned(model: Model, ref: string, now: Instant): readonly NewDelivery[] {
  const { stored, history, delivered } = observationIn(model, ref)
  // As many events as versions have been told of: where a version holds two, some are told of again.
  const fresh = history.filter(({ seq }) => seq > delivered)
  const about = { recordKind: 'observation', recordId: ref, plannedAt: now, dueAt: AT_ONCE }
  const { state } = stored
  const messages = fresh.flatMap(({ seq, event, by }) => {
    const people = {
      reporter: [state.reporter],
      triagers: sentTo(state, boardIn(model)),
      asker: askersOf(state, boardIn(model)),
      board: askedOf(state, boardIn(model)).filter((person) => person !== by),
      seconds: secondsOf(state, boardIn(model), by),
      proposer:
        'proposal' in event
          ? history.filter((one) => one.seq === event.proposal).map((one) => one.by)
          : [],
    }
    const before = history.slice(0, seq - 1).map((earlier) => earlier.event)
    return tellingsOf(event, before).flatMap(({ who, notice }) =>
      people[who].map(
        (recipient): NewDelivery => ({
          ...about,
          key: `observation/${ref}/${seq}/${notice}/${recipient}`,
          event: seq,
          notice,
          recipient,
          updates: null,
        }),
      ),
    )
  })
  // A card shows how things stand, so of several for one person the last goes in place of the first.
  const once = new Map(
    messages.map((one) => [one.notice === 'triage' ? one.recipient : one.key, one]),
  )
  const cards = [...model.deliveries.values()].filter(
    ({ recordId, notice, updates }) => recordId === ref && notice === 'triage' && updates === null,
  )
  const copies = cards
    .filter(({ recipient }) =>
      fresh.some(({ event, by }) => {
        const whose = OBSERVATION_EVENTS[event.type].cards
        return whose === 'everybody' || (whose === 'others' && by !== recipient)
      }),
    )
    .map(
      ({ key, recipient }): NewDelivery => ({
        ...about,
        key: `${key}/update/${stored.version}`,
        event: history.length,
        notice: 'triage',
        recipient,
        updates: key,
      }),
    )
  return [...once.values(), ...copies]
}

const tooFarFrom = (now: Instant): Instant =>
  new Date(Date.parse(now) + LONGEST_WAIT_MS).toISOString()

/** The keys of what is due and nobody's, in the order in which it is given out. */
export function claimable({ deliveries }: Model, now: Instant): readonly string[] {
  const isOver = (instant: Instant) => instant <= now || instant > tooFarFrom(now)
  return [...deliveries.values()]
    .filter(
      ({ state, dueAt, claimedUntil }) =>
        state === 'waiting' && isOver(dueAt) && isOver(claimedUntil),
    )
    .sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1))
    .map(({ key }) => key)
}

function replace(model: Model, key: string, change: Partial<KeptDelivery>): void {
  const known = model.deliveries.get(key)
  if (!known) throw new Error('there is no such delivery in the model')
  model.deliveries.set(key, { ...known, ...change })
}

export function claimInModel(model: Model, keys: readonly string[], until: Instant): void {
  for (const key of keys) replace(model, key, { claimedUntil: until })
}

/** What was sent or ended stays so. */
export function settleInModel(model: Model, key: string, attempt: Attempt): void {
  const known = model.deliveries.get(key)
  if (!known || (known.state !== 'waiting' && known.state !== 'unreachable')) return
  const isTried = attempt.state !== 'unreachable' && !('untried' in attempt)
  replace(model, key, {
    state: attempt.state,
    attempts: known.attempts + (isTried ? 1 : 0),
    failure: 'failure' in attempt ? attempt.failure : null,
    dueAt: attempt.state === 'waiting' ? attempt.dueAt : known.dueAt,
    conversationId: attempt.state === 'sent' ? attempt.conversationId : null,
    messageId: attempt.state === 'sent' ? attempt.messageId : null,
    claimedUntil: '',
  })
}

export function reachableInModel(model: Model, recipient: string, now: Instant): void {
  for (const one of model.deliveries.values())
    if (one.recipient === recipient && one.state === 'unreachable')
      replace(model, one.key, { state: 'waiting', dueAt: now })
}

export const deliveryCounts = ({ deliveries }: Model): Readonly<Record<DeliveryState, number>> => {
  const of = (state: DeliveryState) =>
    [...deliveries.values()].filter((one) => one.state === state).length
  return {
    waiting: of('waiting'),
    unreachable: of('unreachable'),
    sent: of('sent'),
    ended: of('ended'),
  }
}

/** Messages to one person that were not delivered for one reason; the most recent first. */
export function notDelivered({ deliveries }: Model): readonly NotDelivered[] {
  const alike = Map.groupBy(
    [...deliveries.values()].filter(
      // A card that could not be brought up to date is nothing anybody misses.
      ({ state, updates }) => updates === null && (state === 'ended' || state === 'unreachable'),
    ),
    ({ recipient, state, failure, notice }) =>
      JSON.stringify([recipient, state, failure ?? '', notice]),
  )
  return [...alike]
    .map(([key, all]) => ({
      key,
      all,
      last:
        all
          .map(({ plannedAt }) => plannedAt)
          .sort()
          .at(-1) ?? '',
    }))
    .sort((a, b) => (a.last === b.last ? (a.key < b.key ? -1 : 1) : a.last > b.last ? -1 : 1))
    .flatMap(({ all, last }) =>
      all.slice(0, 1).map(({ recipient, notice, state, failure }) => ({
        recipient,
        notice,
        state: state === 'ended' ? 'ended' : 'unreachable',
        failure,
        messages: all.length,
        last,
      })),
    )
}
