import fc from 'fast-check'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { Clock } from '../../src/ports/clock.ts'
import { settableClock } from '../faults/settable-clock.ts'
import { Difference } from './compare.ts'
import { drive } from './drive.ts'
import type { Through } from './planted-defects.ts'
import type { Runs } from './runs.ts'
import { beginSession } from './session.ts'
import type { Sequence } from './steps.ts'
import { anySequence } from './steps.ts'
import type { World } from './worlds.ts'

/** What was found out about a store. */
export interface Found {
  /** How often something came of something in the sequences that were tried. */
  readonly tally: ReadonlyMap<string, number>
  /** The simplest sequence found that it fails, and how, in words; `null` when it failed none. */
  readonly failure: string | null
}

interface Trying extends Runs {
  /** How many steps a sequence may have. */
  readonly steps: number
  readonly seed?: number
  readonly through?: Through | undefined
}

/** Tries sequences on a store and on another, in memory; of one that differs it finds the simplest that does. */
export async function trySequences(
  open: (clock: Clock) => Promise<World>,
  { timeLimitMs, steps, through = (stores) => stores, ...parameters }: Trying,
): Promise<Found> {
  const clock = settableClock('2026-03-20T09:00:00.000Z')
  const world = await open(clock)
  const tally = new Map<string, number>()
  const until = performance.now() + timeLimitMs
  let isFound = false
  const run = async (sequence: Sequence) => {
    // Something is tried in any case, and what fails is made simpler, as long as that takes.
    if (tally.size > 0 && !isFound && performance.now() > until) return
    await world.empty()
    const stores = (nth?: number) => through(world.stores(nth))
    clock.set(sequence.begins)
    const other = await openSqliteStores({ path: ':memory:', clock })
    const session = beginSession({ ...world, stores }, other, clock, tally)
    try {
      await drive(session, sequence)
    } catch (error) {
      isFound = true
      throw new Difference(inWords(sequence, session.story, error), { cause: error })
    } finally {
      await other.close()
    }
  }
  try {
    const property = fc.asyncProperty(anySequence(steps), run)
    const { failed, errorInstance, seed, counterexamplePath } = await fc.check(property, parameters)
    if (!failed) return { tally, failure: null }
    if (!(errorInstance instanceof Difference)) throw errorInstance
    const again = `The same again: PROPERTY_SEED=${seed}@${counterexamplePath}`
    return { tally, failure: `${errorInstance.message}\n\n${again}` }
  } finally {
    await world.end()
  }
}

function inWords({ begins }: Sequence, story: readonly string[], error: unknown): string {
  // A defect that is thrown has a place in the sources; two that do not agree have none.
  const told = error instanceof Error && !(error instanceof Difference) ? error.stack : `${error}`
  const lines = story.map((line, index) => `${index + 1}. ${line}`)
  return [`It begins on ${begins}.`, ...lines, told].join('\n')
}
