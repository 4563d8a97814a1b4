import { expect, test } from 'vitest'
import { KINDS } from '../../src/domain/records.ts'
import { rowsOf } from './commands.ts'
import type { Through } from './planted-defects.ts'
import { forgettingSaves, lettingBothWin } from './planted-defects.ts'
import { trySequences } from './try-sequences.ts'
import { sqliteInMemory } from './worlds.ts'

// That nothing is found in the stores says something only if what is wrong would be found. Always
// the same sequences: this is about them, and not about the stores.

const foundIn = (seed: number, numRuns: number, through?: Through) =>
  trySequences(sqliteInMemory, { seed, numRuns, timeLimitMs: MINUTES, steps: 40, through })

/** What the store was asked, of the sequence that was found. */
const stepsIn = (failure: string | null): readonly string[] =>
  (failure ?? '').split('\n').filter((line) => /^\d+\. /.test(line))

const MINUTES = 10 * 60_000

test('a store that forgets a save is found out, in a few steps', { timeout: MINUTES }, async () => {
  const { failure } = await foundIn(1, 50, forgettingSaves())
  expect(failure).toMatch(/version is \d+ in the store and \d+ in the other/)
  expect(stepsIn(failure).length).toBeLessThan(10)
})

test('a store that lets both of two people win is found out', { timeout: MINUTES }, async () => {
  const { failure } = await foundIn(1, 200, lettingBothWin())
  expect(failure).toContain('no order of these explains what came of them')
  expect(stepsIn(failure).length).toBeLessThan(10)
})

test('in the sequences every row is tried, most are done, and something is refused in every way', {
  timeout: MINUTES,
}, async () => {
  const { failure, tally } = await foundIn(1, 300)
  expect(failure).toBeNull()
  const rows = (['board', ...KINDS] as const).flatMap((kind) =>
    [true, false].flatMap((isMade) => Object.keys(rowsOf(kind, isMade))),
  )
  const seen = [...tally.keys()]
  expect(rows.filter((row) => !seen.some((what) => what.startsWith(`${row}: `)))).toEqual([])
  expect(rows.filter((row) => tally.has(`${row}: done`)).length).toBeGreaterThan(rows.length * 0.8)
  const others = ['read', 'turn', 'plan', 'claim', 'settle', 'reachable', 'mark']
  expect(others.filter((what) => !tally.has(`${what}: done`))).toEqual([])
  const codes = ['not-found', 'not-your-role', 'not-possible-now', 'incomplete', 'conflict']
  const refused = new Set(seen.map((what) => what.split(': ')[1]))
  expect([...codes, 'interrupted'].filter((code) => !refused.has(code))).toEqual([])
})
