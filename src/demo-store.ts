import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createWorkingCalendar } from './adapters/local/working-calendar.ts'
import { sha256 } from './adapters/shared/digest.ts'
import { openSqliteStores } from './adapters/sqlite/open-sqlite-stores.ts'
import { makeDemoBoard } from './usecases/demo/demo-board.ts'
import { makeDemoYear } from './usecases/demo/make-demo-year.ts'
import type { Deps } from './usecases/deps.ts'

/** Enough that every page has something to look at; made within two seconds. */
export const DEMO_OBSERVATIONS = 600

/** Makes the demo board and a year behind it in stores that have no board. */
export async function fillWithDemo(deps: Deps, observations: number): Promise<void> {
  await makeDemoBoard(deps)
  await makeDemoYear(deps, { observations, seed: 1 })
}

/**
 * Makes a store with the demo board and a year behind it, where there is none yet. It is made beside
 * its place and put there whole: a program that is killed meanwhile begins again at the next start.
 * @returns whether it was made now
 * @throws StoreProblem when it cannot be made there
 */
export async function makeDemoStore(file: string, observations: number): Promise<boolean> {
  if (existsSync(file)) return false
  const making = `${file}.making`
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
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
