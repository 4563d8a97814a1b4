import type { Recorded } from '../../domain/machinery/record-kind.ts'
import type { ObservationNotice, Telling } from '../../domain/observation/events.ts'
import { OBSERVATION_EVENTS, tellingsOf } from '../../domain/observation/events.ts'
import { askedOf } from '../../domain/observation/outline.ts'
import { sentTo } from '../../domain/observation/routing.ts'
import type { ObservationEvent } from '../../domain/observation/types.ts'
import type { PersonId } from '../../domain/shared/ids.ts'
import type { NewDelivery } from '../../ports/deliveries.ts'
import { AT_ONCE as DUE_AT_ONCE } from '../../ports/deliveries.ts'
import type { Undelivered } from '../../ports/records.ts'
import type { Deps } from '../deps.ts'
import { currentBoard } from '../observation/context.ts'

type PlanDeps = Pick<Deps, 'board' | 'observations' | 'deliveries' | 'clock'>

const AT_ONCE = 100
const KIND = 'observation'
/** The notice that is a card, kept up to date, rather than a message. */
const CARD: ObservationNotice = 'triage'

/** Whether this is the one of several instances that does it now. */
type IsOurs = () => Promise<boolean>

/**
 * Writes one delivery for each person to be told of each new event, and one for each triage card
 * already sent that no longer shows how things stand; then moves the record's delivered mark. Each
 * delivery has a key, so doing this twice, after a crash between the two, tells nobody twice.
 * One record that cannot be planned keeps nobody else's messages back.
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
  const records = await deps.observations.undelivered(AT_ONCE)
  if (records.length === 0 || !(await isOurs())) return 0
  for (const record of records) {
    try {
      await planFor(deps, record)
      await deps.observations.markDelivered(record.id, record.version)
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

/** A triage card shows how things stand, so several events not told yet make one card a person. */
const oneCardEach = (messages: readonly NewDelivery[]) => [
  ...new Map(
    messages.map((one) => [one.notice === CARD ? one.recipient : one.key, one] as const),
  ).values(),
]

async function planFor(deps: PlanDeps, { id, delivered }: Undelivered) {
  const stored = await deps.observations.load(id)
  if (!stored) return
  const board = await currentBoard(deps)
  // Nothing to wait for: a clock that is put back holds no message up, and mixes none.
  const when = { plannedAt: deps.clock.now(), dueAt: DUE_AT_ONCE }
  const recipientsOf = ({ who }: Telling, by: PersonId): readonly PersonId[] => {
    if (who === 'reporter') return [stored.state.reporter]
    if (who === 'triagers') return sentTo(stored.state, board)
    return askedOf(stored.state, board).filter((person) => person !== by)
  }
  const history = await deps.observations.history(id)
  // A version holds at least one event, so this may take one too many, whose keys are there already.
  const fresh = history.filter(({ seq }) => seq > delivered)
  const earlierThan = (number: number) =>
    history.filter(({ seq }) => seq < number).map(({ event }) => event)
  const messages = fresh.flatMap(({ seq, event, by }) =>
    tellingsOf(event, earlierThan(seq)).flatMap((telling): readonly NewDelivery[] =>
      recipientsOf(telling, by).map((recipient) => ({
        key: `${KIND}/${id}/${seq}/${telling.notice}/${recipient}`,
        recordKind: KIND,
        recordId: id,
        event: seq,
        notice: telling.notice,
        recipient,
        updates: null,
        ...when,
      })),
    ),
  )
  const cards = await deps.deliveries.about(KIND, id, CARD)
  const updates = cards
    .filter(({ updates: copyOf, recipient }) => copyOf === null && isRefreshed(recipient, fresh))
    .map(
      (card): NewDelivery => ({
        key: `${card.key}/update/${stored.version}`,
        recordKind: KIND,
        recordId: id,
        event: history.length,
        notice: CARD,
        recipient: card.recipient,
        updates: card.id,
        ...when,
      }),
    )
  await deps.deliveries.add([...oneCardEach(messages), ...updates])
}

const isRefreshed = (recipient: PersonId, fresh: readonly Recorded<ObservationEvent>[]): boolean =>
  fresh.some(({ event, by }) => {
    const whose = OBSERVATION_EVENTS[event.type].cards
    return whose === 'everybody' || (whose === 'others' && by !== recipient)
  })
