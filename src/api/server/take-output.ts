import type { Clock } from '../../ports/clock.ts'
import type { Log, LogEntry } from './log.ts'
import { logDefect, traceOf } from './log-defect.ts'
import { seldom } from './seldom.ts'

/** What a library calls on the console, and how serious it is there. */
const CALLS = {
  error: 'error',
  assert: 'error',
  warn: 'warn',
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  log: 'info',
  dir: 'info',
  dirxml: 'info',
  table: 'info',
  group: 'info',
  groupCollapsed: 'info',
} as const satisfies Partial<Record<keyof Console, LogEntry['level']>>

const PLACES_AT_MOST = 3

/**
 * Sends what libraries and Node print through the log: where it came from and the kind of error,
 * once an hour for each place. Leaves out the text: it may quote a token or what somebody wrote.
 * Logs an uncaught error the same way and ends the program.
 */
export function takeOutput(log: Log, clock: Clock): void {
  const isDue = seldom<string>(clock)
  const take = (entry: LogEntry) => {
    if (isDue([entry.code, entry.level, ...(entry.at ?? [])].join())) log(entry)
  }
  for (const [call, level] of Object.entries(CALLS))
    Reflect.set(globalThis.console, call, (...said: readonly unknown[]) => {
      if (call === 'assert' && said[0]) return
      const about = said.find((one) => one instanceof Error)
      const { cause } = traceOf(about)
      take({ level, code: 'library', ...(cause ? { cause } : {}), ...placesOf(new Error('here')) })
    })
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    const { cause = 'Warning', at = [] } = traceOf(warning)
    take({ level: 'warn', code: 'node', cause, at: at.slice(0, PLACES_AT_MOST) })
  })
  process.on('uncaughtException', (error) => {
    logDefect(log, error)
    process.exit(1)
  })
}

/** Where the console was called. The first frame is ours. */
const placesOf = (error: Error): Pick<LogEntry, 'at'> => {
  const { at = [] } = traceOf(error)
  return { at: at.slice(1, 1 + PLACES_AT_MOST) }
}
