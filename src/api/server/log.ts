/**
 * One line of the log. It holds codes and references: never an address that was asked for, a body,
 * a token, a person or anything somebody wrote.
 */
export interface LogEntry {
  readonly level: 'error' | 'warn' | 'info' | 'debug'
  /** What happened: one of our own codes, or a library's. */
  readonly code: string
  /** Why, where there are several reasons: one of our own words. */
  readonly reason?: string
  /** A sentence of our own for whoever runs the server: what it means, and what to do. */
  readonly say?: string
  /** What the person was given to quote. */
  readonly reference?: string
  readonly method?: string
  /** The route's template, with `:ref` where a reference stood. */
  readonly route?: string
  /** For a defect: the kind of error and where it was thrown, without its message. */
  readonly cause?: string
  readonly at?: readonly string[]
}

/** Where log entries go. Must not throw. */
export type Log = (entry: LogEntry) => void
