import { expect, onTestFinished, test } from 'vitest'
import type { Clock } from '../../src/ports/clock.ts'
import { shows } from '../faults/reliability.ts'
import { settableClock } from '../faults/settable-clock.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { runsOf } from './runs.ts'
import { trySequences } from './try-sequences.ts'
import type { World } from './worlds.ts'
import { mongoDatabase, sqliteInFile, sqliteInMemory } from './worlds.ts'

// Random people ask for random things, some of them at the same moment, and the store fails now and
// then, before it has kept something or after. PROPERTY_RUNS=20 tries twenty times as many.

interface Place {
  readonly name: string
  readonly open: (clock: Clock) => Promise<World>
  /** How many sequences are tried, and for how long at most. */
  readonly runs: number
  readonly seconds: number
  readonly steps: number
  /** What it is called in the table on reliability, where it is the one that is told of there. */
  readonly store?: 'SQLite' | 'MongoDB'
}

const mongo = mongoForTests()

const PLACES: readonly Place[] = [
  { name: 'SQLite in memory', open: sqliteInMemory, runs: 120, seconds: 15, steps: 60 },
  {
    name: 'SQLite in a file',
    open: sqliteInFile,
    runs: 24,
    seconds: 10,
    steps: 40,
    store: 'SQLite',
  },
  ...(mongo
    ? [
        {
          name: 'MongoDB',
          open: (clock: Clock) => mongoDatabase(mongo.uri, clock),
          runs: 16,
          seconds: 25,
          steps: 40,
          store: 'MongoDB' as const,
        },
      ]
    : []),
]

const TEN_MINUTES = 600_000

test.for(PLACES)(
  'whatever people do, $name gives the same answers and keeps the same as a plain model',
  { timeout: 60 * TEN_MINUTES },
  async ({ open, runs, seconds, steps, store }) => {
    const clock = settableClock('2026-03-20T09:00:00.000Z')
    const world = await open(clock)
    onTestFinished(world.end)
    const { failure } = await trySequences(world, clock, { ...runsOf(runs, seconds * 1000), steps })
    if (failure !== null) expect.fail(failure)
    if (!store) return
    shows({
      fault: 'Several people do something about one observation, or the board, at the same moment',
      seen: 'Each what some order would have given them: it is done, or it changed meanwhile',
      kept: 'What those did who were told that it is done, each once, in one order',
      store,
    })
    shows({
      fault: 'The store fails before it keeps something, or its answer gets lost after it did',
      seen: 'That it may not have been kept; whoever sends it again, what they were to see at first',
      kept: 'Everything that was sent again, once, and each message to somebody planned once',
      store,
    })
  },
)
