import type { Window } from './load.ts'
import type { Target } from './part.ts'
import type { Spread } from './statistics.ts'
import { median, quantile, rounded, spreadOf } from './statistics.ts'
import { tableOf } from './table.ts'
import { REPORTING } from './talk.ts'

/** Targets are read at this many connections. */
export const TARGET_CONNECTIONS = 32

const TURN_AT_LEAST = 0.5
const TURN_P99_AT_MOST = 3
const REPORT_AT_LEAST = 0.4

/** The three windows of one round, a few seconds apart: what they are compared by. */
export interface Round {
  readonly echo: Window
  readonly turn: Window
  readonly report: Window
}

/** What a program did with a number of connections, beside the echo bot. */
export interface Measured {
  readonly stores: string
  readonly isAsShipped: boolean
  readonly connections: number
  readonly echoPerSecond: number
  readonly echoMs: Times
  readonly turnsPerSecond: number
  readonly turnMs: Times
  readonly turnRatio: Spread
  readonly p99Ratio: Spread
  readonly reportsPerSecond: number
  readonly reportMs: Times
  readonly reportRatio: Spread
  readonly settleMs: number
  readonly reportsToldPerSecond: number
  readonly cpuMsPerTurn: { readonly echo: number; readonly turn: number; readonly report: number }
  readonly loadBusy: number
}

interface Times {
  readonly p50: number
  readonly p99: number
}

export function summaryOf(
  { name, isAsShipped }: { readonly name: string; readonly isAsShipped: boolean },
  connections: number,
  rounds: readonly Round[],
): Measured {
  const over = (value: (round: Round) => number) => rounded(median(rounds.map(value)))
  const times = (of: (round: Round) => readonly number[]): Times => ({
    p50: over((round) => quantile(of(round), 0.5)),
    p99: over((round) => quantile(of(round), 0.99)),
  })
  const ratios = (ratio: (round: Round) => number) => spreadOf(rounds.map(ratio))
  const p99 = (window: Window) => quantile(window.turns, 0.99)
  return {
    stores: name,
    isAsShipped,
    connections,
    echoPerSecond: over(({ echo }) => echo.turnsPerSecond),
    echoMs: times(({ echo }) => echo.turns),
    turnsPerSecond: over(({ turn }) => turn.turnsPerSecond),
    turnMs: times(({ turn }) => turn.turns),
    turnRatio: ratios(({ turn, echo }) => turn.turnsPerSecond / echo.turnsPerSecond),
    p99Ratio: ratios(({ turn, echo }) => p99(turn) / p99(echo)),
    reportsPerSecond: over(({ report }) => report.turnsPerSecond / REPORTING.again.length),
    reportMs: times(({ report }) => report.rounds),
    reportRatio: ratios(({ report, echo }) => report.turnsPerSecond / echo.turnsPerSecond),
    settleMs: over(({ report }) => report.settleMs),
    reportsToldPerSecond: over(({ report }) => report.roundsToldPerSecond),
    cpuMsPerTurn: {
      echo: over(({ echo }) => echo.cpuMsPerTurn),
      turn: over(({ turn }) => turn.cpuMsPerTurn),
      report: over(({ report }) => report.cpuMsPerTurn),
    },
    loadBusy: rounded(
      Math.max(...rounds.flatMap(({ echo, turn, report }) => [echo, turn, report].map(busy))),
    ),
  }
}

const busy = ({ loadBusy }: Pick<Window, 'loadBusy'>) => loadBusy

export const targetsOf = (measured: readonly Measured[]): readonly Target[] =>
  measured
    .filter(({ isAsShipped, connections }) => isAsShipped && connections === TARGET_CONNECTIONS)
    .flatMap(({ stores, turnRatio, p99Ratio, reportRatio }) => [
      target(`${stores}: a durable turn, of the echo's throughput`, turnRatio, TURN_AT_LEAST),
      target(`${stores}: a whole report, of as many echo turns`, reportRatio, REPORT_AT_LEAST),
      {
        target: `${stores}: p99 of a durable turn, of the echo's`,
        wanted: `at most ${TURN_P99_AT_MOST} ×`,
        measured: `${p99Ratio.median} ×`,
        met: p99Ratio.median <= TURN_P99_AT_MOST,
      },
    ])

const target = (name: string, ratio: Spread, atLeast: number): Target => ({
  target: name,
  wanted: `at least ${atLeast} ×`,
  measured: `${ratio.median} ×`,
  met: ratio.median >= atLeast,
})

const between = ({ lowest, highest }: Spread) => `${lowest} – ${highest}`

export function tablesOf(measured: readonly Measured[]): string {
  const turnRows = measured.map((row) => ({
    stores: row.stores,
    connections: row.connections,
    'echo/s': row.echoPerSecond,
    'turns/s': row.turnsPerSecond,
    ratio: row.turnRatio.median,
    'lowest – highest': between(row.turnRatio),
    'echo p50': row.echoMs.p50,
    'echo p99': row.echoMs.p99,
    'turn p50': row.turnMs.p50,
    'turn p99': row.turnMs.p99,
    'p99 ratio': row.p99Ratio.median,
    'echo cpu': row.cpuMsPerTurn.echo,
    'turn cpu': row.cpuMsPerTurn.turn,
  }))
  const reportRows = measured.map((row) => ({
    stores: row.stores,
    connections: row.connections,
    'reports/s': row.reportsPerSecond,
    ratio: row.reportRatio.median,
    'lowest – highest': between(row.reportRatio),
    // None was finished within a window where others kept the machine busy.
    'report p50': row.reportMs.p50 || '–',
    'report p99': row.reportMs.p99 || '–',
    'told/s': row.reportsToldPerSecond,
    'told after': row.settleMs,
    'cpu/turn': row.cpuMsPerTurn.report,
  }))
  return [
    '\nA durable turn: the answer to a question of a near miss, safe before its reply (times in ms)\n',
    tableOf(turnRows),
    `\nA whole report: ${REPORTING.again.length} turns from the first words to the receipt,`,
    'beside as many echo turns, while the program also tells the triagers of each\n',
    tableOf(reportRows),
    '\ncpu is processor time for each turn, telling included. told/s counts reports until the last',
    'triager was told of them, which went on for “told after” once nobody reported any more.',
    `Making the load took at most ${Math.max(...measured.map(busy))} of a core.`,
  ].join('\n')
}
