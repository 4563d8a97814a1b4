import { activityScope } from '../domain/activity/columns.ts'
import type { ActivityCount, ShownActivities } from '../domain/activity/figures.ts'
import { showActivities } from '../domain/activity/figures.ts'
import type { DecisionTime, ShownTimes } from '../domain/observation/decision-times.ts'
import { showTimes } from '../domain/observation/decision-times.ts'
import type { KindCount, ShownQuarter, ShownTotal } from '../domain/observation/figures.ts'
import {
  appreciativePercent,
  isTooFewAppreciative,
  showQuarter,
  totalOf,
} from '../domain/observation/figures.ts'
import { periodOf } from '../domain/observation/figures-period.ts'
import { ownScope, triageScope } from '../domain/observation/scope.ts'
import type { Actor, StandingRole } from '../domain/words/actor.ts'
import { DomainError } from '../domain/words/errors.ts'
import type { Quarter } from '../domain/words/quarter.ts'
import { quarterOf } from '../domain/words/quarter.ts'
import type { Month } from '../domain/words/time.ts'
import type { Deps } from './deps.ts'
import { currentBoard } from './records/context-now.ts'

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
  actor.roles.some(({ role }) => SEES_FIGURES.includes(role))

export interface QuarterFigures extends ShownQuarter {
  readonly quarter: Quarter
  /** Of the first decisions made in it. */
  readonly times: ShownTimes
  /** Learning activities that were held in it (S6). */
  readonly activities: ShownActivities
}

export interface Figures {
  readonly quarters: readonly QuarterFigures[]
  readonly total: ShownTotal
  /** Whole per cent; `null` when there are too few to say. */
  readonly appreciativePercent: number | null
  /** Of the last quarter. */
  readonly tooFewAppreciative: boolean
  readonly medianWorkingDays: number | null
}

/**
 * The board's first figures, counted by the store: the mix of kinds by quarter (S4) and how long
 * decisions took. Only `showQuarter` hides counts; it takes into account what the actor could list
 * one by one. The number of decisions is left out, since it equals the number of observations.
 * @param asked how many quarters, up to one that has ended; the last four when absent
 * @throws DomainError `not-your-role`, or `incomplete` for a period that cannot be had
 */
export async function getFigures(
  deps: Pick<Deps, 'records' | 'board' | 'clock'>,
  asked: { readonly quarters?: number | undefined; readonly to?: Month | undefined },
  actor: Actor,
): Promise<Figures> {
  if (!seesFigures(actor))
    throw new DomainError('not-your-role', { action: 'seeFigures', needs: SEES_FIGURES })
  const { quarters, from, to } = periodOf(asked, deps.clock.now())
  const board = await currentBoard(deps)
  const listed = [...ownScope(actor), ...triageScope(actor, board)]
  const { observation, activity } = deps.records
  const seen = { scope: activityScope(actor, board) }
  const [counted, ofThemListed, decided, decidedListed, held, heldListed] = await Promise.all([
    observation.count('kinds', from, to),
    observation.count('kinds', from, to, { scope: listed }),
    observation.count('decisionTimes', from, to),
    observation.count('decisionTimes', from, to, { scope: listed }),
    activity.count('types', from, to),
    activity.count('types', from, to, seen),
  ])
  const counts = byQuarter(counted)
  const known = byQuarter(ofThemListed)
  const times = byQuarter(decided)
  const knownTimes = byQuarter(decidedListed)
  const activities = byQuarter(held)
  const knownActivities = byQuarter(heldListed)
  const shown = quarters.map((quarter) => ({
    quarter,
    ...showQuarter(kindsOf(counts.get(quarter)), kindsOf(known.get(quarter))),
  }))
  type Shown = (typeof shown)[number]
  const within =
    (counted: typeof times) =>
    ({ quarter, all }: Shown) =>
      all === 'hidden' ? [] : (counted.get(quarter) ?? [])
  const timesOf = (some: readonly Shown[]) =>
    showTimes(some.flatMap(within(times)), some.flatMap(within(knownTimes)))
  const last = shown.at(-1)
  return {
    quarters: shown.map((one) => ({
      ...one,
      times: timesOf([one]),
      activities: showActivities(
        activities.get(one.quarter) ?? [],
        knownActivities.get(one.quarter) ?? [],
      ),
    })),
    total: totalOf(shown.map(({ all }) => all)),
    appreciativePercent: appreciativePercent(shown),
    tooFewAppreciative: last !== undefined && isTooFewAppreciative(last),
    medianWorkingDays: timesOf(shown).decision.half,
  }
}

const byQuarter = <Counted extends KindCount | DecisionTime | ActivityCount>(
  counts: readonly Counted[],
) => Map.groupBy(counts, ({ month }) => quarterOf(month))

const kindsOf = (counts: readonly KindCount[] = []) =>
  Object.fromEntries(
    [...Map.groupBy(counts, ({ kind }) => kind)].map(([kind, same]) => [
      kind,
      same.reduce((sum, { count }) => sum + count, 0),
    ]),
  )
