import { anyRecord, KINDS } from '../../src/domain/records.ts'
import { DomainError } from '../../src/domain/words/errors.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { Attempt, Delivery } from '../../src/ports/deliveries.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { lapseProposals } from '../../src/usecases/observation/lapse-proposals.ts'
import { planReminders } from '../../src/usecases/reminding/plan-reminders.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import type { Ask } from './ask.ts'
import { sameIn } from './ask.ts'
import { isPlanted } from './outcome.ts'
import type { Session } from './session.ts'
import { nthOf, storeOf, THE_BOARD } from './session.ts'
import type { StepOf } from './steps.ts'

const later = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

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

export async function tellAsks(session: Session, step: TellStep): Promise<readonly Ask[]> {
  const now = session.clock.now()
  const common = {
    action: step.do,
    says: `somebody does: ${JSON.stringify(step)}`,
    faults: step.faults,
  }
  switch (step.do) {
    case 'plan':
      return [{ ...common, of: plan }]
    case 'claim': {
      const of = async ({ deliveries }: Deps) =>
        (await deliveries.claim(now, later(now, step.minutes), step.atMost)).map(({ key }) => key)
      return [{ ...common, of }]
    }
    case 'mark': {
      const about = step.record === null ? THE_BOARD : nthOf(session.made, step.record)
      if (!about) return []
      const stands = (await storeOf(session.other, about).load(about.id))?.version ?? 0
      const version = stands + step.offset
      return [
        {
          ...common,
          about,
          of: (deps) => storeOf(deps, about).markDelivered(about.id, version),
        },
      ]
    }
    case 'reachable':
    case 'settle': {
      const [key, known] = nthOf([...session.deliveries], step.nth) ?? []
      if (!key || !known) return []
      if (step.do === 'reachable')
        return [{ ...common, of: ({ deliveries }) => deliveries.reachable(known.recipient, now) }]
      // Any worker may settle it: also one whose claim is long over, or for the second time.
      const attempt = ATTEMPTS[step.how](later(now, step.minutes), key)
      return [{ ...common, of: ({ deliveries }, side) => deliveries.settle(known[side], attempt) }]
    }
  }
}

/** Everything planned so far, in order, and what is still to be planned and sent. */
export async function sameDeliveries(session: Session): Promise<void> {
  const { world, other, deliveries: known, clock } = session
  for (const { kind, id } of session.made)
    for (const notice of noticesOf(kind)) {
      const about = (stores: Stores) => stores.deliveries.about(kind, id, notice)
      const theirs = await about(other)
      for (const [nth, { id: store, key, recipient }] of (await about(world.stores())).entries())
        known.set(key, { recipient, store, other: theirs[nth]?.id ?? '' })
      await sameIn(session, `what is planned of ${notice} about ${id}`, async (stores, side) =>
        (await about(stores)).map((one) => withoutIds(known, one, side)),
      )
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

const noticesOf = (kind: string) => {
  const { notices } = anyRecord(kind as (typeof KINDS)[number])
  return [...Object.keys(notices), 'reminder', 'reminders']
}

/** Without the ids, which every store makes up: a card's copy names the card by its key. */
function withoutIds(
  known: Session['deliveries'],
  { id: _id, updates, ...rest }: Delivery,
  side: 'store' | 'other',
) {
  const key = [...known].find(([, ids]) => ids[side] === updates)?.[0]
  return { ...rest, updates: updates === null ? null : (key ?? 'a card that nobody knows') }
}
