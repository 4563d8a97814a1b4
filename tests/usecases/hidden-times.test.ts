import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InTime } from '../../src/domain/observation/decision-times.ts'
import { PERIOD_LENGTHS } from '../../src/domain/observation/figures-period.ts'
import type { Month } from '../../src/domain/words/time.ts'
import type { Deps } from '../../src/usecases/deps.ts'
import { getFigures } from '../../src/usecases/get-figures.ts'
import { aBoard, actorOf, seniorNurse } from '../domain/a-board.ts'

// The same somebody as for counts: they know how long each decision took that they can list, and set
// about working out how long one took that they cannot.

const ENDED: readonly Month[] = ['2025-06', '2025-09', '2025-12', '2026-03']
const LONGEST = 12

/** A decision that could not be listed: in how many working days, after a first word in how many, in time. */
interface Decided {
  readonly workingDays: number
  readonly firstWordIn: number
  readonly inTime: InTime
}

/** The decisions by the quarter in which they were made. */
type Times = Readonly<Record<Month, readonly Decided[]>>
interface History {
  readonly known: Times
  readonly others: Times
}

/** As many were raised in a quarter as were decided in it, all of one kind. */
function depsOf({ known, others }: History): Pick<Deps, 'records' | 'board' | 'clock'> {
  const within = (times: Times, from: Month, to: Month) =>
    Object.entries(times).filter(([month]) => month >= from && month <= to)
  const counted = (name: string, times: Times, from: Month, to: Month) =>
    within(times, from, to).flatMap(([month, decided]): readonly object[] =>
      name === 'kinds'
        ? [{ month, kind: 'nearMiss', count: decided.length }]
        : decided.map((one) => ({ month, ...one, count: 1 })),
    )
  const deps = {
    clock: { now: () => '2026-05-20T09:00:00.000Z' },
    board: { current: async () => ({ state: aBoard() }) },
    records: {
      observation: {
        count: async (name: string, from: Month, to: Month, scope?: unknown) => [
          ...counted(name, known, from, to),
          ...(scope === undefined ? counted(name, others, from, to) : []),
        ],
      },
      activity: { count: async () => [] },
    },
  }
  return deps as unknown as Pick<Deps, 'records' | 'board' | 'clock'> // all that is asked
}

const QUESTIONS = PERIOD_LENGTHS.flatMap((quarters) => ENDED.map((to) => ({ to, quarters })))

const everything = (history: History) =>
  Promise.all(
    QUESTIONS.map((question) => getFigures(depsOf(history), question, actorOf(seniorNurse))),
  )

const anyDecided: fc.Arbitrary<Decided> = fc.record({
  workingDays: fc.nat(LONGEST),
  firstWordIn: fc.nat(LONGEST),
  inTime: fc.constantFrom('onTime', 'late'),
})

const timesOf = (least: number, most: number) =>
  fc.record(
    Object.fromEntries(
      ENDED.map((quarter) => [
        quarter,
        fc.array(anyDecided, { minLength: least, maxLength: most }),
      ]),
    ),
  )

/** Their own decisions may be many or none. */
const anyKnown = fc.oneof(timesOf(0, 0), timesOf(0, 9))

const withTimes = (history: History, quarter: Month, times: readonly Decided[]): History => ({
  ...history,
  others: { ...history.others, [quarter]: times },
})

const IN_TIME: Decided = { workingDays: 3, firstWordIn: 1, inTime: 'onTime' }

test('S10: how long one of fewer than five decisions took cannot be worked out, nor how many there were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ known: anyKnown, others: timesOf(0, 9) }),
      fc.constantFrom(...ENDED),
      fc.array(anyDecided, { minLength: 1, maxLength: 4 }),
      async (before, quarter, few) => {
        const history = withTimes(before, quarter, few)
        const seen = await everything(history)
        const isPossible = async (times: readonly Decided[]) =>
          isDeepStrictEqual(await everything(withTimes(history, quarter, times)), seen)
        const [, ...rest] = few
        for (let days = 0; days <= LONGEST; days += 1)
          for (const inTime of ['onTime', 'late'] as const)
            expect(
              await isPossible([
                { workingDays: days, firstWordIn: LONGEST - days, inTime },
                ...rest,
              ]),
            ).toBe(true)
        for (let many = 1; many <= 4; many += 1)
          expect(await isPossible(Array.from({ length: many }, () => IN_TIME))).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('S10: what is said of times stands for at least five decisions that the reader cannot list, or for none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ known: anyKnown, others: timesOf(0, 9) }), async (history) => {
      for (const { quarters } of await everything(history))
        for (const { quarter, times } of quarters) {
          const others = history.others[quarter]?.length ?? 0
          if (others > 0 && others < 5)
            expect(times).toEqual({
              onTimePercent: null,
              firstWord: { half: null, nineInTen: null },
              decision: { half: null, nineInTen: null },
            })
        }
    }),
    { numRuns: 60 },
  )
})
