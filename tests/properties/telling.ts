import { BOARD_ID } from '../../src/domain/board/types.ts'
import { OBSERVATION_NOTICES } from '../../src/domain/observation/notices.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Attempt, Delivery } from '../../src/ports/deliveries.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import type { Ask } from './ask.ts'
import { ask } from './ask.ts'
import { Difference, same } from './compare.ts'
import type { KeptDelivery } from './model.ts'
import { nthOf } from './model.ts'
import {
  claimable,
  claimInModel,
  deliveryCounts,
  markInModel,
  notDelivered,
  planInModel,
  reachableInModel,
  settleInModel,
} from './model-deliveries.ts'
import { untold } from './model-lists.ts'
import type { Session } from './session.ts'
import { refOf } from './session.ts'
import type { TellStep } from './steps.ts'

const later = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** Takes a step of telling people, and compares all that is to be told. */
export async function tell(session: Session, step: TellStep): Promise<void> {
  switch (step.do) {
    case 'plan':
      await ask(session, [planAsk(step)])
      return sameDeliveries(session)
    case 'claim':
      await claim(session, step)
      return sameDue(session)
    case 'settle':
      await settle(session, step)
      return sameDue(session)
    case 'reachable':
      await reachable(session, step)
      return sameDue(session)
    case 'mark':
      await mark(session, step)
      return sameUntold(session)
  }
}

const planAsk = ({ faults }: Pick<Extract<TellStep, { do: 'plan' }>, 'faults'>): Ask => ({
  action: 'plan',
  says: 'somebody plans who is to be told',
  about: null,
  faults,
  of: (deps) => planDeliveries(deps),
  by: (one, { at, outcome, effects }) =>
    planInModel(one, at, outcome === 'interrupted' ? effects.length : undefined),
})

type Claim = Extract<TellStep, { do: 'claim' }>

async function claim(session: Session, { atMost, minutes, workers, faults }: Claim) {
  const now = session.clock.now()
  const until = later(now, minutes)
  if (workers > 1) return claimTogether(session, workers, atMost, until)
  await ask(session, [
    {
      action: 'claim',
      says: `a worker claims ${atMost} for ${minutes} minutes`,
      about: null,
      faults,
      isOnce: true,
      of: async ({ deliveries }) => keysOf(await deliveries.claim(now, until, atMost)),
      by: (one) => {
        const due = claimable(one, now).slice(0, atMost)
        claimInModel(one, due, until)
        return due
      },
    },
  ])
}

const keysOf = (deliveries: readonly Delivery[]) => deliveries.map(({ key }) => key)

/** Of several workers at the same moment each is given others; what is due first, somebody gets. */
async function claimTogether(session: Session, workers: number, atMost: number, until: Instant) {
  const { world, story, clock } = session
  const now = clock.now()
  story.push(`${workers} workers at the same moment claim ${atMost} each`)
  const claims = Array.from({ length: workers }, (_, nth) =>
    world.stores(nth).deliveries.claim(now, until, atMost),
  )
  const given = (await Promise.all(claims)).flatMap(keysOf)
  const due = claimable(session.model, now)
  const once = new Set(given)
  if (once.size < given.length) throw new Difference(`given to two workers: ${given}`)
  const missed = due.slice(0, atMost).filter((key) => !once.has(key))
  if (missed.length > 0) throw new Difference(`due, and given to nobody: ${missed}`)
  const early = given.filter((key) => !due.includes(key))
  if (early.length > 0) throw new Difference(`given before it is due, or while claimed: ${early}`)
  claimInModel(session.model, given, until)
}

type Settle = Extract<TellStep, { do: 'settle' }>

const ATTEMPTS: Readonly<Record<Settle['how'], (dueAt: Instant, key: string) => Attempt>> = {
  sent: (_dueAt, key) => ({ state: 'sent', conversationId: 'a chat', messageId: `of ${key}` }),
  waiting: (dueAt) => ({ state: 'waiting', dueAt, failure: 'throttled' }),
  'put off': (dueAt) => ({ state: 'waiting', dueAt, failure: 'throttled', untried: true }),
  unreachable: () => ({ state: 'unreachable' }),
  ended: () => ({ state: 'ended', failure: 'blocked' }),
}

/** Whoever settles it: also a worker whose claim is long over, or somebody for the second time. */
async function settle(session: Session, { nth, how, minutes, faults }: Settle) {
  const key = nthOf(session.model.deliveries.keys(), nth)
  const id = session.ids.get(key ?? '')
  if (key === undefined || id === undefined) return
  const attempt = ATTEMPTS[how](later(session.clock.now(), minutes), key)
  await ask(session, [
    {
      action: 'settle',
      says: `a worker settles ${key} as ${how}`,
      about: null,
      faults,
      of: ({ deliveries }) => deliveries.settle(id, attempt),
      by: (one) => settleInModel(one, key, attempt),
    },
  ])
  const expected = session.model.deliveries.get(key)
  const found = await session.world.stores().deliveries.byId(id)
  same(key, found && comparable(session, found), expected && comparableModel(expected))
}

async function reachable(
  session: Session,
  { nth, faults }: Extract<TellStep, { do: 'reachable' }>,
) {
  const recipient = nthOf(session.model.deliveries.values(), nth)?.recipient
  if (!recipient) return
  await ask(session, [
    {
      action: 'reachable',
      says: `${recipient} can be reached again`,
      about: null,
      faults,
      of: ({ deliveries, clock }) => deliveries.reachable(recipient, clock.now()),
      by: (one, { at }) => reachableInModel(one, recipient, at),
    },
  ])
}

async function mark(
  session: Session,
  { record, offset, faults }: Extract<TellStep, { do: 'mark' }>,
) {
  const id = record === null ? BOARD_ID : refOf(session, record)
  if (id === undefined) return
  const kind = record === null ? 'board' : 'observations'
  const version = (session.model[kind].get(id)?.stored.version ?? 0) + offset
  await ask(session, [
    {
      action: 'mark',
      says: `somebody marks ${id} as told up to version ${version}`,
      about: id,
      faults,
      of: ({ board, records }) =>
        (kind === 'board' ? board : records.observation).markDelivered(id, version),
      by: (one) => markInModel(one[kind], id, version),
    },
  ])
}

/** Without the ids, which every store makes up: a card's copy names the card by its key. */
function comparable({ ids }: Session, { id: _id, updates, ...rest }: Delivery) {
  const key = [...ids].find(([, known]) => known === updates)?.[0]
  return { ...rest, updates: updates === null ? null : (key ?? 'a card that nobody knows') }
}

const comparableModel = ({ claimedUntil: _until, ...rest }: KeptDelivery) => rest

/** Everything planned so far, in order, and what is still to be planned. */
export async function sameDeliveries(session: Session): Promise<void> {
  const { deliveries } = session.world.stores()
  for (const ref of session.model.observations.keys())
    for (const notice of Object.keys(OBSERVATION_NOTICES)) {
      const found = await deliveries.about('observation', ref, notice)
      for (const { id, key } of found) session.ids.set(key, id)
      same(
        `what is planned of ${notice} about ${ref}`,
        found.map((one) => comparable(session, one)),
        [...session.model.deliveries.values()]
          .filter((one) => one.recordId === ref && one.notice === notice)
          .map(comparableModel),
      )
    }
  same('what was not delivered', await deliveries.notDelivered(), notDelivered(session.model))
  await sameUntold(session)
  await sameDue(session)
}

async function sameUntold({ world, model: { board, observations } }: Session) {
  const stores = world.stores()
  for (const atMost of [1, 1000]) {
    const found = await stores.records.observation.undelivered(atMost)
    same('observations nobody was told of', found, untold(observations, atMost))
  }
  same('the board, of which nobody was told', await stores.board.undelivered(1), untold(board, 1))
}

async function sameDue({ world, model: expected }: Session) {
  const { deliveries } = world.stores()
  same('how many deliveries', await deliveries.counts(), deliveryCounts(expected))
}
