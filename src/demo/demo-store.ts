import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createWorkingCalendar } from '../adapters/local/working-calendar.ts'
import { sha256 } from '../adapters/shared/digest.ts'
import { makeFolder } from '../adapters/sqlite/make-folder.ts'
import { openSqliteStores } from '../adapters/sqlite/open-sqlite-stores.ts'
import type { BoardEvent, BoardSettings } from '../domain/board/types.ts'
import type { Recorded } from '../domain/machinery/record-kind.ts'
import { createLease } from '../jobs/lease.ts'
import type { BoardStore } from '../ports/board.ts'
import type { Stored } from '../ports/records.ts'
import type { Stores } from '../ports/stores.ts'
import type { Deps } from '../usecases/deps.ts'
import { makeDemoBoard } from './demo-board.ts'
import { makeDemoYear } from './make-demo-year.ts'

/** Enough for every page to show something. Made within two seconds. */
export const DEMO_OBSERVATIONS = 600

const LOOK_AGAIN_MS = 200
/** Well within the time of a lease. */
const RENEW_MS = 10_000

/**
 * Makes the demo board and its past year in stores without a board. When several instances start at
 * once, one makes it and the others wait. The board is written last, in one write. So where there
 * is a board, everything is there; what a killed program left is made again.
 * @returns whether it was made now
 */
export async function fillWithDemo(
  deps: Deps & Pick<Stores, 'leases'>,
  observations: number,
): Promise<boolean> {
  const making = createLease(deps, 'first-start', deps.newId())
  while (!(await making.held())) await pause(LOOK_AGAIN_MS)
  // If this fails, so does the work it protects.
  const renewing = setInterval(() => making.held().catch(() => undefined), RENEW_MS)
  try {
    if (await deps.board.current()) return false
    const { board, write } = keptAside(deps.board)
    await makeDemoBoard({ ...deps, board })
    await makeDemoYear({ ...deps, board }, { observations, seed: 1 })
    await write()
    return true
  } finally {
    clearInterval(renewing)
    await making.release()
  }
}

/** A new board that nobody else sees until it is written, in one write. */
function keptAside(store: BoardStore) {
  let kept: Stored<BoardSettings> | undefined
  const all: Recorded<BoardEvent>[] = []
  const current = async () => kept
  const board: BoardStore = {
    ...store,
    current,
    load: current,
    async save({ id, from, state, causes, events }) {
      all.push(...events)
      kept = { id, version: from + 1, events: all.length, state, causes }
      return kept
    },
  }
  return {
    board,
    async write() {
      if (kept) await store.save({ ...kept, from: 0, events: all })
    },
  }
}

/**
 * Makes a store with the demo board and its past year, unless one exists. It is made beside its
 * place and moved there whole, so a killed program begins again at the next start.
 * @returns whether it was made now
 * @throws StoreProblem when it cannot be made there
 */
export async function makeDemoStore(file: string, observations: number): Promise<boolean> {
  if (existsSync(file)) return false
  const making = `${file}.making`
  makeFolder(path.dirname(file))
  for (const part of ['', '-wal', '-shm']) rmSync(`${making}${part}`, { force: true })
  const stores = await openSqliteStores({ path: making })
  try {
    const deps = {
      ...stores,
      clock: { now: () => new Date().toISOString() },
      newId: () => crypto.randomUUID(),
      calendar: createWorkingCalendar(),
      digest: sha256,
    }
    await fillWithDemo(deps, observations)
  } finally {
    await stores.close()
  }
  renameSync(making, file)
  return true
}
