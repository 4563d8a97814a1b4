import type { Figures } from '../../contract/figures.ts'
import type { ShownCount, ShownTotal } from '../../domain/observation/figures.ts'
import { SMALLEST_SHOWN, totalOf } from '../../domain/observation/figures.ts'
import {
  ACTIVITY_TYPE_CODES,
  activityTypes,
  KIND_CODES,
  kindOf,
  labelOf,
  observationKinds,
} from '../../domain/taxonomies/lists.ts'
import type { KindGroup } from '../../domain/taxonomies/types.ts'
import type { Quarter } from '../../domain/words/quarter.ts'
import { firstMonthOf, quarterOf } from '../../domain/words/quarter.ts'
import type { Month } from '../../domain/words/time.ts'
import type { Figures as Counted } from '../../usecases/get-figures.ts'
import { presentTimes } from './figures-times.ts'

const COUNTED_HOW = {
  mix:
    'Each observation counts in the quarter it was raised, under the kind it has now, once that ' +
    `quarter has ended. A number is divided further only where each part is none or at least ${SMALLEST_SHOWN}. ` +
    'Otherwise the parts are hidden, and only what they make together is shown; so nobody can be ' +
    'pointed at. Observations that you can open yourself are not hidden from you. More ' +
    'observations mean that more people speak up.',
  decisions:
    'Each observation counts once, in the quarter of its first decision. Days are working days of ' +
    'England and Wales from the day after it was raised. The middle value is the one that half of ' +
    `the decisions reached or beat; with fewer than ${SMALLEST_SHOWN} decisions it is not shown. How many ` +
    'decisions there were is left out, because it is how many observations there were.',
}

const GROUPS: readonly { readonly group: KindGroup; readonly label: string }[] = [
  { group: 'appreciative', label: 'Good and typical work' },
  { group: 'concern', label: 'Worries and concerns' },
]

/** The figures with the words people read beside the pictures. */
export function presentFigures(figures: Counted, thisMonth: Month): Figures {
  const { quarters, total, appreciativePercent, medianWorkingDays } = figures
  const last = quarters.at(-1)?.quarter ?? thisMonth
  const running = quarterOf(thisMonth)
  return {
    quarters: quarters.map(({ quarter }) => ({
      to: quarter,
      label: sayQuarter(quarter),
      short: sayShort(quarter),
    })),
    all: { counts: quarters.map(({ all }) => all), total },
    groups: GROUPS.map(({ group, label }) => {
      const counts = quarters.map(({ groups }) => groups[group])
      const kinds = KIND_CODES.filter((kind) => kindOf(kind)?.group === group)
      return {
        group,
        label,
        counts,
        total: totalOf(counts),
        kinds: kinds.map((kind) => {
          const ofKind = quarters.map((quarter) => quarter.kinds[kind])
          const says = labelOf(observationKinds, kind)
          return { code: kind, label: says, counts: ofKind, total: totalOf(ofKind) }
        }),
      }
    }),
    mix: { appreciativePercent, warning: figures.tooFewAppreciative ? sayWarning(last) : null },
    decisions: {
      medianWorkingDays: quarters.map(({ times }) => times.decision.half),
      overall: medianWorkingDays,
    },
    times: presentTimes(quarters),
    activities: presentActivities(quarters),
    says: {
      mix: sayMix(figures),
      decisions: sayDecisions(figures),
      notYet: `${sayQuarter(running)} is counted once it has ended.`,
    },
    countedHow: COUNTED_HOW,
  }
}

function presentActivities(quarters: Counted['quarters']): Figures['activities'] {
  const counted = (of: (one: Counted['quarters'][number]['activities']) => ShownCount) => {
    const counts = quarters.map(({ activities }) => of(activities))
    return { counts, total: totalOf(counts) }
  }
  return {
    all: counted(({ all }) => all),
    types: activityTypes.items.map(({ label }, at) => {
      const code = ACTIVITY_TYPE_CODES[at] ?? 'supervision'
      return { code, label, ...counted(({ types }) => types[code]) }
    }),
    countedHow:
      'Each learning activity counts in the quarter it was held or, for an audit, finished. Numbers are ' +
      `divided by type only where each part is none or at least ${SMALLEST_SHOWN}; otherwise only the whole is shown. ` +
      'Those that you can open yourself are not hidden from you.',
  }
}

const sayWarning = (quarter: Quarter) =>
  `From ${sayQuarter(quarter)} fewer than a quarter of the observations were good practice, good ` +
  'outcomes or typical cases. Ask for those as well: they show what works and could be repeated.'

function sayMix(figures: Counted): string {
  const { total, appreciativePercent: percent } = figures
  const raised = `${sayPeriod(figures)} ${sayTotal(total)}`
  return percent === null ? `${raised}.` : `${raised}; ${percent}% were good or typical practice.`
}

function sayTotal({ count, orMore }: ShownTotal): string {
  if (orMore && count === 0) return 'the number of observations raised is hidden'
  const many = count === 0 ? 'no' : count.toLocaleString('en-GB')
  return `${many}${orMore ? ' or more' : ''} observations were raised`
}

function sayDecisions(figures: Counted): string {
  const { medianWorkingDays: median } = figures
  if (median === null)
    return `${sayPeriod(figures)} too few decisions were made to say how long they took.`
  const within =
    median === 0 ? 'on the same day' : `within ${median} working ${median === 1 ? 'day' : 'days'}`
  return `${sayPeriod(figures)} half of the decisions were made ${within}.`
}

const inWords = (options: Intl.DateTimeFormatOptions) => {
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
  return (month: Month) => words.format(new Date(`${month}-15T12:00:00Z`))
}
const long = inWords({ month: 'long' })
const withYear = inWords({ month: 'long', year: 'numeric' })
const short = inWords({ month: 'short' })
const shortWithYear = inWords({ month: 'short', year: '2-digit' })

const sayQuarter = (quarter: Quarter) => `${long(firstMonthOf(quarter))} to ${withYear(quarter)}`
const sayShort = (quarter: Quarter) => `${short(firstMonthOf(quarter))}–${shortWithYear(quarter)}`

function sayPeriod({ quarters }: Counted): string {
  const [from, to] = [quarters[0]?.quarter ?? '', quarters.at(-1)?.quarter ?? '']
  const first = firstMonthOf(from)
  const begins = first.slice(0, 4) === to.slice(0, 4) ? long(first) : withYear(first)
  return `From ${begins} to ${withYear(to)}`
}
