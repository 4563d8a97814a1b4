import fc from 'fast-check'
import { openSqliteStores } from '../../src/adapters/sqlite/open-sqlite-stores.ts'
import type { Stores } from '../../src/ports/stores.ts'
import type { SettableClock } from '../faults/settable-clock.ts'
import { Difference } from './compare.ts'
import { drive } from './drive.ts'
import type { Runs } from './runs.ts'
import type { Session } from './session.ts'
import type { Sequence } from './steps.ts'
import { anySequence } from './steps.ts'
import type { World } from './worlds.ts'

/** What was found out about a store. */
export interface Found {
  /** How many sequences were tried, and how often something came of something in them. */
  readonly runs: number
  readonly tally: ReadonlyMap<string, number>
  /** The simplest sequence found that it fails, and how, in words; `null` when it failed none. */
  readonly failure: string | null
}

interface Trying extends Runs {
  /** How many steps a sequence may have. */
  readonly steps: number
  /** Stands between the product and the store. */
  readonly through?: (stores: Stores) => Stores
}

const begun = (): Omit<Session, 'world' | 'other' | 'clock' | 'tally'> => ({
  story: [],
  made: [],
  sent: [],
  deliveries: new Map(),
  turns: new Map(),
  asked: 0,
})

/** Tries sequences on a store and on another, in memory; of one that differs it finds the simplest that does. */
export async function trySequences(
  world: World,
  clock: SettableClock,
  { numRuns, timeLimitMs, seed, path, steps, through = (stores) => stores }: Trying,
): Promise<Found> {
  const tally = new Map<string, number>()
  const until = performance.now() + timeLimitMs
  let runs = 0
  const run = async (sequence: Sequence) => {
    runs += 1
    await world.empty()
    const stores = (nth?: number) => through(world.stores(nth))
    clock.set(sequence.begins)
    const other = await openSqliteStores({ path: ':memory:', clock })
    const session = { ...begun(), world: { ...world, stores }, other, clock, tally }
    try {
      await drive(session, sequence)
    } catch (error) {
      throw new Difference(inWords(sequence, session.story, error), { cause: error })
    } finally {
      await other.close()
    }
  }
  const inTime = async (sequence: Sequence) => {
    if (runs === 0 || performance.now() < until) await run(sequence)
  }
  const details = await fc.check(fc.asyncProperty(anySequence(steps), inTime), {
    numRuns,
    ...(seed === undefined ? {} : { seed }),
    ...(path === undefined ? {} : { path }),
  })
  if (!details.failed) return { runs, tally, failure: null }
  if (!details.counterexample) throw details.errorInstance ?? new Error('nothing could be tried')
  const [sequence] = details.counterexample
  const words = (await simplest(sequence, run)) ?? 'It does not fail again.'
  const replay = [details.seed, details.counterexamplePath]
    .filter((part) => part !== null)
    .join('@')
  return { runs, tally, failure: `${words}\n\nThe same again: PROPERTY_SEED=${replay}` }
}

/**
 * Does one after another what need not be done at the same moment, and leaves out everything
 * without which it fails as well.
 * @returns how it fails then, in words
 */
async function simplest(
  sequence: Sequence,
  run: (sequence: Sequence) => Promise<void>,
): Promise<string | undefined> {
  let { steps } = sequence
  let words: string | undefined
  const fails = async (others: Sequence['steps']) => {
    const error = await run({ ...sequence, steps: others }).then(
      () => undefined,
      (thrown: Error) => thrown,
    )
    if (!error) return
    steps = others
    words = error.message
  }
  await fails(steps)
  for (const step of steps)
    if (step.do === 'together') await fails(steps.toSpliced(steps.indexOf(step), 1, ...step.asks))
  for (const index of steps.keys())
    for (let nth = 3; nth >= 0; nth -= 1) {
      const step = steps[index]
      if (step?.do === 'together' && nth < step.asks.length)
        await fails(steps.with(index, { ...step, asks: step.asks.toSpliced(nth, 1) }))
    }
  for (const step of steps.toReversed()) await fails(steps.toSpliced(steps.indexOf(step), 1))
  return words
}

function inWords({ begins }: Sequence, story: readonly string[], error: unknown): string {
  // A defect that is thrown has a place in the sources; two that do not agree have none.
  const told = error instanceof Error && !(error instanceof Difference) ? error.stack : `${error}`
  const lines = story.map((line, index) => `${index + 1}. ${line}`)
  return [`It begins on ${begins}.`, ...lines, told].join('\n')
}
