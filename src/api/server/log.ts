/**
 * One line of the log. It holds codes and references, never a requested address, a body, a token, a
 * person or anything somebody wrote.
 */
export interface LogEntry {
  readonly level: 'error' | 'warn' | 'info' | 'debug'
  /** What happened: one of our own codes, or a library's. */
  readonly code: string
  /** Why, as one of our own words, where there are several reasons. */
  readonly reason?: string
  /** A sentence of ours for the operator: what it means, and what to do. */
  readonly say?: string
  /** The reference the person was told. */
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
