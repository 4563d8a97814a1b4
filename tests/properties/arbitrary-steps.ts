import fc from 'fast-check'
import { anyBoardContent, BOARD_ACTIONS } from './board-content.ts'
import { anyContent, CHANGE_ACTIONS, WELL_FILLED_IN } from './content.ts'
import type { BoardStep, ChangeStep, Faults, RaiseStep, Version, Who } from './steps.ts'
import type { Fault } from './watched-stores.ts'

export const anyWho = (...as: readonly Who['as'][]): fc.Arbitrary<Who> =>
  fc.record({ as: fc.constantFrom(...as), nth: fc.nat(20) })

const anyFault: fc.Arbitrary<Fault> = fc.record({
  of: fc.constantFrom('write', 'write', 'read'),
  nth: fc.constantFrom(0, 0, 1, 2),
  when: fc.constantFrom('after', 'before'),
})

// The first of several is the simplest: what fails is tried with it as well.
const SIMPLER = { withCrossShrink: true }

export const anyFaults: fc.Arbitrary<Faults> = fc.oneof(
  SIMPLER,
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(anyFault, { minLength: 1, maxLength: 2 }) },
)

const anyVersion = fc.oneof(
  SIMPLER,
  { weight: 8, arbitrary: fc.constantFrom<Version>('none', 'right') },
  { weight: 1, arbitrary: fc.constantFrom<Version>('stale', 'ahead') },
)

/** Which observation: the first ones more often, so that more becomes of them. */
const anyRecord = fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4)

export const anyChange: fc.Arbitrary<ChangeStep> = fc.record({
  do: fc.constant('change'),
  record: anyRecord,
  who: fc.oneof(
    SIMPLER,
    { weight: 5, arbitrary: anyWho('triager') },
    { weight: 3, arbitrary: anyWho('reporter') },
    { weight: 1, arbitrary: anyWho('anybody', 'office', 'chair') },
  ),
  action: fc.oneof(
    { weight: 3, arbitrary: fc.nat(7) },
    { weight: 1, arbitrary: fc.constantFrom(...CHANGE_ACTIONS) },
  ),
  content: anyContent,
  version: anyVersion,
  faults: anyFaults,
})

export const anyRaise: fc.Arbitrary<RaiseStep> = fc.record({
  do: fc.constant('raise'),
  who: anyWho('anybody'),
  content: anyContent,
  submission: fc.option(fc.nat(3), { nil: null, freq: 1 }),
  faults: anyFaults,
})

export const anyBoardStep: fc.Arbitrary<BoardStep> = fc.record({
  do: fc.constant('board'),
  who: fc.oneof(
    SIMPLER,
    { weight: 6, arbitrary: anyWho('office') },
    { weight: 1, arbitrary: anyWho('chair', 'anybody') },
  ),
  action: fc.constantFrom(...BOARD_ACTIONS),
  content: anyBoardContent,
  version: anyVersion,
  faults: anyFaults,
})

/** What happens on an ordinary day: somebody sends a report, and whoever triages does what is next. */
export const anyOrdinary: fc.Arbitrary<RaiseStep | ChangeStep> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('raise'),
      who: anyWho('anybody'),
      content: anyContent.map((content) => ({ ...content, ...WELL_FILLED_IN })),
      submission: fc.constant(null),
      faults: fc.constant([]),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change'),
      record: anyRecord,
      who: anyWho('triager'),
      action: fc.nat(7),
      content: anyContent.map((content) => ({ ...content, ...WELL_FILLED_IN })),
      version: fc.constant('right'),
      faults: fc.constant([]),
    }),
  },
)
