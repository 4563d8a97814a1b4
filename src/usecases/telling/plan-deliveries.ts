import { isProposalEvent } from '../../domain/machinery/proposals.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import type { Kind, Of } from '../../domain/records.ts'
import { KINDS, RECORDS } from '../../domain/records.ts'
import type { Registered, RegisteredTypes } from '../../domain/registered.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { NewDelivery } from '../../ports/deliveries.ts'
import { AT_ONCE as DUE_AT_ONCE } from '../../ports/deliveries.ts'
import type { RecordStore, Undelivered } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { react } from '../reacting/react.ts'
import { currentBoard } from '../records/context-now.ts'

type PlanDeps = Pick<Deps, 'board' | 'records' | 'references' | 'deliveries' | 'clock' | 'calendar'>

const AT_ONCE = 100

/** Whether this instance is the one that does it now. */
type IsOurs = () => Promise<boolean>

/**
 * Takes what follows on other records from each new event. Then writes one delivery for each person
 * to be told of each new event, and one for each sent card that is out of date; then moves the
 * record's delivered mark. Each delivery has a key, so doing this twice, after a crash, tells
 * nobody twice. A record that cannot be planned keeps no other messages back.
 * @param isOurs asked only when there is something to do
 * @param onError gets what went wrong with a record; it is tried again the next time
 * @returns how many records were planned
 */
export async function planDeliveries(
  deps: PlanDeps,
  isOurs: IsOurs = always,
  onError: (error: unknown) => void = rethrow,
): Promise<number> {
  let planned = 0
  for (const kind of KINDS) planned += await planKind(deps, kind, isOurs, onError)
  return planned
}

async function planKind<N extends Kind>(
  deps: PlanDeps,
  name: N,
  isOurs: IsOurs,
  onError: (error: unknown) => void,
): Promise<number> {
  let planned = 0
  const store: RecordStore<Of<N, 'state'>, Of<N, 'event'>> = deps.records[name]
  const records = await store.undelivered(AT_ONCE)
  if (records.length === 0 || !(await isOurs())) return 0
  for (const record of records) {
    try {
      await planFor(deps, RECORDS[name], store, record, onError)
      await store.markDelivered(record.id, record.version)
      planned += 1
    } catch (error) {
      onError(error)
    }
  }
  return planned
}

const always: IsOurs = async () => true

const rethrow = (error: unknown): never => {
  throw error
}

/** A card shows how things stand, so a person gets one card for several events. */
const oneCardEach = (messages: readonly NewDelivery[], card: string | null) => [
  ...new Map(
    messages.map((one) => [one.notice === card ? one.recipient : one.key, one] as const),
  ).values(),
]

async function planFor<K extends RegisteredTypes>(
  deps: PlanDeps,
  record: Registered<K>,
  store: RecordStore<K['state'], K['event']>,
  { id, delivered }: Undelivered,
  onError: (error: unknown) => void,
) {
  const { kind, card } = record
  const stored = await store.load(id)
  if (!stored) return
  const board = await currentBoard(deps)
  // Due now, whatever the clock says: a clock put back must not delay messages or mix their order.
  const when = { plannedAt: deps.clock.now(), dueAt: DUE_AT_ONCE }
  const history = await store.history(id)
  // A version holds at least one event. So this may take too many, whose keys exist already.
  const fresh = history.filter(({ seq }) => seq > delivered)
  await react(deps, record, { id, state: stored.state, fresh, history }, onError)
  const earlierThan = (number: number) =>
    history.filter(({ seq }) => seq < number).map(({ event }) => event)
  const messages = fresh.flatMap(({ seq, event, by }) =>
    record.tellingsOf(event, earlierThan(seq)).flatMap(({ who, notice }): readonly NewDelivery[] =>
      (
        record.alwaysTold(who, stored.state) ??
        record.toldNow(who, stored.state, board, by, proposerOf(event, history))
      ).map((recipient) => ({
        key: `${kind}/${id}/${seq}/${notice}/${recipient}`,
        recordKind: kind,
        recordId: id,
        event: seq,
        notice,
        recipient,
        updates: null,
        ...when,
      })),
    ),
  )
  const cards = card === null ? [] : await deps.deliveries.about(kind, id, card)
  const updates = cards
    .filter(
      ({ updates: copyOf, recipient }) => copyOf === null && isRefreshed(record, recipient, fresh),
    )
    .map(
      ({ key, notice, recipient, id: sent }): NewDelivery => ({
        key: `${key}/update/${stored.version}`,
        recordKind: kind,
        recordId: id,
        event: history.length,
        notice,
        recipient,
        updates: sent,
        ...when,
      }),
    )
  await deps.deliveries.add([...oneCardEach(messages, card), ...updates])
}

/** Who made the proposal that an event answers, if it answers one. */
const proposerOf = <Event extends { readonly type: string }>(
  event: Event,
  history: readonly Recorded<Event>[],
): PersonId | undefined =>
  isProposalEvent(event) && event.type !== 'Proposed'
    ? history.find(({ seq }) => seq === event.proposal)?.by
    : undefined

const isRefreshed = <K extends RegisteredTypes>(
  { events }: Registered<K>,
  recipient: PersonId,
  fresh: readonly Recorded<K['event']>[],
): boolean =>
  fresh.some(({ event, by }) => {
    // By the type of the table, every event has a row.
    const whose = events[event.type as K['event']['type']].cards
    return whose === 'everybody' || (whose === 'others' && by !== recipient)
  })
