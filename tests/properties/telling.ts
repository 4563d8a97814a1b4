import { anyRecord, KINDS } from '../../src/domain/records.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Attempt } from '../../src/ports/deliveries.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { lapseProposals } from '../../src/usecases/records/lapse-proposals.ts'
import { planReminders } from '../../src/usecases/reminding/plan-reminders.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import type { Ask } from './ask.ts'
import { sameIn } from './ask.ts'
import { isPlanted } from './outcome.ts'
import type { Named, Session } from './session.ts'
import { later, nthOf, storeOf, THE_BOARD } from './session.ts'
import type { StepOf } from './steps.ts'

export type TellStep = StepOf<'plan' | 'claim' | 'settle' | 'reachable' | 'mark'>

/** Takes what follows, then plans who is told and reminded. */
async function plan(deps: Deps): Promise<unknown> {
  const refused: string[] = []
  const onError = (error: unknown) => {
    if (!(error instanceof DomainError) || isPlanted(error)) throw error
    refused.push(error.code)
  }
  const lapsed = await lapseProposals(deps)
  const told = await planDeliveries(deps, undefined, onError)
  return { lapsed, told, reminded: await planReminders(deps, undefined, onError), refused }
}

const ATTEMPTS: Readonly<
  Record<StepOf<'settle'>['how'], (dueAt: Instant, key: string) => Attempt>
> = {
  sent: (_dueAt, key) => ({ state: 'sent', conversationId: 'a chat', messageId: `of ${key}` }),
  waiting: (dueAt) => ({ state: 'waiting', dueAt, failure: 'throttled' }),
  'put off': (dueAt) => ({ state: 'waiting', dueAt, failure: 'throttled', untried: true }),
  unreachable: () => ({ state: 'unreachable' }),
  ended: () => ({ state: 'ended', failure: 'blocked' }),
}

export function tellAsks(session: Session, step: TellStep): readonly Ask[] {
  const now = session.clock.now()
  const says = `somebody does: ${JSON.stringify(step)}`
  const asks = (of: Ask['of'], about?: Named): readonly Ask[] => [
    { action: step.do, says, faults: step.faults, of, ...(about && { about }) },
  ]
  switch (step.do) {
    case 'plan':
      return asks(plan)
    case 'claim':
      return asks(async ({ deliveries }) => {
        const claimed = await deliveries.claim(now, later(now, step.minutes), step.atMost)
        return claimed.map(({ key }) => key)
      })
    case 'mark': {
      const about = step.record === null ? THE_BOARD : nthOf(session.made, step.record)
      if (!about) return []
      return asks(async (deps) => {
        const stands = await storeOf(session.other, about).load(about.id)
        await storeOf(deps, about).markDelivered(about.id, (stands?.version ?? 0) + step.offset)
      }, about)
    }
    case 'reachable':
    case 'settle': {
      const [key, known] = nthOf([...session.deliveries], step.nth) ?? []
      if (!key || !known) return []
      if (step.do === 'reachable')
        return asks(({ deliveries }) => deliveries.reachable(known.recipient, now))
      // Any worker may settle it: also one whose claim is long over, or for the second time.
      const attempt = ATTEMPTS[step.how](later(now, step.minutes), key)
      return asks(({ deliveries }, side) => deliveries.settle(known[side], attempt))
    }
  }
}

/** Everything planned so far, in order, and what is still to be planned and sent. */
export async function sameDeliveries(session: Session): Promise<void> {
  const { world, other, deliveries: known, clock } = session
  for (const { kind, id } of session.made)
    for (const notice of [...Object.keys(anyRecord(kind).notices), 'reminder', 'reminders']) {
      const about = (stores: Stores) => stores.deliveries.about(kind, id, notice)
      const theirs = await about(other)
      for (const [nth, { id: store, key, recipient }] of (await about(world.stores())).entries())
        known.set(key, { recipient, store, other: theirs[nth]?.id ?? '' })
      await sameIn(session, `what is planned of ${notice} about ${id}`, async (stores, side) => {
        // Every store makes up its ids, so a card's copy names the card by its key.
        const keyOf = (card: string) => [...known].find(([, ids]) => ids[side] === card)?.[0]
        return (await about(stores)).map(({ id: _id, updates, ...rest }) => ({
          ...rest,
          updates: updates && (keyOf(updates) ?? 'a card that nobody knows'),
        }))
      })
    }
  for (const kind of KINDS) {
    const called = anyRecord(kind).plural
    for (const atMost of [1, 1000])
      await sameIn(session, `the ${called} nobody was told of`, ({ records }) =>
        records[kind].undelivered(atMost),
      )
    await sameIn(session, `the ${called} to remind of`, ({ records }) =>
      records[kind].rungsDue(clock.now(), 100),
    )
  }
  await sameIn(session, 'the board, if nobody was told', ({ board }) => board.undelivered(1))
  await sameIn(session, 'what was not delivered', ({ deliveries }) => deliveries.notDelivered())
  await sameIn(session, 'when something is due', ({ deliveries }) => deliveries.nextDue())
  await sameIn(session, 'how many deliveries', ({ deliveries }) => deliveries.counts())
}
