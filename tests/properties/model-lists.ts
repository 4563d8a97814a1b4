import { keptOf, nextDueOf } from '../../src/domain/machinery/duties.ts'
import type {
  ObservationColumns,
  ObservationFilter,
  ObservationOrder,
} from '../../src/domain/observation/columns.ts'
import { columnsOf } from '../../src/domain/observation/columns.ts'
import { observationDuties } from '../../src/domain/observation/duties.ts'
import { inScope } from '../../src/domain/observation/scope.ts'
import type { Instant, Month } from '../../src/domain/words/time.ts'
import type { TrailFilter, TrailLine } from '../../src/ports/trail.ts'
import type { KeptObservation, Model } from './model.ts'

export interface ModelRow extends ObservationColumns {
  readonly ref: string
  readonly version: number
  readonly nextDue: Instant | null
}

type Key = readonly (string | number)[]

const byKey = (a: Key, b: Key): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

const rowOf = ({ stored: { id, version, state } }: KeptObservation): ModelRow => ({
  ref: id,
  version,
  nextDue: nextDueOf(keptOf(observationDuties(state))),
  ...columnsOf(state),
})

const KEYS: Readonly<Record<ObservationOrder, (row: ModelRow) => Key>> = {
  oldestFirst: ({ sameDay, waitingSince, ref }) => [sameDay ? 0 : 1, waitingSince, ref],
  newestFirst: ({ raisedAt, ref }) => [raisedAt, ref],
}

/** Everything a filter finds, in order, and where each row stands in it. */
export function found(model: Model, filter: ObservationFilter, order: ObservationOrder) {
  const { scope, stages, kinds, agencies, from, to } = filter
  const direction = order === 'oldestFirst' ? 1 : -1
  const keyOf = KEYS[order]
  const rows = [...model.observations.values()]
    .map(rowOf)
    .filter(
      (row) =>
        inScope(scope, row) &&
        (stages?.includes(row.stage) ?? true) &&
        (kinds?.includes(row.kind) ?? true) &&
        (agencies?.includes(row.agency) ?? true) &&
        (from === undefined || row.raisedMonth >= from) &&
        (to === undefined || row.raisedMonth <= to),
    )
    .sort((a, b) => direction * byKey(keyOf(a), keyOf(b)))
  /** The rows that come after a row as it was. */
  const after = (last: ModelRow | undefined) =>
    last ? rows.filter((row) => direction * byKey(keyOf(row), keyOf(last)) > 0) : rows
  return { total: rows.length, after }
}

const counted = (keys: readonly Key[]) => {
  const sorted = [...keys].sort(byKey)
  return [...Map.groupBy(sorted, (key) => JSON.stringify(key)).values()].map(
    (alike) => [alike[0] ?? [], alike.length] as const,
  )
}

const within = (month: Month | null, from: Month, to: Month): month is Month =>
  month !== null && month >= from && month <= to

export const kindCounts = ({ observations }: Model, from: Month, to: Month) =>
  counted(
    [...observations.values()]
      .map(rowOf)
      .filter(({ raisedMonth }) => within(raisedMonth, from, to))
      .map(({ raisedMonth, kind }) => [raisedMonth, kind]),
  ).map(([[month, kind], count]) => ({ month, kind, count }))

export const decisionTimes = ({ observations }: Model, from: Month, to: Month) =>
  counted(
    [...observations.values()]
      .map(rowOf)
      .filter(({ decidedMonth }) => within(decidedMonth, from, to))
      .map(({ decidedMonth, decidedInWorkingDays, firstWordInWorkingDays, decidedInTime }) => [
        decidedMonth ?? '',
        decidedInWorkingDays ?? -1,
        firstWordInWorkingDays ?? -1,
        decidedInTime ?? '',
      ]),
  ).map(([[month, workingDays, firstWordIn, inTime], count]) => ({
    month,
    workingDays,
    firstWordIn,
    inTime,
    count,
  }))

/** By the instant of the last event, then id. */
export const untold = (records: Model['observations'] | Model['board'], atMost: number) =>
  [...records.values()]
    .map(({ stored: { id, version }, delivered, history }) => ({
      id,
      version,
      delivered,
      key: [history.at(-1)?.at ?? '', id],
    }))
    .filter(({ version, delivered }) => version > delivered)
    .sort((a, b) => byKey(a.key, b.key))
    .slice(0, atMost)
    .map(({ key: _key, ...record }) => record)

/** Every event and every reading, as the auditor sees them. */
function linesIn({ board, observations, readings }: Model): readonly TrailLine[] {
  const changes = ([kind, records]: readonly [
    'board' | 'observation',
    Model['board' | 'observations'],
  ]) =>
    [...records.values()].flatMap(({ stored: { id }, history }) =>
      history.map(({ seq, at, by, event: { type } }) => ({ kind, id, seq, at, by, type })),
    )
  return [
    ...changes(['board', board]),
    ...changes(['observation', observations]),
    ...[...readings].flatMap(([id, events]) =>
      events.map(({ seq, at, by, event: { type } }) => ({
        kind: 'access' as const,
        id,
        seq,
        at,
        by,
        type,
      })),
    ),
  ]
}

/** Newest first; of the same instant by kind, then id, then number, later ones first. */
export const trailIn = (model: Model, { log, id, by, from, to }: TrailFilter) =>
  linesIn(model)
    .filter(
      (line) =>
        (line.kind === 'access') === (log === 'readings') &&
        (id === undefined || line.id === id) &&
        (by === undefined || line.by === by) &&
        (from === undefined || line.at >= from) &&
        (to === undefined || line.at < to),
    )
    .sort((a, b) => byKey([b.at, b.kind, b.id, b.seq], [a.at, a.kind, a.id, a.seq]))

export function auditIn({ board, observations, readings }: Model) {
  const histories = [...board.values(), ...observations.values()].map(({ history }) => history)
  const links = [...readings.values()]
  const countOf = (chains: readonly (readonly unknown[])[]) =>
    chains.reduce((sum, chain) => sum + chain.length, 0)
  return {
    records: histories.length,
    readings: countOf(links),
    events: countOf(histories) + countOf(links),
    findings: [],
  }
}
