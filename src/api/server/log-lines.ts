import type { Clock } from '../../ports/clock.ts'
import type { Log, LogEntry } from './log.ts'

const RANK: Readonly<Record<LogEntry['level'], number>> = { error: 0, warn: 1, info: 2, debug: 3 }

/**
 * A log that writes one JSON object on each line.
 * @param atLeast the least serious level that is written
 */
export const logLines =
  (atLeast: LogEntry['level'], clock: Clock, write: (line: string) => void): Log =>
  (entry) => {
    if (RANK[entry.level] <= RANK[atLeast])
      write(`${JSON.stringify({ time: clock.now(), ...entry })}\n`)
  }
