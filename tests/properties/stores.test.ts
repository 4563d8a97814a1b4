import { expect, test } from 'vitest'
import type { Clock } from '../../src/ports/clock.ts'
import { shows } from '../faults/reliability.ts'
import { mongoForTests } from '../support/mongo-server.ts'
import { runsOf } from './runs.ts'
import { trySequences } from './try-sequences.ts'
import { mongoDatabase, sqliteInFile, sqliteInMemory } from './worlds.ts'

// Random people ask for random things, some of them at the same moment, and the store fails now and
// then, before it has kept something or after. PROPERTY_RUNS=20 tries twenty times as much.

const mongo = mongoForTests()
const mongoWorld = (clock: Clock) => mongoDatabase(mongo?.uri ?? '', clock)

// How many sequences are tried, and how many steps each may have. The table on reliability tells once
// of each kind of store.
const PLACES = [
  { name: 'SQLite in memory', open: sqliteInMemory, runs: 120, steps: 60, store: null },
  { name: 'SQLite in a file', open: sqliteInFile, runs: 24, steps: 40, store: 'SQLite' },
  { name: 'MongoDB', open: mongoWorld, runs: 16, steps: 40, store: 'MongoDB' },
] as const

/** However many are tried, and as long as it takes to say the simplest that fails. */
const HOURS = 10 * 60 * 60_000

for (const { name, open, runs, steps, store } of PLACES)
  test.skipIf(store === 'MongoDB' && !mongo)(
    `whatever people do, ${name} gives the same answers and keeps the same as another in memory`,
    { timeout: HOURS },
    async () => {
      const { failure } = await trySequences(open, { ...runsOf(runs), steps })
      if (failure !== null) expect.fail(failure)
      if (!store) return
      shows({
        fault:
          'Several people do something about one observation, or the board, at the same moment',
        seen: 'What some order would have given them: it is done, or it changed meanwhile',
        kept: 'What was done, each once, in one order; nothing of what was refused',
        store,
      })
      shows({
        fault: 'The store fails before it keeps something, or its answer gets lost after it did',
        seen: 'That it may not have been kept; who sends it again, what they were to see at first',
        kept: 'Everything that is sent again, once; each message to somebody is planned once',
        store,
      })
    },
  )
