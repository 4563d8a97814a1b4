import type { KindCode } from '../taxonomies/lists.ts'
import type { KindGroup } from '../taxonomies/types.ts'
import type { Month } from '../words/time.ts'

/** What the store counts: how many of a kind were raised in a month. */
export interface KindCount {
  readonly month: Month
  readonly kind: KindCode
  readonly count: number
}

/** A count below this could point at somebody. */
export const SMALLEST_SHOWN = 5

/** A count as it may be shown. */
export type ShownCount = number | 'hidden'

/** A sum that leaves out hidden counts. Where it left any out, the true sum is this or more. */
export interface ShownTotal {
  readonly count: number
  readonly orMore: boolean
}

type Division = KindCode | readonly [Division, Division]

/**
 * How a count is divided, from both groups down to each kind. Never depends on the counts: which
 * groups are shown together would otherwise tell how small they are.
 */
export const DIVIDED_INTO = {
  appreciative: ['goodPractice', ['goodOutcome', 'typicalCase']],
  concern: [
    'nearMiss',
    [
      ['disquiet', 'practiceConcern'],
      ['riskAhead', 'poorOutcome'],
    ],
  ],
} as const satisfies Readonly<Record<KindGroup, Division>>

const ALL: Division = [DIVIDED_INTO.appreciative, DIVIDED_INTO.concern]

const kindsIn = (part: Division): readonly KindCode[] =>
  typeof part === 'string' ? [part] : part.flatMap(kindsIn)

/** The counts of one quarter as they may be shown beside each other. */
export interface ShownQuarter {
  readonly all: ShownCount
  readonly groups: Readonly<Record<KindGroup, ShownCount>>
  readonly kinds: Readonly<Record<KindCode, ShownCount>>
}

/** Counts by kind. An absent kind counts zero. */
export type Counts = Readonly<Partial<Record<KindCode, number>>>

/**
 * Hides small counts; the only place that does. A whole is shown when it counts nobody or at least
 * five, its parts only when that holds for each of them, and so on down. Everything else said about
 * observations is made from these counts. So groups never overlap, and a hidden count lies together
 * with others in at least five.
 * @param counts of a quarter that has ended
 * @param known those that the reader sees one by one: only the others can be given away
 */
export function showQuarter(counts: Counts, known: Counts): ShownQuarter {
  const sum = (of: Counts, part: Division) =>
    kindsIn(part).reduce((total, kind) => total + (of[kind] ?? 0), 0)
  const isSafe = (part: Division) => {
    const others = sum(counts, part) - sum(known, part)
    return others === 0 || others >= SMALLEST_SHOWN
  }
  const shown = new Map<Division, ShownCount>()
  const show = (part: Division, isShown: boolean) => {
    shown.set(part, isShown ? sum(counts, part) : 'hidden')
    if (typeof part === 'string') return
    const isDivided = isShown && part.every(isSafe)
    for (const one of part) show(one, isDivided)
  }
  show(ALL, isSafe(ALL))
  const of = (part: Division) => shown.get(part) ?? 'hidden'
  return {
    all: of(ALL),
    groups: { appreciative: of(DIVIDED_INTO.appreciative), concern: of(DIVIDED_INTO.concern) },
    // Every kind is in the division; a test holds that.
    kinds: Object.fromEntries(
      kindsIn(ALL).map((kind) => [kind, of(kind)]),
    ) as ShownQuarter['kinds'],
  }
}

export const totalOf = (counts: readonly ShownCount[]): ShownTotal => ({
  count: counts.reduce<number>((sum, count) => sum + (count === 'hidden' ? 0 : count), 0),
  orMore: counts.includes('hidden'),
})

/** The share of good and typical work, in whole per cent; `null` where a part of it is hidden. */
export function appreciativePercent(quarters: readonly ShownQuarter[]): number | null {
  const good = totalOf(quarters.map(({ groups }) => groups.appreciative))
  const all = totalOf(quarters.map((quarter) => quarter.all))
  if (good.orMore || all.orMore || all.count === 0) return null
  return Math.round((good.count / all.count) * 100)
}

/** S4: the board is warned when less than this share of a quarter comes from good or typical work. */
const LEAST_APPRECIATIVE_SHARE = 0.25

/** Only said where both counts are shown, because a warning tells something about them. */
export const isTooFewAppreciative = ({ all, groups: { appreciative } }: ShownQuarter): boolean =>
  all !== 'hidden' && appreciative !== 'hidden' && appreciative < all * LEAST_APPRECIATIVE_SHARE
