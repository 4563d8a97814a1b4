import type { FilterParts, Listing, RowIn, RowOf, Where } from '../machinery/listing.ts'
import { conditionsOf, number, orNone, text, truth } from '../machinery/listing.ts'
import type { KindCode, OutcomeCode } from '../taxonomies/lists.ts'
import type { AgencyId, PersonId } from '../words/ids.ts'
import type { Instant, Month, PlainDate } from '../words/time.ts'
import { monthOf } from '../words/time.ts'
import { chosenLast } from './answers.ts'
import type { InTime } from './decision-times.ts'
import type { ObservationScope, ScopeClause } from './scope.ts'
import type { Observation, ObservationStage } from './types.ts'

const COLUMNS = {
  stage: text<ObservationStage>(),
  kind: text<KindCode>(),
  agency: text<AgencyId>(),
  person: orNone(text<PersonId>()),
  reporter: text<PersonId>(),
  sameDay: truth(),
  worry: orNone(text()),
  acknowledged: truth(),
  outcome: orNone(text<OutcomeCode>()),
  raisedAt: text<Instant>(),
  raisedMonth: text<Month>(),
  waitingSince: text<Instant>(),
  /** The month of the first decision. Later ones do not make the board look faster or slower. */
  decidedMonth: orNone(text<Month>()),
  decidedInWorkingDays: orNone(number()),
  /** How the promise was kept; empty for decisions made before that was noted. */
  firstWordInWorkingDays: orNone(number()),
  decidedInTime: orNone(text<InTime>()),
  closedAt: orNone(text<Instant>()),
  /** The agency it was sent past. */
  pastAgency: orNone(text<AgencyId>()),
  /** The last day on which somebody may agree to what is proposed. */
  proposedUntil: orNone(text<PlainDate>()),
} as const

type C = typeof COLUMNS

/**
 * The narrow columns a store keeps beside an observation: all that lists and figures need, and
 * nothing anybody wrote. Written with the record, so they never disagree with it.
 */
export type ObservationColumns = RowOf<C>

/** The last of some days, or none. */
const lastOf = (days: readonly PlainDate[]): PlainDate | null =>
  days.reduce<PlainDate | null>((last, day) => (last === null || day > last ? day : last), null)

export function columnsOf(observation: Observation): ObservationColumns {
  const { stage, kind, route, reporter, sameDay, raisedAt, waitingSince } = observation
  const first = observation.decisions[0]
  const last = observation.stage === 'awaitingTriage' ? undefined : observation.decision
  return {
    stage,
    kind,
    agency: route.agency,
    person: route.person,
    reporter,
    sameDay,
    worry: chosenLast(observation, 'worry') ?? null,
    acknowledged: observation.acknowledged !== null,
    outcome: last?.outcome ?? null,
    raisedAt,
    raisedMonth: monthOf(raisedAt),
    waitingSince,
    decidedMonth: first ? monthOf(first.at) : null,
    decidedInWorkingDays: first?.tookWorkingDays ?? null,
    firstWordInWorkingDays: first?.promise?.firstWordIn ?? null,
    decidedInTime: first?.promise ? (first.promise.onTime ? 'onTime' : 'late') : null,
    closedAt: observation.stage === 'closed' ? observation.closed.at : null,
    pastAgency: observation.pastAgency ? observation.reporterAgency : null,
    proposedUntil: lastOf((observation.proposals ?? []).map(({ until }) => until)),
  }
}

export interface ObservationFilter {
  /** Always given: what the actor may see. An empty scope finds nothing. */
  readonly scope: ObservationScope
  readonly stages?: readonly ObservationStage[]
  readonly kinds?: readonly KindCode[]
  readonly agencies?: readonly AgencyId[]
  /** To whom it was given by name. */
  readonly people?: readonly PersonId[]
  /** Of the decision that stands. */
  readonly outcomes?: readonly OutcomeCode[]
  /** Month in which it was raised, from and to, both included. */
  readonly from?: Month
  readonly to?: Month
  /**
   * Something is proposed and can be agreed to on this day or later. The other: on this day or
   * before.
   */
  readonly proposedFrom?: PlainDate
  readonly proposedTo?: PlainDate
}

const PARTS: FilterParts<C, Omit<ObservationFilter, 'scope'>> = {
  stages: ['stage', 'oneOf'],
  kinds: ['kind', 'oneOf'],
  agencies: ['agency', 'oneOf'],
  people: ['person', 'oneOf'],
  outcomes: ['outcome', 'oneOf'],
  from: ['raisedMonth', 'from'],
  to: ['raisedMonth', 'to'],
  proposedFrom: ['proposedUntil', 'from'],
  proposedTo: ['proposedUntil', 'to'],
}

const clauseOf = ({
  agency,
  onlyReporters,
  exceptReporters,
  onlyPast,
  exceptPast,
}: ScopeClause) => [
  ...(agency === null ? [] : [{ column: 'agency' as const, oneOf: [agency] }]),
  ...(onlyReporters === null ? [] : [{ column: 'reporter' as const, oneOf: onlyReporters }]),
  ...(exceptReporters.length === 0
    ? []
    : [{ column: 'reporter' as const, noneOf: exceptReporters }]),
  ...(onlyPast === undefined ? [] : [{ column: 'pastAgency' as const, oneOf: onlyPast }]),
  ...(exceptPast === undefined ? [] : [{ column: 'pastAgency' as const, noneOf: exceptPast }]),
]

export const observationsWhere = ({ scope, ...parts }: ObservationFilter): Where<C> => ({
  scope: scope.map(clauseOf),
  all: conditionsOf(PARTS, parts),
})

/**
 * `oldestFirst`: same-day ones first, then by the instant the wait began. `newestFirst`: by the
 * instant it was raised. Ties are broken by reference, so that pages neither repeat nor skip.
 */
export type ObservationOrder = 'oldestFirst' | 'newestFirst'

/** How observations are kept and listed, in either store. */
export const OBSERVATIONS = {
  name: 'observations',
  columns: COLUMNS,
  columnsOf,
  where: observationsWhere,
  orders: {
    oldestFirst: ['-sameDay', 'waitingSince', 'id'],
    newestFirst: ['-raisedAt', '-id'],
  },
  counts: {
    kinds: { by: { month: 'raisedMonth', kind: 'kind' } },
    decisionTimes: {
      by: {
        month: 'decidedMonth',
        workingDays: 'decidedInWorkingDays',
        firstWordIn: 'firstWordInWorkingDays',
        inTime: 'decidedInTime',
      },
    },
  },
  indexes: {
    queue: ['agency', 'stage', '-sameDay', 'waitingSince', 'id', 'reporter'],
    agency: ['agency', '-raisedAt', '-id', 'reporter'],
    agency_waiting: ['agency', '-sameDay', 'waitingSince', 'id', 'reporter'],
    agency_kinds: ['agency', 'kind', 'raisedMonth', 'reporter'],
    outcomes: ['outcome', '-raisedAt', '-id', 'reporter'],
    own: ['reporter', '-raisedAt', '-id'],
    kinds: ['raisedMonth', 'kind'],
    decided: ['decidedMonth', 'decidedInWorkingDays', 'firstWordInWorkingDays', 'decidedInTime'],
    past: ['pastAgency', '-raisedAt', '-id'],
    proposed: ['proposedUntil', 'reporter'],
  },
} as const satisfies Listing<Observation, C, ObservationOrder, ObservationFilter>

export type ObservationRow = RowIn<typeof OBSERVATIONS>
