import type { Figures } from '../../contract/figures.ts'
import type { ShownDays } from '../../domain/observation/decision-times.ts'
import { SMALLEST_SHOWN } from '../../domain/observation/figures.ts'
import { PROMISE } from '../../domain/observation/promise.ts'
import type { Figures as Counted } from '../../usecases/get-figures.ts'

const COUNTED_HOW =
  'Each report counts once, in the quarter of its first decision, once that quarter has ended. On time is ' +
  'a decision by the day its reporter was promised, which is sooner where they are very worried or a ' +
  'child may be at risk. The first word is when somebody said that they have it or, where nobody had, ' +
  'the decision itself. Days are working days of England and Wales from the day after it was raised. ' +
  'Shares are rounded down to whole tens, so that nobody can work out how many were decided. With ' +
  `fewer than ${SMALLEST_SHOWN} decisions nothing is shown. Reports that were decided before this was noted ` +
  'are left out.'

const SAYS =
  `The promise is a first word by the next working day, and a decision within ${PROMISE.decide.usual} ` +
  'working days at most. A quarter with a low share is a reason to ask what people there need.'

/** Whether the promise was kept, quarter by quarter. */
export function presentTimes(quarters: Counted['quarters']): Figures['times'] {
  const days = (of: (one: Counted['quarters'][number]['times']) => ShownDays) => ({
    half: quarters.map(({ times }) => of(times).half),
    nineInTen: quarters.map(({ times }) => of(times).nineInTen),
  })
  return {
    onTimePercent: quarters.map(({ times }) => times.onTimePercent),
    firstWord: days(({ firstWord }) => firstWord),
    decision: days(({ decision }) => decision),
    says: SAYS,
    countedHow: COUNTED_HOW,
  }
}
