import fc from 'fast-check'
import type { Fault } from './watched-stores.ts'

// Steps are plain data, so that a sequence that fails can be made simpler. Whom and what they are
// about they name by number: which one that is, follows from the other store when the step is taken.

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 1 })

const none = fc.constant([])
const anyFault: fc.Arbitrary<Fault> = fc.record({
  of: fc.constantFrom('write', 'write', 'read'),
  nth: fc.constantFrom(0, 0, 1, 2),
  when: fc.constantFrom('after', 'before'),
})

/** Where the store fails: at the first try, at the second. What fails is tried without as well. */
const faults: fc.Arbitrary<readonly Fault[]> = fc.oneof(
  { withCrossShrink: true },
  { weight: 2, arbitrary: none },
  { weight: 1, arbitrary: fc.array(anyFault, { minLength: 1, maxLength: 2 }) },
)

/** Which record: the first ones more often, so that more becomes of them. */
const record = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4)

/** One as likely as another. */
const any = (upTo: number) => fc.noBias(fc.nat(upTo))

/** How a form is filled in: by this number alone, well or in any way. */
const filled = {
  action: any(1000),
  person: any(1000),
  content: any(1e9),
  /** Whether it is an action that this person may take, filled in so that it is taken. */
  isWell: fc.constantFrom(true, true, false),
  /** Whether what people most likely do next goes before, so that more becomes of records. */
  isLikely: fc.boolean(),
}

/** Which version the request names: none, or how far from the one that stands. */
const version = fc.constantFrom(null, 0, null, 0, null, 0, null, 0, -1, 1)

/** A kind of step, and how often it comes among the others. */
const step = <Name extends string, Parts extends object>(
  name: Name,
  weight: number,
  parts: { readonly [Part in keyof Parts]: fc.Arbitrary<Parts[Part]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...parts }) as fc.Arbitrary<
    { readonly do: Name } & Readonly<Parts>
  >,
})

const change = step('change', 40, { record, ...filled, version, faults })
const board = step('board', 14, { ...filled, version, faults })
// One of a few submissions, so that some come again; a new one where it is `null`.
const make = step('make', 8, { ...filled, submission: perhaps(fc.nat(3)), faults })

/** What happens on an ordinary day: something is reported, and somebody does what is next. */
const well = { ...filled, isWell: fc.constant(true), faults: none }
const ordinary = fc.oneof(
  step('make', 1, { ...well, submission: fc.constant(null) }),
  step('change', 6, { record, ...well, version: fc.constant(0) }),
  step('plan', 1, { faults: none }),
)

const several = <Value>({ arbitrary }: { readonly arbitrary: fc.Arbitrary<Value> }) =>
  fc.array(arbitrary, { minLength: 1, maxLength: 4 })

// Back as well, but not as far as what waits may lie ahead: there the clocks' own tests are.
const minutes = fc.constantFrom(1, 6, 61, 24 * 60, 8 * 24 * 60, 25 * 24 * 60, -1, -20)
const how = fc.constantFrom('sent', 'waiting', 'put off', 'unreachable', 'ended')
const dialog = fc.constantFrom('none', 'goes on', 'goes on', 'ends', 'stale')
const size = fc.constantFrom(1, 2, 4, 100)
const person = fc.nat(20)

const anyStep = fc.oneof(
  make,
  change,
  board,
  { weight: 20, arbitrary: ordinary },
  // Something that was sent earlier is sent again: by the same person, or by another.
  step('again', 5, { earlier: fc.nat(30), by: perhaps(person), faults }),
  step('read', 4, {
    record,
    person,
    door: fc.constantFrom('tab', 'card'),
    times: fc.constantFrom(1, 1, 3),
    faults,
  }),
  step('turn', 6, {
    person: fc.nat(2),
    key: fc.nat(6),
    count: fc.constantFrom(1, 1, 1, 1, 1, 1, 14),
    times: fc.constantFrom(1, 1, 2),
    dialog,
    faults,
  }),
  step('together', 3, {
    record,
    twice: fc.boolean(),
    asks: fc.oneof({ weight: 3, arbitrary: several(change) }, several(board), several(make)),
  }),
  step('plan', 8, { faults }),
  step('claim', 3, {
    atMost: fc.integer({ min: 1, max: 6 }),
    minutes: fc.constantFrom(5, 1, 20),
    faults,
  }),
  step('settle', 8, { nth: fc.nat(12), how, minutes: fc.constantFrom(1, 60, 200), faults }),
  step('reachable', 2, { nth: fc.nat(12), faults }),
  step('mark', 2, { record: perhaps(record), offset: fc.integer({ min: -2, max: 1 }), faults }),
  step('list', 5, { kind: fc.nat(5), content: fc.nat(), order: fc.nat(3), size }),
  step('waiting', 3, { person, size }),
  step('trail', 2, {
    log: fc.constantFrom('changes', 'readings'),
    record: perhaps(record),
    by: perhaps(person),
    size,
  }),
  step('audit', 1, {}),
  step('wait', 5, { minutes }),
  step('forget', 1, {}),
  step('reopen', 1, {}),
  step('many', 1, {
    record,
    ...well,
    version: fc.constant(null),
    count: fc.constantFrom(3, 21, 21, 105),
  }),
)

export type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never
export type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>

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
        fc.array<Step>(ordinary, { maxLength: atMost / 4, size: 'max' }),
        fc.array<Step>(anyStep, { minLength: 1, maxLength: atMost, size: 'max' }),
      )
      .map(([first, steps]) => [...first, ...steps.toReversed()]),
  })
