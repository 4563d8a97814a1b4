import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERIOD_LENGTHS } from '../../src/domain/observation/figures-period.ts'
import type { KindCode } from '../../src/domain/taxonomies/lists.ts'
import { KIND_CODES, kindOf } from '../../src/domain/taxonomies/lists.ts'
import type { Month } from '../../src/domain/words/time.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import type { Figures } from '../../src/usecases/get-figures.ts'
import { getFigures } from '../../src/usecases/get-figures.ts'
import { aBoard, actorOf, seniorNurse } from '../domain/a-board.ts'

// Somebody asks for everything there is, has a list of what they may open, knows how counts are
// hidden, and sets about working out what is hidden.

const ENDED: readonly Month[] = ['2025-03', '2025-06', '2025-09', '2025-12', '2026-03']
const RUNNING = '2026-06'

type Counts = Readonly<Record<KindCode, number>>
/** Counts of each quarter: of what the reader can list, and of everything else. */
interface History {
  readonly known: Readonly<Record<Month, Counts>>
  readonly others: Readonly<Record<Month, Counts>>
}

function depsOf({ known, others }: History): Pick<Deps, 'records' | 'board' | 'clock'> {
  const countsOf = (quarters: Readonly<Record<Month, Counts>>, from: Month, to: Month) =>
    Object.entries(quarters)
      .filter(([month]) => month >= from && month <= to)
      .flatMap(([month, counts]) =>
        KIND_CODES.map((kind) => ({ month, kind, count: counts[kind] })),
      )
  const deps = {
    clock: { now: () => '2026-05-20T09:00:00.000Z' },
    board: { current: async () => ({ state: aBoard() }) },
    records: {
      observation: {
        count: async (name: string, from: Month, to: Month, scope?: unknown) =>
          name === 'kinds'
            ? [
                ...countsOf(known, from, to),
                ...(scope === undefined ? countsOf(others, from, to) : []),
              ]
            : [],
      },
      activity: { count: async () => [] },
    },
  }
  return deps as unknown as Pick<Deps, 'records' | 'board' | 'clock'> // all that is asked
}

/** Every question there is, the ones about a single quarter first. */
const QUESTIONS = PERIOD_LENGTHS.flatMap((quarters) => ENDED.map((to) => ({ to, quarters })))

const answered = (history: History, question: (typeof QUESTIONS)[number]) =>
  getFigures(depsOf(history), question, actorOf(seniorNurse))

/** Every answer that can be had. */
const everything = (history: History) =>
  Promise.all(QUESTIONS.map((question) => answered(history, question)))

async function answersAre(history: History, answers: readonly Figures[]): Promise<boolean> {
  for (const [n, question] of QUESTIONS.entries())
    if (!isDeepStrictEqual(await answered(history, question), answers[n])) return false
  return true
}

const anyCounts = fc.record(
  Object.fromEntries(
    KIND_CODES.map((kind) => [kind, fc.oneof(fc.constantFrom(0, 0, 1, 1, 2, 3, 4), fc.nat(9))]),
  ),
) as fc.Arbitrary<Counts> // every kind is there
const NONE = Object.fromEntries(KIND_CODES.map((kind) => [kind, 0])) as Counts
const anyQuarters = (counts: fc.Arbitrary<Counts>) =>
  fc.record(Object.fromEntries([...ENDED, RUNNING].map((quarter) => [quarter, counts])))

const anyHistory: fc.Arbitrary<History> = fc.record({
  known: anyQuarters(fc.oneof(fc.constant(NONE), anyCounts)),
  others: anyQuarters(
    fc.oneof(
      anyCounts,
      // A quarter in which next to nothing was raised.
      fc
        .record({ kind: fc.constantFrom(...KIND_CODES), count: fc.integer({ min: 1, max: 4 }) })
        .map(({ kind, count }) => ({ ...NONE, [kind]: count })),
    ),
  ),
})

const withOthers = (history: History, quarter: Month, changes: Partial<Counts>): History => ({
  ...history,
  others: {
    ...history.others,
    [quarter]: { ...NONE, ...history.others[quarter], ...changes },
  },
})

/**
 * Histories that differ in one kind of a quarter, made up for by another kind or by none; or in which
 * these two stand for all that is hidden.
 */
function* alternatives(
  history: History,
  quarter: Month,
  kind: KindCode,
  hidden: readonly KindCode[],
): Generator<History> {
  const counts = history.others[quarter] ?? NONE
  const inGroup = hidden.filter((one) => kindOf(one)?.group === kindOf(kind)?.group)
  for (let now = 0; now <= counts[kind] + 6; now += 1) {
    if (now === counts[kind]) continue
    yield withOthers(history, quarter, { [kind]: now })
    for (const other of hidden.filter((one) => one !== kind))
      for (const kinds of [[kind, other], inGroup, hidden]) {
        const rest = Math.max(0, kinds.reduce((sum, one) => sum + counts[one], 0) - now)
        const none = Object.fromEntries(kinds.map((one) => [one, 0]))
        yield withOthers(history, quarter, { ...none, [kind]: now, [other]: rest })
      }
  }
}

test('S10: no small count can be worked out from everything that one person can ask for', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      fc.constantFrom(...ENDED),
      fc.constantFrom(...KIND_CODES),
      async (history, quarter, kind) => {
        const seen = await everything(history)
        const { kinds } =
          seen.flatMap(({ quarters }) => quarters).find((one) => one.quarter === quarter) ?? {}
        const hidden = KIND_CODES.filter((one) => kinds?.[one] === 'hidden')
        const count = history.others[quarter]?.[kind] ?? 0
        fc.pre(hidden.includes(kind) || (count > 0 && count < 5))
        const possible = new Set([count])
        for (const other of alternatives(history, quarter, kind, hidden)) {
          const otherwise = other.others[quarter]?.[kind] ?? 0
          if (possible.has(otherwise)) continue
          if (await answersAre(other, seen)) possible.add(otherwise)
          if (possible.size > 3) break
        }
        expect(possible.size).toBeGreaterThan(3)
      },
    ),
    { numRuns: 150 },
  )
})

test('S10: one more report changes no figure before its quarter has ended', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, fc.constantFrom(...KIND_CODES), async (history, kind) => {
      const counts = history.others[RUNNING] ?? NONE
      const later = withOthers(history, RUNNING, { [kind]: counts[kind] + 1 })
      expect(await everything(later)).toEqual(await everything(history))
    }),
    { numRuns: 50 },
  )
})
