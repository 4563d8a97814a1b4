import fc from 'fast-check'
import { OBSERVATION_STAGES } from '../../src/domain/observation/types.ts'
import { KIND_CODES } from '../../src/domain/taxonomies/lists.ts'
import {
  anyBoardStep,
  anyChange,
  anyFaults,
  anyOrdinary,
  anyRaise,
  anyWho,
} from './arbitrary-steps.ts'
import type { Step } from './steps.ts'

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 1 })
const done = <Name extends Step['do']>(name: Name) => fc.constant(name)

const SEVERAL = { minLength: 1, maxLength: 4 }

/** Each kind of step, and how often it comes among the others. */
const STEPS: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Step> }[] = [
  { weight: 8, arbitrary: anyRaise },
  { weight: 40, arbitrary: anyChange },
  { weight: 20, arbitrary: anyOrdinary },
  { weight: 14, arbitrary: anyBoardStep },
  {
    weight: 1,
    arbitrary: fc.record({
      do: done('introduce'),
      newcomer: fc.nat(1),
      agency: fc.nat(7),
      faults: anyFaults,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: done('again'),
      earlier: fc.nat(30),
      by: fc.oneof(fc.constant('the same' as const), anyWho('anybody', 'triager')),
      faults: anyFaults,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: done('read'),
      record: fc.nat(5),
      who: anyWho('triager', 'triager', 'reporter', 'anybody'),
      door: fc.constantFrom('tab', 'card'),
      times: fc.constantFrom(1, 1, 3),
      faults: anyFaults,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: done('turn'),
      person: fc.nat(2),
      key: fc.nat(6),
      count: fc.constantFrom(1, 1, 1, 1, 1, 1, 1, 14),
      times: fc.constantFrom(1, 1, 1, 2),
      dialog: fc.constantFrom('none', 'goes on', 'goes on', 'ends', 'stale'),
      faults: anyFaults,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: done('together'),
      record: fc.nat(5),
      twice: fc.constantFrom(false, true),
      asks: fc.oneof(
        { weight: 3, arbitrary: fc.array(anyChange, SEVERAL) },
        { weight: 1, arbitrary: fc.array(anyBoardStep, SEVERAL) },
        { weight: 1, arbitrary: fc.array(anyRaise, SEVERAL) },
      ),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: done('plan'), faults: anyFaults }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: done('claim'),
      atMost: fc.integer({ min: 1, max: 6 }),
      minutes: fc.constantFrom(5, 1, 20),
      workers: fc.constantFrom(1, 1, 3),
      faults: anyFaults,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: done('settle'),
      nth: fc.nat(12),
      how: fc.constantFrom('sent', 'waiting', 'put off', 'unreachable', 'ended'),
      minutes: fc.constantFrom(1, 60, 200),
      faults: anyFaults,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: done('reachable'), nth: fc.nat(12), faults: anyFaults }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: done('mark'),
      record: perhaps(fc.nat(5)),
      offset: fc.integer({ min: -2, max: 1 }),
      faults: anyFaults,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: done('list'),
      scope: fc.oneof(
        { withCrossShrink: true },
        fc.constant([{ agency: null, only: null, except: [] }]),
        fc.constantFrom('own' as const, 'triage' as const),
        fc.array(
          fc.record({
            agency: perhaps(fc.nat(5)),
            only: perhaps(fc.array(fc.nat(20), { maxLength: 4 })),
            except: fc.array(fc.nat(20), { maxLength: 3 }),
          }),
          { maxLength: 3 },
        ),
      ),
      who: anyWho('anybody', 'triager', 'office'),
      stages: perhaps(fc.subarray([...OBSERVATION_STAGES])),
      kinds: perhaps(fc.subarray([...KIND_CODES])),
      agencies: perhaps(fc.array(fc.nat(5), { maxLength: 3 })),
      from: perhaps(fc.nat(3)),
      to: perhaps(fc.nat(3)),
      order: fc.constantFrom('oldestFirst', 'newestFirst'),
      size: fc.constantFrom(1, 2, 3, 100),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: done('nextPage') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: done('trail'),
      log: fc.constantFrom('changes', 'readings'),
      record: perhaps(fc.nat(5)),
      by: perhaps(anyWho('anybody', 'triager')),
      from: perhaps(fc.nat(20)),
      to: perhaps(fc.nat(20)),
      size: fc.constantFrom(4, 20, 100),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: done('audit') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: done('wait'),
      // Back as well, but not as far as what waits may lie ahead: there the clocks' own tests are.
      minutes: fc.constantFrom(1, 6, 61, 24 * 60, 8 * 24 * 60, 25 * 24 * 60, -1, -20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: done('forget') }) },
  { weight: 1, arbitrary: fc.record({ do: done('reopen') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: done('many'),
      record: fc.nat(5),
      count: fc.constantFrom(3, 21, 21, 105),
    }),
  },
]

export interface Sequence {
  /** When it begins. */
  readonly begins: string
  readonly steps: readonly Step[]
}

/** @param atMost how many steps a sequence may have */
export const anySequence = (atMost: number): fc.Arbitrary<Sequence> =>
  fc.record({
    begins: fc.constantFrom(
      '2026-03-20T09:00:00.000Z',
      // In summer time the date changes an hour before it does here.
      '2026-07-31T22:55:00.000Z',
      '2026-12-31T23:57:00.000Z',
    ),
    // Without a size of its own most of them would have hardly any steps. An array is made simpler
    // by leaving out what comes first in it; of a sequence that fails, what comes last is of no use.
    steps: fc
      .tuple(
        fc.array(anyOrdinary, { maxLength: atMost / 4, size: 'max' }),
        fc.array(fc.oneof(...STEPS), { minLength: 1, maxLength: atMost, size: 'max' }),
      )
      .map(([ordinary, steps]) => [...ordinary, ...steps.toReversed()]),
  })
