import { randomBytes } from 'node:crypto'
import type { DomainError } from '../../domain/words/errors.ts'
import { isRefusal } from '../../domain/words/errors.ts'
import { sayToOperator } from '../../usecases/say-unavailable.ts'
import type { Log, LogEntry } from './log.ts'

type Where = Pick<LogEntry, 'method' | 'route'>

/**
 * Logs an error that nobody foresaw. A store out of reach is no defect: it is logged as such, once
 * a minute, because everything done meanwhile ends with it.
 * @returns a short reference that the person is told, to find a defect in the log
 */
export function logDefect(log: Log, error: unknown, where: Where = {}): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  if (isRefusal(error, 'unavailable')) logUnavailable(log, error)
  else log({ level: 'error', code: 'defect', reference, ...where, ...traceOf(error) })
  return reference
}

const QUIET_MS = 60_000
const lastLogged = new WeakMap<Log, number>()

function logUnavailable(log: Log, { cause, details: { why } }: DomainError<'unavailable'>): void {
  const now = performance.now()
  if (now - (lastLogged.get(log) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return
  lastLogged.set(log, now)
  const causes = namesOf(cause)
  const says = { reason: why, say: sayToOperator(why) }
  log({ level: 'error', code: 'unavailable', ...says, ...(causes === '' ? {} : { cause: causes }) })
}

/**
 * The names and codes of an error and its causes: `MongoServerSelectionError, Error ECONNREFUSED`.
 * Leaves out their messages: they name addresses and quote what was sent.
 */
function namesOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const codes = ['code', 'errcode'].flatMap((key) => {
    const code: unknown = Reflect.get(error, key)
    return typeof code === 'string' || typeof code === 'number' ? [code] : []
  })
  const own = [error.name, ...codes].join(' ')
  const before = namesOf(error.cause)
  return before === '' ? own : `${own}, ${before}`
}

const FRAMES_AT_MOST = 8

/** Where an error was thrown. Leaves out its message: it may quote what somebody wrote. */
export function traceOf(error: unknown): Pick<LogEntry, 'cause' | 'at'> {
  if (!(error instanceof Error)) return {}
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const { stack = '', message } = error
  // A message may have lines that look like frames.
  const frames = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length)
  const at = frames
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+\)?|\(<anonymous>\))$/.test(line))
    .slice(0, FRAMES_AT_MOST)
    .map((line) => line.trim())
  return { cause: `${error.name}${code}`, at }
}
