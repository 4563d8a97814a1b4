import { randomBytes } from 'node:crypto'
import type { Log, LogEntry } from './log.ts'

type Where = Pick<LogEntry, 'method' | 'route'>

/**
 * Logs an error that nobody foresaw.
 * @returns a short reference: the person is told it, and it finds the entry again
 */
export function logDefect(log: Log, error: unknown, where: Where = {}): string {
  const reference = randomBytes(4).toString('hex').toUpperCase()
  log({ level: 'error', code: 'defect', reference, ...where, ...traceOf(error) })
  return reference
}

const FRAMES_AT_MOST = 8

/** Where an error was thrown. Its message stays out: it may quote what somebody wrote. */
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
