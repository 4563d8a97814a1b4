import type { Figures } from '../contract/figures.ts'
import type { ShownCount } from '../domain/observation/figures.ts'
import type { Month } from '../domain/shared/time.ts'
import { kindOf, labelOf, observationKinds } from '../domain/taxonomies/lists.ts'
import type { Figures as Counted } from '../usecases/get-figures.ts'

const WARNING =
  'Fewer than a quarter of the last three months’ observations are good practice, good outcomes ' +
  'or typical cases. Ask for those as well: they show what works and could be repeated.'

const COUNTED_HOW = {
  mix:
    'Each observation counts in the month it was raised, under the kind it has now. Counts from 1 ' +
    'to 4 are shown as “fewer than 5”, and so are others from which these could be worked out. ' +
    'More observations mean that more people speak up.',
  decisions:
    'Each observation counts once, in the month of its first decision. Days are working days of ' +
    'England and Wales from the day after it was raised. The middle value is the one that half of ' +
    'the decisions reached or beat; with fewer than 5 decisions it is not shown.',
}

/** The figures with the words people read beside the pictures. */
export const presentFigures = (figures: Counted, thisMonth: Month): Figures => ({
  from: figures.from,
  to: figures.to,
  months: [...figures.months],
  kinds: figures.kinds.map(({ kind, counts, total }) => ({
    code: kind,
    label: labelOf(observationKinds, kind),
    group: kindOf(kind)?.group ?? 'concern',
    counts: [...counts],
    total,
  })),
  total: figures.total,
  mix: {
    appreciativePercent: figures.appreciativePercent,
    warning: figures.tooFewAppreciative ? WARNING : null,
  },
  decisions: figures.decisions.map(({ month, decided, medianWorkingDays }) => ({
    month,
    decided,
    medianWorkingDays,
  })),
  medianWorkingDays: figures.medianWorkingDays,
  says: { mix: sayMix(figures, thisMonth), decisions: sayDecisions(figures, thisMonth) },
  countedHow: COUNTED_HOW,
})

function sayMix(figures: Counted, thisMonth: Month): string {
  const { total, appreciativePercent: percent } = figures
  const raised = `${sayPeriod(figures, thisMonth)} ${sayCount(total)} observations were raised`
  return percent === null ? `${raised}.` : `${raised}; ${percent}% were good or typical practice.`
}

function sayDecisions(figures: Counted, thisMonth: Month): string {
  const { decided, medianWorkingDays: median } = figures
  const said = `${sayPeriod(figures, thisMonth)} ${sayCount(decided)} observations were decided`
  if (median === null) return `${said}.`
  const within = median === 0 ? 'on the same day' : `within ${median} working ${days(median)}`
  return `${said}; half of them ${within}.`
}

const days = (count: number) => (count === 1 ? 'day' : 'days')

const sayCount = (count: ShownCount) => {
  if (count === 'fewerThan5') return 'fewer than 5'
  return count === 0 ? 'no' : count.toLocaleString('en-GB')
}

const sayMonth = (month: Month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )

function sayPeriod({ from, to, months }: Counted, thisMonth: Month): string {
  if (from === to) return from === thisMonth ? 'This month' : `In ${sayMonth(from)}`
  return to === thisMonth
    ? `In the last ${months.length} months`
    : `From ${sayMonth(from)} to ${sayMonth(to)}`
}
