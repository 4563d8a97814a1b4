import { onTestFinished } from 'vitest'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import type { BoardSettings } from '../../src/domain/board/types.ts'
import { BOARD_ID } from '../../src/domain/board/types.ts'
import type { ObservationChangeCommand } from '../../src/domain/observation/types.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { SYSTEM } from '../../src/domain/words/actor.ts'
import type { PersonId } from '../../src/domain/words/ids.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { aBoard } from '../domain/a-board.ts'
import { ENOUGH, holidays } from '../domain/an-observation.ts'
import { fixedClock } from '../support/fixed-clock.ts'

/** An empty store in memory that lasts as long as the test. */
export async function anEmptyStore(): Promise<Stores> {
  const stores = await openSqliteStores({ path: ':memory:' })
  onTestFinished(() => stores.close())
  return stores
}

/** A store with a board in it, a clock that stands on a Friday morning, and people who act. */
export async function aScene(board: BoardSettings = aBoard(), open = anEmptyStore) {
  const stores = await open()
  const clock = fixedClock('2026-03-20T09:00Z')
  let ids = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const deps: Deps = { ...stores, clock, newId, calendar: holidays(), digest: sha256 }

  const keepBoard = async (state: BoardSettings) => {
    const stored = await stores.board.current()
    const { name, contacts, profile } = state
    const event = { type: 'BoardOpened', name, contacts, profile } as const
    const seq = (stored?.events ?? 0) + 1
    const by = SYSTEM.person
    await stores.board.save({
      id: BOARD_ID,
      from: stored?.version ?? 0,
      state,
      events: [{ seq, at: clock.now(), by, cause: `board-${seq}`, event }],
      causes: [],
    })
  }
  await keepBoard(board)

  const actor = async (person: PersonId) =>
    actorFor((await stores.board.current())?.state ?? board, person)

  return {
    deps,
    stores,
    clock,
    actor,
    /** Replaces the board settings, as when somebody has left. */
    boardBecomes: keepBoard,
    raise: async (person: PersonId, kind: KindCode = 'nearMiss', submission = newId()) =>
      raiseObservation(deps, {
        kind,
        answers: ENOUGH[kind],
        submission,
        actor: await actor(person),
      }),
    take: async (person: PersonId, id: string, command: ObservationChangeCommand, also = {}) =>
      changeRecord(deps, 'observation', {
        id,
        command,
        actor: await actor(person),
        submission: newId(),
        ...also,
      }),
    eventTypes: async (id: string) =>
      (await stores.records.observation.history(id)).map(({ event }) => event.type),
  }
}
