import { expect, onTestFinished, test } from 'vitest'
import type { Stores } from '../../src/ports/stores.ts'
import { settableClock } from '../faults/settable-clock.ts'
import { BOARD_ACTIONS } from './board-content.ts'
import { CHANGE_ACTIONS } from './content.ts'
import { forgettingSaves, lettingBothWin } from './planted-defects.ts'
import { trySequences } from './try-sequences.ts'
import { sqliteInMemory } from './worlds.ts'

// That nothing is found in the stores says something only if what is wrong would be found. Always
// the same sequences: this is about them, and not about the stores.

async function foundIn(seed: number, numRuns: number, through?: (stores: Stores) => Stores) {
  const clock = settableClock('2026-03-20T09:00:00.000Z')
  const world = await sqliteInMemory(clock)
  onTestFinished(world.end)
  return trySequences(world, clock, {
    seed,
    numRuns,
    timeLimitMs: 60_000,
    steps: 40,
    ...(through && { through }),
  })
}

/** What the store was asked, of the sequence that was found. */
const stepsIn = (failure: string | null): readonly string[] =>
  (failure ?? '').split('\n').filter((line) => /^\d+\. /.test(line))

const MINUTES = 120_000

test('a store that forgets a save is found out, in a few steps', { timeout: MINUTES }, async () => {
  const { failure } = await foundIn(1, 50, forgettingSaves())
  expect(failure).toMatch(/version is \d+ in the store and \d+ in the model/)
  expect(stepsIn(failure).length).toBeLessThan(10)
})

test('a store that lets both of two people win is found out', { timeout: MINUTES }, async () => {
  const { failure } = await foundIn(1, 50, lettingBothWin())
  expect(failure).toContain('no order of these explains what came of them')
  expect(stepsIn(failure).length).toBeLessThan(10)
})

test('in the sequences everything is done by somebody, and refused to somebody in every way', {
  timeout: MINUTES,
}, async () => {
  const { failure, tally } = await foundIn(1, 300)
  expect(failure).toBeNull()
  const actions = ['raise', 'read', 'turn', 'plan', 'claim', 'settle', 'reachable', 'mark']
  const all = [...actions, ...CHANGE_ACTIONS, ...BOARD_ACTIONS]
  expect(all.filter((action) => !tally.has(`${action}: done`))).toEqual([])
  const codes = ['not-found', 'not-your-role', 'not-possible-now', 'incomplete', 'conflict']
  const refused = new Set([...tally.keys()].map((what) => what.split(': ')[1]))
  expect([...codes, 'interrupted'].filter((code) => !refused.has(code))).toEqual([])
})
