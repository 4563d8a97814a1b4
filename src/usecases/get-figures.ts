import type { DecisionTime, KindCount, ShownCount } from '../domain/observation/figures.ts'
import {
  hideSmallCounts,
  medianWorkingDays,
  SMALLEST_SHOWN,
  shown,
} from '../domain/observation/figures.ts'
import type { Actor, StandingRole } from '../domain/shared/actor.ts'
import { DomainError } from '../domain/shared/errors.ts'
import type { Month } from '../domain/shared/time.ts'
import { monthOf, monthsBetween } from '../domain/shared/time.ts'
import type { KindCode } from '../domain/taxonomies/lists.ts'
import { KIND_CODES, kindOf } from '../domain/taxonomies/lists.ts'
import type { KindGroup } from '../domain/taxonomies/types.ts'
import type { Deps } from './deps.ts'

/** Roles that may see the board's figures; everybody else sees what is published. */
export const SEES_FIGURES: readonly StandingRole[] = [
  'senior',
  'agencyLead',
  'businessManager',
  'chair',
  'board',
  'legal',
  'auditor',
]

export const seesFigures = (actor: Actor): boolean =>
  actor.duties.some(({ role }) => SEES_FIGURES.includes(role))

/** S4: the board is warned when less than this share comes from good or typical work. */
const LEAST_APPRECIATIVE_PERCENT = 25
const MONTHS_AT_MOST = 36

export interface Figures {
  readonly from: Month
  readonly to: Month
  readonly months: readonly Month[]
  readonly kinds: readonly {
    readonly kind: KindCode
    readonly counts: readonly ShownCount[]
    readonly total: ShownCount
  }[]
  readonly total: ShownCount
  /** Whole per cent; `null` when there are too few to say. */
  readonly appreciativePercent: number | null
  readonly tooFewAppreciative: boolean
  readonly decisions: readonly {
    readonly month: Month
    readonly decided: ShownCount
    readonly medianWorkingDays: number | null
  }[]
  readonly decided: ShownCount
  readonly medianWorkingDays: number | null
}

const sumOf = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((sum, { count }) => sum + count, 0)

/** Good and typical work, and all there is. */
function sharesOf(counts: readonly KindCount[]) {
  const appreciative = sumOf(counts.filter(({ kind }) => kindOf(kind)?.group === 'appreciative'))
  return { appreciative, total: sumOf(counts) }
}

/** Whole per cent; `null` where one of the two groups is so small that the share would give it away. */
function appreciativePercent(counts: readonly KindCount[]): number | null {
  const { appreciative, total } = sharesOf(counts)
  const groups = [appreciative, total - appreciative]
  if (total < SMALLEST_SHOWN || groups.some((count) => shown(count) === 'fewerThan5')) return null
  return Math.round((appreciative / total) * 100)
}

/** S4, only where there is enough to say so. */
function isTooFewAppreciative(counts: readonly KindCount[]): boolean {
  const { appreciative, total } = sharesOf(counts)
  return total >= SMALLEST_SHOWN && (appreciative / total) * 100 < LEAST_APPRECIATIVE_PERCENT
}

const monthsBefore = (month: Month, months: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - months, 15)).toISOString().slice(0, 7)
}

/**
 * The board's first figures, counted by the store: the mix of kinds by month (S4) and how long
 * decisions took. Small counts are hidden here, for everybody alike.
 * @param range months, both included; the last twelve when absent
 * @throws DomainError `not-your-role`, or `incomplete` for a range that is none
 */
export async function getFigures(
  deps: Pick<Deps, 'observations' | 'clock'>,
  range: { readonly from?: Month | undefined; readonly to?: Month | undefined },
  actor: Actor,
): Promise<Figures> {
  if (!seesFigures(actor))
    throw new DomainError('not-your-role', { action: 'seeFigures', needs: SEES_FIGURES })
  const to = range.to ?? monthOf(deps.clock.now())
  const from = range.from ?? monthsBefore(to, 11)
  const months = from <= to ? monthsBetween(from, to) : []
  if (months.length === 0 || months.length > MONTHS_AT_MOST)
    throw new DomainError('incomplete', {
      missing: [
        {
          need: 'from',
          say: `Choose a first month that is before the last, at most ${MONTHS_AT_MOST} months apart.`,
        },
      ],
    })
  const counts = await deps.observations.kindCounts(from, to)
  const times = await deps.observations.decisionTimes(from, to)
  const quarter = months.slice(-3)
  const lately = counts.filter(({ month }) => quarter.includes(month))
  return {
    from,
    to,
    months,
    ...mixOf(counts, months),
    appreciativePercent: appreciativePercent(counts),
    tooFewAppreciative: isTooFewAppreciative(lately),
    ...decisionsIn(months, times),
    medianWorkingDays: sumOf(times) < SMALLEST_SHOWN ? null : medianWorkingDays(times),
  }
}

/**
 * Kinds by months with totals, small counts hidden. The two groups are hidden apart, because the
 * share of the appreciative one tells how many were raised in each.
 */
function mixOf(counts: readonly KindCount[], months: readonly Month[]) {
  const inGroup = (group: KindGroup) => {
    const kinds = KIND_CODES.filter((kind) => kindOf(kind)?.group === group)
    const table = hideSmallCounts(
      kinds.map((kind) =>
        months.map((month) => sumOf(counts.filter((c) => c.kind === kind && c.month === month))),
      ),
    )
    return kinds.map((kind, k) => ({
      kind,
      counts: table.rows[k] ?? [],
      total: table.totals[k] ?? 0,
    }))
  }
  return {
    kinds: [...inGroup('appreciative'), ...inGroup('concern')],
    total: shown(sumOf(counts)),
  }
}

/** First decisions by month, with the time they took where enough were made. */
function decisionsIn(months: readonly Month[], times: readonly DecisionTime[]) {
  const ofMonth = (month: Month) => times.filter((time) => time.month === month)
  const table = hideSmallCounts([months.map((month) => sumOf(ofMonth(month)))])
  return {
    decisions: months.map((month, m) => {
      const decided = table.rows[0]?.[m] ?? 0
      return {
        month,
        decided,
        medianWorkingDays: decided === 'fewerThan5' ? null : medianWorkingDays(ofMonth(month)),
      }
    }),
    decided: table.totals[0] ?? 0,
  }
}
