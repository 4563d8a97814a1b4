import { boardRecord } from '../../src/domain/board/board.ts'
import { actorFor, personOf } from '../../src/domain/board/directory.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { KindTypes, RecordKind } from '../../src/domain/machinery/record-kind.ts'
import { anyRecord, type Kind } from '../../src/domain/records.ts'
import type { Actor } from '../../src/domain/words/actor.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import type { Instant } from '../../src/domain/words/time.ts'
import type { RecordStore } from '../../src/ports/records.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { COMPLETE_ON_BOARD } from '../domain/a-board-command.ts'
import { holidays } from '../domain/an-observation.ts'
import type { SettableClock } from '../faults/settable-clock.ts'
import type { Ask } from './ask.ts'
import type { World } from './worlds.ts'

/** A record, or the board. */
export interface Named {
  readonly kind: Kind | 'board'
  readonly id: string
}

/**
 * A sequence under way: the store, another beside it, and what has been done so far.
 * @param other in memory, and never at fault: what the store is compared with
 * @param tally how often something came of something, to see that the sequences get anywhere
 */
export const beginSession = (
  world: Pick<World, 'stores' | 'reopen'>,
  other: Stores,
  clock: SettableClock,
  tally: Map<string, number>,
) => ({
  world,
  other,
  clock,
  tally,
  /** In words, what was done and what came of it. */
  story: [] as string[],
  /** Everything that was made. */
  made: [] as { readonly kind: Kind; readonly id: string }[],
  /** What was sent, as it can be sent again: by the same person or by another. */
  sent: [] as { readonly person: PersonId; readonly by: (actor: Actor) => Ask }[],
  /** By the key of a delivery, whom it is for, and the id that each of the two gave it. */
  deliveries: new Map<string, { recipient: PersonId; store: string; other: string }>(),
  /** Whose turn each key of a delivery from the channel was. */
  turns: new Map<string, string>(),
  asked: 0,
})
export type Session = ReturnType<typeof beginSession>

/** Good Friday, Easter Monday, and the days around the end of the year. */
export const CALENDAR = holidays(
  '2026-04-03',
  '2026-04-06',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
)

/** A person without an entry. */
const NEWCOMER = COMPLETE_ON_BOARD.introduceMyself.person.id

export const THE_BOARD: Named = { kind: 'board', id: BOARD_ID }

/** The nth of several, starting again at the end; `undefined` for an empty list. */
export const nthOf = <One>(all: readonly One[], nth: number): One | undefined =>
  all[nth % all.length]

export const kindOf = (kind: Named['kind']): RecordKind<KindTypes> =>
  kind === 'board' ? boardRecord : anyRecord(kind)

export const storeOf = (
  { board, records }: Pick<Stores, 'board' | 'records'>,
  { kind }: Named,
): RecordStore<KindTypes['state'], { readonly type: string }> =>
  // Each keeps states of its own kind.
  (kind === 'board' ? board : records[kind]) as never

/** What deciding takes, of a record or of the board, and everybody with the roles they hold now. */
export async function contextIn({ other, clock }: Session) {
  const board = await currentBoard(other)
  const people = [...board.people.map(({ id }) => id), NEWCOMER]
  const actorOf = (person: PersonId): Actor =>
    personOf(board, person) ? actorFor(board, person) : { person, agency: null, roles: [] }
  const actors = [...new Set(people)].map(actorOf)
  const actorAt = (nth: number): Actor => nthOf(actors, nth) ?? actorOf(NEWCOMER)
  return { board, now: clock.now(), calendar: CALENDAR, actors, actorAt, actorOf }
}

export const later = (now: Instant, minutes: number): Instant =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

export function tally({ tally: all }: Pick<Session, 'tally'>, what: string): void {
  all.set(what, (all.get(what) ?? 0) + 1)
}
