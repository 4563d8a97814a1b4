import { asRead, boardRecord } from '../../domain/board/board.ts'
import type { Sealed } from '../../domain/machinery/chain.ts'
import type { KeptDuty } from '../../domain/machinery/duties.ts'
import { keptOf } from '../../domain/machinery/duties.ts'
import type { Recorded } from '../../domain/machinery/record-kind.ts'
import { REMINDERS } from '../../domain/machinery/reminders.ts'
import { anyRecord, forEachKind } from '../../domain/records.ts'
import type { PersonId } from '../../domain/words/ids.ts'
import type { ChainedKind } from '../../ports/trail.ts'

/** A message that must exist: without it somebody was never told of an event. */
export interface Due {
  readonly notice: string
  readonly recipient: PersonId
}

/** What an audit knows of a kind of record, to work out again all that follows from its events. */
export interface AuditedKind {
  /** @throws TypeError for events that cannot have happened in this order */
  readonly evolve: (state: unknown, link: Sealed) => unknown
  /** Reads a state that an earlier version kept. */
  readonly asRead: (kept: unknown) => unknown
  readonly columnsOf: (state: unknown) => object
  /** What waits about it; absent where nothing ever does. */
  readonly waitsOf?: (state: unknown) => readonly KeptDuty[]
  /** Every message there can be about it. */
  readonly notices: readonly string[]
  /** The messages that follow from an event alone, whatever roles people held then. */
  readonly dueOf: (state: unknown, link: Sealed) => readonly Due[]
}

interface Described<State, Event> {
  readonly evolve: (state: State | undefined, recorded: Recorded<Event>) => State
  readonly asRead?: (kept: State) => State
  readonly columnsOf: (state: State) => object
  readonly notices: readonly string[]
  readonly dueOf: (state: State, event: Event) => readonly Due[]
}

const audited = <State, Event>({
  evolve,
  asRead = (kept) => kept,
  columnsOf,
  notices,
  dueOf,
}: Described<State, Event>): AuditedKind => ({
  // A store keeps each kind apart: these are states and events of this kind, or were tampered with.
  evolve: (state, link) => evolve(state as State | undefined, link as Sealed<Event>),
  // A state that was tampered with may be no record at all.
  asRead: (kept) => (typeof kept === 'object' && kept !== null ? asRead(kept as State) : kept),
  columnsOf: (state) => columnsOf(state as State),
  notices,
  dueOf: (state, { event }) => dueOf(state as State, event as Event),
})

/** Every kind of record. A log of readings is only a chain. */
export const AUDITED_KINDS: Readonly<Record<Exclude<ChainedKind, 'access'>, AuditedKind>> = {
  ...forEachKind((kind) => {
    const record = anyRecord(kind)
    const described = audited({
      evolve: record.evolve,
      ...(record.asRead && { asRead: record.asRead }),
      columnsOf: record.listing.columnsOf,
      notices: [...Object.keys(record.notices), ...Object.keys(REMINDERS)],
      // The other recipients depended on who held which role then.
      dueOf: (state, event) =>
        record
          .tellingsOf(event, [])
          .flatMap(({ who, notice }) =>
            (record.alwaysTold(who, state) ?? []).map((recipient) => ({ notice, recipient })),
          ),
    })
    return { ...described, waitsOf: (state: unknown) => keptOf(record.dutiesOf(state as never)) }
  }),
  board: audited({
    evolve: boardRecord.evolve,
    asRead,
    columnsOf: () => ({}),
    notices: [],
    dueOf: () => [],
  }),
}
