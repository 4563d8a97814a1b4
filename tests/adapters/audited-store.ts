import { randomUUID } from 'node:crypto'
import { createWorkingCalendar } from '../../src/adapters/local/working-calendar.ts'
import { sha256 } from '../../src/adapters/shared/digest.ts'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import { makeDemoStore } from '../../src/demo/demo-store.ts'
import { actorFor } from '../../src/domain/board/directory.ts'
import { seal } from '../../src/domain/machinery/chain.ts'
import type { Recorded } from '../../src/domain/machinery/record-kind.ts'
import { observationRecord } from '../../src/domain/observation/observation.ts'
import { sentTo } from '../../src/domain/observation/routing.ts'
import type { Observation, ObservationEvent } from '../../src/domain/observation/types.ts'
import { personId } from '../../src/domain/words/ids.ts'
import type { Stores } from '../../src/ports/stores.ts'
import { raiseObservation } from '../../src/usecases/observation/raise-observation.ts'
import { changeRecord } from '../../src/usecases/records/change-record.ts'
import { currentBoard } from '../../src/usecases/records/context-now.ts'
import { planDeliveries } from '../../src/usecases/telling/plan-deliveries.ts'
import { enoughFor } from '../support/stories.ts'

/** What is in the store beside the demo, by its state: two reports of the same person. */
export interface AuditedStore {
  /** Started on, everybody told, and read twice. */
  readonly told: string
  /** Started on, and its reporter not told yet. */
  readonly untold: string
}

/** A store as the program makes it: a few records of the demo, and two that somebody reported. */
export async function makeAuditedStore(file: string): Promise<AuditedStore> {
  await makeDemoStore(file, 6)
  const stores = await openSqliteStores({ path: file })
  try {
    const told = await reported(stores)
    await startedOn(stores, told)
    await planDeliveries(depsOf(stores))
    const untold = await reported(stores)
    await planDeliveries(depsOf(stores))
    await startedOn(stores, untold)
    const reading = {
      kind: 'observation',
      id: told,
      by: personId('seniorNurse'),
      door: 'tab',
    } as const
    for (const cause of ['first', 'second'])
      await stores.access.add({ ...reading, at: new Date().toISOString(), cause })
    return { told, untold }
  } finally {
    await stores.close()
  }
}

const depsOf = (stores: Stores) => ({
  ...stores,
  clock: { now: () => new Date().toISOString() },
  newId: randomUUID,
  calendar: createWorkingCalendar(),
  digest: sha256,
})

async function reported(stores: Stores): Promise<string> {
  const actor = actorFor(await currentBoard(stores), personId('healthVisitor1'))
  const report = {
    kind: 'nearMiss',
    answers: enoughFor('nearMiss'),
    submission: randomUUID(),
  } as const
  return (await raiseObservation(depsOf(stores), { ...report, actor })).id
}

async function startedOn(stores: Stores, id: string) {
  const board = await currentBoard(stores)
  const stored = await stores.records.observation.load(id)
  if (!stored) throw new Error(`there is no ${id}`)
  const actor = actorFor(board, sentTo(stored.state, board)[0] ?? personId('nobody'))
  const command = { type: 'acknowledge' } as const
  await changeRecord(depsOf(stores), 'observation', {
    id,
    command,
    actor,
    submission: randomUUID(),
  })
}

type Happened = Recorded<ObservationEvent>

/** A chain as the program would make it. */
export function sealedAnew(id: string, events: readonly Happened[]) {
  const links = seal(sha256, { kind: 'observation', id }, '', events)
  const log = links.map(({ event, ...rest }) => ({
    ...rest,
    type: event.type,
    data: JSON.stringify(event),
  }))
  return { log, head: links.at(-1)?.hash ?? '' }
}

/** Everything that follows from events, as somebody makes it who knows how the program does. */
export function forged(id: string, events: readonly Happened[]) {
  const state = events.reduce<Observation | undefined>(
    (before, event) => observationRecord.evolve(before, event),
    undefined,
  )
  if (!state) throw new Error('nothing happened')
  return {
    state,
    ...sealedAnew(id, events),
    events: events.length,
    version: events.length,
    changed: Date.parse(events.at(-1)?.at ?? ''),
    causes: JSON.stringify(events.map(({ cause, by }) => ({ submission: cause, by }))),
  }
}

export type Forged = ReturnType<typeof forged>
